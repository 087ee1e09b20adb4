import { and, asc, desc, eq, gt, sql } from 'drizzle-orm'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { directoryMarks } from '@digitallotsen/db/schema/directory-marks.table.ts'
import { listingSlugs } from '@digitallotsen/db/schema/listing-slugs.table.ts'
import { listingVersions } from '@digitallotsen/db/schema/listing-versions.table.ts'
import { listings } from '@digitallotsen/db/schema/listings.table.ts'
import { ofCity, readAhead, writeQuery, type Given } from '@digitallotsen/db/written-query.ts'
import type { ListingCard, PublicListing } from '@digitallotsen/domain/listing/listing.schemas.ts'
import type { IndexedListing } from './directory-index.ts'
import type { StoredCard } from './projection.rules.ts'

const cardColumns = {
  id: listings.id, slug: listings.slug, card: listings.card, categories: listings.categoryIds, districtId: listings.districtId, lat: listings.lat, lon: listings.lon,
  hours: listings.hours, firstPublishedAt: listings.firstPublishedAt, updatedAt: listings.updatedAt, sample: listings.sample,
} as const

type CardRow = Pick<typeof listings.$inferSelect, Exclude<keyof typeof cardColumns, 'categories'>> & { categories: string[] }

const toCard = ({ slug, card, categories, districtId, lat, lon, hours, firstPublishedAt, updatedAt, sample }: CardRow): ListingCard => ({
  slug, ...(card as StoredCard), categories, districtId, lat, lon, hours, sample,
  firstPublishedAt: (firstPublishedAt ?? updatedAt).toISOString(), updatedAt: updatedAt.toISOString(),
})

const mark = writeQuery({ number: directoryMarks.number }, select => select.from(directoryMarks).where(eq(directoryMarks.tenantId, ofCity)))

/** Names the state of all that the city shows in public: another name after each change. */
export const findMark = async (tx: Pick<TenantTx, 'read'>): Promise<string> => String((await tx.read(mark, {}))[0]?.number ?? 0)
export const markAhead = readAhead(mark, {})

const indexColumns = {
  id: listings.id, search: listings.search, districtId: listings.districtId, categoryIds: listings.categoryIds, languages: listings.languages,
  accessibility: listings.accessibility, hours: listings.hours,
} as const

const indexed = writeQuery(indexColumns, select =>
  select.from(listings).where(and(eq(listings.tenantId, ofCity), eq(listings.state, sql`'published'`))).orderBy(asc(listings.nameKey), asc(listings.id)),
)

/** Everything that is searched and filtered by, in the order of the list. */
export const listIndexed = (tx: TenantTx): Promise<IndexedListing[]> => tx.read(indexed, {})

const cardsById = writeQuery(cardColumns, (select, given: Given<'ids'>) =>
  select.from(listings).where(and(eq(listings.tenantId, ofCity), eq(listings.state, sql`'published'`), sql`${listings.id} = any(${given('ids')}::uuid[])`)).orderBy(asc(listings.nameKey), asc(listings.id)),
)

export const listCardsById = async (tx: TenantTx, ids: readonly string[]): Promise<ListingCard[]> =>
  ids.length === 0 ? [] : (await tx.read(cardsById, { ids: [...ids] })).map(toCard)

const newest = writeQuery(cardColumns, (select, given: Given<'most'>) =>
  select.from(listings).where(and(eq(listings.tenantId, ofCity), eq(listings.state, sql`'published'`))).orderBy(desc(listings.firstPublishedAt), desc(listings.id)).limit(given('most')),
)

export const listNewest = async (tx: TenantTx, most: number): Promise<ListingCard[]> => (await tx.read(newest, { most })).map(toCard)

const publicColumns = {
  id: listings.id, merchantId: listings.merchantId, slug: listings.slug, content: listingVersions.content, photos: listingVersions.photos,
  publishedAt: listings.publishedAt, updatedAt: listings.updatedAt, sample: listings.sample,
} as const

type PublicRow = Pick<typeof listings.$inferSelect, 'id' | 'merchantId' | 'slug' | 'publishedAt' | 'updatedAt' | 'sample'> & Pick<typeof listingVersions.$inferSelect, 'content' | 'photos'>

const toPublic = ({ slug, content, photos, publishedAt, updatedAt, sample }: PublicRow): PublicListing => ({
  slug, content, photos, sample, publishedAt: (publishedAt ?? updatedAt).toISOString(), updatedAt: updatedAt.toISOString(),
})

const isLiveVersion = and(eq(listingVersions.tenantId, listings.tenantId), eq(listingVersions.id, listings.publishedVersionId))

/** By an address it has or had. */
const bySlug = writeQuery(publicColumns, (select, given: Given<'slug'>) =>
  select
    .from(listingSlugs)
    .innerJoin(listings, and(eq(listings.tenantId, listingSlugs.tenantId), eq(listings.id, listingSlugs.listingId), eq(listings.state, sql`'published'`)))
    .innerJoin(listingVersions, isLiveVersion)
    .where(and(eq(listingSlugs.tenantId, ofCity), eq(listingSlugs.slug, given('slug')))),
)

export const findPublic = async (tx: TenantTx, slug: string): Promise<{ merchantId: string; listing: PublicListing } | undefined> => {
  const [row] = await tx.read(bySlug, { slug })
  return row && { merchantId: row.merchantId, listing: toPublic(row) }
}

const allAfter = writeQuery(publicColumns, (select, given: Given<'after' | 'most'>) =>
  select
    .from(listings)
    .innerJoin(listingVersions, isLiveVersion)
    .where(and(eq(listings.tenantId, ofCity), eq(listings.state, sql`'published'`), gt(listings.slug, given('after'))))
    .orderBy(asc(listings.slug))
    .limit(given('most')),
)

export const listPublicAfter = async (tx: TenantTx, after: string, most: number): Promise<PublicListing[]> => (await tx.read(allAfter, { after, most })).map(toPublic)

const sitemap = writeQuery({ slug: listings.slug, updatedAt: listings.updatedAt }, (select, given: Given<'most'>) =>
  select.from(listings).where(and(eq(listings.tenantId, ofCity), eq(listings.state, sql`'published'`))).orderBy(desc(listings.updatedAt), desc(listings.id)).limit(given('most')),
)

export const listAddresses = (tx: TenantTx, most: number): Promise<{ slug: string; updatedAt: Date }[]> => tx.read(sitemap, { most })
