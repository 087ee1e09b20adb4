import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import { de } from './platform-words.de.ts'
import type { PlatformWords } from './platform-words.de.ts'
import { en } from './platform-words.en.ts'

const words: Record<Locale, PlatformWords> = { de, en }

export const platformWordsOf = (locale: Locale): PlatformWords => words[locale]
