import { and, eq, isNull } from 'drizzle-orm'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { people } from '@digitallotsen/db/schema/people.table.ts'
import { visitLinks } from '@digitallotsen/db/schema/visit-links.table.ts'
import type { VisitLinkPurpose } from '@digitallotsen/domain/visit/visit.schemas.ts'

export type VisitLink = { tokenHash: string; visitId: string; personId: string; purpose: VisitLinkPurpose; expiresAt: Date; usedAt: Date | null }

export const insertVisitLink = async (tx: TenantTx, link: Omit<VisitLink, 'usedAt'>): Promise<void> => {
  await tx.insert(visitLinks).values({ tenantId: tx.tenantId, ...link })
}

const columns = {
  tokenHash: visitLinks.tokenHash, visitId: visitLinks.visitId, personId: visitLinks.personId, purpose: visitLinks.purpose, expiresAt: visitLinks.expiresAt, usedAt: visitLinks.usedAt,
} as const

export const findVisitLink = async (tx: TenantTx, tokenHash: string): Promise<VisitLink | undefined> => {
  const [row] = await tx
    .select(columns)
    .from(visitLinks)
    .innerJoin(people, and(eq(people.tenantId, visitLinks.tenantId), eq(people.id, visitLinks.personId), isNull(people.endedAt)))
    .where(and(eq(visitLinks.tenantId, tx.tenantId), eq(visitLinks.tokenHash, tokenHash)))
  return row
}

/** False where it was used meanwhile. */
export const spendVisitLink = async (tx: TenantTx, tokenHash: string, now: Date): Promise<boolean> => {
  const spent = await tx
    .update(visitLinks)
    .set({ usedAt: now })
    .where(and(eq(visitLinks.tenantId, tx.tenantId), eq(visitLinks.tokenHash, tokenHash), isNull(visitLinks.usedAt)))
    .returning({ tokenHash: visitLinks.tokenHash })
  return spent.length === 1
}

/** Earlier links of the visit end with a new mail: none answers what has changed since. */
export const endVisitLinks = async (tx: TenantTx, visitId: string, now: Date): Promise<void> => {
  await tx.update(visitLinks).set({ usedAt: now }).where(and(eq(visitLinks.tenantId, tx.tenantId), eq(visitLinks.visitId, visitId), isNull(visitLinks.usedAt)))
}
