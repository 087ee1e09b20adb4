import type { DirectoryPageQuery, OffersPageQuery, OffersSpan } from './public-pages.types.ts'

/** Addresses of the city's platform, without the language. Their parameters are named the same in every language. */

export const platformPaths = { directory: '/betriebe', offers: '/angebote' } as const

export const directoryParams = {
  search: 'suche',
  district: 'stadtteil',
  category: 'branche',
  language: 'sprache',
  accessibility: 'barrierefrei',
  open: 'geoeffnet',
  page: 'seite',
} as const satisfies Record<keyof DirectoryPageQuery, string>

export const offersParams = { district: 'stadtteil', kind: 'art', span: 'zeitraum', page: 'seite' } as const satisfies Record<keyof OffersPageQuery, string>

/** How the kinds are called in the address. */
export const kindParams = { offer: 'angebot', event: 'veranstaltung' } as const satisfies Record<NonNullable<OffersPageQuery['kind']>, string>

export const spans = ['woche', 'monat', 'alle'] as const satisfies readonly OffersSpan[]

export const usualSpan: OffersSpan = 'alle'

const withParams = (path: string, params: readonly (readonly [string, string | null])[]): string => {
  const said = new URLSearchParams(params.flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, value]])))
  return said.size === 0 ? path : `${path}?${said}`
}

const pageParam = (page: number): string | null => (page > 1 ? String(page) : null)

/** The one address of this list: what is not asked for is not said, in a fixed order. */
export const directoryPath = (query: Partial<DirectoryPageQuery>): string =>
  withParams(platformPaths.directory, [
    [directoryParams.search, query.search?.trim() ?? null],
    [directoryParams.district, query.district ?? null],
    [directoryParams.category, query.category ?? null],
    [directoryParams.language, query.language ?? null],
    [directoryParams.accessibility, query.accessibility ?? null],
    [directoryParams.open, query.open ? '1' : null],
    [directoryParams.page, pageParam(query.page ?? 1)],
  ])

export const offersPath = (query: Partial<OffersPageQuery>): string =>
  withParams(platformPaths.offers, [
    [offersParams.district, query.district ?? null],
    [offersParams.kind, query.kind ? kindParams[query.kind] : null],
    [offersParams.span, query.span === undefined || query.span === usualSpan ? null : query.span],
    [offersParams.page, pageParam(query.page ?? 1)],
  ])

export const businessPath = (slug: string): string => `${platformPaths.directory}/${encodeURIComponent(slug)}`

/** The business as a card for an address book. */
export const vcardPath = (slug: string): string => `${businessPath(slug)}.vcf`

export const offerPath = (id: string): string => `${platformPaths.offers}/${encodeURIComponent(id)}`

export const photoPath = (fileId: string): string => `/bilder/${encodeURIComponent(fileId)}`
export const smallPhotoWidth = 480
/** At most so wide. */
export const smallPhotoPath = (fileId: string): string => `${photoPath(fileId)}/klein`
