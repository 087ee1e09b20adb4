import { For, Show } from 'solid-js'
import type { Component, JSX } from 'solid-js'
import { classes } from './classes.ts'
import { FieldError, createFieldAttributes, fieldId } from './field.tsx'
import { Heading } from './heading.tsx'
import type { HeadingLevel } from './native.ts'
import './styles/forms.css'

export interface RadioOption {
  value: string
  label: JSX.Element
  hint?: JSX.Element | undefined
  /** Stands apart below the others, without a frame, e.g. „weiß ich nicht“. */
  quiet?: boolean | undefined
  disabled?: boolean | undefined
}

export interface RadioCardsProps {
  legend: JSX.Element
  /** Makes the legend a heading, so that the question is the title of the page. */
  legendLevel?: HeadingLevel | undefined
  name: string
  options: readonly RadioOption[]
  value?: string | undefined
  onChange?: ((value: string) => void) | undefined
  hint?: JSX.Element | undefined
  error?: string | undefined
  required?: boolean | undefined
  layout?: 'stack' | 'row' | undefined
}

/** The answers to one question as native radios on large cards; the first radio has the id `fieldId(name)`. */
export const RadioCards: Component<RadioCardsProps> = (props) => {
  const field = createFieldAttributes(props)
  const idOf = (option: RadioOption): string =>
    option === props.options[0] ? fieldId(props.name) : `${fieldId(props.name)}-${option.value}`
  const loud = (): RadioOption[] => props.options.filter((option) => !option.quiet)
  const quiet = (): RadioOption[] => props.options.filter((option) => option.quiet)
  const card = (option: RadioOption): JSX.Element => (
    <label class={classes('choice', option.quiet && 'choice-quiet')}>
      <input
        type="radio"
        id={idOf(option)}
        name={props.name}
        value={option.value}
        checked={option.value === props.value}
        required={props.required}
        disabled={option.disabled}
        onChange={() => props.onChange?.(option.value)}
      />
      <span>
        {option.label}
        <Show when={option.hint}>
          <span class="choice-hint">{option.hint}</span>
        </Show>
      </span>
    </label>
  )
  return (
    <fieldset class={classes('choices', props.error && 'field-bad')} aria-describedby={field.attributes['aria-describedby']}>
      <legend class={classes(!props.legendLevel && 'field-label')}>
        <Show when={props.legendLevel} fallback={props.legend}>
          {(level) => <Heading level={level()}>{props.legend}</Heading>}
        </Show>
      </legend>
      <Show when={props.hint}>
        <div class="field-hint" id={field.hintId()}>
          {props.hint}
        </div>
      </Show>
      <FieldError id={field.errorId()} message={props.error} />
      <div class={classes('choice-list', props.layout === 'row' && 'choice-row')}>
        <For each={loud()}>{card}</For>
      </div>
      <Show when={quiet().length > 0}>
        <div class="choice-list choice-list-quiet">
          <For each={quiet()}>{card}</For>
        </div>
      </Show>
    </fieldset>
  )
}
