import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allAt, answersOf, catalogueOf, dlc1 } from '../check/catalogue.fixture.ts'
import { rankMeasures } from '../check/ranking.rules.ts'
import { applyTaskChange, draftPlan, dueAfterWeeks, isActive, nextQueued, type TaskContext, type TaskFacts } from './task.rules.ts'
import { taskState, type TaskChange, type TaskState } from './task.schemas.ts'

const now = new Date('2027-02-03T09:30:00.000Z')
const taskIn = (state: TaskState, facts: Partial<TaskFacts> = {}): TaskFacts =>
  ({ state, owner: null, dueOn: null, dropReason: null, finishedAt: null, ...facts })
const context = (facts: Partial<TaskContext> = {}): TaskContext => ({ evidenceCount: 1, activeCount: 4, now, ...facts })

const changes = {
  start: { kind: 'start' },
  finish: { kind: 'finish' },
  drop: { kind: 'drop', reason: 'Wird im Frühjahr gebaut' },
  reopen: { kind: 'reopen' },
  activate: { kind: 'activate' },
  assign: { kind: 'assign', owner: 'Frau Muster' },
  schedule: { kind: 'schedule', dueOn: '2027-03-01' },
} as const satisfies Record<TaskChange['kind'], TaskChange>

/** Rows: the change; columns: the state it leads to from queued, open, in progress, done and dropped; "–" is refused. */
const transitions = [
  ['start', '–', 'in_progress', '–', '–', '–'],
  ['finish', '–', 'done', 'done', '–', '–'],
  ['drop', 'dropped', 'dropped', 'dropped', '–', '–'],
  ['reopen', '–', '–', '–', 'open', 'open'],
  ['activate', 'open', '–', '–', '–', '–'],
  ['assign', 'queued', 'open', 'in_progress', '–', '–'],
  ['schedule', '–', 'open', 'in_progress', '–', '–'],
] as const

describe('a change of a task', () => {
  it.each(transitions)('%s leads from queued to %s, open to %s, in progress to %s, done to %s, dropped to %s', (kind, ...targets) => {
    const states = ['queued', 'open', 'in_progress', 'done', 'dropped'] as const
    states.forEach((from, index) => {
      const outcome = applyTaskChange(taskIn(from), changes[kind], context())
      if (targets[index] === '–') expect(outcome).toEqual({ ok: false, code: 'task.state_conflict' })
      else expect(outcome).toMatchObject({ ok: true, event: { kind, from, to: targets[index] } })
    })
  })

  it('writes nothing but what it changes, and tells it to the history', () => {
    const at = now.toISOString()
    expect(applyTaskChange(taskIn('open'), changes.start, context())).toEqual({
      ok: true, patch: { state: 'in_progress' }, event: { kind: 'start', at, from: 'open', to: 'in_progress', details: {} },
    })
    expect(applyTaskChange(taskIn('in_progress'), changes.finish, context())).toEqual({
      ok: true, patch: { state: 'done', finishedAt: at }, event: { kind: 'finish', at, from: 'in_progress', to: 'done', details: {} },
    })
    expect(applyTaskChange(taskIn('open'), changes.assign, context())).toMatchObject({ patch: { owner: 'Frau Muster' }, event: { details: { owner: 'Frau Muster' } } })
    expect(applyTaskChange(taskIn('open'), changes.schedule, context())).toMatchObject({ patch: { dueOn: '2027-03-01' }, event: { details: { dueOn: '2027-03-01' } } })
  })

  it('finishes only with evidence', () => {
    expect(applyTaskChange(taskIn('open'), changes.finish, context({ evidenceCount: 0 }))).toEqual({ ok: false, code: 'task.evidence_required' })
    expect(applyTaskChange(taskIn('open'), changes.finish, context({ evidenceCount: 1 })).ok).toBe(true)
  })

  it('names the state before the evidence where both are wrong', () => {
    expect(applyTaskChange(taskIn('done'), changes.finish, context({ evidenceCount: 0 }))).toEqual({ ok: false, code: 'task.state_conflict' })
  })

  it.each(['', '   ', '\n\t'])('drops only with a reason, which %j is not', reason => {
    expect(applyTaskChange(taskIn('open'), { kind: 'drop', reason }, context())).toEqual({ ok: false, code: 'task.reason_required' })
  })

  it('keeps the reason of a dropped task, trimmed, and in the history too', () => {
    expect(applyTaskChange(taskIn('queued'), { kind: 'drop', reason: ' keine Kasse ' }, context())).toMatchObject({
      patch: { state: 'dropped', dropReason: 'keine Kasse' }, event: { details: { reason: 'keine Kasse' } },
    })
  })

  it('activates up to five and no sixth', () => {
    expect(applyTaskChange(taskIn('queued'), changes.activate, context({ activeCount: 4 })).ok).toBe(true)
    expect(applyTaskChange(taskIn('queued'), changes.activate, context({ activeCount: 5 }))).toEqual({ ok: false, code: 'task.too_many_active' })
  })

  it('reopens into the queue, without a date, where five are active already', () => {
    const dropped = taskIn('dropped', { dueOn: '2027-02-01', dropReason: 'keine Zeit' })
    expect(applyTaskChange(dropped, changes.reopen, context({ activeCount: 5 }))).toMatchObject({
      patch: { state: 'queued', dueOn: null, dropReason: null, finishedAt: null }, event: { from: 'dropped', to: 'queued' },
    })
    const done = taskIn('done', { dueOn: '2027-02-01', finishedAt: '2027-01-30T10:00:00.000Z' })
    expect(applyTaskChange(done, changes.reopen, context({ activeCount: 4 }))).toMatchObject({ patch: { state: 'open', finishedAt: null, dropReason: null } })
  })
})

