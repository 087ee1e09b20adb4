import { Show } from 'solid-js'
import type { Component, JSX } from 'solid-js'
import { classes } from './classes.ts'
import { Heading } from './heading.tsx'
import type { HeadingLevel } from './native.ts'

export interface CardProps {
  title?: JSX.Element | undefined
  titleLevel?: HeadingLevel | undefined
  /** Makes the whole card one link, named by its title. */
  href?: string | undefined
  eyebrow?: JSX.Element | undefined
  foot?: JSX.Element | undefined
  look?: 'framed' | 'plain' | 'marked' | undefined
  children?: JSX.Element | undefined
}

/** A surface for one thing; with `href` the whole card is the link's target. */
export const Card: Component<CardProps> = (props) => (
  <div class={classes('card', props.look === 'plain' && 'card-plain', props.look === 'marked' && 'card-marked', props.href !== undefined && 'card-link')}>
    <Show when={props.eyebrow}>
      <div class="card-eyebrow">{props.eyebrow}</div>
    </Show>
    <Show when={props.title}>
      <Heading level={props.titleLevel ?? 3} class="card-title">
        <Show when={props.href} fallback={props.title}>
          {(href) => <a href={href()}>{props.title}</a>}
        </Show>
      </Heading>
    </Show>
    {props.children}
    <Show when={props.foot}>
      <div class="card-foot">{props.foot}</div>
    </Show>
  </div>
)
