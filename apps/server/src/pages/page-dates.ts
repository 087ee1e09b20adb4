import type { Locale } from '@digitallotsen/domain/text.schemas.ts'

const formats: Record<Locale, Intl.DateTimeFormat> = {
  de: new Intl.DateTimeFormat('de-DE', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
}

/** „24. November 2026“; a calendar day has no hour, so UTC keeps it from slipping. */
export const longDay = (locale: Locale, day: string): string => formats[locale].format(new Date(`${day}T00:00:00Z`))