describe('the next task to be promoted', () => {
  const tasks = (...states: TaskState[]) => states.map((state, index) => ({ state, rank: index + 1 }))

  it('is the best-ranked one of the queue, wherever it stands in the list', () => {
    expect(nextQueued(tasks('done', 'open', 'open', 'open', 'open', 'queued', 'queued').toReversed())?.rank).toBe(6)
  })

  it('is none while five are active or none waits', () => {
    expect(nextQueued(tasks('open', 'open', 'open', 'in_progress', 'in_progress', 'queued'))).toBeUndefined()
    expect(nextQueued(tasks('open', 'done', 'dropped'))).toBeUndefined()
    expect(nextQueued([])).toBeUndefined()
  })
})

describe('a new plan', () => {
  it.each([
    ['2027-02-03', 1, '2027-02-10'],
    ['2028-02-25', 1, '2028-03-03'], // over a 29 February
    ['2027-03-24', 1, '2027-03-31'], // over the start of summer time
    ['2027-10-27', 2, '2027-11-10'], // over its end
    ['2026-12-30', 12, '2027-03-24'],
  ])('counts from %s %i weeks to %s', (startOn, weeks, dueOn) => {
    expect(dueAfterWeeks(startOn, weeks)).toBe(dueOn)
  })

  it('opens the five active measures with a date, and queues the others without', () => {
    const drafts = draftPlan(rankMeasures(dlc1, allAt(dlc1, 0)), dlc1, '2027-02-03')
    expect(drafts.slice(0, 7).map(draft => [draft.rank, draft.measureId, draft.state, draft.dueOn])).toEqual([
      [1, 'M-1.2', 'open', '2027-02-10'], // 1 week
      [2, 'M-2.3', 'open', '2027-02-17'], // 2 weeks
      [3, 'M-2.1', 'open', '2027-02-24'], // 3 weeks
      [4, 'M-4.2', 'open', '2027-03-17'], // 6 weeks
      [5, 'M-5.1', 'open', '2027-02-24'], // 3 weeks
      [6, 'M-4.5', 'queued', null],
      [7, 'M-2.4', 'queued', null],
    ])
    expect(drafts).toHaveLength(30)
    expect(drafts[0]).toEqual({ measureId: 'M-1.2', itemId: '1.2', stage: 'base', rank: 1, priority: 8.625, state: 'open', dueOn: '2027-02-10' })
  })

  it('opens the measure that a rule picked from further behind', () => {
    const catalogue = catalogueOf([
      { id: 'HF1', lead: true, items: [['1.1', 1, 8]] },
      { id: 'HF3', items: [['3.1', 3, 1], ['3.2', 3, 1], ['3.3', 3, 1], ['3.4', 3, 1], ['3.5', 3, 1]] },
    ])
    const drafts = draftPlan(rankMeasures(catalogue, allAt(catalogue, 0)), catalogue, '2027-02-03')
    expect(drafts.map(draft => [draft.itemId, draft.state])).toEqual([
      ['3.1', 'open'], ['3.2', 'open'], ['3.3', 'open'], ['3.4', 'open'], ['3.5', 'queued'], ['1.1', 'open'],
    ])
  })

  it('refuses a ranking of another catalogue', () => {
    const ranking = rankMeasures(dlc1, answersOf({ '1.1': 0 }))
    expect(() => draftPlan(ranking, { ...dlc1, measures: [] }, '2027-02-03')).toThrow('M-1.1')
  })
})

describe('whatever is done to a plan', () => {
  const change: fc.Arbitrary<TaskChange> = fc.oneof(
    fc.constantFrom<TaskChange>(...Object.values(changes)),
    fc.record({ kind: fc.constant('drop' as const), reason: fc.constantFrom('', ' ', 'passt nicht') }),
  )
  const steps = fc.array(fc.record({ index: fc.nat({ max: 8 }), change, evidence: fc.nat({ max: 2 }), promote: fc.boolean() }), { maxLength: 60 })

  it('no task leaves the set of states, at most five are active, and each state keeps what it promises', () => {
    fc.assert(fc.property(steps, steps => {
      const tasks = Array.from({ length: 9 }, (_, index) => ({ rank: index + 1, ...taskIn(index < 5 ? 'open' : 'queued') }))
      const activeCount = () => tasks.filter(task => isActive(task.state)).length
      for (const step of steps) {
        const task = tasks[step.index]
        const outcome = task && applyTaskChange(task, step.change, { evidenceCount: step.evidence, activeCount: activeCount(), now })
        if (!task || !outcome?.ok) continue
        expect(outcome.event).toMatchObject({ from: task.state, to: outcome.patch.state ?? task.state })
        if (outcome.event.to === 'done') expect(step.evidence).toBeGreaterThan(0)
        Object.assign(task, outcome.patch)
        const next = step.promote ? nextQueued(tasks) : undefined
        if (next) Object.assign(next, { state: 'open' })
        expect(activeCount()).toBeLessThanOrEqual(5)
        for (const one of tasks) {
          expect(taskState.options).toContain(one.state)
          expect(one.state === 'done').toBe(one.finishedAt !== null)
          expect(one.state === 'dropped').toBe(Boolean(one.dropReason?.trim()))
          if (one.state === 'queued') expect(one.dueOn).toBeNull()
        }
      }
    }), { numRuns: 300 })
  })
})
