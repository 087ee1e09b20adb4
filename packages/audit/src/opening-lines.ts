import type { OpeningSpan, Weekday } from './site.types.ts'

/** The week in order. */
export const weekdays: readonly Weekday[] = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']

/** Every day from one to the other, past the end of the week too (Sa–Mo). */
export const daysBetween = (from: Weekday, to: Weekday): Weekday[] => {
  const start = weekdays.indexOf(from)
  const count = ((weekdays.indexOf(to) - start + 7) % 7) + 1
  return Array.from({ length: count }, (_, i) => weekdays[(start + i) % 7] as Weekday)
}

const isDay = (text: string | undefined): text is Weekday => weekdays.some(day => day === text)

/** Reads one line such as "Mo-Fr 09:00-18:30", "Sa,Su 10:00-14:00" or "Mo-We,Fr 09:00-13:00,15:00-18:00"; undefined where it is none. */
export const readOpeningLine = (line: string): OpeningSpan[] | undefined => {
  const [days, times, ...rest] = line.trim().split(/\s+/)
  if (!days || !times || rest.length > 0) return undefined
  const named: Weekday[] = []
  for (const part of days.split(',')) {
    const [from, to = from] = part.split('-')
    if (!isDay(from) || !isDay(to)) return undefined
    named.push(...daysBetween(from, to))
  }
  const spans: OpeningSpan[] = []
  for (const part of times.split(',')) {
    const [, opens, closes] = /^(\d{2}:\d{2})-(\d{2}:\d{2})$/.exec(part) ?? []
    if (!opens || !closes) return undefined
    spans.push(...named.map(day => ({ day, opens, closes })))
  }
  return spans
}
