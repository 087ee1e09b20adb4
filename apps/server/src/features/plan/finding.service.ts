import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import type { CheckCatalogue } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import { mostActive } from '@digitallotsen/domain/check/ranking.rules.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { TaskId } from '@digitallotsen/domain/ids.schemas.ts'
import { isActive } from '@digitallotsen/domain/plan/task.rules.ts'
import type { Plan, TaskState } from '@digitallotsen/domain/plan/task.schemas.ts'
import { record } from '../audit/audit.service.ts'
import { insertEvidence } from './evidence.repository.ts'
import { closesByAudit, effectOn, type CheckedFact, type FindingLink } from './finding-effect.rules.ts'
import { findActivePlan, findTask, insertTasks, listTasks, lockPlan, updateTask, type StoredTask } from './plan.repository.ts'
import { getCurrentPlan } from './plan.service.ts'
import { ensurePlanOpen, performChange, withDue, type Hand } from './task.service.ts'
import { insertTaskEvents, type TaskEventKind } from './task-events.repository.ts'
import { listTaskFindings, setTaskFindings } from './task-findings.repository.ts'

export type { CheckedFact } from './finding-effect.rules.ts'

export type AuditFacts = { merchantId: string; auditId: string; catalogue: CheckCatalogue; now: Date; facts: readonly CheckedFact[] }

const handOf = ({ auditId, catalogue, now }: AuditFacts): Hand => ({ catalogue, now, personId: null, role: 'system', why: { by: 'audit', auditId } })

const note = (tx: TenantTx, task: StoredTask, { auditId, now }: AuditFacts, kind: TaskEventKind, checkIds: readonly string[], actorPersonId: string | null = null): Promise<void> =>
  insertTaskEvents(tx, [{ taskId: task.id, merchantId: task.merchantId, kind, actorPersonId, at: now, details: { auditId, checks: checkIds.join(', ') } }])

const day = new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', dateStyle: 'long' })

const show = async (tx: TenantTx, task: StoredTask, run: AuditFacts, checkIds: readonly string[]): Promise<void> => {
  const { auditId, now, facts } = run
  const shown = facts.filter(({ checkId }) => checkIds.includes(checkId))
  const titlesOf = (isStated: boolean) => shown.filter(fact => fact.isStated === isStated).map(({ title }) => title).join('; ')
  const [read, stated] = [titlesOf(false), titlesOf(true)]
  const body = [read && `Die Website-Prüfung vom ${day.format(now)} bestätigt: ${read}.`, stated && `Nach Angabe des Betriebs am ${day.format(now)}: ${stated}.`].filter(Boolean).join(' ')
  await insertEvidence(tx, { kind: 'audit', body, auditId, taskId: task.id, merchantId: task.merchantId, createdAt: now })
  await note(tx, task, run, 'evidence_added', checkIds)
}

/** Also a task that still waits may be done: then nobody moves up for it. */
const finish = async (tx: TenantTx, task: StoredTask, run: AuditFacts): Promise<void> => {
  const hand = handOf(run)
  if (task.state !== 'queued') return performChange(tx, hand, task, { kind: 'finish' })
  await updateTask(tx, task.id, { state: 'done', finishedAt: run.now.toISOString() }, run.now)
  const details = { from: task.state, to: 'done', ...hand.why }
  await insertTaskEvents(tx, [{ taskId: task.id, merchantId: task.merchantId, kind: 'task_finished', actorPersonId: null, at: run.now, details }])
  await record(tx, { actorPersonId: null, actorRole: 'system', action: 'task.finish', entity: 'task', entityId: task.id, details: { merchantId: task.merchantId, ...details }, at: run.now })
}

const stateOf = (state: FindingLink['state']) => (checkId: string): FindingLink => ({ checkId, state })

const follow = async (tx: TenantTx, task: StoredTask, links: readonly FindingLink[], run: AuditFacts, adopter: string | null = null): Promise<void> => {
  const { attached, gone, back, outcome } = effectOn(task, links, run.facts, adopter !== null)
  const { merchantId, auditId, now: since } = run
  await setTaskFindings(tx, { taskId: task.id, merchantId, auditId, since }, [...[...attached, ...back].map(stateOf('open')), ...gone.map(stateOf('gone'))])
  if (attached.length + back.length > 0) await note(tx, task, run, 'finding_attached', [...attached, ...back], adopter)
  if (gone.length > 0) await note(tx, task, run, 'finding_gone', gone)
  if (outcome === 'finish' || outcome === 'show') await show(tx, task, run, links.map(({ checkId }) => checkId))
  if (outcome === 'finish') await finish(tx, task, run)
  if (outcome === 'reopen') await performChange(tx, handOf(run), task, { kind: 'reopen' })
}

