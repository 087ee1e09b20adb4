import { and, desc, eq, sql } from 'drizzle-orm'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { listings } from '@digitallotsen/db/schema/listings.table.ts'
import { ofCity, writeQuery, type Given } from '@digitallotsen/db/written-query.ts'
import type { FeedCard } from './feed-scene.types.ts'

const newestIn = writeQuery(
  {
    slug: listings.slug, card: listings.card, categories: listings.categoryIds, districtId: listings.districtId, firstPublishedAt: listings.firstPublishedAt,
    updatedAt: listings.updatedAt, sample: listings.sample,
  },
  (select, given: Given<'district' | 'most'>) =>
    select
      .from(listings)
      .where(and(eq(listings.tenantId, ofCity), eq(listings.state, sql`'published'`), eq(listings.districtId, given('district'))))
      .orderBy(desc(listings.firstPublishedAt), desc(listings.id))
      .limit(given('most')),
)

type Words = Pick<FeedCard, 'name' | 'tagline' | 'street' | 'postcode'>

/** What became visible last in this district, the newest first. */
export const listNewestIn = async (tx: TenantTx, district: string, most: number): Promise<FeedCard[]> => {
  const rows = await tx.read(newestIn, { district, most })
  return rows.map(({ card, firstPublishedAt, updatedAt, ...row }) => ({
    ...row, ...(card as Words), firstPublishedAt: (firstPublishedAt ?? updatedAt).toISOString(), updatedAt: updatedAt.toISOString(),
  }))
}
