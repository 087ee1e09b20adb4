import { Temporal } from 'temporal-polyfill'
import type { DoubleHour } from './visit.schemas.ts'

/** A day and a time as the clocks of a zone show them. */
export type LocalTime = { date: string; time: string }

export type LocalOutcome =
  | { ok: true; instant: Date; doubleHour: DoubleHour | null }
  /** The clocks leave this time out; `suggestion` is as much later as they jump. */
  | { ok: false; code: 'visit.time_left_out'; suggestion: LocalTime }
  /** The clocks show this time twice: which of them is meant? */
  | { ok: false; code: 'visit.time_twice'; earlier: Date; later: Date }

const wall = ({ date, time }: LocalTime) => Temporal.PlainDateTime.from(`${date}T${time}`)
const dateOf = (at: Temporal.ZonedDateTime): Date => new Date(at.epochMilliseconds)
const localOf = (at: Temporal.ZonedDateTime | Temporal.PlainDateTime): LocalTime => ({
  date: at.toPlainDate().toString(), time: at.toPlainTime().toString({ smallestUnit: 'minute' }),
})

/**
 * The instant at which the clocks of the zone show this time. Never guesses: a time that is left out is refused with a suggestion, one that
 * comes twice is asked back unless it is said which. Throws RangeError for a zone or a day that does not exist.
 */
export const resolveLocal = (local: LocalTime, zone: string, choice: DoubleHour | null = null): LocalOutcome => {
  const plain = wall(local)
  const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const later = plain.toZonedDateTime(zone, { disambiguation: 'later' })
  if (earlier.epochMilliseconds === later.epochMilliseconds) return { ok: true, instant: dateOf(earlier), doubleHour: null }
  if (!later.toPlainDateTime().equals(plain)) return { ok: false, code: 'visit.time_left_out', suggestion: localOf(later) }
  if (choice === null) return { ok: false, code: 'visit.time_twice', earlier: dateOf(earlier), later: dateOf(later) }
  return { ok: true, instant: dateOf(choice === 'earlier' ? earlier : later), doubleHour: choice }
}

/** What the clocks of the zone show at this instant. */
export const localAt = (instant: Date, zone: string): LocalTime =>
  localOf(Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone))

/** The same time of the clocks so many weeks later, however many hours lie between. */
export const weeksLater = ({ date, time }: LocalTime, weeks: number): LocalTime => localOf(wall({ date, time }).add({ weeks }))

/** 1 is Monday, 7 is Sunday. Throws RangeError for a day that does not exist. */
export const weekdayOf = (date: string): number => Temporal.PlainDate.from(date).dayOfWeek
