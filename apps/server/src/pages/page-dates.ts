import type { Locale } from '@digitallotsen/domain/text.schemas.ts'

const tags: Record<Locale, string> = { de: 'de-DE', en: 'en-GB' }

/** „24. November 2026“; a calendar day has no hour, so UTC keeps it from slipping. */
export const longDay = (locale: Locale, day: string): string =>
  new Intl.DateTimeFormat(tags[locale], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
