import type { MatchableGuide } from '../guide/matchable.types.ts'
import type { GuideId, MentorshipId, MerchantId } from '../ids.schemas.ts'
import type { Wishes } from '../mentorship/mentorship.schemas.ts'
import type { MatchingRules } from './matching.schemas.ts'

type Days = { from: string; to: string }

/** A guide as the matching weighs her. */
export type Candidate = Pick<
  MatchableGuide,
  'id' | 'state' | 'languages' | 'districts' | 'trades' | 'fields' | 'travel' | 'days' | 'capacity' | 'load' | 'asked' | 'conflicts' | 'missing'
> & { blocked: readonly Days[] }

/** Somebody who said no before: the guide to the business, or the business to the guide. */
export type Refused = { guideId: GuideId; by: 'guide' | 'business'; on: string }

/** A case without a guide as the matching weighs it; `business` only to find conflicts told by name. */
export type WaitingCase = {
  id: MentorshipId
  merchantId: MerchantId
  business: string
  districtId: string | null
  trades: readonly string[]
  wishes: Pick<Wishes, 'languages' | 'days'>
  /** Action fields in which the plan has open measures. */
  openFields: readonly string[]
  /** Day of the request. */
  waitingSince: string
  refused: readonly Refused[]
  blocked: readonly Days[]
}

export type DistrictPlace = { id: string; lat: number; lon: number }

/** All that a proposal rests on; nothing else counts, and the order of the lists does not matter. */
export type MatchingProblem = {
  today: string
  rules: MatchingRules
  districts: readonly DistrictPlace[]
  guides: readonly Candidate[]
  waiting: readonly WaitingCase[]
}

/**
 * An assignment of rows to columns with the highest sum of values, each column at most once: for each row its column, or -1. Comes from a
 * library and is handed in, so that the rules stay pure.
 */
export type Assign = (values: number[][]) => number[]
