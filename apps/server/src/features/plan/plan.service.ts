import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import type { CheckCatalogue } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import type { Ranking } from '@digitallotsen/domain/check/result.schemas.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import { can } from '@digitallotsen/domain/identity/roles.rules.ts'
import type { MerchantId, PlanId } from '@digitallotsen/domain/ids.schemas.ts'
import { draftPlan } from '@digitallotsen/domain/plan/task.rules.ts'
import type { Plan } from '@digitallotsen/domain/plan/task.schemas.ts'
import { record } from '../audit/audit.service.ts'
import { calendarDay } from './calendar.rules.ts'
import { carryOver, type NewTask } from './carry-over.rules.ts'
import { copyEvidence } from './evidence.repository.ts'
import { closePlans, findActivePlan, insertPlan, insertTasks, listDoneBefore, listEvidence, listTasks } from './plan.repository.ts'
import { insertTaskEvents } from './task-events.repository.ts'
import { copyTaskFindings } from './task-findings.repository.ts'

export type PlanDraft = { merchantId: MerchantId; assessmentId: string; catalogue: CheckCatalogue; ranking: Ranking; now: Date }

/** The measures of a submitted check as tasks. An earlier plan of the business is closed and kept; its unfinished tasks go on in the new one. */
export const createPlan = async (tx: TenantTx, { merchantId, assessmentId, catalogue, ranking, now }: PlanDraft): Promise<PlanId> => {
  const earlier = await findActivePlan(tx, merchantId)
  const list = carryOver(draftPlan(ranking, catalogue, calendarDay(now)), earlier ? await listTasks(tx, earlier.id) : [])
  await closePlans(tx, merchantId)
  const planId = await insertPlan(tx, { merchantId, assessmentId, waived: ranking.waived, createdAt: now })
  const made = await insertTasks(tx, { planId, merchantId, now }, list)
  await keepThread(tx, { merchantId, now, made, list })
  await record(tx, {
    actorPersonId: null, actorRole: 'system', action: 'plan.created', entity: 'plan', entityId: planId,
    details: { merchantId, assessmentId, tasks: list.length, earlierPlanId: earlier?.id ?? null }, at: now,
  })
  return planId
}

type Thread = { merchantId: string; now: Date; made: readonly { id: string; measureId: string }[]; list: readonly NewTask[] }

/** What shows that a carried task is under way comes along; the earlier task keeps its own. */
const keepThread = async (tx: TenantTx, { merchantId, now, made, list }: Thread): Promise<void> => {
  const newIds = new Map(made.map(({ id, measureId }) => [measureId, id]))
  const threads = list.flatMap(({ measureId, carriedFrom }) => {
    const taskId = newIds.get(measureId)
    return taskId && carriedFrom ? [{ taskId, carriedFrom }] : []
  })
  for (const { taskId, carriedFrom } of threads) {
    await copyEvidence(tx, carriedFrom, taskId)
    await copyTaskFindings(tx, carriedFrom, taskId)
  }
  await insertTaskEvents(tx, threads.map(({ taskId, carriedFrom }) => ({
    taskId, merchantId, kind: 'task_carried', actorPersonId: null, at: now, details: { from: carriedFrom },
  })))
}

/** The plan that is being worked on, with the tasks by rank and what earlier plans have brought; undefined where the business has none. Asks for no right: the caller has. */
export const findPlan = async (tx: TenantTx, merchantId: string): Promise<Plan | undefined> => {
  const stored = await findActivePlan(tx, merchantId)
  if (!stored) return undefined
  const rows = await listTasks(tx, stored.id)
  const [shown, doneBefore] = await Promise.all([listEvidence(tx, rows.map(task => task.id)), listDoneBefore(tx, merchantId, stored.id)])
  const tasks = rows.map(({ merchantId: _owner, origin: _origin, ...task }) => ({
    ...task,
    evidence: shown.filter(piece => piece.taskId === task.id).map(({ taskId: _task, ...piece }) => piece),
  }))
  return { id: stored.id, createdAt: stored.createdAt.toISOString(), waived: stored.waived, tasks, doneBefore }
}

export const getCurrentPlan = async (tx: TenantTx, merchantId: string): Promise<Plan> => {
  const plan = await findPlan(tx, merchantId)
  if (!plan) throw new DomainError('plan.not_found')
  return plan
}

export const getPlan = async (tx: TenantTx, identity: Identity, merchantId: MerchantId): Promise<Plan | null> => {
  if (!can(identity, 'plan.read_own', { merchantId }) && !can(identity, 'plan.read')) throw new DomainError('merchant.not_found')
  return (await findPlan(tx, merchantId)) ?? null
}
