import { and, eq, gte, sql } from 'drizzle-orm'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { rateCounters } from '@digitallotsen/db/schema/rate-counters.table.ts'
import type { RateCount } from '@digitallotsen/domain/identity/rate.rules.ts'

/** Attempts under one key wait for each other, so that counting and deciding are one act. */
export const lockKey = async (tx: TenantTx, key: string): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.tenantId}:${key}`}, 0))`)
}

export const listCounts = async (tx: TenantTx, key: string, since: Date): Promise<RateCount[]> =>
  tx
    .select({ start: rateCounters.windowStart, count: rateCounters.count })
    .from(rateCounters)
    .where(and(eq(rateCounters.tenantId, tx.tenantId), eq(rateCounters.key, key), gte(rateCounters.windowStart, since)))

export const countOne = async (tx: TenantTx, key: string, windowStart: Date): Promise<void> => {
  await tx
    .insert(rateCounters)
    .values({ tenantId: tx.tenantId, key, windowStart, count: 1 })
    .onConflictDoUpdate({
      target: [rateCounters.tenantId, rateCounters.key, rateCounters.windowStart],
      set: { count: sql`${rateCounters.count} + 1` },
    })
}
