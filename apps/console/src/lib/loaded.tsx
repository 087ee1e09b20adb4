import type { UseQueryResult } from '@tanstack/solid-query'
import { Match, Show, Switch } from 'solid-js'
import type { Accessor, JSX } from 'solid-js'
import { Button } from '@digitallotsen/ui/button.tsx'
import { Notice } from '@digitallotsen/ui/notice.tsx'
import { Skeleton } from '@digitallotsen/ui/skeleton.tsx'
import { mayHelpAgain, needsSignIn, problemOf } from './problem.ts'
import { ProblemNotice } from './problem-notice.tsx'
import { ToSignIn } from './signed-in.tsx'

type LoadedProps<T> = {
  query: UseQueryResult<T>
  shape?: 'text' | 'page' | 'cards'
  /** Heads the page where what would head it did not come. */
  failedTitle?: string
  children: (data: Accessor<T>) => JSX.Element
}

/** The states of what is read: skeleton, failure with a way on, data (kept while it is being refreshed). */
export const Loaded = <T,>(props: LoadedProps<T>): JSX.Element => {
  const problem = () => problemOf(props.query.error)
  const refetch = () => void props.query.refetch()
  return (
    <Switch fallback={<Skeleton label="Wird geladen" shape={props.shape ?? 'page'} lines={4} />}>
      <Match when={props.query.isError && needsSignIn(problem())}>
        <ToSignIn />
      </Match>
      <Match when={props.query.isSuccess || props.query.isRefetchError}>
        <Show when={props.query.isRefetchError}>
          <Notice tone="warning">
            Diese Angaben sind vielleicht nicht mehr aktuell. <Button variant="quiet" onClick={refetch}>Noch einmal versuchen</Button>
          </Notice>
        </Show>
        {props.children(() => props.query.data as T)}
      </Match>
      <Match when={props.query.isLoadingError || props.query.fetchStatus === 'paused'}>
        <Show when={props.failedTitle}>
          <h1>{props.failedTitle}</h1>
        </Show>
        <ProblemNotice problem={problem()} onRetry={mayHelpAgain(problem()) ? refetch : undefined} />
      </Match>
    </Switch>
  )
}
