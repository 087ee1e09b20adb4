import { For, Show } from 'solid-js'
import type { Component, JSX } from 'solid-js'
import { Heading } from './heading.tsx'
import type { HeadingLevel } from './native.ts'

export interface StepsProps {
  items: readonly { title: JSX.Element; text?: JSX.Element | undefined }[]
  level?: HeadingLevel | undefined
}

/** What happens one after the other, with large numbers. */
export const Steps: Component<StepsProps> = (props) => (
  <ol class="steps">
    <For each={props.items}>
      {(item) => (
        <li>
          <div>
            <Heading level={props.level ?? 3}>{item.title}</Heading>
            <Show when={item.text}>
              <p>{item.text}</p>
            </Show>
          </div>
        </li>
      )}
    </For>
  </ol>
)
