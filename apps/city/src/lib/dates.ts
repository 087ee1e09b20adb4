import type { Locale } from '@digitallotsen/domain/text.schemas.ts'

const timeZone = 'Europe/Berlin'
const tags: Readonly<Record<Locale, string>> = { de: 'de-DE', en: 'en-GB' }
const day = { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric', timeZone } as const
const clock = { hour: '2-digit', minute: '2-digit', timeZone } as const

/** "Mi., 3. Februar 2027" for an instant or a calendar day (YYYY-MM-DD, which no time zone may move). */
export const formatDay = (date: string, locale: Locale): string => {
  const isCalendarDay = date.length === 10
  return new Intl.DateTimeFormat(tags[locale], isCalendarDay ? { ...day, timeZone: 'UTC' } : day).format(new Date(date))
}

/** "3. Feb. 2027", for columns of a table. */
export const formatShortDay = (date: string, locale: Locale): string =>
  new Intl.DateTimeFormat(tags[locale], { day: 'numeric', month: 'short', year: 'numeric', timeZone }).format(new Date(date))

/** "3. Feb. 2027, 14:00" */
export const formatShortInstant = (date: string, locale: Locale): string =>
  `${formatShortDay(date, locale)}, ${new Intl.DateTimeFormat(tags[locale], clock).format(new Date(date))}`

/** "Mi., 3. Februar 2027, 14:00 Uhr" */
export const formatInstant = (date: string, locale: Locale): string => {
  const time = new Intl.DateTimeFormat(tags[locale], clock).format(new Date(date))
  return `${formatDay(date, locale)}, ${time}${locale === 'de' ? ' Uhr' : ''}`
}

/** The calendar day in Berlin, YYYY-MM-DD. */
export const dayInBerlin = (at: Date): string => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(at)

export const formatNumber = (value: number, locale: Locale): string =>
  new Intl.NumberFormat(tags[locale], { maximumFractionDigits: 1 }).format(value)
