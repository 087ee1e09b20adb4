import { describe, expect, it } from 'vitest'
import { applicationReason, applicationState, type ApplicationState } from './application.words.ts'
import { applyApplicationStep, isOpenApplication, officeSteps, type ApplicationStep } from './application.rules.ts'

/** Columns: where the step leads from unconfirmed, received, interview, waiting list, accepted, declined, withdrawn; "–" is refused. */
const ways: readonly (readonly [ApplicationStep, ...string[]])[] = [
  ['confirm', 'received', '–', '–', '–', '–', '–', '–'],
  ['invite', '–', 'interview', 'interview', 'interview', '–', '–', '–'],
  ['accept', '–', '–', 'accepted', 'accepted', '–', '–', '–'],
  ['wait', '–', 'waiting_list', 'waiting_list', '–', '–', '–', '–'],
  ['decline', '–', 'declined', 'declined', 'declined', '–', '–', '–'],
  ['withdraw', 'withdrawn', 'withdrawn', 'withdrawn', 'withdrawn', '–', '–', '–'],
]

const cases = ways.flatMap(([step, ...ends]) => applicationState.options.map((state, i) => [step, state, ends[i] ?? ''] as const))

describe('an application', () => {
  it.each(cases)('%s from %s leads to %s', (step, state, end) => {
    const outcome = applyApplicationStep(state, step, { hasReason: true })
    expect(outcome).toEqual(end === '–' ? { ok: false, code: 'application.state_conflict' } : { ok: true, state: end })
  })

  it.each(['wait', 'decline'] as const)('is not answered with %s without a reason', step => {
    expect(applyApplicationStep('received', step, { hasReason: false })).toEqual({ ok: false, code: 'reason.required' })
  })

  it('is never accepted without an interview or a place on the waiting list', () => {
    expect(applyApplicationStep('received', 'accept', { hasReason: true }).ok).toBe(false)
  })

  it('offers the office what its state allows, and nothing once it is decided', () => {
    expect(officeSteps('received')).toEqual(['invite', 'wait', 'decline'])
    expect(officeSteps('interview')).toEqual(['invite', 'accept', 'wait', 'decline'])
    expect(officeSteps('waiting_list')).toEqual(['invite', 'accept', 'decline'])
    const closed: ApplicationState[] = ['unconfirmed', 'accepted', 'declined', 'withdrawn']
    expect(closed.flatMap(officeSteps)).toEqual([])
  })

  it('is open while an answer is due', () => {
    expect(applicationState.options.filter(isOpenApplication)).toEqual(['received', 'interview', 'waiting_list'])
  })

  it('is answered with a reason of the closed list', () => {
    expect(applicationReason.safeParse('semester_full').success).toBe(true)
    expect(applicationReason.safeParse('gender').success).toBe(false)
  })
})
