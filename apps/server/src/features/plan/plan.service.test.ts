import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dlc1 } from '@digitallotsen/domain/check/catalogue.fixture.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { Plan, Task, TaskChange } from '@digitallotsen/domain/plan/task.schemas.ts'
import { createTestDatabase, type TestDatabase } from '@digitallotsen/testing/postgres.ts'
import { addPerson, addShop, answersAt, asOffice, newKey, noon, openTestCity, shopWithPlan, type Shop, type TestCity } from '../../test-city.fixture.ts'
import { askerOf } from '../check/check-access.service.ts'
import { startFollowUp } from '../check/check-start.service.ts'
import { saveAnswers, submitCheck } from '../check/check.service.ts'
import { getMerchantRecord } from '../merchant/merchant.service.ts'
import { addTextEvidence, removeEvidence, restoreEvidence } from './evidence.service.ts'
import { getCurrentPlan, getPlan } from './plan.service.ts'
import { changeTask } from './task.service.ts'

let db: TestDatabase
let place: TestCity
beforeAll(async () => {
  db = await createTestDatabase()
  place = await openTestCity(db)
})
afterAll(() => db.close())

const refusal = (work: Promise<unknown>) => work.then(() => 'passed', (error: unknown) => (error instanceof DomainError ? error.code : String(error)))
const planOf = ({ merchantId }: Shop) => place.act(tx => getCurrentPlan(tx, merchantId))
const worker = ({ owner }: Shop) => ({ identity: owner, catalogue: dlc1, now: noon })
const change = (shop: Shop, task: Pick<Task, 'id'>, what: TaskChange, idempotencyKey = newKey()) =>
  place.act(tx => changeTask(tx, worker(shop), { taskId: task.id, change: what, idempotencyKey }))
const prove = (shop: Shop, task: Pick<Task, 'id'>, idempotencyKey = newKey()) =>
  place.act(tx => addTextEvidence(tx, worker(shop), { taskId: task.id, body: 'Das Schild hängt.', idempotencyKey }))
const inState = (plan: Plan, ...states: Task['state'][]) => plan.tasks.filter(task => states.includes(task.state))
const first = <T>(list: readonly T[]): T => {
  const [one] = list
  if (one === undefined) throw new Error('the list is empty')
  return one
}

/** Until a transaction of this database waits for another one's row. */
const someoneWaits = async (): Promise<void> => {
  for (let tries = 0; tries < 2000; tries++) {
    const waiting = await db.admin(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)
    if (waiting.length > 0) return
  }
}

describe('a new plan', () => {
  it('has five active tasks with a date, the others waiting without one', async () => {
    const plan = await planOf(await shopWithPlan(place))
    const [active, queued] = [inState(plan, 'open'), inState(plan, 'queued')]
    expect(active).toHaveLength(5)
    expect(queued).toHaveLength(25)
    expect(active.every(task => task.dueOn !== null && task.dueOn > '2026-03-02')).toBe(true)
    expect(queued.every(task => task.dueOn === null)).toBe(true)
    expect(plan.tasks.map(task => task.rank)).toEqual(plan.tasks.map((_, index) => index + 1))
  })

  it('is seen by the owner and the office, by nobody else', async () => {
    const shop = await shopWithPlan(place)
    const see = (identity: Shop['owner']) => refusal(place.act(tx => getPlan(tx, identity, shop.merchantId)))
    expect(await see(shop.owner)).toBe('passed')
    expect(await see(asOffice(await addPerson(place)))).toBe('passed')
    expect(await see((await addShop(place)).owner)).toBe('merchant.not_found')
  })

  it('is null where a business has none', async () => {
    const { merchantId, owner } = await addShop(place)
    expect(await place.act(tx => getPlan(tx, owner, merchantId))).toBeNull()
  })
})

