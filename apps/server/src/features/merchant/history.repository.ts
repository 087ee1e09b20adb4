import { and, desc, eq, sql } from 'drizzle-orm'
import type { TenantReading } from '@digitallotsen/db/tenant-reading.ts'
import { assessments } from '@digitallotsen/db/schema/assessments.table.ts'
import { plans } from '@digitallotsen/db/schema/plans.table.ts'
import { taskEvents } from '@digitallotsen/db/schema/task-events.table.ts'
import { tasks } from '@digitallotsen/db/schema/tasks.table.ts'
import { ofCity, readAhead, writeQuery, type Given } from '@digitallotsen/db/written-query.ts'
import type { Band } from '@digitallotsen/domain/check/result.schemas.ts'
import type { AssessmentId, TaskId } from '@digitallotsen/domain/ids.schemas.ts'
import type { AssessmentLine, HistoryEntry } from './merchant-record.schemas.ts'

const assessmentsOf = writeQuery(
  {
    id: assessments.id, moment: assessments.moment, kind: assessments.kind, state: assessments.state, submittedAt: assessments.submittedAt,
    total: sql<number | null>`(${assessments.result} -> 'result' ->> 'total')::float8`,
    band: sql<Band | null>`${assessments.result} -> 'result' ->> 'band'`,
  },
  (select, given: Given<'merchantId'>) =>
    select.from(assessments).where(and(eq(assessments.tenantId, ofCity), eq(assessments.merchantId, given('merchantId')))).orderBy(desc(assessments.createdAt)).limit(100),
)

const plansOf = writeQuery({ at: plans.createdAt }, (select, given: Given<'merchantId' | 'most'>) =>
  select.from(plans).where(and(eq(plans.tenantId, ofCity), eq(plans.merchantId, given('merchantId')))).orderBy(desc(plans.createdAt)).limit(given('most')),
)

const taskEventsOf = writeQuery(
  {
    at: taskEvents.at, kind: taskEvents.kind, actorPersonId: taskEvents.actorPersonId, details: taskEvents.details,
    taskId: taskEvents.taskId, measureId: tasks.measureId,
  },
  (select, given: Given<'merchantId' | 'most'>) =>
    select
      .from(taskEvents)
      .innerJoin(tasks, and(eq(tasks.tenantId, taskEvents.tenantId), eq(tasks.id, taskEvents.taskId)))
      .where(and(eq(taskEvents.tenantId, ofCity), eq(taskEvents.merchantId, given('merchantId'))))
      .orderBy(desc(taskEvents.at))
      .limit(given('most')),
)

/** What `listAssessments`, `listTaskEvents` and `listPlansMade` will read. */
export const historyReads = (merchantId: string, most: number) => [
  readAhead(assessmentsOf, { merchantId }), readAhead(taskEventsOf, { merchantId, most }), readAhead(plansOf, { merchantId, most }),
]

export const listAssessments = async (tx: TenantReading, merchantId: string): Promise<AssessmentLine[]> => {
  const rows = await tx.read(assessmentsOf, { merchantId })
  return rows.map(row => ({ ...row, id: row.id as AssessmentId, submittedAt: row.submittedAt?.toISOString() ?? null }))
}

export const listPlansMade = async (tx: TenantReading, merchantId: string, most: number): Promise<HistoryEntry[]> => {
  const rows = await tx.read(plansOf, { merchantId, most })
  return rows.map(({ at }) => ({ at: at.toISOString(), kind: 'plan_created', taskId: null, measureId: null, actor: 'system', details: {} }))
}

export const listTaskEvents = async (tx: TenantReading, merchantId: string, most: number): Promise<HistoryEntry[]> => {
  const rows = await tx.read(taskEventsOf, { merchantId, most })
  return rows.map(row => ({
    at: row.at.toISOString(),
    kind: row.kind as HistoryEntry['kind'],
    taskId: row.taskId as TaskId,
    measureId: row.measureId,
    // Only the people of a business change its tasks so far; what has no person was done by the rules of the plan.
    actor: row.actorPersonId === null ? 'system' : 'self',
    details: row.details as Record<string, string>,
  }))
}
