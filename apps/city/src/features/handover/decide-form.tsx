import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Button } from '@digitallotsen/ui/button.tsx'
import { RadioCards } from '@digitallotsen/ui/radio-cards.tsx'
import { TextArea } from '@digitallotsen/ui/text-area.tsx'
import { createForm } from '../../lib/forms.ts'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { handover } from '../../locales/de/handover.ts'
import { useHandoverAct, type HandoverFile } from './handover.queries.ts'

const words = handover.decide
type Decision = NonNullable<HandoverFile['decision']>
const decisions: readonly Decision[] = ['hand_over', 'finish', 'end']

/** Finish, hand over or end; may be changed until the date. */
export const DecideForm: Component<{ file: HandoverFile }> = props => {
  const act = useHandoverAct()
  const form = createForm({ decision: props.file.decision ?? '', reason: props.file.reason ?? '' } as { decision: string; reason: string }, {
    decision: value => (value === '' ? words.chooseError : undefined),
    reason: (value, all) => (all.decision === 'end' && value.trim() === '' ? words.reasonError : undefined),
  })
  const save = (event: SubmitEvent): void => {
    event.preventDefault()
    if (!form.check()) return
    const { decision, reason } = form.values()
    act.run({ send: api => api.handover.decide.mutate({ handoverId: props.file.id, decision: decision as Decision, reason: reason.trim() || null }), said: words.saved })
  }
  return (
    <form class="flow" noValidate onSubmit={save}>
      <RadioCards
        legend={words.legend} name="entscheidung" value={form.values().decision} error={form.errorOf('decision')} onChange={value => form.set('decision', value)}
        options={decisions.map(value => ({ value, label: handover.decisions[value], hint: words.hints[value] }))}
      />
      <Show when={form.values().decision === 'end'}>
        <TextArea name="grund" label={words.reason} hint={words.reasonHint} value={form.values().reason} error={form.errorOf('reason')} onInput={event => form.set('reason', event.currentTarget.value)} />
      </Show>
      <Show when={act.problem()}>{problem => <ProblemNotice problem={problem()} />}</Show>
      <div><Button type="submit" variant="secondary" busy={act.isPending()}>{words.save}</Button></div>
    </form>
  )
}
