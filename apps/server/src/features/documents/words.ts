import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import { de } from './words.de.ts'
import type { DocumentWords } from './words.de.ts'
import { en } from './words.en.ts'

const words: Record<Locale, DocumentWords> = { de, en }
const tags: Record<Locale, string> = { de: 'de-DE', en: 'en-GB' }

export const wordsOf = (locale: Locale): DocumentWords => words[locale]

/** „24. November 2026“, as the clock in Germany says; a plain calendar day stays itself. */
export const longDay = (locale: Locale, day: string): string =>
  new Intl.DateTimeFormat(tags[locale], { dateStyle: 'long', timeZone: day.length === 10 ? 'UTC' : 'Europe/Berlin' }).format(new Date(day))
