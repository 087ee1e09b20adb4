import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import type { CheckCatalogue } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import { can, type Action } from '@digitallotsen/domain/identity/roles.rules.ts'
import { applyTaskChange, dueAfterWeeks, isActive, nextQueued, type TaskPatch } from '@digitallotsen/domain/plan/task.rules.ts'
import type { Plan, TaskChange } from '@digitallotsen/domain/plan/task.schemas.ts'
import { once } from '../../trpc/idempotency.ts'
import { record } from '../audit/audit.service.ts'
import { calendarDay } from './calendar.rules.ts'
import { findTask, listEvidence, listTasks, lockPlan, updateTask, type StoredTask } from './plan.repository.ts'
import { getCurrentPlan } from './plan.service.ts'
import { eventKindOf, insertTaskEvents } from './task-events.repository.ts'
import { asBefore, findUndo } from './undo.service.ts'

export type Worker = { identity: Identity; catalogue: CheckCatalogue; now: Date }

/** Whose hand it is: a person's of the business, or nobody's, where a measured fact changes the plan. */
type Clock = Pick<Worker, 'catalogue' | 'now'>
export type Hand = Clock & { personId: string | null; role: 'merchant' | 'system'; why?: Readonly<Record<string, string>> }

/** The task, for somebody who may do this to it; whoever may not gets the answer of an absent one. */
export const getOwnTask = async (tx: TenantTx, identity: Identity, action: Extract<Action, 'task.change' | 'evidence.add' | 'evidence.remove'>, taskId: string): Promise<StoredTask> => {
  const task = await findTask(tx, taskId)
  if (!task || !can(identity, action, { merchantId: task.merchantId })) throw new DomainError('task.not_found')
  return task
}

/** Holds the plan until the transaction ends; a closed plan is history and no longer changes. */
export const ensurePlanOpen = async (tx: TenantTx, planId: string): Promise<void> => {
  if ((await lockPlan(tx, planId)) !== 'active') throw new DomainError('task.state_conflict')
}

/** An active task has a date: its measure's weeks from today, where nobody set another. */
export const withDue = (task: Pick<StoredTask, 'dueOn' | 'measureId'>, patch: TaskPatch, { catalogue, now }: Clock): TaskPatch => {
  if (!patch.state || !isActive(patch.state) || task.dueOn !== null) return patch
  const weeks = catalogue.measures.find(measure => measure.id === task.measureId)?.weeks
  return weeks === undefined ? patch : { ...patch, dueOn: dueAfterWeeks(calendarDay(now), weeks) }
}

/** Where a place of the five has become free, the next in the queue moves up. */
export const promoteNext = async (tx: TenantTx, worker: Clock, ended: StoredTask): Promise<void> => {
  const next = nextQueued(await listTasks(tx, ended.planId))
  if (!next) return
  await updateTask(tx, next.id, withDue(next, { state: 'open' }, worker), worker.now)
  await insertTaskEvents(tx, [{ taskId: next.id, merchantId: next.merchantId, kind: 'task_activated', actorPersonId: null, at: worker.now, details: { insteadOf: ended.id } }])
}

const apply = async (tx: TenantTx, { identity, catalogue, now }: Worker, taskId: string, change: TaskChange): Promise<void> =>
  performChange(tx, { catalogue, now, personId: identity.personId, role: 'merchant' }, await getOwnTask(tx, identity, 'task.change', taskId), change)

/** Does it, with what follows from it for the others of the five, and leaves its trace. Asks for no right: the caller has, and holds the plan. */
export const performChange = async (tx: TenantTx, hand: Hand, task: StoredTask, change: TaskChange): Promise<void> => {
  const { personId: actorPersonId, role: actorRole, why, now } = hand
  const taskId = task.id
  const tasks = await listTasks(tx, task.planId)
  const undo = change.kind === 'reopen' ? await findUndo(tx, task, tasks) : undefined
  const activeCount = tasks.filter(({ id, state }) => isActive(state) && id !== undo?.goesBack?.id).length
  const outcome = applyTaskChange(task, change, { evidenceCount: (await listEvidence(tx, [taskId])).length, activeCount, now })
  if (!outcome.ok) throw new DomainError(outcome.code)
  const patch = asBefore(outcome.patch, undo)
  await updateTask(tx, taskId, withDue(task, patch, hand), now)
  if (undo?.goesBack) await updateTask(tx, undo.goesBack.id, { state: 'queued', dueOn: null }, now)
  const { from, details } = outcome.event
  const to = patch.state ?? task.state
  const back = undo?.goesBack ? { backToQueue: undo.goesBack.id } : {}
  await insertTaskEvents(tx, [
    { taskId, merchantId: task.merchantId, kind: eventKindOf[change.kind], actorPersonId, at: now, details: { from, to, ...details, ...back, ...why } },
  ])
  if (change.kind === 'finish' || change.kind === 'drop') await promoteNext(tx, hand, task)
  await record(tx, {
    actorPersonId, actorRole, action: `task.${change.kind}`, entity: 'task', entityId: taskId,
    details: { merchantId: task.merchantId, from, to, ...why }, at: now,
  })
}

export type ChangeInput = { taskId: string; change: TaskChange; idempotencyKey: string }

export const changeTask = async (tx: TenantTx, worker: Worker, { taskId, change, idempotencyKey: key }: ChangeInput): Promise<Plan> => {
  const task = await getOwnTask(tx, worker.identity, 'task.change', taskId)
  await once(tx, { key, procedure: 'plan.change', subject: worker.identity.personId }, async () => {
    await ensurePlanOpen(tx, task.planId)
    await apply(tx, worker, taskId, change)
    return {}
  })
  return getCurrentPlan(tx, task.merchantId)
}
