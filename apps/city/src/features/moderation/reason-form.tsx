import type { Component } from 'solid-js'
import { Button } from '@digitallotsen/ui/button.tsx'
import { Details } from '@digitallotsen/ui/details.tsx'
import { fieldId } from '@digitallotsen/ui/field.tsx'
import { TextArea } from '@digitallotsen/ui/text-area.tsx'
import { createForm } from '../../lib/forms.ts'
import { moderation as words } from '../../locales/de/moderation.ts'

const longest = 2000

type ReasonFormProps = {
  /** Unlike every other on the page. */
  name: string
  summary: string
  text: string
  submit: string
  busy: boolean
  onSubmit: (reason: string) => void
}

/** A refusal needs a reason, and no second question: the business reads it. */
export const ReasonForm: Component<ReasonFormProps> = props => {
  const form = createForm({ reason: '' }, { reason: value => (value.trim() === '' ? words.reasonError : value.trim().length > longest ? words.reasonLong : undefined) })
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (props.busy) return
    if (form.check()) props.onSubmit(form.values().reason.trim())
    else document.getElementById(fieldId(props.name))?.focus()
  }
  return (
    <Details summary={props.summary}>
      <form class="flow" noValidate onSubmit={submit}>
        <p>{props.text}</p>
        <TextArea
          name={props.name}
          label={words.reason}
          hint={words.reasonHint}
          error={form.errorOf('reason')}
          value={form.values().reason}
          onInput={event => form.set('reason', event.currentTarget.value)}
        />
        <Button type="submit" variant="danger" busy={props.busy}>{props.submit}</Button>
      </form>
    </Details>
  )
}
