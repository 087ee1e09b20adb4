import { and, asc, eq } from 'drizzle-orm'
import type { Place } from '@digitallotsen/audit/check.types.ts'
import type { ReasonCode } from '@digitallotsen/audit/reason-texts.de.ts'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { websiteFindings } from '@digitallotsen/db/schema/website-findings.table.ts'
import type { StoredFinding } from './findings.rules.ts'

export const insertFindings = async (tx: TenantTx, auditId: string, findings: readonly StoredFinding[]): Promise<void> => {
  if (findings.length === 0) return
  await tx.insert(websiteFindings).values(findings.map(({ places, notes, ...finding }) => ({ tenantId: tx.tenantId, auditId, ...finding, places: [...places], notes: [...notes] })))
}

/** In the order of the framework. */
export const listFindings = async (tx: TenantTx, auditId: string): Promise<StoredFinding[]> => {
  const rows = await tx.select().from(websiteFindings).where(and(eq(websiteFindings.tenantId, tx.tenantId), eq(websiteFindings.auditId, auditId))).orderBy(asc(websiteFindings.position))
  return rows.map(({ tenantId: _city, auditId: _audit, createdAt: _at, ...row }) => ({ ...row, places: row.places as Place[], notes: row.notes as Place[], reason: row.reason as ReasonCode | null }))
}

type Verdict = Pick<StoredFinding, 'verdict' | 'reason' | 'advice' | 'places' | 'notes' | 'keys'>

export const setVerdict = async (tx: TenantTx, { auditId, checkId }: { auditId: string; checkId: string }, { places, notes, ...verdict }: Verdict): Promise<void> => {
  await tx
    .update(websiteFindings)
    .set({ ...verdict, places: [...places], notes: [...notes] })
    .where(and(eq(websiteFindings.tenantId, tx.tenantId), eq(websiteFindings.auditId, auditId), eq(websiteFindings.checkId, checkId)))
}
