import { and, eq, sql } from 'drizzle-orm'
import { idempotencyKeys } from '@digitallotsen/db/schema/idempotency-keys.table.ts'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'

export type Effect = { key: string; procedure: string; subject: string }

/**
 * Acts once per key: a repeat, even one that arrives while the first still runs, gets the first one's answer.
 * The claim is part of the same transaction, so a failed act leaves no trace and may be tried again.
 */
export const once = async <T>(tx: TenantTx, effect: Effect, act: () => Promise<T>): Promise<T> => {
  const claimed = await tx
    .insert(idempotencyKeys)
    .values({ tenantId: tx.tenantId, ...effect, response: sql`'null'::jsonb` })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key })
  const where = and(
    eq(idempotencyKeys.tenantId, tx.tenantId),
    eq(idempotencyKeys.key, effect.key),
    eq(idempotencyKeys.procedure, effect.procedure),
    eq(idempotencyKeys.subject, effect.subject),
  )
  if (claimed.length === 0) {
    const [earlier] = await tx.select({ response: idempotencyKeys.response }).from(idempotencyKeys).where(where)
    if (!earlier) throw new DomainError('idempotency.in_progress')
    return earlier.response as T
  }
  const response = await act()
  await tx.update(idempotencyKeys).set({ response }).where(where)
  return response
}
