import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { taskEvents } from '@digitallotsen/db/schema/task-events.table.ts'
import type { TaskChange } from '@digitallotsen/domain/plan/task.schemas.ts'

export type TaskEventKind =
  | 'task_started' | 'task_finished' | 'task_dropped' | 'task_reopened' | 'task_activated' | 'task_assigned' | 'task_scheduled' | 'task_carried'
  | 'evidence_added' | 'evidence_removed' | 'evidence_restored'

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
