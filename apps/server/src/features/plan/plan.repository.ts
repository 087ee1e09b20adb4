import { and, asc, desc, eq, inArray, isNull, ne } from 'drizzle-orm'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { evidence } from '@digitallotsen/db/schema/evidence.table.ts'
import { plans } from '@digitallotsen/db/schema/plans.table.ts'
import { tasks } from '@digitallotsen/db/schema/tasks.table.ts'
import type { Ranking } from '@digitallotsen/domain/check/result.schemas.ts'
import type { EvidenceId, FileId, MerchantId, PlanId, TaskId, WebsiteAuditId } from '@digitallotsen/domain/ids.schemas.ts'
import type { TaskPatch } from '@digitallotsen/domain/plan/task.rules.ts'
import type { Evidence, FinishedMeasure, Task } from '@digitallotsen/domain/plan/task.schemas.ts'
import type { NewTask } from './carry-over.rules.ts'

export type StoredPlan = { id: PlanId; createdAt: Date; waived: Ranking['waived'] }

const columns = { id: plans.id, createdAt: plans.createdAt, selection: plans.selection }
type PlanRow = { id: string; createdAt: Date; selection: unknown }
const toPlan = ({ id, createdAt, selection }: PlanRow): StoredPlan => ({ id: id as PlanId, createdAt, waived: (selection as Pick<Ranking, 'waived'>).waived })

const isActivePlan = (tx: TenantTx, merchantId: string) =>
  and(eq(plans.tenantId, tx.tenantId), eq(plans.merchantId, merchantId), eq(plans.state, 'active'))

export const findActivePlan = async (tx: TenantTx, merchantId: string): Promise<StoredPlan | undefined> => {
  const [row] = await tx.select(columns).from(plans).where(isActivePlan(tx, merchantId)).orderBy(desc(plans.createdAt)).limit(1)
  return row && toPlan(row)
}

/** Changes of one plan wait for each other, so that the five are counted right. */
export const lockPlan = async (tx: TenantTx, planId: string): Promise<'active' | 'closed' | undefined> => {
  const [row] = await tx.select({ state: plans.state }).from(plans).where(and(eq(plans.tenantId, tx.tenantId), eq(plans.id, planId))).for('update')
  return row?.state
}

export const insertPlan = async (tx: TenantTx, values: { merchantId: string; assessmentId: string; waived: Ranking['waived']; createdAt: Date }): Promise<PlanId> => {
  const { waived, ...rest } = values
  const [row] = await tx.insert(plans).values({ tenantId: tx.tenantId, ...rest, selection: { waived } }).returning({ id: plans.id })
  if (!row) throw new Error('plan was not stored')
  return row.id as PlanId
}

export const closePlans = async (tx: TenantTx, merchantId: string): Promise<void> => {
  await tx.update(plans).set({ state: 'closed' }).where(isActivePlan(tx, merchantId))
}

type TaskRow = Omit<typeof tasks.$inferSelect, 'tenantId'>
export type StoredTask = Omit<Task, 'evidence'> & { merchantId: MerchantId; origin: 'check' | 'audit' }

const toTask = (row: TaskRow): StoredTask => ({
  id: row.id as TaskId, planId: row.planId as PlanId, merchantId: row.merchantId as MerchantId, measureId: row.measureId, itemId: row.itemId, stage: row.stage,
  rank: row.rank, state: row.state, owner: row.owner, dueOn: row.dueOn, dropReason: row.dropReason, finishedAt: row.finishedAt?.toISOString() ?? null, origin: row.origin,
})

export const listTasks = async (tx: TenantTx, planId: string): Promise<StoredTask[]> => {
  const rows = await tx.select().from(tasks).where(and(eq(tasks.tenantId, tx.tenantId), eq(tasks.planId, planId))).orderBy(asc(tasks.rank))
  return rows.map(toTask)
}

/** The measures that this business has finished in its earlier plans, each once, the latest first. */
export const listDoneBefore = async (tx: TenantTx, merchantId: string, planId: string): Promise<FinishedMeasure[]> => {
  const rows = await tx
    .selectDistinctOn([tasks.measureId], { measureId: tasks.measureId, finishedAt: tasks.finishedAt })
    .from(tasks)
    .where(and(eq(tasks.tenantId, tx.tenantId), eq(tasks.merchantId, merchantId), eq(tasks.state, 'done'), ne(tasks.planId, planId)))
    .orderBy(tasks.measureId, desc(tasks.finishedAt))
  return rows
    .flatMap(({ measureId, finishedAt }) => (finishedAt ? [{ measureId, finishedAt: finishedAt.toISOString() }] : []))
    .toSorted((a, b) => b.finishedAt.localeCompare(a.finishedAt) || a.measureId.localeCompare(b.measureId))
}

export const findTask = async (tx: TenantTx, taskId: string): Promise<StoredTask | undefined> => {
  const [row] = await tx.select().from(tasks).where(and(eq(tasks.tenantId, tx.tenantId), eq(tasks.id, taskId)))
  return row && toTask(row)
}

export const insertTasks = async (tx: TenantTx, plan: { planId: string; merchantId: string; now: Date }, list: readonly NewTask[]): Promise<{ id: TaskId; measureId: string }[]> => {
  if (list.length === 0) return []
  const { planId, merchantId, now } = plan
  const rows = list.map(({ carriedFrom: _before, ...task }) => ({ tenantId: tx.tenantId, planId, merchantId, ...task, createdAt: now, updatedAt: now }))
  const made = await tx.insert(tasks).values(rows).returning({ id: tasks.id, measureId: tasks.measureId })
  return made.map(row => ({ ...row, id: row.id as TaskId }))
}

export const updateTask = async (tx: TenantTx, taskId: string, { finishedAt, ...patch }: TaskPatch, now: Date): Promise<void> => {
  const ended = finishedAt === undefined ? {} : { finishedAt: finishedAt === null ? null : new Date(finishedAt) }
  await tx.update(tasks).set({ ...patch, ...ended, updatedAt: now }).where(and(eq(tasks.tenantId, tx.tenantId), eq(tasks.id, taskId)))
}

/** The evidence of these tasks that has not been taken away, in the order in which it came. */
export const listEvidence = async (tx: TenantTx, taskIds: readonly string[]): Promise<(Evidence & { taskId: string })[]> => {
  if (taskIds.length === 0) return []
  const rows = await tx
    .select({
      id: evidence.id, taskId: evidence.taskId, kind: evidence.kind, body: evidence.body, fileId: evidence.fileId, alt: evidence.alt, auditId: evidence.auditId, createdAt: evidence.createdAt,
    })
    .from(evidence)
    .where(and(eq(evidence.tenantId, tx.tenantId), inArray(evidence.taskId, [...taskIds]), isNull(evidence.removedAt)))
    .orderBy(asc(evidence.createdAt), asc(evidence.id))
  return rows.map(row => ({ ...row, id: row.id as EvidenceId, fileId: row.fileId as FileId | null, auditId: row.auditId as WebsiteAuditId | null, createdAt: row.createdAt.toISOString() }))
}
