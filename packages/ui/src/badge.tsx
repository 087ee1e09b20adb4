import { Show } from 'solid-js'
import type { Component, JSX } from 'solid-js'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-names.ts'
import type { Tone } from './native.ts'

/** One or two words about a state; the word carries the meaning, the tone only helps. */
export const Badge: Component<{ tone?: Tone | undefined; icon?: IconName | undefined; children: JSX.Element }> = (props) => (
  <span class={`badge tone-${props.tone ?? 'neutral'}`}>
    <Show when={props.icon}>{(name) => <Icon name={name()} />}</Show>
    {props.children}
  </span>
)
