import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Icon } from '@digitallotsen/ui/icon.tsx'
import { linkFrom, type PageFrame } from '../page-frame.ts'
import { directoryPath, platformPaths } from '../platform-addresses.ts'
import { platformWordsOf } from '../platform-words.ts'
import type { DirectoryPageQuery } from '../public-pages.types.ts'
import { countFilters, listActiveFilters } from './active-filters.ts'

/** What the list is narrowed down to, each part to be taken away. */
export const Chosen: Component<{ frame: PageFrame; query: DirectoryPageQuery }> = props => {
  const words = () => platformWordsOf(props.frame.locale)
  const chosen = () => listActiveFilters(props.frame, props.query)
  return (
    <Show when={countFilters(props.query) > 0}>
      <ul class="chosen no-print" aria-label={words().activeFilters}>
        <For each={chosen()}>
          {({ label, without }) => (
            <li><a class="chip" href={linkFrom(props.frame, directoryPath(without))} aria-label={words().remove(label)}>{label}<Icon name="cross" /></a></li>
          )}
        </For>
        <Show when={chosen().length !== 1}><li><a class="chip chip-plain" href={linkFrom(props.frame, platformPaths.directory)}>{words().removeAll}</a></li></Show>
      </ul>
    </Show>
  )
}
