import { Show, createUniqueId } from 'solid-js'
import type { Component, JSX } from 'solid-js'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import './styles/forms.css'

export interface FieldTexts {
  label: JSX.Element
  hint?: JSX.Element | undefined
  error?: string | undefined
  /** Word behind the label of a field that may stay empty, e.g. „freiwillig“. */
  optional?: string | undefined
}

export interface FieldAttributes {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': 'true' | undefined
}

interface FieldProps extends FieldTexts {
  name?: string | undefined
  id?: string | undefined
  children: (attributes: FieldAttributes) => JSX.Element
}

export const fieldTextKeys = ['label', 'hint', 'error', 'optional', 'id'] as const

/** The id of the control with this name, so that an error summary can point at it. */
export function fieldId(name: string): string {
  return `field-${name}`
}

/** Ids and ARIA links of one control with its hint and error; the id follows the name when there is one. */
export function createFieldAttributes(props: { id?: string | undefined; name?: string | undefined; hint?: unknown; error?: string | undefined }) {
  const fallback = `field-${createUniqueId()}`
  const id = (): string => props.id ?? (props.name === undefined ? fallback : fieldId(props.name))
  const hintId = (): string => `${id()}-hint`
  const errorId = (): string => `${id()}-error`
  const attributes: FieldAttributes = {
    get id() { return id() },
    get 'aria-describedby'() { return classes(props.hint ? hintId() : undefined, props.error ? errorId() : undefined) || undefined },
    get 'aria-invalid'() { return props.error ? 'true' : undefined },
  }
  return { id, hintId, errorId, attributes }
}

/** The message at the field, marked by an icon as well as by colour. */
export const FieldError: Component<{ id: string; message: string | undefined }> = (props) => (
  <Show when={props.message}>
    <p class="field-error" id={props.id}>
      <Icon name="danger" />
      <span>{props.message}</span>
    </p>
  </Show>
)

/** Label, hint and error around one control, which gets its id and ARIA links as an argument to spread. */
export const Field: Component<FieldProps> = (props) => {
  const field = createFieldAttributes(props)
  return (
    <div class={classes('field', props.error && 'field-bad')}>
      <label class="field-label" for={field.id()}>
        {props.label}
        <Show when={props.optional}>
          {' '}
          <span class="field-optional">{`(${props.optional})`}</span>
        </Show>
      </label>
      <Show when={props.hint}>
        <div class="field-hint" id={field.hintId()}>
          {props.hint}
        </div>
      </Show>
      <FieldError id={field.errorId()} message={props.error} />
      {props.children(field.attributes)}
    </div>
  )
}
