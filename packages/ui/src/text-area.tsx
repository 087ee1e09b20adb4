import { splitProps } from 'solid-js'
import { isServer } from 'solid-js/web'
import type { Component, JSX } from 'solid-js'
import { Field, fieldTextKeys } from './field.tsx'
import type { FieldTexts } from './field.tsx'
import type { Native } from './native.ts'

export interface TextAreaProps extends FieldTexts, Native<JSX.TextareaHTMLAttributes<HTMLTextAreaElement>> {
  value?: string | undefined
}

/** A field for several lines; grows with its text where the browser can. */
export const TextArea: Component<TextAreaProps> = (props) => {
  const [texts, mine, native] = splitProps(props, fieldTextKeys, ['value'])
  return (
    <Field {...texts} name={props.name}>
      {(attributes) => (
        <textarea {...native} {...attributes} class="input" value={isServer ? undefined : mine.value}>
          {isServer && mine.value}
        </textarea>
      )}
    </Field>
  )
}
