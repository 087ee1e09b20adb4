import type { ErrorCode } from '../errors.ts'
import type { GuideStage } from './guide.schemas.ts'

export type StageFacts = {
  /** The semester in which the guide began, and the one that runs now, by their place in the pack's list; null where it is not known. */
  began: number | null
  current: number | null
  released: boolean
  workshopsLed: number
  /** Cases led with somebody else beside. */
  tandemsLed: number
  passed: ReadonlySet<string>
}

export type StageMissing = 'release' | 'second_semester' | 'workshop' | 'senior' | 'tandem' | 'supervision' | 'certificate'

const order: readonly GuideStage[] = ['guide', 'senior', 'trainer']

const missingForSenior = ({ began, current, released, workshopsLed }: StageFacts): StageMissing[] => [
  ...(released ? [] : ['release' as const]),
  ...(began !== null && current !== null && current > began ? [] : ['second_semester' as const]),
  ...(workshopsLed > 0 ? [] : ['workshop' as const]),
]

const missingForTrainer = (stage: GuideStage, { tandemsLed, passed }: StageFacts): StageMissing[] => [
  ...(stage === 'guide' ? ['senior' as const] : []),
  ...(tandemsLed > 0 ? [] : ['tandem' as const]),
  ...(passed.has('L-12') ? [] : ['supervision' as const]),
  ...(passed.has('L-13') ? [] : ['certificate' as const]),
]

/**
 * What a guide lacks for a stage (domain.md §5.3): a senior is released, in the second semester and has led a workshop; a trainer is a senior who
 * has led a tandem and has passed supervision and report. Nothing is lacking for a stage that one has or has had.
 */
export const missingForStage = (stage: GuideStage, wanted: GuideStage, facts: StageFacts): StageMissing[] => {
  if (order.indexOf(wanted) <= order.indexOf(stage)) return []
  return wanted === 'senior' ? missingForSenior(facts) : missingForTrainer(stage, facts)
}

export type StageOutcome = { ok: true } | { ok: false; code: Extract<ErrorCode, 'guide.stage_not_reached'>; missing: StageMissing[] }

/** Whether the office may give the stage; going back to an earlier one is always allowed. */
export const canGiveStage = (stage: GuideStage, wanted: GuideStage, facts: StageFacts): StageOutcome => {
  const missing = missingForStage(stage, wanted, facts)
  return missing.length === 0 ? { ok: true } : { ok: false, code: 'guide.stage_not_reached', missing }
}
