import type { HandoverDecision, HandoverKind, HandoverSheet, HandoverState } from '@digitallotsen/domain/handover/handover.schemas.ts'
import type { GuideId, HandoverId, MentorshipId } from '@digitallotsen/domain/ids.schemas.ts'

export type Handover = {
  id: HandoverId
  mentorshipId: MentorshipId
  fromGuideId: GuideId
  toGuideId: GuideId | null
  kind: HandoverKind
  state: HandoverState
  decision: HandoverDecision | null
  dueOn: string
  reason: string | null
  sheet: HandoverSheet
  sheetCompletedAt: Date | null
  warmOn: string | null
  warmNote: string | null
  informedAt: Date | null
  agreedAt: Date | null
  objectedAt: Date | null
  objection: string | null
  settledAt: Date | null
  completedAt: Date | null
}
