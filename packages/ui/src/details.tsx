import type { Component, JSX } from 'solid-js'
import { classes } from './classes.ts'
import './styles/lists.css'

export interface DetailsProps {
  summary: JSX.Element
  open?: boolean | undefined
  /** Without a rule below, for help beside a field or question. */
  help?: boolean | undefined
  children: JSX.Element
}

/** More on demand, by the native disclosure element. */
export const Details: Component<DetailsProps> = (props) => (
  <details class={classes('details', props.help && 'details-help')} open={props.open}>
    <summary>{props.summary}</summary>
    <div class="details-body">{props.children}</div>
  </details>
)
