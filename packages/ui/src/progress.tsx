import { Show, createUniqueId } from 'solid-js'
import type { Component } from 'solid-js'
import './styles/forms.css'

export interface ProgressProps {
  value: number
  max: number
  /** In words, e.g. „Frage 3 von 30“. */
  label: string
  /** What is left, e.g. „noch etwa 12 Minuten“. */
  rest?: string | undefined
}

/** How far one is, in words and as a native progress bar. */
export const Progress: Component<ProgressProps> = (props) => {
  const id = `progress-${createUniqueId()}`
  return (
    <div class="progress">
      <p class="progress-words" id={id}>
        <span>{props.label}</span>
        <Show when={props.rest}>
          <span>{props.rest}</span>
        </Show>
      </p>
      <progress value={props.value} max={props.max} aria-labelledby={id} />
    </div>
  )
}
