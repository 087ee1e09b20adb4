import { accessibilityFact, type AccessibilityFact } from '@digitallotsen/domain/listing/listing.schemas.ts'
import { listingWords } from '@digitallotsen/domain/listing/listing.words.ts'
import type { PageFrame } from '../page-frame.ts'
import { platformWordsOf } from '../platform-words.ts'
import { findCategoryLabel, findDistrictName, findLanguageName } from '../platform/platform-labels.ts'
import type { DirectoryPageQuery } from '../public-pages.types.ts'

type Named = Pick<PageFrame, 'pack' | 'locale'>
type Filter = Exclude<keyof DirectoryPageQuery, 'page'>

export type ActiveFilter = { label: string; without: Partial<DirectoryPageQuery> }

const isFact = (id: string): id is AccessibilityFact => accessibilityFact.safeParse(id).success

const findAccessLabel = ({ locale }: Named, id: string | null): string | undefined => {
  if (id === null) return undefined
  if (id === 'wheelchair') return platformWordsOf(locale).wheelchair
  return isFact(id) ? listingWords[locale].facts[id] : undefined
}

const nothing: DirectoryPageQuery = { search: '', district: null, category: null, language: null, accessibility: null, open: false, page: 1 }

const isAsked = ({ search, district, category, language, accessibility, open }: DirectoryPageQuery): boolean[] => [
  search.trim() !== '', district !== null, category !== null, language !== null, accessibility !== null, open,
]

/** How many of the filters are set, a word unknown to the pack included. */
export const countFilters = (query: DirectoryPageQuery): number => isAsked(query).filter(Boolean).length

/** What is asked for, in words, each with the question as it is without it; what the pack does not know has no words. */
export const listActiveFilters = (frame: Named, query: DirectoryPageQuery): ActiveFilter[] => {
  const words = platformWordsOf(frame.locale)
  const search = query.search.trim()
  const labels: readonly (readonly [Filter, string | undefined])[] = [
    ['search', search === '' ? undefined : words.quoted(search)],
    ['district', findDistrictName(frame, query.district)],
    ['category', findCategoryLabel(frame, query.category)],
    ['language', findLanguageName(frame.locale, query.language)],
    ['accessibility', findAccessLabel(frame, query.accessibility)],
    ['open', query.open ? words.openNow : undefined],
  ]
  return labels.flatMap(([filter, label]) => (label === undefined ? [] : [{ label, without: { ...query, page: 1, [filter]: nothing[filter] } }]))
}
