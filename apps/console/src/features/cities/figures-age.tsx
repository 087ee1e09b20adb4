import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { useApp } from '../../app/app-context.ts'
import { formatAge, formatInstant, isOlderThanHours } from '../../lib/dates.ts'

/** A city hands its figures over by itself; after two days without any, something is wrong. */
const staleAfterHours = 48

export const FiguresAge: Component<{ at: string | null }> = props => {
  const { now } = useApp()
  return (
    <Show when={props.at} fallback={<span class="muted">noch keine</span>}>
      {at => (
        <time dateTime={at()} title={formatInstant(at())} classList={{ stale: isOlderThanHours(at(), staleAfterHours, now()) }}>
          {formatAge(at(), now())}
          <Show when={isOlderThanHours(at(), staleAfterHours, now())}> (veraltet)</Show>
        </time>
      )}
    </Show>
  )
}
