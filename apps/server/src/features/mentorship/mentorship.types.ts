import type { Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import type { AssignmentId, GuideId, MentorshipId, MerchantId, PersonId } from '@digitallotsen/domain/ids.schemas.ts'
import type { AssignmentReason, AssignmentState, GuideDuty, MentorshipState, Outcome, PauseReason, Phase, Wishes } from '@digitallotsen/domain/mentorship/mentorship.schemas.ts'
import type { CityEntry } from '../city/city-directory.ts'

export type Mentorship = {
  id: MentorshipId
  merchantId: MerchantId
  guideId: GuideId | null
  contactPersonId: PersonId | null
  phase: Phase
  state: MentorshipState
  wishes: Wishes
  requestedBy: PersonId | null
  requestedAt: Date
  phaseSince: Date
  lastContactAt: Date | null
  nextStep: string | null
  goAt: Date | null
  pauseReason: PauseReason | null
  pauseNote: string | null
  resumeOn: string | null
  outcome: Outcome | null
  closingReason: string | null
  endedAt: Date | null
  sample: boolean
}

export type StoredAssignment = {
  id: AssignmentId
  mentorshipId: MentorshipId
  guideId: GuideId
  duty: GuideDuty
  state: AssignmentState
  proposedAt: Date
  answerBy: Date | null
  remindedAt: Date | null
  answeredAt: Date | null
  reason: AssignmentReason | null
  note: string | null
  readUntil: Date | null
}

/** Who acts: the person, or nobody where a rule of the calendar does. */
export type CaseActor = { personId: string | null; role: 'merchant' | 'guide' | 'office' | 'system' }
export type CaseScope = { city: CityEntry; origin: string; now: Date }
export type CaseDoer = CaseScope & { identity: Identity }
