import { spokenLanguage, type SpokenLanguage } from '@digitallotsen/domain/listing/listing.schemas.ts'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import type { PageFrame } from '../page-frame.ts'

type Named = Pick<PageFrame, 'pack' | 'locale'>

/** The names of those trades that the pack knows, the main one first. */
export const categoryLabels = ({ pack, locale }: Named, ids: readonly string[]): string[] =>
  ids.flatMap(id => pack.categories.find(category => category.id === id)?.label[locale] ?? [])

export const findCategoryLabel = (frame: Named, id: string | null): string | undefined => (id === null ? undefined : categoryLabels(frame, [id])[0])

export const findDistrictName = ({ pack }: Pick<PageFrame, 'pack'>, id: string | null): string | undefined =>
  pack.city.districts.find(district => district.id === id)?.name

const languageNames: Record<Locale, Intl.DisplayNames> = {
  de: new Intl.DisplayNames('de', { type: 'language' }),
  en: new Intl.DisplayNames('en', { type: 'language' }),
}

const isSpoken = (code: string): code is SpokenLanguage => spokenLanguage.safeParse(code).success

/** Undefined for a code that no business can name. */
export const findLanguageName = (locale: Locale, code: string | null): string | undefined =>
  code !== null && isSpoken(code) ? languageNames[locale].of(code) : undefined

const collators: Record<Locale, Intl.Collator> = { de: new Intl.Collator('de'), en: new Intl.Collator('en') }

type Option = { value: string; label: string }

export const byLabel = (locale: Locale, options: readonly Option[]): Option[] => options.toSorted((a, b) => collators[locale].compare(a.label, b.label))
