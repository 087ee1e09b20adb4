import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { mostActive } from '@digitallotsen/domain/check/ranking.rules.ts'
import { isActive, type TaskPatch } from '@digitallotsen/domain/plan/task.rules.ts'
import type { StoredTask } from './plan.repository.ts'
import { findEnding, findMovedUp, isUntouchedSince, type Ending } from './task-events.repository.ts'

export type Undo = {
  wasInProgress: boolean
  /** Goes back into the queue, so that the reopened task gets its place again; null where there is room without it, or somebody has worked on it. */
  goesBack: StoredTask | null
}

const findReplacement = async (tx: TenantTx, task: StoredTask, ending: Ending, tasks: readonly StoredTask[]): Promise<StoredTask | null> => {
  const movedUp = await findMovedUp(tx, { taskId: task.id, merchantId: task.merchantId, at: ending.at })
  const replacement = tasks.find(({ id, state }) => id === movedUp?.taskId && state === 'open')
  return movedUp && replacement && (await isUntouchedSince(tx, movedUp)) ? replacement : null
}

/** What takes back the end of a task, as far as it can be taken back; undefined where it has not ended. */
export const findUndo = async (tx: TenantTx, task: StoredTask, tasks: readonly StoredTask[]): Promise<Undo | undefined> => {
  const ending = task.state === 'done' || task.state === 'dropped' ? await findEnding(tx, task.id) : undefined
  if (!ending) return undefined
  const isFull = tasks.filter(({ state }) => isActive(state)).length >= mostActive
  const hadPlace = ending.from === 'open' || ending.from === 'in_progress'
  return { wasInProgress: ending.from === 'in_progress', goesBack: isFull && hadPlace ? await findReplacement(tx, task, ending, tasks) : null }
}

/** A reopened task that has its place again is where it was: in progress, if it was that. */
export const asBefore = (patch: TaskPatch, undo: Undo | undefined): TaskPatch =>
  patch.state === 'open' && undo?.wasInProgress ? { ...patch, state: 'in_progress' } : patch
