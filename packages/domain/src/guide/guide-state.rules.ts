import type { ErrorCode } from '../errors.ts'
import type { GuideState } from './guide.schemas.ts'

/** What the office can do with a guide as a whole; `release` is the coordinator's L-11. */
export type GuideStep = 'release' | 'pause' | 'resume' | 'end'

export type GuideStepFacts = { state: GuideState; released: boolean; openCases: number; mayBeReleased: boolean }

export type GuideStepOutcome =
  | { ok: true; state: GuideState }
  | { ok: false; code: Extract<ErrorCode, 'guide.state_conflict' | 'guide.not_ready' | 'guide.has_open_cases'> }

const allowedFrom: Readonly<Record<GuideStep, readonly GuideState[]>> = {
  release: ['training'],
  pause: ['training', 'active'],
  resume: ['paused'],
  end: ['training', 'active', 'paused'],
}

/**
 * Where a step leads, or why it is refused: a release asks for everything else of the gate, an end for no open case. Whoever resumes goes back
 * to training where the release is still missing.
 */
export const applyGuideStep = (step: GuideStep, { state, released, openCases, mayBeReleased }: GuideStepFacts): GuideStepOutcome => {
  if (!allowedFrom[step].includes(state)) return { ok: false, code: 'guide.state_conflict' }
  if (step === 'release') return mayBeReleased ? { ok: true, state: 'active' } : { ok: false, code: 'guide.not_ready' }
  if (step === 'pause') return { ok: true, state: 'paused' }
  if (step === 'resume') return { ok: true, state: released ? 'active' : 'training' }
  return openCases === 0 ? { ok: true, state: 'ended' } : { ok: false, code: 'guide.has_open_cases' }
}
