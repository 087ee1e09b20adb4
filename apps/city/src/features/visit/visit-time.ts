import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import type { VisitTexts } from '../../locales/de/visit.ts'
import type { VisitSlot } from './visit.queries.ts'

const tags: Readonly<Record<Locale, string>> = { de: 'de-DE', en: 'en-GB' }

/** "Dienstag, 10. März 2026, 10:00 bis 11:00 Uhr", as the clocks of the city show it. */
export const slotText = ({ startsAt, endsAt, doubleHour }: VisitSlot, zone: string, words: VisitTexts, locale: Locale): string => {
  const say = (instant: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tags[locale], { timeZone: zone, ...options }).format(new Date(instant))
  const clock = { hour: '2-digit', minute: '2-digit' } as const
  const day = say(startsAt, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  return `${day}, ${words.times(say(startsAt, clock), say(endsAt, clock))}${doubleHour ? ` (${words.doubled[doubleHour]})` : ''}`
}

/** The Monday of the week in which this day (YYYY-MM-DD) lies, so many weeks on. */
export const mondayOf = (date: string, weeks = 0): string => {
  const day = new Date(`${date}T00:00:00Z`)
  const back = (day.getUTCDay() + 6) % 7
  return new Date(day.getTime() + (weeks * 7 - back) * 86_400_000).toISOString().slice(0, 10)
}
