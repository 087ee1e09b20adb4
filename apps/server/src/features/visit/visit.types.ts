import type { DoubleHour, VisitActor, VisitContent, VisitSide, VisitSlot, VisitState } from '@digitallotsen/domain/visit/visit.schemas.ts'

/** A visit with the names that stand beside it. */
export type StoredVisit = VisitContent & {
  id: string
  mentorshipId: string
  merchantId: string
  merchantName: string
  merchantStreet: string | null
  guideId: string
  guidePersonId: string
  guideName: string | null
  guideEmail: string
  state: VisitState
  zone: string
  agreed: VisitSlot | null
  offerBy: VisitSide | null
  offerNote: string | null
  sequence: number
  cancelledBy: VisitActor | null
  cancelReason: string | null
  shortNotice: boolean
  sample: boolean
  updatedAt: Date
}

export type StoredSlot = { startsAt: Date; endsAt: Date; startsLocal: string; minutes: number; doubleHour: DoubleHour | null }

/** Of a mentorship, what an appointment needs. */
export type VisitCase = { mentorshipId: string; merchantId: string; guideId: string | null; isEnded: boolean; sample: boolean }