/**
 * What a finished audit means for the plan that is being worked on: findings hang on the tasks of their measure, a task whose findings are
 * gone is done with the audit as its evidence, one of which something is back is open again. Asks for no right: the job has none.
 */
export const followAudit = async (tx: TenantTx, run: AuditFacts): Promise<void> => {
  const plan = await findActivePlan(tx, run.merchantId)
  if (!plan || (await lockPlan(tx, plan.id)) !== 'active') return
  const tasks = await listTasks(tx, plan.id)
  const links = await listTaskFindings(tx, tasks.map(({ id }) => id))
  for (const { id } of tasks) {
    // Read anew: what happened to the task before may have moved this one up.
    const task = await findTask(tx, id)
    if (task) await follow(tx, task, links.filter(({ taskId }) => taskId === id), run)
  }
}

const openOrQueued = (tasks: readonly StoredTask[]): 'open' | 'queued' => (tasks.filter(({ state }) => isActive(state)).length < mostActive ? 'open' : 'queued')

const addTask = async (tx: TenantTx, planId: string, tasks: readonly StoredTask[], { merchantId, catalogue, now }: AuditFacts, concern: { measureId: string; itemId: string }): Promise<TaskId> => {
  const state = openOrQueued(tasks)
  const rank = Math.max(0, ...tasks.map(task => task.rank)) + 1
  const { dueOn = null } = withDue({ measureId: concern.measureId, dueOn: null }, { state }, { catalogue, now })
  const task = { ...concern, stage: 'base' as const, rank, priority: 0, dueOn, state, owner: null, origin: 'audit' as const, carriedFrom: null }
  const [made] = await insertTasks(tx, { planId, merchantId, now }, [task])
  if (!made) throw new Error('task was not stored')
  return made.id
}

/** Puts the measure that some findings call for into the plan; where it is there already, or was left out, that task gets them. */
export const adoptMeasure = async (tx: TenantTx, run: AuditFacts, concern: { measureId: string; itemId: string }, personId: string): Promise<Plan> => {
  const plan = await findActivePlan(tx, run.merchantId)
  if (!plan) throw new DomainError('plan.not_found')
  await ensurePlanOpen(tx, plan.id)
  const tasks = await listTasks(tx, plan.id)
  const there = tasks.find(({ measureId }) => measureId === concern.measureId)
  if (there && (there.state === 'dropped' || there.state === 'done')) await performChange(tx, { ...handOf(run), personId, role: 'merchant' }, there, { kind: 'reopen' })
  const taskId = there?.id ?? (await addTask(tx, plan.id, tasks, run, concern))
  const task = await findTask(tx, taskId)
  if (!task) throw new Error('task was not stored')
  await follow(tx, task, await listTaskFindings(tx, [taskId]), run, personId)
  await record(tx, {
    actorPersonId: personId, actorRole: 'merchant', action: 'task.adopted', entity: 'task', entityId: taskId,
    details: { merchantId: run.merchantId, auditId: run.auditId, measureId: concern.measureId }, at: run.now,
  })
  return getCurrentPlan(tx, run.merchantId)
}

export type ConcernedTask = { id: TaskId; state: TaskState; closesByAudit: boolean }

/** The tasks of the plan by measure, and whether a clean audit would end them. */
export const listConcernedTasks = async (tx: TenantTx, merchantId: string, facts: readonly CheckedFact[]): Promise<Map<string, ConcernedTask>> => {
  const plan = await findActivePlan(tx, merchantId)
  const tasks = plan ? await listTasks(tx, plan.id) : []
  const ofMeasure = (task: StoredTask) => facts.filter(({ measureId, verdict }) => measureId === task.measureId && verdict === 'fail')
  return new Map(tasks.map(task => [task.measureId, { id: task.id, state: task.state, closesByAudit: closesByAudit(task.origin, ofMeasure(task)) }]))
}
