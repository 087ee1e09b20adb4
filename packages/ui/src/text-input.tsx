import { splitProps } from 'solid-js'
import type { Component, JSX } from 'solid-js'
import { classes } from './classes.ts'
import { Field, fieldTextKeys } from './field.tsx'
import type { FieldTexts } from './field.tsx'
import type { Native } from './native.ts'

export interface TextInputProps extends FieldTexts, Native<JSX.InputHTMLAttributes<HTMLInputElement>> {
  /** How long the expected answer is; `code` is set wide for one-time codes. */
  width?: 'xs' | 's' | 'm' | 'full' | 'code' | undefined
}

/** A one-line text field (`type` text, email, tel, url, number, search …) with its label. */
export const TextInput: Component<TextInputProps> = (props) => {
  const [texts, mine, native] = splitProps(props, fieldTextKeys, ['width'])
  return (
    <Field {...texts} name={props.name}>
      {(attributes) => <input type="text" {...native} {...attributes} class={classes('input', mine.width && `input-${mine.width}`)} />}
    </Field>
  )
}
