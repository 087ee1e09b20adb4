import { Show } from 'solid-js'
import type { Component, JSX } from 'solid-js'

export interface HeroProps {
  title: JSX.Element
  lead?: JSX.Element | undefined
  /** Buttons. */
  actions?: JSX.Element | undefined
  /** Right column on wide screens. */
  aside?: JSX.Element | undefined
}

/** The opening of a public page on the city's tinted band; holds the page's h1. */
export const Hero: Component<HeroProps> = (props) => (
  <div class="hero on-brand">
    <div class="wrap">
      <div>
        <h1>{props.title}</h1>
        <Show when={props.lead}>
          <p class="lead">{props.lead}</p>
        </Show>
        <Show when={props.actions}>
          <div class="actions">{props.actions}</div>
        </Show>
      </div>
      <Show when={props.aside}>
        <div>{props.aside}</div>
      </Show>
    </div>
  </div>
)
