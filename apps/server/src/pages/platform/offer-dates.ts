import type { OfferContent } from '@digitallotsen/domain/listing/offer.schemas.ts'
import { timesText } from '@digitallotsen/domain/listing/opening-sentence.rules.ts'
import { addDays } from '@digitallotsen/domain/listing/zone.rules.ts'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'

const dayFormats = (locale: string) => ({
  thisYear: new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }),
  anyYear: new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
})
const formats: Record<Locale, ReturnType<typeof dayFormats>> = { de: dayFormats('de-DE'), en: dayFormats('en-GB') }

/** "Samstag, 28. November"; the year stands where it is another one than that of `today`. */
export const dayText = (locale: Locale, day: string, today: string): string =>
  formats[locale][day.slice(0, 4) === today.slice(0, 4) ? 'thisYear' : 'anyYear'].format(Date.parse(`${day}T00:00:00Z`))

/** "18 Uhr", "6:30 pm". */
const clockText = (locale: Locale, time: string): string => {
  const [hour, minutes] = [Number(time.slice(0, 2)), time.endsWith(':00') ? '' : time.slice(2, 5)]
  return locale === 'de' ? `${hour}${minutes} Uhr` : `${hour % 12 === 0 ? 12 : hour % 12}${minutes} ${hour < 12 ? 'am' : 'pm'}`
}

const timesOfDay = (locale: Locale, { startsAt, endsAt }: Pick<OfferContent, 'startsAt' | 'endsAt'>): string => {
  if (startsAt !== null && endsAt !== null) return `, ${timesText([{ from: startsAt, to: endsAt }], locale)}`
  if (startsAt !== null) return locale === 'de' ? `, ab ${clockText(locale, startsAt)}` : `, from ${clockText(locale, startsAt)}`
  if (endsAt !== null) return locale === 'de' ? `, bis ${clockText(locale, endsAt)}` : `, until ${clockText(locale, endsAt)}`
  return ''
}

const at = (locale: Locale, time: string | null): string => (time === null ? '' : `, ${clockText(locale, time)}`)

const nearDay = (locale: Locale, day: string, today: string): string => {
  if (day === today) return locale === 'de' ? 'Heute' : 'Today'
  if (day === addDays(today, 1)) return locale === 'de' ? 'Morgen' : 'Tomorrow'
  return dayText(locale, day, today)
}

/** When it is, as one would say it on this day: "Bis Samstag, 28. November", "Nur noch heute", "Morgen, 18–20 Uhr". */
export const offerDates = (locale: Locale, content: OfferContent, today: string): string => {
  const { startsOn, endsOn, startsAt, endsAt } = content
  const isGerman = locale === 'de'
  if (startsOn === endsOn) return `${nearDay(locale, startsOn, today)}${timesOfDay(locale, content)}`
  const end = `${dayText(locale, endsOn, today)}${at(locale, endsAt)}`
  if (startsOn > today) {
    const start = `${dayText(locale, startsOn, today)}${at(locale, startsAt)}`
    return isGerman ? `Von ${start}, bis ${end}` : `From ${start}, to ${end}`
  }
  if (endsOn === today) return `${isGerman ? 'Nur noch heute' : 'Today is the last day'}${at(locale, endsAt)}`
  return `${isGerman ? 'Bis' : 'Until'} ${end}`
}

/** The same on any day, for a page that may be read tomorrow: no "today" in it. */
export const offerSpan = (locale: Locale, content: OfferContent): string => {
  const { startsOn, endsOn } = content
  const start = dayText(locale, startsOn, startsOn)
  if (startsOn === endsOn) return `${start}${timesOfDay(locale, content)}`
  return `${start} ${locale === 'de' ? 'bis' : 'to'} ${dayText(locale, endsOn, startsOn)}`
}
