import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { auditEvents } from '@digitallotsen/db/schema/audit-events.table.ts'
import { writeInsert } from '@digitallotsen/db/written-change.ts'

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

const written = writeInsert(auditEvents, ['at', 'actorPersonId', 'actorRole', 'action', 'entity', 'entityId', 'details'])

export const insertAuditEvent = async (tx: TenantTx, { at, actorPersonId, actorRole, action, entity, entityId, details }: AuditEvent): Promise<void> => {
  tx.leave(written, { at, actorPersonId, actorRole, action, entity, entityId, details })
}
