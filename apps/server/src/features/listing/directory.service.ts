import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import type { DirectoryFilter, ListingCard, PublicListing } from '@digitallotsen/domain/listing/listing.schemas.ts'
import type { OfferKind, PublicOffer } from '@digitallotsen/domain/listing/offer.schemas.ts'
import { addDays, germanZone, wallTimeAt } from '@digitallotsen/domain/listing/zone.rules.ts'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import type { Counts, DirectoryIndex } from './directory-index.ts'
import { directoryIndexes } from './directory-indexes.ts'
import { findMark, findPublic, listAddresses, listCardsById, listNewest, listPublicAfter } from './directory.repository.ts'
import { holidaysFor } from './holidays.rules.ts'
import { countPublicOffers, listPublicOffers } from './offers.repository.ts'
import { exactWords, nearWords } from './search.rules.ts'

/** What everybody may see: only live pages, whoever asks. */

/** `version`: the state of the city's rows, where the caller has just read it. */
type Scene = { pack: ResolvedPack; now: Date; version?: string }
export type DirectoryQuery = { filter: DirectoryFilter; openAt: Date | null; page: number; pageSize: number }
export type DirectoryPage = { cards: ListingCard[]; total: number; page: number; pageSize: number; /** True where nothing was written as it was typed. */ corrected: boolean }

const mostAddresses = 50_000
const mostOffersOfBusiness = 20
const offersAheadDays = 366

const findIn = (index: DirectoryIndex, pack: ResolvedPack, { filter, openAt }: DirectoryQuery): { ids: string[]; corrected: boolean } => {
  const { search = '', ...rest } = filter
  const open = openAt && { instant: openAt, zone: germanZone, holidays: holidaysFor(pack, openAt) }
  const exact = index.find({ ...rest, words: exactWords(search, pack.categories, pack.city.districts) }, open)
  if (exact.length > 0 || search.trim() === '') return { ids: exact, corrected: false }
  const near = index.find({ ...rest, words: nearWords(search, pack.categories, pack.city.districts) }, open)
  return { ids: near, corrected: near.length > 0 }
}

const readPage = async (tx: TenantTx, index: DirectoryIndex, pack: ResolvedPack, query: DirectoryQuery): Promise<DirectoryPage> => {
  const { ids, corrected } = findIn(index, pack, query)
  const { page, pageSize } = query
  return { cards: await listCardsById(tx, ids.slice((page - 1) * pageSize, page * pageSize)), total: ids.length, page, pageSize, corrected }
}

/** A page of the directory by name. Where a search finds nothing as it was typed, spellings one step away are tried. */
export const listPublished = async (tx: TenantTx, { pack, version }: Scene, query: DirectoryQuery): Promise<DirectoryPage> => {
  const kept = version === undefined ? directoryIndexes.findKept(tx.tenantId) : undefined
  if (!kept) return readPage(tx, await directoryIndexes.find(tx, version), pack, query)
  // Nearly always it still holds, and then whether it does was asked for on the same trip.
  const [now, read] = await Promise.all([findMark(tx), kept.index.then(index => readPage(tx, index, pack, query))])
  return now === kept.version ? read : readPage(tx, await directoryIndexes.find(tx, now), pack, query)
}

export type FoundPage = { kind: 'found'; listing: PublicListing; offers: PublicOffer[] } | { kind: 'moved'; slug: string }

/** The page at this address with what is on offer there; `moved` where the business has another address by now. */
export const findPublishedBySlug = async (tx: TenantTx, slug: string, now: Date): Promise<FoundPage | undefined> => {
  const found = await findPublic(tx, slug)
  if (!found) return undefined
  if (found.listing.slug !== slug) return { kind: 'moved', slug: found.listing.slug }
  const today = wallTimeAt(now, germanZone).date
  const filters = { from: today, to: addDays(today, offersAheadDays), merchantId: found.merchantId }
  return { kind: 'found', listing: found.listing, offers: await listPublicOffers(tx, filters, { limit: mostOffersOfBusiness, offset: 0 }) }
}

export type DirectoryCounts = Counts

/** How many pages are live, in all, by district and by trade; a business of several trades counts in each. */
export const countPublished = async (tx: TenantTx, version?: string): Promise<DirectoryCounts> => (await directoryIndexes.find(tx, version)).counts()

export const recentlyPublished = (tx: TenantTx, most: number): Promise<ListingCard[]> => listNewest(tx, most)

/** By address, from the one after `after` on, for feeds and open data. */
export const listAllPublished = (tx: TenantTx, { after, most }: { after: string | null; most: number }): Promise<PublicListing[]> => listPublicAfter(tx, after ?? '', most)

/** Addresses for the sitemap, what changed last comes first. */
export const listSitemapEntries = (tx: TenantTx): Promise<{ slug: string; updatedAt: Date }[]> => listAddresses(tx, mostAddresses)

export type OfferQuery = { from: string; to: string; district?: string | undefined; kind?: OfferKind | undefined; page: number; pageSize: number }

/** What is on offer in this stretch of days, what ends first comes first; only with a business that is itself visible. */
export const listCurrentOffers = async (tx: TenantTx, { page, pageSize, ...filters }: OfferQuery): Promise<{ offers: PublicOffer[]; total: number }> => {
  const [offers, total] = await Promise.all([listPublicOffers(tx, filters, { limit: pageSize, offset: (page - 1) * pageSize }), countPublicOffers(tx, filters)])
  return { offers, total }
}

/** One offer that is not over yet. */
export const findPublishedOffer = async (tx: TenantTx, offerId: string, now: Date): Promise<PublicOffer | undefined> => {
  const today = wallTimeAt(now, germanZone).date
  const [offer] = await listPublicOffers(tx, { from: today, to: '2099-12-31', offerId }, { limit: 1, offset: 0 })
  return offer
}
