import type { SheetGap } from '@digitallotsen/domain/handover/handover.rules.ts'
import type { HandoverLine } from './handover.repository.ts'
import type { Announced } from './handover.service.ts'
import type { Handover } from './handover.types.ts'

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

const steps = ({ sheetCompletedAt, informedAt, agreedAt, objectedAt, settledAt }: Handover) =>
  ({ sheetCompletedAt: iso(sheetCompletedAt), informedAt: iso(informedAt), agreedAt: iso(agreedAt), objectedAt: iso(objectedAt), settledAt: iso(settledAt) })

/** A line of the list, as it travels. */
export const showLine = ({ handover, business, from }: HandoverLine) => {
  const { id, mentorshipId, kind, decision, dueOn, toGuideId } = handover
  return { id, mentorshipId, kind, decision, dueOn, business, from, hasSuccessor: toGuideId !== null, ...steps(handover) }
}

/** One handover with its sheet and what the sheet lacks. */
export const showHandover = ({ handover, gaps }: { handover: Handover; gaps: SheetGap[] }) => {
  const { id, mentorshipId, kind, state, decision, dueOn, reason, sheet, objection, completedAt, toGuideId } = handover
  return { id, mentorshipId, kind, state, decision, dueOn, reason, sheet, objection, toGuideId, gaps, completedAt: iso(completedAt), ...steps(handover) }
}

export const showAnnounced = (announced: Announced | null) =>
  announced && { ...announced, agreedAt: iso(announced.agreedAt), objectedAt: iso(announced.objectedAt) }
