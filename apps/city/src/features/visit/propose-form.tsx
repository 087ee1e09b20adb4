import { Show, createSignal } from 'solid-js'
import type { Component } from 'solid-js'
import { visitPlaces } from '@digitallotsen/domain/visit/visit.words.ts'
import type { VisitPlace } from '@digitallotsen/domain/visit/visit.schemas.ts'
import { Button } from '@digitallotsen/ui/button.tsx'
import { Notice } from '@digitallotsen/ui/notice.tsx'
import { Select } from '@digitallotsen/ui/select.tsx'
import { TextArea } from '@digitallotsen/ui/text-area.tsx'
import { TextInput } from '@digitallotsen/ui/text-input.tsx'
import { useToasts } from '@digitallotsen/ui/toast-region.tsx'
import { createRequestKey } from '../../lib/new-key.ts'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { problemOf } from '../../lib/problem.ts'
import { useTexts } from '../../lib/texts.tsx'
import { brief } from '../../lib/toasts.ts'
import { createSlotFields } from './slot-fields.ts'
import { SlotLines } from './slot-lines.tsx'
import { useVisitChanges } from './visit-changes.ts'
import './visit.css'

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** Times for a new visit, or other ones for the visit named. */
export const ProposeForm: Component<{ mentorshipId: string; visitId?: string; onDone: () => void }> = props => {
  const words = useTexts('visit')
  const toasts = useToasts()
  const changes = useVisitChanges()
  const slots = createSlotFields()
  const request = createRequestKey()
  const [purpose, setPurpose] = createSignal('')
  const [place, setPlace] = createSignal<VisitPlace>('shop')
  const [placeNote, setPlaceNote] = createSignal('')
  const [note, setNote] = createSignal('')
  const [fault, setFault] = createSignal<string>()
  const sending = () => (props.visitId === undefined ? changes.propose : changes.offer)
  const faultOf = (): string | undefined => {
    if (props.visitId === undefined && purpose().trim() === '') return words.form.purposeMissing
    return slots.isHalf() ? words.form.missing : undefined
  }
  const act = async (): Promise<void> => {
    const offered = { slots: slots.filled(), note: orNull(note()) }
    if (props.visitId !== undefined) await changes.offer.mutateAsync({ visitId: props.visitId, ...offered })
    else {
      const input = { mentorshipId: props.mentorshipId, content: { place: place(), placeNote: orNull(placeNote()), purpose: purpose().trim() }, ...offered }
      await changes.propose.mutateAsync({ ...input, idempotencyKey: request.keyOf(input) })
    }
  }
  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    setFault(faultOf())
    if (fault() !== undefined) return
    try {
      await act()
    } catch {
      // The mutation holds the error, and the notice below shows it.
      return
    }
    toasts.show({ message: words.done.offered, ...brief })
    props.onDone()
  }
  return (
    <form class="flow visit-form" novalidate onSubmit={event => void send(event)}>
      <h3>{props.visitId === undefined ? words.form.title : words.form.titleOther}</h3>
      <Show when={props.visitId === undefined}>
        <TextInput name="anlass" label={words.form.purpose} hint={words.form.purposeHint} maxLength={120} value={purpose()} onInput={event => setPurpose(event.currentTarget.value)} />
        <Select
          name="ort" label={words.form.place} value={place()} options={visitPlaces.map(value => ({ value, label: words.places[value] }))}
          onChange={event => setPlace(visitPlaces.find(value => value === event.currentTarget.value) ?? 'shop')}
        />
        <Show when={place() !== 'shop'}>
          <TextInput name="ort-genau" label={words.form.placeNote} optional={words.form.optional} maxLength={120} value={placeNote()} onInput={event => setPlaceNote(event.currentTarget.value)} />
        </Show>
      </Show>
      <SlotLines slots={slots} mentorshipId={props.mentorshipId} />
      <TextArea name="nachricht" label={words.form.note} optional={words.form.optional} maxLength={2000} value={note()} onInput={event => setNote(event.currentTarget.value)} />
      <Show when={fault()}>{text => <Notice tone="danger" live><p>{text()}</p></Notice>}</Show>
      <Show when={sending().isError}><ProblemNotice problem={problemOf(sending().error)} /></Show>
      <div class="row">
        <Button type="submit" busy={sending().isPending}>{words.form.send}</Button>
        <Button variant="quiet" onClick={() => props.onDone()}>{words.form.back}</Button>
      </div>
    </form>
  )
}
