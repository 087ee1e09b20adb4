// Other packages check this source with their own tsconfig, which does not know our declarations.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./assets.d.ts" />
import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { classes } from './classes.ts'
import type { IconName } from './icon-names.ts'
import sprite from './sprite.svg?no-inline'

interface IconProps {
  name: IconName
  /** Set only where no text stands beside it. */
  label?: string | undefined
  size?: 'text' | 'large' | undefined
}

/** One symbol of the sprite; decoration unless it has a label. */
export const Icon: Component<IconProps> = (props) => (
  <Show
    when={props.label}
    fallback={
      <svg class={classes('icon', props.size === 'large' && 'icon-large')} aria-hidden="true">
        <use href={`${sprite}#${props.name}`} />
      </svg>
    }
  >
    <svg class={classes('icon', props.size === 'large' && 'icon-large')} role="img" aria-label={props.label}>
      <use href={`${sprite}#${props.name}`} />
    </svg>
  </Show>
)
