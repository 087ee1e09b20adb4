import { For } from 'solid-js'
import type { Component } from 'solid-js'
import { classes } from './classes.ts'

export interface SkeletonProps {
  /** Read out, e.g. „Wird geladen“. */
  label: string
  shape?: 'text' | 'page' | 'cards' | undefined
  lines?: number | undefined
}

/** Holds the place of what is loading; seen only after 300 ms, so that fast answers do not flicker. */
export const Skeleton: Component<SkeletonProps> = (props) => (
  <div class="skeleton" role="status">
    <span class="hidden">{props.label}</span>
    <For each={Array.from({ length: props.lines ?? 3 }, (_, index) => index)}>
      {(index) => (
        <div
          class={classes(
            'skeleton-line',
            props.shape === 'page' && index === 0 && 'skeleton-title',
            props.shape === 'cards' && 'skeleton-card',
          )}
        />
      )}
    </For>
  </div>
)
