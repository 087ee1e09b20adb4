import fc from 'fast-check'
import type { DayHours, OpeningHours } from './hours.schemas.ts'
import { weekdays } from './weekdays.ts'
import { addDays } from './zone.rules.ts'

const time = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Hours of a day as the schema takes them; `late` lets the last interval run past midnight. */
export const dayHoursOf = (late: boolean): fc.Arbitrary<DayHours> =>
  fc
    .tuple(fc.uniqueArray(fc.integer({ min: 0, max: 287 }), { maxLength: 6 }), fc.boolean(), fc.integer({ min: 0, max: 200 }))
    .map(([marks, runs, end]) => {
      const sorted = marks.map(mark => mark * 5).toSorted((a, b) => a - b)
      const pairs = sorted.flatMap((from, index) => (index % 2 === 0 && sorted[index + 1] !== undefined ? [{ from: time(from), to: time(sorted[index + 1] ?? 0) }] : []))
      const last = pairs.at(-1)
      if (!late || !runs || !last || time(end) >= last.from) return pairs
      return [...pairs.slice(0, -1), { from: last.from, to: time(end) }]
    })

const dayInYear = (from: string) => fc.integer({ min: 0, max: 300 }).map(days => addDays(from, days))

export const hoursFrom = (today: string, late: boolean): fc.Arbitrary<OpeningHours> => {
  const intervals = dayHoursOf(late)
  return fc.record(
    {
      week: fc.record(Object.fromEntries(weekdays.map(day => [day, intervals])) as Record<(typeof weekdays)[number], fc.Arbitrary<DayHours>>, { noNullPrototype: true }),
      holidays: fc.oneof(fc.constant({ kind: 'closed' as const }), fc.constant({ kind: 'as_usual' as const }), intervals.map(given => ({ kind: 'hours' as const, intervals: given }))),
      special: fc.uniqueArray(fc.record({ date: dayInYear(today), intervals, note: fc.constant(null) }, { noNullPrototype: true }), { maxLength: 3, selector: ({ date }) => date }),
      vacations: fc.array(
        fc.tuple(dayInYear(today), fc.integer({ min: 0, max: 20 })).map(([from, days]) => ({ from, to: addDays(from, days), note: null })),
        { maxLength: 2 },
      ),
      byAppointment: fc.boolean(),
      note: fc.constant(null),
    },
    { noNullPrototype: true },
  )
}
