import { and, desc, eq, gte, inArray, ne, sql } from 'drizzle-orm'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { taskEvents } from '@digitallotsen/db/schema/task-events.table.ts'
import type { TaskChange } from '@digitallotsen/domain/plan/task.schemas.ts'

export type TaskEventKind =
  | 'task_started' | 'task_finished' | 'task_dropped' | 'task_reopened' | 'task_activated' | 'task_assigned' | 'task_scheduled' | 'task_carried'
  | 'evidence_added' | 'evidence_removed' | 'evidence_restored' | 'finding_attached' | 'finding_gone'

export const eventKindOf: Readonly<Record<TaskChange['kind'], TaskEventKind>> = {
  start: 'task_started',
  finish: 'task_finished',
  drop: 'task_dropped',
  reopen: 'task_reopened',
  activate: 'task_activated',
  assign: 'task_assigned',
  schedule: 'task_scheduled',
}

/** Without a person it was the plan's own rule that acted. */
export type NewTaskEvent = {
  taskId: string
  merchantId: string
  kind: TaskEventKind
  actorPersonId: string | null
  at: Date
  details: Readonly<Record<string, string>>
}

export const insertTaskEvents = async (tx: TenantTx, events: readonly NewTaskEvent[]): Promise<void> => {
  if (events.length === 0) return
  await tx.insert(taskEvents).values(events.map(event => ({ tenantId: tx.tenantId, ...event })))
}

export type Ending = { at: Date; from: string | null }

const ofTask = (tx: TenantTx, taskId: string) => and(eq(taskEvents.tenantId, tx.tenantId), eq(taskEvents.taskId, taskId))

/** When a task was last finished or dropped, and the state it was in before. */
export const findEnding = async (tx: TenantTx, taskId: string): Promise<Ending | undefined> => {
  const [row] = await tx
    .select({ at: taskEvents.at, from: sql<string | null>`${taskEvents.details} ->> 'from'` })
    .from(taskEvents)
    .where(and(ofTask(tx, taskId), inArray(taskEvents.kind, [eventKindOf.finish, eventKindOf.drop])))
    .orderBy(desc(taskEvents.at), desc(taskEvents.createdAt))
    .limit(1)
  return row
}

export type MovedUp = { eventId: string; taskId: string; at: Date }

/** The task that took the place of another one at that moment. */
export const findMovedUp = async (tx: TenantTx, place: { taskId: string; merchantId: string; at: Date }): Promise<MovedUp | undefined> => {
  const [row] = await tx
    .select({ eventId: taskEvents.id, taskId: taskEvents.taskId, at: taskEvents.at })
    .from(taskEvents)
    .where(
      and(
        eq(taskEvents.tenantId, tx.tenantId),
        eq(taskEvents.merchantId, place.merchantId),
        eq(taskEvents.at, place.at),
        eq(taskEvents.kind, 'task_activated'),
        sql`${taskEvents.details} ->> 'insteadOf' = ${place.taskId}`,
      ),
    )
    .orderBy(desc(taskEvents.createdAt))
    .limit(1)
  return row
}

/** True where nothing has happened to the task since it moved up, evidence included. */
export const isUntouchedSince = async (tx: TenantTx, { eventId, taskId, at }: MovedUp): Promise<boolean> => {
  const [later] = await tx
    .select({ id: taskEvents.id })
    .from(taskEvents)
    .where(and(ofTask(tx, taskId), gte(taskEvents.at, at), ne(taskEvents.id, eventId)))
    .limit(1)
  return later === undefined
}
