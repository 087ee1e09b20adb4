import type { MentorshipState, Outcome, Phase } from './mentorship.schemas.ts'
import { phase as phases } from './mentorship.schemas.ts'

/** What a phase still lacks before the next one may begin; the screen says each in a sentence. */
export const lacks = ['guide', 'released_check', 'plan', 'go', 'open_measures', 'second_check'] as const
export type Lack = (typeof lacks)[number]

export type PhaseFacts = {
  phase: Phase
  state: MentorshipState
  hasGuide: boolean
  hasReleasedT0: boolean
  hasReleasedT1: boolean
  hasPlan: boolean
  hasGo: boolean
  /** Measures that are open or in progress. */
  activeMeasures: number
  /** Given instead of T1. */
  closingReason: string | null
}

/** The phase after this one; undefined after the last. */
export const nextPhase = (phase: Phase): Phase | undefined => phases.options[phases.options.indexOf(phase) + 1]

const needs: Readonly<Record<Phase, (facts: PhaseFacts) => Lack[]>> = {
  interest: () => [],
  accepted: () => [],
  first_talk: facts => (facts.hasGuide ? [] : ['guide']),
  check: facts => (facts.hasGuide ? [] : ['guide']),
  plan: facts => (facts.hasReleasedT0 ? [] : ['released_check']),
  implementation: facts => [...(facts.hasReleasedT0 ? [] : ['released_check' as const]), ...(facts.hasPlan ? [] : ['plan' as const]), ...(facts.hasGo ? [] : ['go' as const])],
  closing: facts => (facts.activeMeasures === 0 ? [] : ['open_measures']),
  aftercare: facts => (facts.hasReleasedT1 || facts.closingReason ? [] : ['second_check']),
}

/** What is missing before `to` may begin; empty where nothing is. */
export const missingFor = (to: Phase, facts: PhaseFacts): Lack[] => needs[to](facts)

export type Move = { ok: true } | { ok: false; code: 'mentorship.state_conflict' } | { ok: false; code: 'mentorship.phase_blocked'; missing: Lack[] }

/**
 * Whether a case may move to that phase: one step forward with nothing missing, or one step back, and only while it is under way.
 * The first two phases are the office's and end by themselves, so nobody goes back into them.
 */
export const canMove = (facts: PhaseFacts, to: Phase): Move => {
  const [from, target] = [phases.options.indexOf(facts.phase), phases.options.indexOf(to)]
  const isOpen = facts.state === 'active' || (target <= 1 && facts.state !== 'ended')
  const isStep = target === from + 1 || (target === from - 1 && target >= 2)
  if (!isOpen || !isStep) return { ok: false, code: 'mentorship.state_conflict' }
  const missing = target > from ? missingFor(to, facts) : []
  return missing.length > 0 ? { ok: false, code: 'mentorship.phase_blocked', missing } : { ok: true }
}

/** Whether a case may end so: as helped only after the closing phase, honestly without help at any time. */
export const canEnd = ({ phase, state, hasReleasedT1, closingReason }: PhaseFacts, outcome: Outcome): Move => {
  if (state === 'ended') return { ok: false, code: 'mentorship.state_conflict' }
  if (outcome !== 'helped') return { ok: true }
  if (phases.options.indexOf(phase) < phases.options.indexOf('closing')) return { ok: false, code: 'mentorship.state_conflict' }
  return hasReleasedT1 || closingReason ? { ok: true } : { ok: false, code: 'mentorship.phase_blocked', missing: ['second_check'] }
}
