import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { outcomes, pauseReasons } from '@digitallotsen/domain/mentorship/mentorship.words.ts'
import { Button } from '@digitallotsen/ui/button.tsx'
import { DateInput } from '@digitallotsen/ui/date-input.tsx'
import { Details } from '@digitallotsen/ui/details.tsx'
import { Select } from '@digitallotsen/ui/select.tsx'
import { TextArea } from '@digitallotsen/ui/text-area.tsx'
import { dayInBerlin } from '../../lib/dates.ts'
import { createForm } from '../../lib/forms.ts'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useCaseAct, type CaseAct } from './case-act.ts'
import type { CaseFile } from './mentorship.queries.ts'

const PauseForm: Component<{ file: CaseFile; act: CaseAct }> = props => {
  const words = useTexts('mentorship')
  const form = createForm({ reason: '', note: '', resumeOn: '' }, {
    reason: value => (value ? undefined : words.chooseError),
    resumeOn: value => (value > dayInBerlin(new Date()) ? undefined : words.file.resumeError),
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!form.check()) return
    const { reason, note, resumeOn } = form.values()
    const input = { mentorshipId: props.file.id, reason: reason as (typeof pauseReasons)[number], note: note.trim() || null, resumeOn }
    props.act.run({ send: api => api.mentorship.pause.mutate(input), said: words.saved })
  }
  return (
    <Details summary={words.file.pause}>
      <form class="flow" noValidate onSubmit={submit}>
        <Select name="pause-grund" label={words.file.pauseReason} placeholder={words.choose} error={form.errorOf('reason')} value={form.values().reason} options={pauseReasons.map(value => ({ value, label: words.pauseReasons[value] }))} onChange={event => form.set('reason', event.currentTarget.value)} />
        <DateInput name="wiedervorlage" label={words.file.resumeOn} error={form.errorOf('resumeOn')} value={form.values().resumeOn} onInput={event => form.set('resumeOn', event.currentTarget.value)} />
        <TextArea name="pause-notiz" label={words.file.pauseNote} hint={words.file.noSecrets} value={form.values().note} onInput={event => form.set('note', event.currentTarget.value)} />
        <Button type="submit" variant="secondary" busy={props.act.isPending()}>{words.file.pause}</Button>
      </form>
    </Details>
  )
}

const EndForm: Component<{ file: CaseFile; act: CaseAct }> = props => {
  const words = useTexts('mentorship')
  const form = createForm({ outcome: '', reason: '' }, { outcome: value => (value ? undefined : words.chooseError) })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!form.check()) return
    const input = { mentorshipId: props.file.id, outcome: form.values().outcome as (typeof outcomes)[number], reason: form.values().reason.trim() || null }
    props.act.run({ send: api => api.mentorship.end.mutate(input), said: words.saved })
  }
  return (
    <Details summary={words.file.end}>
      <form class="flow" noValidate onSubmit={submit}>
        <p>{words.file.endText}</p>
        <Select name="ergebnis" label={words.file.outcome} placeholder={words.choose} error={form.errorOf('outcome')} value={form.values().outcome} options={outcomes.map(value => ({ value, label: words.outcomes[value] }))} onChange={event => form.set('outcome', event.currentTarget.value)} />
        <TextArea name="ende-grund" label={words.file.endReason} hint={words.file.noSecrets} value={form.values().reason} onInput={event => form.set('reason', event.currentTarget.value)} />
        <Button type="submit" variant="danger" busy={props.act.isPending()}>{words.file.end}</Button>
      </form>
    </Details>
  )
}

/** Resting, going on and ending, each with its honest reason. */
export const CaseEndings: Component<{ file: CaseFile }> = props => {
  const words = useTexts('mentorship').file
  const act = useCaseAct()
  return (
    <section class="flow no-print">
      <Show when={act.problem()}>{problem => <ProblemNotice problem={problem()} />}</Show>
      <Show when={props.file.state === 'paused'}>
        <p><Button busy={act.isPending()} onClick={() => act.run({ send: api => api.mentorship.resume.mutate({ mentorshipId: props.file.id }) })}>{words.resume}</Button></p>
      </Show>
      <Show when={props.file.state === 'active'}><PauseForm file={props.file} act={act} /></Show>
      <Show when={props.file.may.work && props.file.state !== 'ended'}><EndForm file={props.file} act={act} /></Show>
    </section>
  )
}
