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
const minutes = (after: number) => new Date(noon.getTime() + after * 60_000)
const worker = ({ owner }: Shop, now = noon) => ({ identity: owner, catalogue: dlc1, now })
const change = (shop: Shop, task: Pick<Task, 'id'>, what: TaskChange, idempotencyKey = newKey(), now = noon) =>
  place.act(tx => changeTask(tx, worker(shop, now), { taskId: task.id, change: what, idempotencyKey }))
const changeAt = (after: number, shop: Shop, task: Pick<Task, 'id'>, what: TaskChange) => change(shop, task, what, newKey(), minutes(after))
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

describe('taking back the end of a task', () => {
  const drop = { kind: 'drop', reason: 'Passt nicht.' } as const
  const reopen = { kind: 'reopen' } as const
  const asItStood = (plan: Plan) => plan.tasks.map(({ id, state, owner, dueOn, dropReason, finishedAt }) => ({ id, state, owner, dueOn, dropReason, finishedAt }))

  it('brings the plan back as it stood: the task active, the one that moved up waiting again', async () => {
    const shop = await shopWithPlan(place)
    const before = await planOf(shop)
    const [task, begun] = inState(before, 'open')
    if (!task || !begun) throw new Error('too few tasks')
    await changeAt(1, shop, task, drop)
    expect(asItStood(await changeAt(2, shop, task, reopen))).toEqual(asItStood(before))

    const working = await changeAt(3, shop, begun, { kind: 'start' })
    await changeAt(4, shop, begun, drop)
    expect(asItStood(await changeAt(5, shop, begun, reopen))).toEqual(asItStood(working))
    const [event] = await db.admin(`select details from task_events where task_id = $1 and kind = 'task_reopened'`, [begun.id])
    expect(event).toMatchObject({ details: { from: 'dropped', to: 'in_progress', backToQueue: expect.any(String) } })
  })

  it('does so for a finished one too, and each time anew', async () => {
    const shop = await shopWithPlan(place)
    const task = first(inState(await planOf(shop), 'open'))
    const before = await prove(shop, task)
    for (const round of [1, 2]) {
      await changeAt(10 * round, shop, task, { kind: 'finish' })
      expect(asItStood(await changeAt(10 * round + 1, shop, task, reopen))).toEqual(asItStood(before))
    }
  })

  it('leaves the one that moved up where somebody has begun with it; the reopened one waits then', async () => {
    const touches: ((shop: Shop, next: Task) => Promise<unknown>)[] = [
      (shop, next) => changeAt(2, shop, next, { kind: 'start' }),
      (shop, next) => changeAt(2, shop, next, { kind: 'assign', owner: 'Frau Muster' }),
      (shop, next) => changeAt(2, shop, next, { kind: 'schedule', dueOn: '2026-05-01' }),
      (shop, next) => place.act(tx => addTextEvidence(tx, worker(shop, minutes(2)), { taskId: next.id, body: 'Fast fertig.', idempotencyKey: newKey() })),
    ]
    for (const touch of touches) {
      const shop = await shopWithPlan(place)
      const plan = await planOf(shop)
      const [task, next] = [first(inState(plan, 'open')), first(inState(plan, 'queued'))]
      await changeAt(1, shop, task, drop)
      await touch(shop, next)
      const after = await changeAt(3, shop, task, reopen)
      expect(after.tasks.find(({ id }) => id === task.id)).toMatchObject({ state: 'queued', dueOn: null })
      expect(['open', 'in_progress']).toContain(after.tasks.find(({ id }) => id === next.id)?.state)
      expect(inState(after, 'open', 'in_progress')).toHaveLength(5)
    }
  })

  it('moves nobody where there is room, or where the task was only waiting', async () => {
    const shop = await shopWithPlan(place)
    const plan = await planOf(shop)
    const waiting = first(inState(plan, 'queued'))
    await changeAt(1, shop, waiting, drop)
    expect(asItStood(await changeAt(2, shop, waiting, reopen))).toEqual(asItStood(plan))
    const [task, other] = inState(plan, 'open')
    if (!task || !other) throw new Error('too few tasks')
    await changeAt(3, shop, task, drop)
    await db.admin(`update tasks set state = 'queued' where id = $1`, [other.id])
    const after = await changeAt(4, shop, task, reopen)
    expect(after.tasks.find(({ id }) => id === waiting.id)?.state).toBe('open')
    expect(inState(after, 'open')).toHaveLength(5)
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

const followUp = async (shop: Shop, at: string): Promise<Plan> => {
  const later = { asker: askerOf(shop.owner, undefined), pack: place.city.pack, now: new Date(at) }
  const next = await place.act(tx => startFollowUp({ tx, identity: shop.owner, services: place.services, city: place.city }, { merchantId: shop.merchantId, idempotencyKey: newKey() }))
  await place.act(tx => saveAnswers(tx, later, { ...next, answers: answersAt(1, later.now) }))
  await place.act(tx => submitCheck(tx, later, next))
  return planOf(shop)
}

describe('the plan after a follow-up', () => {
  it('names what was finished before it, each measure once with its last day', async () => {
    const shop = await shopWithPlan(place, 0)
    const [one, other] = inState(await planOf(shop), 'open')
    if (!one || !other) throw new Error('too few tasks')
    expect((await planOf(shop)).doneBefore).toEqual([])
    for (const [after, task] of [[1, one], [2, other]] as const) {
      await prove(shop, task)
      await changeAt(after, shop, task, { kind: 'finish' })
    }
    expect((await planOf(shop)).doneBefore).toEqual([])
    const second = await followUp(shop, '2026-06-01T09:00:00Z')
    expect(inState(second, 'done')).toEqual([])
    const done = [other, one].map(({ measureId }, index) => ({ measureId, finishedAt: minutes(2 - index).toISOString() }))
    expect(second.doneBefore).toEqual(done)

    const again = second.tasks.find(({ measureId }) => measureId === one.measureId)
    if (!again) throw new Error('the measure does not rank again')
    await db.admin(`update tasks set state = 'open' where id = $1`, [again.id])
    await prove(shop, again)
    await change(shop, again, { kind: 'finish' }, newKey(), new Date('2026-06-02T09:00:00Z'))
    const third = await followUp(shop, '2026-12-01T09:00:00Z')
    expect(third.doneBefore).toEqual([{ measureId: one.measureId, finishedAt: '2026-06-02T09:00:00.000Z' }, done[0]])
    expect((await planOf(await shopWithPlan(place))).doneBefore).toEqual([])
  })

  it('goes on with what was begun, and keeps the old plan as it was', async () => {
    const shop = await shopWithPlan(place, 0)
    const old = await planOf(shop)
    const task = first(inState(old, 'open'))
    await change(shop, task, { kind: 'start' })
    await change(shop, task, { kind: 'assign', owner: 'Frau Muster' })
    await prove(shop, task)
    const plan = await followUp(shop, '2026-06-01T09:00:00Z')
    expect(plan.id).not.toBe(old.id)
    const carried = plan.tasks.find(({ measureId }) => measureId === task.measureId)
    expect(carried).toMatchObject({ state: 'in_progress', owner: 'Frau Muster', dueOn: task.dueOn, evidence: [{ kind: 'text' }] })
    expect(inState(plan, 'open', 'in_progress')).toHaveLength(5)
    expect(await db.admin('select state, owner from tasks where id = $1', [task.id])).toEqual([{ state: 'in_progress', owner: 'Frau Muster' }])
    expect(await refusal(change(shop, task, { kind: 'drop', reason: 'alt' }))).toBe('task.state_conflict')
  })
})