describe('working on a task', () => {
  it('is not finished without evidence', async () => {
    const shop = await shopWithPlan(place)
    const task = first(inState(await planOf(shop), 'open'))
    expect(await refusal(change(shop, task, { kind: 'finish' }))).toBe('task.evidence_required')
    await prove(shop, task)
    const after = await change(shop, task, { kind: 'finish' })
    expect(after.tasks.find(({ id }) => id === task.id)).toMatchObject({ state: 'done', finishedAt: noon.toISOString() })
  })

  it('makes room: the next in the queue moves up with a date', async () => {
    const shop = await shopWithPlan(place)
    const before = await planOf(shop)
    const next = first(inState(before, 'queued'))
    const after = await change(shop, first(inState(before, 'open')), { kind: 'drop', reason: 'Passt nicht zu uns.' })
    expect(after.tasks.find(({ id }) => id === next.id)).toMatchObject({ state: 'open', dueOn: expect.stringMatching(/^2026-/) })
    expect(inState(after, 'open')).toHaveLength(5)
  })

  it('refuses a sixth active task', async () => {
    const shop = await shopWithPlan(place)
    const queued = inState(await planOf(shop), 'queued')
    expect(await refusal(change(shop, first(queued), { kind: 'activate' }))).toBe('task.too_many_active')
    const dropped = first(inState(await planOf(shop), 'open'))
    await change(shop, dropped, { kind: 'drop', reason: 'Später.' })
    expect(first(inState(await change(shop, dropped, { kind: 'reopen' }), 'queued')).state).toBe('queued')
    expect(inState(await planOf(shop), 'open', 'in_progress')).toHaveLength(5)
  })

  it('counts the five right when two take the last place at once: the second waits for the first', async () => {
    const shop = await shopWithPlan(place)
    const plan = await planOf(shop)
    await db.admin(`update tasks set state = 'queued' where id = $1`, [first(inState(plan, 'open')).id])
    const [one, other] = inState(plan, 'queued')
    if (!one || !other) throw new Error('too few tasks')
    const attempt: { second?: Promise<string> } = {}
    await place.act(async tx => {
      await changeTask(tx, worker(shop), { taskId: one.id, change: { kind: 'activate' }, idempotencyKey: newKey() })
      attempt.second = refusal(change(shop, other, { kind: 'activate' }))
      await Promise.race([attempt.second, someoneWaits()])
    })
    expect(await attempt.second).toBe('task.too_many_active')
    expect(inState(await planOf(shop), 'open', 'in_progress')).toHaveLength(5)
  })

  it('acts once per key', async () => {
    const shop = await shopWithPlan(place)
    const task = first(inState(await planOf(shop), 'open'))
    const key = newKey()
    await Promise.all([change(shop, task, { kind: 'start' }, key), change(shop, task, { kind: 'start' }, key)])
    expect(await refusal(change(shop, task, { kind: 'start' }))).toBe('task.state_conflict')
    expect(await db.admin('select kind from task_events where task_id = $1', [task.id])).toEqual([{ kind: 'task_started' }])
    const evidenceKey = newKey()
    await prove(shop, task, evidenceKey)
    expect((await prove(shop, task, evidenceKey)).tasks.find(({ id }) => id === task.id)?.evidence).toHaveLength(1)
  })

  it('is for the people of the business alone: strangers and the office get the answer of an absent task', async () => {
    const shop = await shopWithPlan(place)
    const task = first(inState(await planOf(shop), 'open'))
    const stranger = await addShop(place)
    const office = { ...shop, owner: asOffice(await addPerson(place)) }
    for (const who of [stranger, office]) {
      expect(await refusal(change(who, task, { kind: 'start' }))).toBe('task.not_found')
      expect(await refusal(prove(who, task))).toBe('task.not_found')
    }
    expect(await refusal(change(shop, { id: newKey() as never }, { kind: 'start' }))).toBe('task.not_found')
  })

  it('can be seen in the history, newest first, with who acted', async () => {
    const shop = await shopWithPlan(place)
    const task = first(inState(await planOf(shop), 'open'))
    await change(shop, task, { kind: 'drop', reason: 'Zu teuer.' })
    const { history } = await place.act(tx => getMerchantRecord(tx, shop.owner, shop.merchantId))
    expect(history.map(entry => [entry.kind, entry.actor]).toSorted()).toEqual(
      [['check_submitted', 'self'], ['plan_created', 'system'], ['task_activated', 'system'], ['task_dropped', 'self']],
    )
    expect(history.find(entry => entry.kind === 'task_dropped')).toMatchObject({ taskId: task.id, measureId: task.measureId, details: { reason: 'Zu teuer.' } })
  })
})

describe('evidence', () => {
  it('can be taken away and brought back', async () => {
    const shop = await shopWithPlan(place)
    const task = first(inState(await planOf(shop), 'open'))
    const shown = (plan: Plan) => plan.tasks.find(({ id }) => id === task.id)?.evidence ?? []
    const piece = first(shown(await prove(shop, task)))
    expect(shown(await place.act(tx => removeEvidence(tx, worker(shop), piece.id)))).toEqual([])
    expect(shown(await place.act(tx => restoreEvidence(tx, worker(shop), piece.id)))).toEqual([piece])
    const stranger = await addShop(place)
    expect(await refusal(place.act(tx => removeEvidence(tx, worker(stranger), piece.id)))).toBe('evidence.not_found')
  })

  it('stays where it is the last of a finished task', async () => {
    const shop = await shopWithPlan(place)
    const task = first(inState(await planOf(shop), 'open'))
    const proved = await prove(shop, task)
    const piece = first(proved.tasks.find(({ id }) => id === task.id)?.evidence ?? [])
    await change(shop, task, { kind: 'finish' })
    expect(await refusal(place.act(tx => removeEvidence(tx, worker(shop), piece.id)))).toBe('task.evidence_required')
  })
})

describe('the plan after a follow-up', () => {
  it('goes on with what was begun, and keeps the old plan as it was', async () => {
    const shop = await shopWithPlan(place, 0)
    const old = await planOf(shop)
    const task = first(inState(old, 'open'))
    await change(shop, task, { kind: 'start' })
    await change(shop, task, { kind: 'assign', owner: 'Frau Muster' })
    await prove(shop, task)
    const asker = askerOf(shop.owner, undefined)
    const later = { asker, pack: place.city.pack, now: new Date('2026-06-01T09:00:00Z') }
    const next = await place.act(tx => startFollowUp({ tx, identity: shop.owner, services: place.services, city: place.city }, { merchantId: shop.merchantId, idempotencyKey: newKey() }))
    await place.act(tx => saveAnswers(tx, later, { ...next, answers: answersAt(1, later.now) }))
    await place.act(tx => submitCheck(tx, later, next))
    const plan = await planOf(shop)
    expect(plan.id).not.toBe(old.id)
    const carried = plan.tasks.find(({ measureId }) => measureId === task.measureId)
    expect(carried).toMatchObject({ state: 'in_progress', owner: 'Frau Muster', dueOn: task.dueOn, evidence: [{ kind: 'text' }] })
    expect(inState(plan, 'open', 'in_progress')).toHaveLength(5)
    expect(await db.admin('select state, owner from tasks where id = $1', [task.id])).toEqual([{ state: 'in_progress', owner: 'Frau Muster' }])
    expect(await refusal(change(shop, task, { kind: 'drop', reason: 'alt' }))).toBe('task.state_conflict')
  })
})
