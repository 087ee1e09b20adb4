import { For, Show, createEffect, on } from 'solid-js'
import type { Component } from 'solid-js'
import { fieldId } from './field.tsx'
import './styles/forms.css'

export interface FieldProblem {
  /** Name of the field, or the id of any element with a leading `#`. */
  field: string
  message: string
}

export interface ErrorSummaryProps {
  title: string
  errors: readonly FieldProblem[]
}

const target = (problem: FieldProblem): string => (problem.field.startsWith('#') ? problem.field.slice(1) : fieldId(problem.field))

function goTo(event: MouseEvent, id: string): void {
  const element = document.getElementById(id)
  if (!element) return
  event.preventDefault()
  element.scrollIntoView({ block: 'center' })
  element.focus({ preventScroll: true })
}

/** All problems of a form on top, taking the focus whenever the list changes; renders nothing for an empty list. */
export const ErrorSummary: Component<ErrorSummaryProps> = (props) => {
  let box: HTMLDivElement | undefined
  createEffect(on(() => props.errors, (errors) => { if (errors.length > 0) box?.focus(); }))
  return (
    <Show when={props.errors.length > 0}>
      <div class="error-summary" role="alert" tabindex="-1" ref={(element) => (box = element)}>
        <h2>{props.title}</h2>
        <ul>
          <For each={props.errors}>
            {(problem) => (
              <li>
                <a href={`#${target(problem)}`} onClick={(event) => goTo(event, target(problem))}>
                  {problem.message}
                </a>
              </li>
            )}
          </For>
        </ul>
      </div>
    </Show>
  )
}
