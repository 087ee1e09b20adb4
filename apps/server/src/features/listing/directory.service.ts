import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { isOpenAt } from '@digitallotsen/domain/listing/hours.rules.ts'
import type { DirectoryFilter, ListingCard, PublicListing } from '@digitallotsen/domain/listing/listing.schemas.ts'
import type { OfferKind, PublicOffer } from '@digitallotsen/domain/listing/offer.schemas.ts'
import { addDays, germanZone, wallTimeAt } from '@digitallotsen/domain/listing/zone.rules.ts'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import {
  countByCategory, countByDistrict, countCards, findPublic, listAddresses, listCards, listCardsById, listHours, listNewest, listPublicAfter, type Filters,
} from './directory.repository.ts'
import { holidaysFor } from './holidays.rules.ts'
import { countPublicOffers, listPublicOffers } from './offers.repository.ts'
import { exactWords, nearWords } from './search.rules.ts'

/** What everybody may see: only live pages, whoever asks. */

type Scene = { pack: ResolvedPack; now: Date }
export type DirectoryQuery = { filter: DirectoryFilter; openAt: Date | null; page: number; pageSize: number }
export type DirectoryPage = { cards: ListingCard[]; total: number; page: number; pageSize: number; /** True where nothing was written as it was typed. */ corrected: boolean }

const mostAddresses = 50_000
const mostOffersOfBusiness = 20
const offersAheadDays = 366

type Found = { cards: ListingCard[]; total: number }

const findOpen = async (tx: TenantTx, { pack }: Scene, filters: Filters, instant: Date, { limit, offset }: { limit: number; offset: number }): Promise<Found> => {
  const asked = { instant, zone: germanZone, holidays: holidaysFor(pack, instant) }
  const open = (await listHours(tx, filters)).filter(({ hours }) => hours !== null && isOpenAt(hours, asked))
  return { cards: await listCardsById(tx, open.slice(offset, offset + limit).map(({ id }) => id)), total: open.length }
}

const find = async (tx: TenantTx, scene: Scene, filters: Filters, { openAt, page, pageSize }: DirectoryQuery): Promise<Found> => {
  const range = { limit: pageSize, offset: (page - 1) * pageSize }
  if (openAt !== null) return findOpen(tx, scene, filters, openAt, range)
  const [cards, total] = await Promise.all([listCards(tx, filters, range), countCards(tx, filters)])
  return { cards, total }
}

/** A page of the directory by name. Where a search finds nothing as it was typed, spellings one step away are tried. */
export const listPublished = async (tx: TenantTx, scene: Scene, query: DirectoryQuery): Promise<DirectoryPage> => {
  const { search = '', ...rest } = query.filter
  const { categories } = scene.pack
  const { page, pageSize } = query
  const exact = await find(tx, scene, { ...rest, words: exactWords(search, categories) }, query)
  if (exact.total > 0 || search.trim() === '') return { ...exact, page, pageSize, corrected: false }
  const near = await find(tx, scene, { ...rest, words: nearWords(search, categories) }, query)
  return { ...near, page, pageSize, corrected: near.total > 0 }
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

export type DirectoryCounts = { total: number; byDistrict: { id: string; count: number }[]; byCategory: { id: string; count: number }[] }

/** How many pages are live, in all, by district and by trade; a business of several trades counts in each. */
export const countPublished = async (tx: TenantTx): Promise<DirectoryCounts> => {
  const [districts, byCategory] = await Promise.all([countByDistrict(tx), countByCategory(tx)])
  const byDistrict = districts.flatMap(({ id, count }) => (id === null ? [] : [{ id, count }]))
  return { total: districts.reduce((sum, { count }) => sum + count, 0), byDistrict, byCategory }
}

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
