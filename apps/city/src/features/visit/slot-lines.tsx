import { useQuery } from '@tanstack/solid-query'
import { For, Index, Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Button } from '@digitallotsen/ui/button.tsx'
import { DateInput } from '@digitallotsen/ui/date-input.tsx'
import { Notice } from '@digitallotsen/ui/notice.tsx'
import { Select } from '@digitallotsen/ui/select.tsx'
import { TextInput } from '@digitallotsen/ui/text-input.tsx'
import { useApp } from '../../app/app-context.ts'
import { dayInBerlin, formatDay } from '../../lib/dates.ts'
import { problemOf } from '../../lib/problem.ts'
import { findErrorText } from '../../lib/error-texts.ts'
import { useTexts } from '../../lib/texts.tsx'
import { mostSlots } from './slot-fields.ts'
import type { SlotFields } from './slot-fields.ts'
import { weighQuery } from './visit.queries.ts'

const lengths = [15, 30, 45, 60, 90, 120, 180]

const dateFrom = (days: number): string => dayInBerlin(new Date(Date.now() + days * 86_400_000))

const SlotLine: Component<{ slots: SlotFields; position: number; asksHour: boolean }> = props => {
  const { form: words, doubled } = useTexts('visit')
  const field = () => props.slots.fields()[props.position]
  const number = () => props.position + 1
  return (
    <fieldset class="slot-line">
      <legend>{words.slot(number())}</legend>
      <div class="pair">
        <DateInput name={`tag${number()}`} label={words.day} min={dateFrom(0)} max={dateFrom(120)} value={field()?.date ?? ''} onInput={event => props.slots.set(props.position, { date: event.currentTarget.value })} />
        <TextInput name={`uhr${number()}`} type="time" width="s" label={words.time} value={field()?.time ?? ''} onInput={event => props.slots.set(props.position, { time: event.currentTarget.value })} />
      </div>
      <Show when={props.asksHour}>
        <Select
          name={`stunde${number()}`} label={words.double} placeholder="–" value={field()?.doubleHour ?? ''}
          options={(['earlier', 'later'] as const).map(value => ({ value, label: doubled[value] }))}
          onChange={event => props.slots.set(props.position, { doubleHour: event.currentTarget.value === 'later' ? 'later' : event.currentTarget.value === 'earlier' ? 'earlier' : null })}
        />
      </Show>
      <Show when={props.slots.fields().length > 1}>
        <Button variant="quiet" icon="trash" onClick={() => props.slots.remove(props.position)}>{words.remove(number())}</Button>
      </Show>
    </fieldset>
  )
}

/** The next time that the clocks do show, where they leave one out. */
const insteadOf = (error: unknown): string | undefined => {
  const time = (error as { data?: { details?: { time?: unknown } | null } | null } | null)?.data?.details?.time
  return typeof time === 'string' ? time : undefined
}

/** The times with day, hour and length, and what the server knows of them while they are being filled in. */
export const SlotLines: Component<{ slots: SlotFields; mentorshipId: string }> = props => {
  const words = useTexts('visit')
  const { api, locale } = useApp()
  const weighed = useQuery(() => ({ ...weighQuery(api, { mentorshipId: props.mentorshipId, slots: props.slots.filled() }), enabled: props.slots.filled().length > 0, retry: false }))
  const refused = () => (weighed.isError ? problemOf(weighed.error).code : undefined)
  const instead = () => (weighed.isError ? insteadOf(weighed.error) : undefined)
  const warned = () => (weighed.isSuccess ? weighed.data.filter(({ warnings }) => warnings.length > 0) : [])
  return (
    <>
      <Index each={props.slots.fields()}>{(_, position) => <SlotLine slots={props.slots} position={position} asksHour={refused() === 'visit.time_twice'} />}</Index>
      <Show when={props.slots.fields().length < mostSlots}>
        <Button variant="quiet" icon="plus" onClick={() => props.slots.add()}>{words.form.more}</Button>
      </Show>
      <Select
        name="dauer" width="s" label={words.form.minutes} value={String(props.slots.minutes())} options={lengths.map(count => ({ value: String(count), label: words.form.minutesOf(String(count)) }))}
        onChange={event => props.slots.setMinutes(Number(event.currentTarget.value))}
      />
      <Show when={refused()}>{code => <Notice tone="danger" live><p>{findErrorText(code())} <Show when={instead()}>{time => words.form.suggestion(time())}</Show></p></Notice>}</Show>
      <Show when={warned().length > 0}>
        <Notice tone="warning" title={words.warnTitle} live>
          <ul class="plain-list">
            <For each={warned()}>{slot => <li>{`${formatDay(slot.date, locale)}, ${slot.time}: ${slot.warnings.map(warning => words.warnings[warning]).join(', ')}`}</li>}</For>
          </ul>
        </Notice>
      </Show>
    </>
  )
}
