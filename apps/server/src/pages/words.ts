import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import { de } from './words.de.ts'
import type { PageWords } from './words.de.ts'
import { en } from './words.en.ts'

const words: Record<Locale, PageWords> = { de, en }

export const wordsOf = (locale: Locale): PageWords => words[locale]
