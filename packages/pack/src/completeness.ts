import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import { mainLocale, type FrameworkBase, type Translation } from './framework-base.ts'
import type { TextTable } from './resolved-pack.schemas.ts'

/** What a language still lacks, per kind of text: field, question and measure ids, keys of page texts. */
export interface Completeness {
  locale: Locale
  fields: string[]
  items: string[]
  measures: string[]
  texts: string[]
  complete: boolean
}

/** Compares a language with the German original; a language without any file lacks everything. */
export const completeness = (base: FrameworkBase, locale: Locale): Completeness => {
  const translation: Translation = base.translations[locale] ?? { fields: [], measures: [] }
  const german = locale === mainLocale
  const lacks = german ? { fields: [], items: [], measures: [] } : untranslated(base, translation)
  const texts = missingKeys(base.texts[mainLocale] ?? {}, base.texts[locale] ?? {})
  return { locale, ...lacks, texts, complete: [...Object.values(lacks), texts].every(list => list.length === 0) }
}

const untranslated = (base: FrameworkBase, translation: Translation) => ({
  fields: missingIds(
    base.check.fields,
    translation.fields.filter(field => field.title !== undefined && field.short !== undefined && field.mission !== undefined),
  ),
  items: missingIds(
    base.check.fields.flatMap(field => field.items),
    translation.fields.flatMap(field => field.items),
  ),
  measures: missingIds(base.measures, translation.measures),
})

const missingIds = (wanted: readonly { id: string }[], given: readonly { id: string }[]) => {
  const there = new Set(given.map(({ id }) => id))
  return wanted.map(({ id }) => id).filter(id => !there.has(id))
}

const missingKeys = (wanted: TextTable, given: TextTable) => Object.keys(wanted).filter(key => !Object.hasOwn(given, key))

/** The gap in one German sentence; undefined where nothing is missing. */
export const gapText = (gap: Completeness): string | undefined => {
  if (gap.complete) return undefined
  const parts = [
    counted(gap.fields, 'Handlungsfelder'),
    counted(gap.items, 'Fragen'),
    counted(gap.measures, 'Maßnahmen'),
    counted(gap.texts, 'Seitentexte'),
  ].filter(part => part !== undefined)
  return `Die Sprache „${gap.locale}“ ist nicht vollständig. Es fehlen ${parts.join(', ')}.`
}

const counted = (ids: readonly string[], name: string) =>
  ids.length === 0 ? undefined : `${ids.length} ${name} (${ids.slice(0, 3).join(', ')}${ids.length > 3 ? ' …' : ''})`
