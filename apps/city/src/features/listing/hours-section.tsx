import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { OpeningHours } from '@digitallotsen/domain/listing/hours.schemas.ts'
import { Checkbox } from '@digitallotsen/ui/checkbox.tsx'
import { RadioCards } from '@digitallotsen/ui/radio-cards.tsx'
import { TextInput } from '@digitallotsen/ui/text-input.tsx'
import { useApp } from '../../app/app-context.ts'
import { dayInBerlin, formatDay } from '../../lib/dates.ts'
import { createSoonPart } from '../../lib/later-part.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { hoursField, readHours, writeHours } from './hours-editor.rules.ts'
import type { HoursFields } from './hours-editor.rules.ts'
import { useSetting } from './listing.queries.ts'
import { createSectionForm } from './section-form.state.ts'
import { SectionFrame } from './section-frame.tsx'
import { SpanFields } from './span-fields.tsx'
import { WeekTable } from './week-table.tsx'
import { weekdayNames } from './weekday-names.ts'

const SpecialDays = createSoonPart(async () => (await import('./special-days.tsx')).SpecialDays)
const Vacations = createSoonPart(async () => (await import('./vacations.tsx')).Vacations)

type Kind = OpeningHours['holidays']['kind']
const kinds: readonly Kind[] = ['closed', 'as_usual', 'hours']

/** Which public holiday is next here, so that the question is about a real day. */
const NextHoliday: Component = () => {
  const words = useTexts('listing').hours
  const { locale } = useApp()
  const setting = useSetting()
  const next = () => setting.data?.holidays.find(({ date }) => date >= dayInBerlin(new Date()))
  return <Show when={next()}>{day => <p class="small muted">{words.nextHoliday(day().name, formatDay(day().date, locale))}</p>}</Show>
}

export const HoursSection: Component = () => {
  const words = useTexts('listing').hours
  const names = weekdayNames(useApp().locale)
  const messageOf = (field: string): string => {
    const [group = ''] = field.split('-')
    if (group in names) return words.dayError(names[group as keyof typeof names])
    if (group === 'special') return field.endsWith('date') ? words.specialError : words.spanError
    if (group === 'vacation') return words.vacationError
    return group === 'holidays' ? words.spanError : words.noteError
  }
  const form = createSectionForm<HoursFields>({ section: 'zeiten', read: ({ hours }) => readHours(hours), write: fields => ({ hours: writeHours(fields) }), fieldOf: hoursField, messageOf })
  return (
    <SectionFrame section="zeiten" form={form}>
      <h2>{words.week}</h2>
      <p>{words.weekText}</p>
      <WeekTable week={form.raw().week} errorOf={form.errorOf} onChange={week => form.set({ week })} />
      <Checkbox name="by-appointment" label={words.byAppointment} checked={form.raw().byAppointment} onChange={event => form.set({ byAppointment: event.currentTarget.checked })} />
      <RadioCards
        name="holiday-kind" legend={words.holidays} value={form.raw().holidays.kind} layout="row" options={kinds.map(value => ({ value, label: words.holidayKinds[value] }))}
        onChange={kind => form.set({ holidays: { ...form.raw().holidays, kind: kind as Kind } })}
      />
      <NextHoliday />
      <Show when={form.raw().holidays.kind === 'hours'}>
        <SpanFields scope="holidays" name={words.holidays} spans={form.raw().holidays.spans} errorOf={form.errorOf} onChange={spans => form.set({ holidays: { kind: 'hours', spans } })} />
      </Show>
      <h2>{words.special}</h2>
      <p>{words.specialText}</p>
      <SpecialDays lines={form.raw().special} errorOf={form.errorOf} onChange={special => form.set({ special })} />
      <h2>{words.vacations}</h2>
      <Vacations lines={form.raw().vacations} errorOf={form.errorOf} onChange={vacations => form.set({ vacations })} />
      <TextInput name="note" maxLength={120} label={words.note} optional={words.optional} hint={words.noteHint} error={form.errorOf('note')} value={form.raw().note} onInput={event => form.set({ note: event.currentTarget.value })} />
    </SectionFrame>
  )
}
