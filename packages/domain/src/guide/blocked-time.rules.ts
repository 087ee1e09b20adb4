import { addDays } from '../listing/zone.rules.ts'
import type { BlockedKind } from './blocked-time.schemas.ts'

/** Days without appointments, first and last included; `own` was entered, `semester` and `season` come by themselves. */
export type Blocked = { kind: BlockedKind; from: string; to: string; note: string | null; source: 'own' | 'semester' | 'season' }

type Days = { from: string; to: string }
type SemesterDays = { id: string; lecturesFrom: string; examsFrom: string | null; examsTo: string | null }

/** Whether the two spans share a day. */
export const overlaps = (a: Days, b: Days): boolean => a.from <= b.to && b.from <= a.to

/** The spans that share a day with the asked one, by their beginning. */
export const within = <T extends Days>(spans: readonly T[], asked: Days): T[] => spans.filter(span => overlaps(span, asked)).toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))

/** The first span that holds the day, if any. */
export const findBlocked = <T extends Days>(spans: readonly T[], day: string): T | undefined => spans.find(span => overlaps(span, { from: day, to: day }))

/**
 * The exams of the semesters as blocked days of everybody who studies: from the semester in which the guide began on, all of them where it is
 * not known. Semesters without dates for their exams bring none.
 */
export const examsOf = (semesters: readonly SemesterDays[], beganIn: string | null): Blocked[] => {
  const since = semesters.find(({ id }) => id === beganIn)?.lecturesFrom ?? ''
  return semesters.flatMap(({ lecturesFrom, examsFrom, examsTo }) =>
    examsFrom === null || examsTo === null || lecturesFrom < since ? [] : [{ kind: 'exams' as const, from: examsFrom, to: examsTo, note: null, source: 'semester' as const }],
  )
}

const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay()

/**
 * The weeks before Christmas in which a shop has no time: from the Monday before the first Sunday in Advent to the 24th of December. Advent
 * has four Sundays, the last of them before the 25th.
 */
export const christmasTrade = (year: number): Blocked => {
  const eve = `${year}-12-24`
  const firstAdvent = addDays(eve, -weekday(eve) - 21)
  return { kind: 'christmas_trade', from: addDays(firstAdvent, -6), to: eve, note: null, source: 'season' }
}

/** The Christmas trade of every year that the asked days touch. */
export const christmasTrades = ({ from, to }: Days): Blocked[] => {
  const first = Number(from.slice(0, 4))
  const years = Array.from({ length: Math.max(0, Number(to.slice(0, 4)) - first + 1) }, (_, i) => first + i)
  return within(years.map(christmasTrade), { from, to })
}
