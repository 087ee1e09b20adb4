import { For, Show, splitProps } from 'solid-js'
import type { Component, JSX } from 'solid-js'
import { classes } from './classes.ts'
import { Field, fieldTextKeys } from './field.tsx'
import type { FieldTexts } from './field.tsx'
import type { Native } from './native.ts'

export interface SelectOption {
  value: string
  label: string
  disabled?: boolean | undefined
}

export interface SelectProps extends FieldTexts, Native<Omit<JSX.SelectHTMLAttributes<HTMLSelectElement>, 'value'>> {
  options: readonly SelectOption[]
  value?: string | undefined
  /** First, empty choice, e.g. „Bitte wählen“. */
  placeholder?: string | undefined
  width?: 'xs' | 's' | 'm' | 'full' | undefined
}

/** A native select; the empty value stands for no choice. */
export const Select: Component<SelectProps> = (props) => {
  const [texts, mine, native] = splitProps(props, fieldTextKeys, ['options', 'value', 'placeholder', 'width'])
  return (
    <Field {...texts} name={props.name}>
      {(attributes) => (
        <select {...native} {...attributes} class={classes('input', mine.width && `input-${mine.width}`)}>
          <Show when={mine.placeholder}>
            <option value="" selected={!mine.value}>
              {mine.placeholder}
            </option>
          </Show>
          <For each={mine.options}>
            {(option) => (
              <option value={option.value} selected={option.value === mine.value} disabled={option.disabled}>
                {option.label}
              </option>
            )}
          </For>
        </select>
      )}
    </Field>
  )
}
