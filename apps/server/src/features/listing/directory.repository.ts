import { and, asc, desc, eq, gt, sql, type SQL } from 'drizzle-orm'
import { alias, QueryBuilder, type AnyPgColumn } from 'drizzle-orm/pg-core'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { listingSlugs } from '@digitallotsen/db/schema/listing-slugs.table.ts'
import { listingVersions } from '@digitallotsen/db/schema/listing-versions.table.ts'
import { listings } from '@digitallotsen/db/schema/listings.table.ts'
import { ofCity, writeQuery, type Given, type RowOf } from '@digitallotsen/db/written-query.ts'
import type { DirectoryFilter, ListingCard, PublicListing } from '@digitallotsen/domain/listing/listing.schemas.ts'
import type { StoredCard } from './projection.rules.ts'
import type { SearchWord } from './search.rules.ts'

export type Filters = Omit<DirectoryFilter, 'search'> & { words: readonly SearchWord[] }

type Names = 'district' | 'category' | 'language' | 'accessibility' | 'limit' | 'offset' | `patterns${number}` | `trades${number}`
type Table = Readonly<Record<'tenantId' | 'state' | 'districtId' | 'categoryIds' | 'languages' | 'accessibility' | 'search', AnyPgColumn>>

const matching = (table: Table, { district, category, language, accessibility, words }: Filters, given: Given<Names>): SQL | undefined =>
  and(
    eq(table.tenantId, ofCity),
    eq(table.state, sql`'published'`),
    district === undefined ? undefined : eq(table.districtId, given('district')),
    category === undefined ? undefined : sql`${given('category')} = any(${table.categoryIds})`,
    language === undefined ? undefined : sql`${given('language')} = any(${table.languages})`,
    accessibility === undefined ? undefined : sql`${given('accessibility')} = any(${table.accessibility})`,
    ...words.map((_, i) => sql`(${table.search} like any(${given(`patterns${i}`)}::text[]) or ${table.categoryIds} && ${given(`trades${i}`)}::text[])`),
  )

const cardColumns = {
  id: listings.id, slug: listings.slug, card: listings.card, categories: listings.categoryIds, districtId: listings.districtId, lat: listings.lat, lon: listings.lon,
  hours: listings.hours, firstPublishedAt: listings.firstPublishedAt, updatedAt: listings.updatedAt, sample: listings.sample,
} as const

type CardRow = Pick<typeof listings.$inferSelect, Exclude<keyof typeof cardColumns, 'categories'>> & { categories: string[] }

const toCard = ({ slug, card, categories, districtId, lat, lon, hours, firstPublishedAt, updatedAt, sample }: CardRow): ListingCard => ({
  slug, ...(card as StoredCard), categories, districtId, lat, lon, hours, sample,
  firstPublishedAt: (firstPublishedAt ?? updatedAt).toISOString(), updatedAt: updatedAt.toISOString(),
})

const hit = alias(listings, 'hit')

/** The page is found in the index alone, and only its rows are then fetched. */
const writePage = (filters: Filters) =>
  writeQuery(cardColumns, (select, given: Given<Names>) => {
    const page = new QueryBuilder()
      .select({ id: hit.id })
      .from(hit)
      .where(matching(hit, filters, given))
      .orderBy(asc(hit.nameKey), asc(hit.id))
      .limit(given('limit'))
      .offset(given('offset'))
    return select.from(listings).where(and(eq(listings.tenantId, ofCity), sql`${listings.id} in ${page}`)).orderBy(asc(listings.nameKey), asc(listings.id))
  })

const writeCount = (filters: Filters) =>
  writeQuery({ total: sql<number>`count(*)::int` }, (select, given: Given<Names>) => select.from(listings).where(matching(listings, filters, given)))

const writeHours = (filters: Filters) =>
  writeQuery({ id: listings.id, hours: listings.hours }, (select, given: Given<Names>) =>
    select.from(listings).where(and(matching(listings, filters, given), sql`${listings.hours} is not null`)).orderBy(asc(listings.nameKey), asc(listings.id)),
  )

/** Which filters there are decides the text, their values do not: some hundred texts, each written at its first use. */
const writtenOnce = <Q>(write: (filters: Filters) => Q) => {
  const written = new Map<string, Q>()
  return (filters: Filters): Q => {
    const { district, category, language, accessibility, words } = filters
    const key = [district, category, language, accessibility].map(part => part !== undefined).join() + words.length
    const query = written.get(key) ?? write(filters)
    written.set(key, query)
    return query
  }
}

const pageFor = writtenOnce(writePage)
const countFor = writtenOnce(writeCount)
const hoursFor = writtenOnce(writeHours)

const valuesOf = ({ words, ...rest }: Filters) => ({
  ...rest, ...Object.fromEntries(words.flatMap(({ patterns, categories }, i) => [[`patterns${i}`, patterns], [`trades${i}`, categories]])),
})

export const listCards = async (tx: TenantTx, filters: Filters, { limit, offset }: { limit: number; offset: number }): Promise<ListingCard[]> => {
  const rows = await tx.read<RowOf<ReturnType<typeof writePage>>, string>(pageFor(filters), { ...valuesOf(filters), limit, offset })
  return rows.map(toCard)
}

export const countCards = async (tx: TenantTx, filters: Filters): Promise<number> => {
  const [row] = await tx.read<{ total: number }, string>(countFor(filters), valuesOf(filters))
  return row?.total ?? 0
}

/** The hours of everything that fits, in the order of the list: who is open is decided by the rules, not by the database. */
export const listHours = (tx: TenantTx, filters: Filters): Promise<{ id: string; hours: ListingCard['hours'] }[]> =>
  tx.read<RowOf<ReturnType<typeof writeHours>>, string>(hoursFor(filters), valuesOf(filters))

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

const byDistrict = writeQuery({ id: listings.districtId, count: sql<number>`count(*)::int` }, select =>
  select.from(listings).where(and(eq(listings.tenantId, ofCity), eq(listings.state, sql`'published'`))).groupBy(listings.districtId),
)

const trade = sql<string>`unnest(${listings.categoryIds})`
const byCategory = writeQuery({ id: trade, count: sql<number>`count(*)::int` }, select =>
  select.from(listings).where(and(eq(listings.tenantId, ofCity), eq(listings.state, sql`'published'`))).groupBy(sql`1`),
)

export const countByDistrict = (tx: TenantTx): Promise<{ id: string | null; count: number }[]> => tx.read(byDistrict, {})
export const countByCategory = (tx: TenantTx): Promise<{ id: string; count: number }[]> => tx.read(byCategory, {})
