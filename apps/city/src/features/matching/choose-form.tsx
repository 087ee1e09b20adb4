import type { Component } from 'solid-js'
import { Button } from '@digitallotsen/ui/button.tsx'
import { fieldId } from '@digitallotsen/ui/field.tsx'
import { Select } from '@digitallotsen/ui/select.tsx'
import { TextArea } from '@digitallotsen/ui/text-area.tsx'
import { createForm } from '../../lib/forms.ts'
import { matching as words } from '../../locales/de/matching.ts'
import type { GuideVerdict } from './matching.queries.ts'
import type { CaseProps } from './other-guides.tsx'

const longest = 2000

const reasonError = (reason: string): string | undefined => (reason.trim() === '' ? words.reasonError : reason.trim().length > longest ? words.reasonLong : undefined)

/** Somebody else than proposed, with the reason that is kept. */
export const ChooseForm: Component<CaseProps & { choices: readonly GuideVerdict[] }> = props => {
  const form = createForm({ guide: '', reason: '' }, { guide: value => (value === '' ? words.guideError : undefined), reason: reasonError })
  const name = (field: 'guide' | 'reason') => `${field}-${props.waiting.mentorshipId}`
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (props.sending.isBusy()) return
    if (!form.check()) return void document.getElementById(fieldId(name(form.errorOf('guide') ? 'guide' : 'reason')))?.focus()
    const { mentorshipId, proposed, business } = props.waiting
    const chosen = props.choices.find(({ guideId }) => guideId === form.values().guide)
    if (!chosen) return
    void props.sending.ask({
      mentorshipId, guideId: chosen.guideId, proposedGuideId: proposed?.guideId ?? null, state: props.state, overrideReason: form.values().reason.trim(), business, name: props.names.guide(chosen.guideId),
    })
  }
  return (
    <form class="flow match-choose" noValidate onSubmit={submit}>
      <h4>{words.choose}</h4>
      <Select
        name={name('guide')}
        label={words.guide}
        placeholder={words.pleaseChoose}
        options={props.choices.map(({ guideId }) => ({ value: guideId, label: props.names.guide(guideId) }))}
        value={form.values().guide}
        error={form.errorOf('guide')}
        onChange={event => form.set('guide', event.currentTarget.value)}
      />
      <TextArea name={name('reason')} label={words.reason} hint={words.reasonHint} value={form.values().reason} error={form.errorOf('reason')} onInput={event => form.set('reason', event.currentTarget.value)} />
      <div><Button type="submit" variant="secondary" busy={props.sending.isBusy()}>{words.chooseSubmit}</Button></div>
    </form>
  )
}
