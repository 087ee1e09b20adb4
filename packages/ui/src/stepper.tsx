import { For, Show } from 'solid-js'
import type { Component, JSX } from 'solid-js'
import { Icon } from './icon.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'
import './styles/stepper.css'

export interface StepperStep {
  label: JSX.Element
  state: 'done' | 'current' | 'open'
  href?: string | undefined
}

export interface StepperProps {
  label: string
  steps: readonly StepperStep[]
  /** Read out behind a finished step, e.g. „erledigt“. */
  doneLabel: string
  /** One row on wide screens. */
  wide?: boolean | undefined
}

const StepFace: Component<{ step: StepperStep; number: number; doneLabel: string }> = (props) => (
  <>
    <span class="stepper-sign" aria-hidden="true">
      <Show when={props.step.state === 'done'} fallback={props.number}>
        <Icon name="check" />
      </Show>
    </span>
    <span>
      {props.step.label}
      <Show when={props.step.state === 'done'}>
        {' '}
        <VisuallyHidden>{`(${props.doneLabel})`}</VisuallyHidden>
      </Show>
    </span>
  </>
)

/** The parts of a longer task in order, with what is done and where one is. */
export const Stepper: Component<StepperProps> = (props) => (
  <nav aria-label={props.label}>
    <ol class={props.wide ? 'stepper stepper-wide' : 'stepper'}>
      <For each={props.steps}>
        {(step, index) => (
          <li class={`stepper-${step.state}`} aria-current={step.state === 'current' ? 'step' : undefined}>
            <Show when={step.href} fallback={<span><StepFace step={step} number={index() + 1} doneLabel={props.doneLabel} /></span>}>
              {(href) => (
                <a href={href()}>
                  <StepFace step={step} number={index() + 1} doneLabel={props.doneLabel} />
                </a>
              )}
            </Show>
          </li>
        )}
      </For>
    </ol>
  </nav>
)
