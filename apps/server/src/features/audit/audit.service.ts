import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { insertAuditEvent, type AuditEvent } from './audit.repository.ts'

/** One line in the city's trace, in the same transaction as the act itself. */
export const record = (tx: TenantTx, event: AuditEvent): Promise<void> => insertAuditEvent(tx, event)
