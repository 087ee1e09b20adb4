import type { OpeningHours, Weekday } from '@digitallotsen/domain/listing/hours.schemas.ts'
import { weekdays } from '@digitallotsen/domain/listing/weekdays.ts'

/** As the fields hold it: a time may be missing, and midnight is 00:00, since no time field knows 24:00. */
export type Span = { from: string; to: string }
export type Week = Record<Weekday, Span[]>
export type SpecialDay = { date: string; spans: Span[]; note: string }
export type Vacation = { from: string; to: string; note: string }
export type HoursFields = {
  week: Week
  holidays: { kind: OpeningHours['holidays']['kind']; spans: Span[] }
  special: SpecialDay[]
  vacations: Vacation[]
  byAppointment: boolean
  note: string
}

export const usualDay: Span = { from: '09:00', to: '18:00' }
const usualBreak = { from: '13:00', to: '14:00' }

const spansOf = (intervals: readonly Span[]): Span[] => intervals.map(({ from, to }) => ({ from, to: to === '24:00' ? '00:00' : to }))
const intervalsOf = (spans: readonly Span[]): Span[] => spans.map(({ from, to }) => ({ from, to: to === '00:00' ? '24:00' : to }))
const weekFrom = (change: (day: Weekday) => Span[]): Week => Object.fromEntries(weekdays.map(day => [day, change(day)])) as Week

export const readHours = (hours: OpeningHours | null): HoursFields => ({
  week: weekFrom(day => spansOf(hours?.week[day] ?? [])),
  holidays: { kind: hours?.holidays.kind ?? 'closed', spans: hours?.holidays.kind === 'hours' ? spansOf(hours.holidays.intervals) : [{ from: '10:00', to: '14:00' }] },
  special: (hours?.special ?? []).map(({ date, intervals, note }) => ({ date, spans: spansOf(intervals), note: note ?? '' })),
  vacations: (hours?.vacations ?? []).map(({ from, to, note }) => ({ from, to, note: note ?? '' })),
  byAppointment: hours?.byAppointment ?? false,
  note: hours?.note ?? '',
})

const noteOf = (note: string): string | null => (note.trim() === '' ? null : note.trim())
export const namedDays = (special: readonly SpecialDay[]): SpecialDay[] => special.filter(({ date }) => date !== '')
export const namedVacations = (vacations: readonly Vacation[]): Vacation[] => vacations.filter(({ from, to }) => from !== '' || to !== '')

const saysNothing = ({ week, special, vacations, byAppointment, note }: HoursFields): boolean =>
  weekdays.every(day => week[day].length === 0) && namedDays(special).length === 0 && namedVacations(vacations).length === 0 && !byAppointment && note.trim() === ''

/** Null where nothing is said: no hours are not the same as always closed. What is half typed stays in, for the schema to name. */
export const writeHours = (fields: HoursFields): OpeningHours | null => {
  if (saysNothing(fields)) return null
  const { week, holidays, special, vacations, byAppointment, note } = fields
  return {
    week: weekFrom(day => intervalsOf(week[day])),
    holidays: holidays.kind === 'hours' ? { kind: 'hours', intervals: intervalsOf(holidays.spans) } : { kind: holidays.kind },
    special: namedDays(special).map(({ date, spans, note: why }) => ({ date, intervals: intervalsOf(spans), note: noteOf(why) })),
    vacations: namedVacations(vacations).map(({ from, to, note: why }) => ({ from, to, note: noteOf(why) })),
    byAppointment,
    note: noteOf(note),
  }
}

const copyOf = (spans: readonly Span[]): Span[] => spans.map(span => ({ ...span }))

/** A day that is opened begins with the hours of the last open day before it: most weeks are alike. */
export const openDay = (week: Week, day: Weekday): Week => {
  const before = weekdays.slice(0, weekdays.indexOf(day)).findLast(other => week[other].length > 0)
  return { ...week, [day]: before ? copyOf(week[before]) : [{ ...usualDay }] }
}

export const closeDay = (week: Week, day: Weekday): Week => ({ ...week, [day]: [] })

export const copyDay = (week: Week, from: Weekday, to: readonly Weekday[]): Week => weekFrom(day => copyOf(week[to.includes(day) ? from : day]))

/** Midnight at the end of a day comes after all its hours. */
const endOf = (to: string): string => (to === '00:00' ? '24:00' : to)

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const timeOf = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** The midday break where the hours reach over it, else an hour in the middle to the full half hour. */
const breakIn = ({ from, to }: Span): Span => {
  if (from < usualBreak.from && usualBreak.to < endOf(to)) return usualBreak
  const end = minutesOf(endOf(to)) > minutesOf(from) ? minutesOf(endOf(to)) : minutesOf(endOf(to)) + 1440
  const start = Math.round((minutesOf(from) + end) / 2 / 30) * 30 - 30
  return { from: timeOf(start % 1440), to: timeOf((start + 60) % 1440) }
}

const isWhole = ({ from, to }: Span): boolean => from !== '' && to !== ''

/** Puts a break into the last stretch of a day; where its times are missing, an empty stretch follows. */
export const addBreak = (spans: readonly Span[]): Span[] => {
  const last = spans.at(-1)
  if (!last || !isWhole(last)) return [...copyOf(spans), { from: '', to: '' }]
  const pause = breakIn(last)
  return [...copyOf(spans.slice(0, -1)), { from: last.from, to: pause.from }, { from: pause.to, to: last.to }]
}

/** Takes out the break before the stretch with this number: both become one. */
export const removeBreak = (spans: readonly Span[], index: number): Span[] =>
  spans.flatMap((span, at) => (at === index - 1 ? [{ from: span.from, to: spans[index]?.to ?? span.to }] : at === index ? [] : [{ ...span }]))

export const changeSpan = (spans: readonly Span[], index: number, change: Partial<Span>): Span[] => spans.map((span, at) => (at === index ? { ...span, ...change } : { ...span }))

/** The field that an issue of the schema is about. Lines without a day are no part of the record, so its numbers are not the lines'. */
export const hoursField = (path: string, { special, vacations }: HoursFields): string => {
  const [, group = '', key = '', index, last] = path.split('.')
  const end = last === 'to' ? 'to' : 'from'
  if (group === 'week') return `${key}-${index ?? 0}-${end}`
  if (group === 'holidays') return `holidays-${index ?? 0}-${end}`
  const named = group === 'special' ? special.indexOf(namedDays(special)[Number(key)] ?? { date: '', spans: [], note: '' }) : vacations.indexOf(namedVacations(vacations)[Number(key)] ?? { from: '', to: '', note: '' })
  const line = Math.max(0, named)
  if (group === 'special') return index === 'intervals' ? `special-${line}-${last ?? 0}-from` : `special-${line}-date`
  if (group === 'vacations') return index === 'from' ? `vacation-${line}-from` : `vacation-${line}-to`
  return 'note'
}

/** Days that many shops keep shorter hours on though they are no public holidays, from a day on. */
export const eveDays = (today: string): { date: string; id: 'christmas' | 'newYear' }[] => {
  const year = Number(today.slice(0, 4))
  const next = (day: string) => (`${year}-${day}` >= today ? `${year}-${day}` : `${year + 1}-${day}`)
  return [{ date: next('12-24'), id: 'christmas' }, { date: next('12-31'), id: 'newYear' }]
}
