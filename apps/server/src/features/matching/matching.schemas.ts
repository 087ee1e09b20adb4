import * as z from 'zod/mini'
import { guideId, mentorshipId, merchantId } from '@digitallotsen/domain/ids.schemas.ts'
import { guideVerdict, part, violation, whatIf } from '@digitallotsen/domain/matching/verdict.schemas.ts'
import { wishes } from '@digitallotsen/domain/mentorship/mentorship.schemas.ts'
import { paragraph } from '@digitallotsen/domain/text.schemas.ts'

const count = z.int()
const sum = { parts: z.array(part), total: count }

const waitingCase = z.strictObject({
  mentorshipId,
  merchantId,
  business: z.string(),
  districtId: z.nullable(z.string()),
  wishes,
  openFields: z.array(z.string()),
  waitingSince: z.iso.date(),
  proposed: z.nullable(z.strictObject({ guideId, ...sum })),
  taken: count,
  excluded: z.array(z.strictObject({ code: z.string(), guides: count })),
})

const knownGuide = z.strictObject({ guideId, name: z.string(), places: count, capacity: count, ready: z.boolean() })

const named = z.array(z.strictObject({ id: z.string(), name: z.string() }))

/** A proposal with the state it was made from: two with the same state say the same. `fields` and `trades`: what the ids in it are called. */
export const proposal = z.strictObject({ state: z.string(), waiting: z.array(waitingCase), guides: z.array(knownGuide), served: count, fields: named, trades: named })

export const explanation = z.strictObject({ state: z.string(), verdicts: z.array(guideVerdict) })

export const whatIfAnswer = z.strictObject({ state: z.string(), ...whatIf.shape })

/** `proposedGuideId`: whom the office was shown; choosing somebody else asks for a reason, and so does a soft rule that is broken. */
export const assignInput = z.strictObject({ mentorshipId, guideId, proposedGuideId: z.nullable(guideId), state: z.string().check(z.regex(/^\w{1,64}$/)), overrideReason: z.nullable(paragraph) })

/** What is kept with the proposal: what spoke for the pair, or which rules the office set aside, and whom the matching would have taken. */
export const keptReasons = z.strictObject({ ...sum, violations: z.array(violation), proposedGuideId: z.nullable(guideId), state: z.string() })

export type Proposal = z.output<typeof proposal>
export type Explanation = z.output<typeof explanation>
export type WhatIfAnswer = z.output<typeof whatIfAnswer>
export type AssignInput = z.output<typeof assignInput>
export type KeptReasons = z.output<typeof keptReasons>
