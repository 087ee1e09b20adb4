import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { auditEvents } from '@digitallotsen/db/schema/audit-events.table.ts'

export type AuditEvent = {
  actorPersonId: string | null
  actorRole: string
  action: string
  entity: string
  entityId: string | null
  /** Ids, figures and words of closed lists; never a name, an address or a text somebody wrote. */
  details: Readonly<Record<string, string | number | boolean | null>>
  at: Date
}

export const insertAuditEvent = async (tx: TenantTx, event: AuditEvent): Promise<void> => {
  await tx.insert(auditEvents).values({ tenantId: tx.tenantId, ...event })
}
