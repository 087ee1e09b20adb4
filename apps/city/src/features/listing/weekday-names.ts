import type { Weekday } from '@digitallotsen/domain/listing/hours.schemas.ts'
import { weekdays } from '@digitallotsen/domain/listing/weekdays.ts'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'

/** The first day of 2024 was a Monday. */
const dateOf = (index: number): Date => new Date(Date.UTC(2024, 0, 1 + index))

/** As the browser knows them: the words of a whole listing would weigh more than the page. */
export const weekdayNames = (locale: Locale): Record<Weekday, string> => {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  return Object.fromEntries(weekdays.map((day, index) => [day, format.format(dateOf(index))])) as Record<Weekday, string>
}
