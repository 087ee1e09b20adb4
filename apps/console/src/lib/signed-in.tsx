import { Navigate, useLocation } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import { Show } from 'solid-js'
import type { Component, ParentComponent } from 'solid-js'
import { useApp } from '../app/app-context.ts'
import { operatorQuery } from './queries.ts'

/** Leads to the sign-in page, and from there back to where one wanted to go. */
export const ToSignIn: Component = () => {
  const location = useLocation()
  return <Navigate href={`/anmelden?zurueck=${encodeURIComponent(location.pathname + location.search)}`} />
}

/** For those who are signed in; the server checks anew with every call. */
export const SignedIn: ParentComponent = props => {
  const app = useApp()
  const me = useQuery(() => operatorQuery(app))
  return (
    <Show when={me.data} fallback={<ToSignIn />}>
      {props.children}
    </Show>
  )
}
