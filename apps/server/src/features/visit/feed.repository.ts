import { and, eq, isNull } from 'drizzle-orm'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { calendarFeeds } from '@digitallotsen/db/schema/calendar-feeds.table.ts'

export type Feed = { id: string; personId: string; merchantId: string | null; version: number }
type Owner = Pick<Feed, 'personId' | 'merchantId'>

const columns = { id: calendarFeeds.id, personId: calendarFeeds.personId, merchantId: calendarFeeds.merchantId, version: calendarFeeds.version } as const

const isOf = (tx: TenantTx, { personId, merchantId }: Owner) =>
  and(
    eq(calendarFeeds.tenantId, tx.tenantId), eq(calendarFeeds.personId, personId),
    merchantId === null ? isNull(calendarFeeds.merchantId) : eq(calendarFeeds.merchantId, merchantId),
  )

export const findFeed = async (tx: TenantTx, id: string): Promise<Feed | undefined> => {
  const [row] = await tx.select(columns).from(calendarFeeds).where(and(eq(calendarFeeds.tenantId, tx.tenantId), eq(calendarFeeds.id, id)))
  return row
}

export const findFeedOf = async (tx: TenantTx, owner: Owner): Promise<Feed | undefined> => {
  const [row] = await tx.select(columns).from(calendarFeeds).where(isOf(tx, owner))
  return row
}

/** Makes it, or gives the one there is another version, which ends its address. */
export const renewFeedOf = async (tx: TenantTx, owner: Owner, now: Date): Promise<Feed> => {
  const known = await findFeedOf(tx, owner)
  const [row] = known
    ? await tx.update(calendarFeeds).set({ version: known.version + 1, updatedAt: now }).where(and(eq(calendarFeeds.tenantId, tx.tenantId), eq(calendarFeeds.id, known.id))).returning(columns)
    : await tx.insert(calendarFeeds).values({ tenantId: tx.tenantId, ...owner, updatedAt: now }).returning(columns)
  if (!row) throw new Error('feed was not stored')
  return row
}
