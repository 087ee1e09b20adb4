import * as z from 'zod/mini'
import { calendarDate, line } from '../text.schemas.ts'
import { weekdays } from './weekdays.ts'

/** 00:00 to 23:59. */
export const clockTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))
/** As `clockTime`; 24:00 is the end of the day. */
export const closingTime = z.string().check(z.regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/))

/** An end that does not lie after its beginning is on the following day. */
export const interval = z.strictObject({ from: clockTime, to: closingTime })
export type Interval = z.output<typeof interval>

/** In order, apart from each other, and only the last one runs past midnight. */
const isOrderly = (intervals: readonly Interval[]): boolean =>
  intervals.every(({ from, to }, index) => {
    const next = intervals[index + 1]
    if (from === to) return false
    return next === undefined || (from < to && to < next.from)
  })

export const dayHours = z.array(interval).check(z.maxLength(6), z.refine(isOrderly, { error: 'hours.overlapping' }))

export const weekday = z.enum(weekdays)

const specialDay = z.strictObject({ date: calendarDate, intervals: dayHours, note: z.nullable(line) })
const vacation = z
  .strictObject({ from: calendarDate, to: calendarDate, note: z.nullable(line) })
  .check(z.refine(({ from, to }) => from <= to, { error: 'date.order' }))

const isOnceADay = (days: readonly { date: string }[]): boolean => new Set(days.map(({ date }) => date)).size === days.length

/** When a business is open. A special day stands above a vacation, a vacation above a public holiday, and that above the week. */
export const openingHours = z.strictObject({
  week: z.strictObject({ mo: dayHours, tu: dayHours, we: dayHours, th: dayHours, fr: dayHours, sa: dayHours, su: dayHours }),
  holidays: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('closed') }),
    z.strictObject({ kind: z.literal('as_usual') }),
    z.strictObject({ kind: z.literal('hours'), intervals: dayHours }),
  ]),
  special: z.array(specialDay).check(z.maxLength(60), z.refine(isOnceADay, { error: 'hours.day_twice' })),
  vacations: z.array(vacation).check(z.maxLength(12)),
  byAppointment: z.boolean(),
  note: z.nullable(line),
})

export type Weekday = z.output<typeof weekday>
export type DayHours = z.output<typeof dayHours>
export type OpeningHours = z.output<typeof openingHours>
