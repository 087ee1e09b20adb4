import type { DayHours, Interval, OpeningHours, Weekday } from './hours.schemas.ts'
import { weekdays } from './weekdays.ts'
import { addDays, instantOf, wallTimeAt } from './zone.rules.ts'

/** Public holidays by day, with their names; the city's, handed in by whoever knows them. */
export type Holidays = ReadonlyMap<string, string>

export type DayReason = 'week' | 'holiday' | 'vacation' | 'special'
export type DayPlan = { date: string; intervals: DayHours; reason: DayReason; note: string | null }

/** When somebody asks, where, and what is a holiday there. */
export type Asked = { instant: Date; zone: string; holidays: Holidays }

/** From and to are instants; two intervals that touch are one span. */
export type OpenSpan = { from: Date; to: Date }

export type OpeningState =
  | { open: true; until: Date | null; plan: DayPlan }
  | { open: false; next: Date | null; plan: DayPlan }

const farthestDays = 400
/** A shop that is open so long without a break is taken to be always open. */
const alwaysDays = 14

/** Monday to Sunday of a day, by calendar arithmetic alone. */
export const weekdayOf = (date: string): Weekday => weekdays[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'mo'

/** What holds on this day, and why. */
export const planOfDay = (hours: OpeningHours, date: string, holidays: Holidays): DayPlan => {
  const special = hours.special.find(day => day.date === date)
  if (special) return { date, intervals: special.intervals, reason: 'special', note: special.note }
  const vacation = hours.vacations.find(({ from, to }) => from <= date && date <= to)
  if (vacation) return { date, intervals: [], reason: 'vacation', note: vacation.note }
  const usual = hours.week[weekdayOf(date)]
  const holiday = holidays.get(date)
  if (holiday === undefined) return { date, intervals: usual, reason: 'week', note: null }
  const { holidays: rule } = hours
  const intervals = rule.kind === 'closed' ? [] : rule.kind === 'hours' ? rule.intervals : usual
  return { date, intervals, reason: 'holiday', note: holiday }
}

/** Minutes since midnight. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** True for an interval that ends on the following day; the end of the day itself is not past it. */
export const isPastMidnight = ({ from, to }: Interval): boolean => to <= from

const spanOf = (date: string, interval: Interval, zone: string): OpenSpan => ({
  from: instantOf({ date, minutes: minutesOf(interval.from) }, zone),
  to: instantOf({ date, minutes: minutesOf(interval.to) + (isPastMidnight(interval) ? 1440 : 0) }, zone),
})

const spansOfDay = (hours: OpeningHours, date: string, { zone, holidays }: Omit<Asked, 'instant'>): OpenSpan[] =>
  planOfDay(hours, date, holidays).intervals.map(interval => spanOf(date, interval, zone))

const holdsOpen = ({ from, to }: OpenSpan, at: number) => from.getTime() <= at && at < to.getTime()

type Clock = { yesterday: string; today: string; time: string; /** No clock is changed from yesterday to the end of today. */ isSteady: boolean }
const clocks = new WeakMap<Asked, Clock>()

/** Worked out once for each question, since a whole directory is asked the same one. */
const clockOf = (asked: Asked): Clock => {
  const known = clocks.get(asked)
  if (known) return known
  const { zone } = asked
  const { date: today, minutes } = wallTimeAt(asked.instant, zone)
  const yesterday = addDays(today, -1)
  const length = instantOf({ date: addDays(today, 1), minutes: 0 }, zone).getTime() - instantOf({ date: yesterday, minutes: 0 }, zone).getTime()
  const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  const clock = { yesterday, today, time, isSteady: length === 2 * 86_400_000 }
  clocks.set(asked, clock)
  return clock
}

/** Whether the door is open at this instant: opening counts, closing does not, and what began the evening before still holds. */
export const isOpenAt = (hours: OpeningHours, asked: Asked): boolean => {
  const { yesterday, today, time, isSteady } = clockOf(asked)
  if (isSteady) {
    return (
      planOfDay(hours, today, asked.holidays).intervals.some(interval => interval.from <= time && (isPastMidnight(interval) || time < interval.to)) ||
      planOfDay(hours, yesterday, asked.holidays).intervals.some(interval => isPastMidnight(interval) && time < interval.to)
    )
  }
  const at = asked.instant.getTime()
  return [yesterday, today].some(day => spansOfDay(hours, day, asked).some(span => holdsOpen(span, at)))
}

/** How long it stays open from here on; null where no end is in sight. */
const openUntil = (hours: OpeningHours, asked: Asked): Date | null => {
  const { date } = wallTimeAt(asked.instant, asked.zone)
  let end = asked.instant.getTime()
  for (let ahead = -1; ahead <= alwaysDays; ahead++) {
    const spans = spansOfDay(hours, addDays(date, ahead), asked)
    for (const span of spans) if (span.from.getTime() <= end && end < span.to.getTime()) end = span.to.getTime()
    if (ahead >= 0 && end < instantOf({ date: addDays(date, ahead + 1), minutes: 0 }, asked.zone).getTime()) return new Date(end)
  }
  return null
}

/** The next time the door opens after this instant; undefined where none is known for more than a year. */
export const findNextOpening = (hours: OpeningHours, asked: Asked): Date | undefined => {
  const { date } = wallTimeAt(asked.instant, asked.zone)
  const at = asked.instant.getTime()
  for (let ahead = 0; ahead <= farthestDays; ahead++) {
    const next = spansOfDay(hours, addDays(date, ahead), asked).find(({ from, to }) => from.getTime() > at && to.getTime() > from.getTime())
    if (next) return next.from
  }
  return undefined
}

/** Open or not, until when, or from when on. */
export const openingStateAt = (hours: OpeningHours, asked: Asked): OpeningState => {
  const plan = planOfDay(hours, wallTimeAt(asked.instant, asked.zone).date, asked.holidays)
  if (isOpenAt(hours, asked)) return { open: true, until: openUntil(hours, asked), plan }
  return { open: false, next: findNextOpening(hours, asked) ?? null, plan }
}

/** Days of the week that have the same hours, as runs from Monday on. */
export const groupWeek = (week: OpeningHours['week']): { days: Weekday[]; intervals: DayHours }[] => {
  const groups: { days: Weekday[]; intervals: DayHours }[] = []
  for (const day of weekdays) {
    const last = groups.at(-1)
    if (last && isSameDay(last.intervals, week[day])) last.days.push(day)
    else groups.push({ days: [day], intervals: week[day] })
  }
  return groups
}

const isSameDay = (a: DayHours, b: DayHours): boolean =>
  a.length === b.length && a.every(({ from, to }, index) => from === b[index]?.from && to === b[index]?.to)
