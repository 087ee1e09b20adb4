import { describe, expect, it } from 'vitest'
import { freePlaces, mostCapacity, suggestedCapacity } from './capacity.rules.ts'
import { guideState } from './guide.schemas.ts'
import { applyGuideStep, type GuideStep, type GuideStepFacts } from './guide-state.rules.ts'
import { canGiveStage, missingForStage, type StageFacts } from './stage.rules.ts'

const facts = (given: Partial<GuideStepFacts> = {}): GuideStepFacts => ({ state: 'active', released: true, openCases: 0, mayBeReleased: true, ...given })

/** Columns: where the step leads from training, active, paused, ended; "–" is refused. */
const steps: readonly (readonly [GuideStep, ...string[]])[] = [
  ['release', 'active', '–', '–', '–'],
  ['pause', 'paused', 'paused', '–', '–'],
  ['resume', '–', '–', 'active', '–'],
  ['end', 'ended', 'ended', 'ended', '–'],
]
const cases = steps.flatMap(([step, ...ends]) => guideState.options.map((state, i) => [step, state, ends[i] ?? ''] as const))

describe('a guide', () => {
  it.each(cases)('%s from %s leads to %s', (step, state, end) => {
    expect(applyGuideStep(step, facts({ state }))).toEqual(end === '–' ? { ok: false, code: 'guide.state_conflict' } : { ok: true, state: end })
  })

  it('is not released while something else is missing', () => {
    expect(applyGuideStep('release', facts({ state: 'training', mayBeReleased: false }))).toEqual({ ok: false, code: 'guide.not_ready' })
  })

  it('does not leave with a case open', () => {
    expect(applyGuideStep('end', facts({ openCases: 1 }))).toEqual({ ok: false, code: 'guide.has_open_cases' })
  })

  it('returns from a pause to training where the release is still missing', () => {
    expect(applyGuideStep('resume', facts({ state: 'paused', released: false }))).toEqual({ ok: true, state: 'training' })
  })
})

describe('capacity', () => {
  it('is never negative, also where it was lowered below what is led', () => {
    expect([freePlaces({ capacity: 5, load: 2 }), freePlaces({ capacity: 5, load: 5 }), freePlaces({ capacity: 2, load: 5 })]).toEqual([3, 0, 0])
  })

  it('is suggested for every format, within what anybody may lead', () => {
    for (const places of Object.values(suggestedCapacity)) expect(places).toBeGreaterThan(0)
    expect(Math.max(...Object.values(suggestedCapacity))).toBeLessThanOrEqual(mostCapacity)
  })
})

describe('a stage', () => {
  const ready: StageFacts = { began: 0, current: 1, released: true, workshopsLed: 1, tandemsLed: 1, passed: new Set(['L-12', 'L-13']) }

  it.each([
    ['senior', { released: false }, ['release']],
    ['senior', { current: 0 }, ['second_semester']],
    ['senior', { began: null }, ['second_semester']],
    ['senior', { current: null }, ['second_semester']],
    ['senior', { workshopsLed: 0 }, ['workshop']],
    ['senior', {}, []],
    ['trainer', {}, ['senior']],
  ] as const)('%s with %j lacks %j', (wanted, change, missing) => {
    expect(missingForStage('guide', wanted, { ...ready, ...change })).toEqual(missing)
  })

  it('trainer asks of a senior a tandem, supervision and report', () => {
    expect(missingForStage('senior', 'trainer', ready)).toEqual([])
    expect(missingForStage('senior', 'trainer', { ...ready, tandemsLed: 0, passed: new Set() })).toEqual(['tandem', 'supervision', 'certificate'])
    expect(canGiveStage('senior', 'trainer', { ...ready, tandemsLed: 0 })).toEqual({ ok: false, code: 'guide.stage_not_reached', missing: ['tandem'] })
  })

  it('that one has, or has had, is always given', () => {
    const nothing: StageFacts = { began: null, current: null, released: false, workshopsLed: 0, tandemsLed: 0, passed: new Set() }
    for (const wanted of ['guide', 'senior', 'trainer'] as const) expect(canGiveStage('trainer', wanted, nothing)).toEqual({ ok: true })
  })
})
