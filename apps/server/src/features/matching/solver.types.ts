import type { GuideId, MentorshipId } from '@digitallotsen/domain/ids.schemas.ts'
import type { MatchingProblem } from '@digitallotsen/domain/matching/matching.types.ts'
import type { GuideVerdict, Part, ViolationCode, WhatIf } from '@digitallotsen/domain/matching/verdict.schemas.ts'

/** What is told of a case in the list: whom it is proposed, or how many guides fail by what. */
export type Line = {
  mentorshipId: MentorshipId
  proposed: { guideId: GuideId; parts: Part[]; total: number } | null
  /** Guides who could come, had they a place left. */
  taken: number
  excluded: { code: ViolationCode; guides: number }[]
}

export type Proposal = { lines: Line[]; served: number; points: number }

export type Task = { problem: MatchingProblem } & ({ kind: 'propose' } | { kind: 'explain'; mentorshipId: MentorshipId } | { kind: 'whatIf' })
export type Results = { propose: Proposal; explain: GuideVerdict[]; whatIf: WhatIf }
