import { Navigate, useLocation } from '@solidjs/router'
import { Show } from 'solid-js'
import type { Component, JSX } from 'solid-js'
import { ProblemNotice } from './problem-notice.tsx'
import { problemOf } from './problem.ts'

/** Leads to the sign-in page, and from there back to where one wanted to go. */
export const ToSignIn: Component = () => {
  const location = useLocation()
  return <Navigate href={`/anmelden?zurueck=${encodeURIComponent(location.pathname + location.search)}`} />
}

const signInCodes = ['session.missing', 'session.expired']

/** What failed on a page behind the sign-in: signing in again where that is the reason. */
export const PrivateFailure: Component<{ error: unknown; title: string; onRetry: () => void }> = props => {
  const problem = () => problemOf(props.error)
  return (
    <Show when={!signInCodes.includes(problem().code)} fallback={<ToSignIn />}>
      <div class="flow prose">
        <h1>{props.title}</h1>
        <ProblemNotice problem={problem()} onRetry={props.onRetry} />
      </div>
    </Show>
  )
}

export const privateFailure =
  (title: string, onRetry: () => void) =>
  (error: unknown): JSX.Element => <PrivateFailure error={error} title={title} onRetry={onRetry} />
