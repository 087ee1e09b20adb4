import { describe, expect, test } from 'vitest'
import { phase as phases, type Phase } from './mentorship.schemas.ts'
import { canEnd, canMove, type PhaseFacts } from './phase.rules.ts'

const ready: PhaseFacts = { phase: 'interest', state: 'active', hasGuide: true, hasReleasedT0: true, hasReleasedT1: true, hasPlan: true, hasGo: true, activeMeasures: 0, closingReason: null }
const all = phases.options
const verdict = (facts: Partial<PhaseFacts>, to: Phase) => {
  const move = canMove({ ...ready, ...facts }, to)
  return move.ok ? 'ok' : 'missing' in move ? move.missing.join(' ') : move.code
}

describe('with nothing missing', () => {
  test.each(all.flatMap((from, i) => all.map((to, j) => [from, to, j === i + 1 || (j === i - 1 && j >= 2)] as const)))('from %s to %s is %s', (from, to, may) => {
    expect(verdict({ phase: from }, to)).toBe(may ? 'ok' : 'mentorship.state_conflict')
  })
})

test.each([
  ['no first talk without a guide', { phase: 'accepted', hasGuide: false }, 'first_talk', 'guide'],
  ['no plan without a released check', { phase: 'check', hasReleasedT0: false }, 'plan', 'released_check'],
  ['no implementation without the owner’s Go', { phase: 'plan', hasGo: false }, 'implementation', 'go'],
  ['no implementation without a plan', { phase: 'plan', hasPlan: false }, 'implementation', 'plan'],
  ['all that is missing is said at once', { phase: 'plan', hasReleasedT0: false, hasPlan: false, hasGo: false }, 'implementation', 'released_check plan go'],
  ['no closing with open measures', { phase: 'implementation', activeMeasures: 2 }, 'closing', 'open_measures'],
  ['no aftercare without T1', { phase: 'closing', hasReleasedT1: false }, 'aftercare', 'second_check'],
  ['a reason stands for T1', { phase: 'closing', hasReleasedT1: false, closingReason: 'Laden zieht um' }, 'aftercare', 'ok'],
  ['going back asks for nothing', { phase: 'plan', hasReleasedT0: false }, 'check', 'ok'],
  ['a paused case does not move', { phase: 'plan', state: 'paused' }, 'implementation', 'mentorship.state_conflict'],
  ['an ended case does not move', { phase: 'closing', state: 'ended' }, 'aftercare', 'mentorship.state_conflict'],
  ['a waiting case is accepted', { phase: 'interest', state: 'waiting', hasGuide: false }, 'accepted', 'ok'],
  ['a waiting case goes no further', { phase: 'accepted', state: 'waiting' }, 'first_talk', 'mentorship.state_conflict'],
] as const)('%s', (_name, facts, to, wanted) => expect(verdict(facts, to)).toBe(wanted))

test.each([
  ['helped', 'implementation', true, null, false], ['helped', 'closing', true, null, true], ['helped', 'closing', false, null, false],
  ['helped', 'aftercare', false, 'Umzug', true], ['not_reachable', 'first_talk', false, null, true], ['withdrew', 'interest', false, null, true],
] as const)('ending as %s in %s, T1 %s, reason %s: %s', (outcome, phase, hasReleasedT1, closingReason, may) => {
  expect(canEnd({ ...ready, phase, hasReleasedT1, closingReason }, outcome).ok).toBe(may)
})

test('an ended case does not end again', () => expect(canEnd({ ...ready, state: 'ended' }, 'withdrew').ok).toBe(false))
