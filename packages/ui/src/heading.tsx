import { Match, Switch } from 'solid-js'
import type { Component, JSX } from 'solid-js'
import type { HeadingLevel } from './native.ts'

interface HeadingProps {
  level: HeadingLevel
  class?: string | undefined
  children: JSX.Element
}

/** A heading of the level the page's outline asks for. */
export const Heading: Component<HeadingProps> = (props) => (
  <Switch fallback={<h4 class={props.class}>{props.children}</h4>}>
    <Match when={props.level === 1}>
      <h1 class={props.class}>{props.children}</h1>
    </Match>
    <Match when={props.level === 2}>
      <h2 class={props.class}>{props.children}</h2>
    </Match>
    <Match when={props.level === 3}>
      <h3 class={props.class}>{props.children}</h3>
    </Match>
  </Switch>
)
