import { addDays } from '../listing/zone.rules.ts'

/** Days before the date on which each step is due, and after it for which the old guide may still read (domain.md §1.7). */
export const handoverDays = { listed: 42, sheet: 21, warm: 14, reading: 14 } as const

export type HandoverDates = { listedOn: string; sheetOn: string; warmFrom: string; dueOn: string; readingUntil: string }

/** The days of a handover that is due on a calendar day; all are calendar days of the city. */
export const handoverDates = (dueOn: string): HandoverDates => ({
  listedOn: addDays(dueOn, -handoverDays.listed),
  sheetOn: addDays(dueOn, -handoverDays.sheet),
  warmFrom: addDays(dueOn, -handoverDays.warm),
  dueOn,
  readingUntil: addDays(dueOn, handoverDays.reading),
})

/** The day on which a guide leaves: her own last day, else the end of lectures of her semester; null where neither is known. */
export const leavingDay = (guide: { endsOn: string | null; semesterId: string | null }, semesters: readonly { id: string; lecturesTo: string }[]): string | null =>
  guide.endsOn ?? semesters.find(semester => semester.id === guide.semesterId)?.lecturesTo ?? null

export type HandoverStage = 'early' | 'listed' | 'sheet_due' | 'warm' | 'due'

/** Where a handover stands on a day: before the list, on it, with its sheet overdue, in the weeks of the warm visit, on its date or later. */
export const handoverStage = (dueOn: string, today: string): HandoverStage => {
  const dates = handoverDates(dueOn)
  if (today >= dates.dueOn) return 'due'
  if (today >= dates.warmFrom) return 'warm'
  if (today >= dates.sheetOn) return 'sheet_due'
  return today >= dates.listedOn ? 'listed' : 'early'
}
