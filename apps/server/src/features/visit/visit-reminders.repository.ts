import { and, asc, eq, gt, isNull, lte } from 'drizzle-orm'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { visitLinks } from '@digitallotsen/db/schema/visit-links.table.ts'
import { visits } from '@digitallotsen/db/schema/visits.table.ts'

const most = 100

/** Confirmed visits that begin in this span and of which nobody was reminded yet, held for whoever reminds. */
export const lockUnreminded = (tx: TenantTx, { from, to }: { from: Date; to: Date }): Promise<{ id: string }[]> =>
  tx
    .select({ id: visits.id })
    .from(visits)
    .where(and(eq(visits.tenantId, tx.tenantId), eq(visits.state, 'confirmed'), isNull(visits.remindedAt), gt(visits.startsAt, from), lte(visits.startsAt, to)))
    .orderBy(asc(visits.startsAt), asc(visits.id))
    .limit(most)
    .for('update', { skipLocked: true })

export const setReminded = async (tx: TenantTx, id: string, now: Date): Promise<void> => {
  await tx.update(visits).set({ remindedAt: now }).where(and(eq(visits.tenantId, tx.tenantId), eq(visits.id, id)))
}

export const removeExpiredLinks = async (tx: TenantTx, before: Date): Promise<void> => {
  await tx.delete(visitLinks).where(and(eq(visitLinks.tenantId, tx.tenantId), lte(visitLinks.expiresAt, before)))
}
