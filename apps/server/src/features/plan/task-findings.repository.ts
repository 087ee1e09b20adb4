import { and, eq, inArray, sql } from 'drizzle-orm'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { taskFindings } from '@digitallotsen/db/schema/task-findings.table.ts'
import type { FindingLink } from './finding-effect.rules.ts'

export const listTaskFindings = async (tx: TenantTx, taskIds: readonly string[]): Promise<(FindingLink & { taskId: string })[]> => {
  if (taskIds.length === 0) return []
  const { taskId, checkId, state } = taskFindings
  return tx.select({ taskId, checkId, state }).from(taskFindings).where(and(eq(taskFindings.tenantId, tx.tenantId), inArray(taskId, [...taskIds])))
}

type Naming = { taskId: string; merchantId: string; auditId: string; since: Date }

/** Notes in which state the audit has found them; those that the task does not have yet are added. */
export const setTaskFindings = async (tx: TenantTx, naming: Naming, links: readonly FindingLink[]): Promise<void> => {
  if (links.length === 0) return
  await tx
    .insert(taskFindings)
    .values(links.map(({ checkId, state }) => ({ tenantId: tx.tenantId, ...naming, checkId, state })))
    .onConflictDoUpdate({
      target: [taskFindings.tenantId, taskFindings.taskId, taskFindings.checkId],
      set: { state: sql`excluded.state`, auditId: sql`excluded.audit_id`, since: sql`excluded.since` },
    })
}

export const copyTaskFindings = async (tx: TenantTx, fromTaskId: string, toTaskId: string): Promise<void> => {
  await tx.execute(sql`
    insert into task_findings (tenant_id, task_id, check_id, merchant_id, state, audit_id, since)
    select tenant_id, ${toTaskId}::uuid, check_id, merchant_id, state, audit_id, since
    from task_findings where tenant_id = ${tx.tenantId}::uuid and task_id = ${fromTaskId}::uuid`)
}
