import { For, Show } from 'solid-js'
import type { Component, JSX } from 'solid-js'
import './styles/lists.css'

export interface Fact {
  label: JSX.Element
  value: JSX.Element
  /** Comparison or source, e.g. „12 mehr als im Oktober“. */
  note?: JSX.Element | undefined
  href?: string | undefined
}

/** Three to five numbers, each with its meaning, comparison and, where given, a link to what is behind it. */
export const Facts: Component<{ items: readonly Fact[] }> = (props) => (
  <dl class="facts">
    <For each={props.items}>
      {(fact) => (
        <div>
          <dt>
            <Show when={fact.href} fallback={fact.label}>
              {(href) => <a href={href()}>{fact.label}</a>}
            </Show>
          </dt>
          <dd class="facts-value">{fact.value}</dd>
          <Show when={fact.note}>
            <dd class="facts-note">{fact.note}</dd>
          </Show>
        </div>
      )}
    </For>
  </dl>
)
