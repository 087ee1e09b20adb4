import { Show, splitProps } from 'solid-js'
import type { Component, JSX } from 'solid-js'
import { classes } from './classes.ts'
import { FieldError, createFieldAttributes } from './field.tsx'
import type { FieldTexts } from './field.tsx'
import type { Native } from './native.ts'
import './styles/forms.css'

export interface CheckboxProps extends Omit<FieldTexts, 'optional'>, Native<JSX.InputHTMLAttributes<HTMLInputElement>> {}

/** One native checkbox with a label as large as the target. */
export const Checkbox: Component<CheckboxProps> = (props) => {
  const [texts, native] = splitProps(props, ['label', 'hint', 'error', 'id'])
  const field = createFieldAttributes(props)
  return (
    <div class={classes('field', texts.error && 'field-bad')}>
      <FieldError id={field.errorId()} message={texts.error} />
      <label class="tick">
        <input {...native} {...field.attributes} type="checkbox" />
        <span>{texts.label}</span>
      </label>
      <Show when={texts.hint}>
        <div class="field-hint" id={field.hintId()}>
          {texts.hint}
        </div>
      </Show>
    </div>
  )
}
