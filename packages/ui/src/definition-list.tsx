import { For, Show } from 'solid-js'
import type { Component, JSX } from 'solid-js'
import './styles/lists.css'

export interface Definition {
  term: JSX.Element
  description: JSX.Element
  /** A link or button such as „Ändern“; name what it changes in a VisuallyHidden part. */
  action?: JSX.Element | undefined
}

/** Terms and what stands for them, one row each; also the check-your-answers list. */
export const DefinitionList: Component<{ items: readonly Definition[] }> = (props) => (
  <dl class="definitions">
    <For each={props.items}>
      {(item) => (
        <div>
          <dt>{item.term}</dt>
          <dd>{item.description}</dd>
          <Show when={item.action}>
            <dd class="definitions-action">{item.action}</dd>
          </Show>
        </div>
      )}
    </For>
  </dl>
)
