import type { Component, JSX } from 'solid-js'

/** Text for screen readers only; focusable content in it becomes visible on focus. */
export const VisuallyHidden: Component<{ children: JSX.Element }> = (props) => <span class="hidden">{props.children}</span>
