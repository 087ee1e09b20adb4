import { mostActive } from '../check/ranking.rules.ts'
import type { CheckCatalogue } from '../check/catalogue.schemas.ts'
import type { RankedMeasure, Ranking } from '../check/result.schemas.ts'
import type { ErrorCode } from '../errors.ts'
import type { Task, TaskChange, TaskState } from './task.schemas.ts'

export type TaskFacts = Pick<Task, 'state' | 'owner' | 'dueOn' | 'dropReason' | 'finishedAt'>
export type TaskPatch = Partial<TaskFacts>

/** What happened, for the task's history; the actor and the ids are the caller's to add. */
export type TaskEvent = {
  kind: TaskChange['kind']
  at: string
  from: TaskState
  to: TaskState
  details: Readonly<Record<string, string>>
}

export type TaskContext = {
  /** Pieces of evidence that the task has now. */
  evidenceCount: number
  /** Tasks of the plan that are open or in progress, this one included if it is. */
  activeCount: number
  now: Date
}

export type TaskRefusal = Extract<ErrorCode, `task.${string}`>
export type TaskOutcome = { ok: true; patch: TaskPatch; event: TaskEvent } | { ok: false; code: TaskRefusal }

/** True for the states that count towards the five: open and in progress. */
export const isActive = (state: TaskState): boolean => state === 'open' || state === 'in_progress'

const allowedFrom: Readonly<Record<TaskChange['kind'], readonly TaskState[]>> = {
  start: ['open'],
  finish: ['open', 'in_progress'],
  drop: ['queued', 'open', 'in_progress'],
  reopen: ['done', 'dropped'],
  activate: ['queued'],
  assign: ['queued', 'open', 'in_progress'],
  schedule: ['open', 'in_progress'],
}

const findRefusal = (task: TaskFacts, change: TaskChange, context: TaskContext): TaskRefusal | undefined => {
  if (!allowedFrom[change.kind].includes(task.state)) return 'task.state_conflict'
  if (change.kind === 'finish' && context.evidenceCount < 1) return 'task.evidence_required'
  if (change.kind === 'drop' && change.reason.trim() === '') return 'task.reason_required'
  if (change.kind === 'activate' && context.activeCount >= mostActive) return 'task.too_many_active'
  return undefined
}

const reopened = (activeCount: number): TaskPatch => {
  const ended = { finishedAt: null, dropReason: null }
  return activeCount < mostActive ? { state: 'open', ...ended } : { state: 'queued', dueOn: null, ...ended }
}

const patchOf = (change: TaskChange, context: TaskContext): TaskPatch => {
  switch (change.kind) {
    case 'start':
      return { state: 'in_progress' }
    case 'finish':
      return { state: 'done', finishedAt: context.now.toISOString() }
    case 'drop':
      return { state: 'dropped', dropReason: change.reason.trim() }
    case 'reopen':
      return reopened(context.activeCount)
    case 'activate':
      return { state: 'open' }
    case 'assign':
      return { owner: change.owner }
    case 'schedule':
      return { dueOn: change.dueOn }
  }
}

const detailsOf = (change: TaskChange): TaskEvent['details'] => {
  if (change.kind === 'drop') return { reason: change.reason.trim() }
  if (change.kind === 'assign') return { owner: change.owner }
  if (change.kind === 'schedule') return { dueOn: change.dueOn }
  return {}
}

/**
 * What a change makes of a task: the fields to write and the event to keep, or the code of the refusal. Refused are: a change its state does
 * not allow; finishing without evidence; dropping without a reason; a sixth active task. Reopening leads to open where there is room, else
 * back into the queue, where no task has a due date.
 */
export const applyTaskChange = (task: TaskFacts, change: TaskChange, context: TaskContext): TaskOutcome => {
  const code = findRefusal(task, change, context)
  if (code) return { ok: false, code }
  const patch = patchOf(change, context)
  const event = { kind: change.kind, at: context.now.toISOString(), from: task.state, to: patch.state ?? task.state, details: detailsOf(change) }
  return { ok: true, patch, event }
}

/** The best-ranked queued task, if one more may be active; undefined where none waits or five are active. */
export const nextQueued = <T extends Pick<Task, 'state' | 'rank'>>(tasks: readonly T[]): T | undefined => {
  if (tasks.filter(task => isActive(task.state)).length >= mostActive) return undefined
  return tasks.filter(task => task.state === 'queued').toSorted((a, b) => a.rank - b.rank)[0]
}

const dayInMs = 86_400_000

/** The calendar day (YYYY-MM-DD) that lies `weeks` weeks after `startOn`; counted in whole days, so no change of the clock moves it. */
export const dueAfterWeeks = (startOn: string, weeks: number): string =>
  new Date(Date.parse(`${startOn}T00:00:00Z`) + weeks * 7 * dayInMs).toISOString().slice(0, 10)

export type TaskDraft = Pick<Task, 'measureId' | 'itemId' | 'stage' | 'rank' | 'dueOn'> &
  Pick<RankedMeasure, 'priority'> & { state: Extract<TaskState, 'open' | 'queued'> }

/**
 * The tasks of a new plan in the order of the ranking: the active measures open, due after the measure's weeks; the others queued, without
 * a date. Refuses a ranking whose measure the catalogue lacks.
 */
export const draftPlan = (ranking: Ranking, catalogue: CheckCatalogue, startOn: string): TaskDraft[] => {
  const weeks = new Map(catalogue.measures.map(measure => [measure.id, measure.weeks]))
  return ranking.measures.map(({ measureId, itemId, stage, rank, priority, active }) => {
    const duration = weeks.get(measureId)
    if (duration === undefined) throw new Error(`The ranking names the measure ${measureId}, which the catalogue ${catalogue.edition} lacks`)
    return { measureId, itemId, stage, rank, priority, state: active ? 'open' : 'queued', dueOn: active ? dueAfterWeeks(startOn, duration) : null }
  })
}
