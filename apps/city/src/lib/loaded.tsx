import { Match, Show, Switch } from 'solid-js'
import type { Accessor, JSX } from 'solid-js'
import type { UseQueryResult } from '@tanstack/solid-query'
import { Button } from '@digitallotsen/ui/button.tsx'
import { Notice } from '@digitallotsen/ui/notice.tsx'
import { Skeleton } from '@digitallotsen/ui/skeleton.tsx'
import { problemOf } from './problem.ts'
import { ProblemNotice } from './problem-notice.tsx'
import { useTexts } from './texts.tsx'

type LoadedProps<T> = {
  query: UseQueryResult<T>
  shape?: 'text' | 'page' | 'cards'
  /** Stands in place of the notice where the call failed. */
  failed?: (error: unknown) => JSX.Element
  children: (data: Accessor<T>) => JSX.Element
}

/** The three states of what is read: skeleton, failure with a way on, data (kept while it is being refreshed). */
export const Loaded = <T,>(props: LoadedProps<T>): JSX.Element => {
  const texts = useTexts()
  const isReady = () => props.query.isSuccess || props.query.isRefetchError
  return (
    <Switch fallback={<Skeleton label={texts.common.loading} shape={props.shape ?? 'page'} lines={4} />}>
      <Match when={isReady()}>
        <Show when={props.query.isRefetchError}>
          <Notice tone="warning">
            {texts.common.staleTitle} <Button variant="quiet" onClick={() => void props.query.refetch()}>{texts.common.retry}</Button>
          </Notice>
        </Show>
        {props.children(() => props.query.data as T)}
      </Match>
      <Match when={props.query.isLoadingError || props.query.fetchStatus === 'paused'}>
        <Show when={props.failed} fallback={<ProblemNotice problem={problemOf(props.query.error)} onRetry={() => void props.query.refetch()} />}>
          {failed => failed()(props.query.error)}
        </Show>
      </Match>
    </Switch>
  )
}
