import type { SpokenLanguage } from '@digitallotsen/domain/listing/listing.schemas.ts'

/** Those most often spoken in German shops stand first; a test holds both lists together equal to the schema's. */
export const commonLanguages: readonly SpokenLanguage[] = ['de', 'en', 'tr', 'ar', 'pl', 'ru', 'uk', 'fr']
export const otherLanguages: readonly SpokenLanguage[] = ['nl', 'it', 'es', 'pt', 'el', 'ro', 'bg', 'hr', 'sr', 'bs', 'sq', 'ku', 'fa', 'zh', 'vi', 'ja', 'ko', 'hi', 'ta']
