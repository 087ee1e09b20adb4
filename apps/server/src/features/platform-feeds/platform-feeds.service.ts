import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import type { PublicListing } from '@digitallotsen/domain/listing/listing.schemas.ts'
import type { PublicOffer } from '@digitallotsen/domain/listing/offer.schemas.ts'
import { addDays, germanZone, wallTimeAt } from '@digitallotsen/domain/listing/zone.rules.ts'
import type { District } from '@digitallotsen/domain/tenant/city.schemas.ts'
import { findPublishedBySlug, listCurrentOffers, recentlyPublished } from '../listing/directory.service.ts'
import type { FeedCard } from './feed-scene.types.ts'
import { listNewestIn } from './newest.repository.ts'

const aheadDays = 366

export const todayOf = (now: Date): string => wallTimeAt(now, germanZone).date

/** Of the whole city where no district is named. */
export const listNewest = (tx: TenantTx, district: District | null, most: number): Promise<FeedCard[]> =>
  district ? listNewestIn(tx, district.id, most) : recentlyPublished(tx, most)

/** What is on or comes within a year, what ends first comes first. */
export const listOffersAhead = async (tx: TenantTx, { now, district, most }: { now: Date; district: District | null; most: number }): Promise<PublicOffer[]> => {
  const today = todayOf(now)
  const { offers } = await listCurrentOffers(tx, { from: today, to: addDays(today, aheadDays), district: district?.id, page: 1, pageSize: most })
  return offers
}

/** An address as ours are; anything else names no business. */
const slugForm = /^[a-z0-9-]{1,80}$/

export type StandingBusiness = { kind: 'found'; listing: PublicListing } | { kind: 'moved'; slug: string } | undefined

export const findBusiness = async (tx: TenantTx, slug: string, now: Date): Promise<StandingBusiness> => (slugForm.test(slug) ? findPublishedBySlug(tx, slug, now) : undefined)
