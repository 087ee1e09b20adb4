import * as z from 'zod/mini'
import { meansOfTravel } from '../guide/guide.schemas.ts'
import { assessmentId, assignmentId, caseNoteId, fileId, guideId, mentorshipId, merchantId, privateNoteId } from '../ids.schemas.ts'
import { checkMoment } from '../check/answer.schemas.ts'
import { assignmentReason, assignmentState, guideDuty, mentorshipState, outcome, pauseReason, phase, wishes } from './mentorship.schemas.ts'
import { lacks } from './phase.rules.ts'

const at = z.iso.datetime()
export const trafficLight = z.enum(['green', 'yellow', 'red'])

/** Who accompanies, as the business sees her. */
export const guideCard = z.strictObject({
  guideId, name: z.nullable(z.string()), languages: z.array(z.string()), intro: z.nullable(z.string()), photoFileId: z.nullable(fileId), email: z.nullable(z.string()), travel: z.array(meansOfTravel),
})

export const assignment = z.strictObject({
  id: assignmentId, guideId, guideName: z.nullable(z.string()), duty: guideDuty, state: assignmentState, proposedAt: at, answerBy: z.nullable(at), answeredAt: z.nullable(at),
  reason: z.nullable(assignmentReason), note: z.nullable(z.string()),
})

export const caseLine = z.strictObject({
  id: mentorshipId, merchantId, business: z.string(), districtId: z.nullable(z.string()), phase, state: mentorshipState, light: z.nullable(trafficLight), guideName: z.nullable(z.string()),
  requestedAt: at, lastContactAt: z.nullable(at), nextStep: z.nullable(z.string()), resumeOn: z.nullable(z.string()), sample: z.boolean(),
})

export const proposal = z.strictObject({
  id: assignmentId, mentorshipId, business: z.string(), districtId: z.nullable(z.string()), trade: z.nullable(z.string()), wishes, proposedAt: at, answerBy: z.nullable(at),
})

export const caseNote = z.strictObject({ id: caseNoteId, body: z.string(), author: z.nullable(z.string()), authorRole: z.string(), writtenAt: at, own: z.boolean() })
export const privateNote = z.strictObject({ id: privateNoteId, body: z.string(), writtenAt: at })
export const caseEvent = z.strictObject({ at, kind: z.string(), actor: z.nullable(z.string()), actorRole: z.string(), details: z.record(z.string(), z.unknown()) })
export const caseCheck = z.strictObject({ assessmentId, moment: checkMoment, version: z.int(), releasedAt: at, reason: z.nullable(z.string()) })

/** What somebody may do in a case, so that a screen offers nothing that is refused. */
export const caseMay = z.strictObject({ work: z.boolean(), office: z.boolean(), business: z.boolean(), owner: z.boolean() })

export const caseFile = z.strictObject({
  id: mentorshipId, merchantId, business: z.string(), contact: z.strictObject({ email: z.nullable(z.string()), phone: z.nullable(z.string()) }),
  phase, state: mentorshipState, phaseSince: at, light: z.nullable(trafficLight), wishes, requestedAt: at, lastContactAt: z.nullable(at), nextStep: z.nullable(z.string()), goAt: z.nullable(at),
  pauseReason: z.nullable(pauseReason), pauseNote: z.nullable(z.string()), resumeOn: z.nullable(z.string()), outcome: z.nullable(outcome), closingReason: z.nullable(z.string()), endedAt: z.nullable(at),
  guide: z.nullable(guideCard), standIn: z.nullable(z.strictObject({ name: z.nullable(z.string()), email: z.nullable(z.string()) })),
  nextPhase: z.nullable(phase), missing: z.array(z.enum(lacks)), activeMeasures: z.int(),
  checks: z.array(caseCheck), releasable: z.array(z.strictObject({ assessmentId, moment: checkMoment, submittedAt: at })),
  assignments: z.array(assignment), notes: z.array(caseNote), may: caseMay,
})

export const caseSort = z.enum(['requested_at', 'last_contact', 'business'])
const search = z.string().check(z.maxLength(120), z.refine<string>(text => text.isWellFormed() && !text.includes('\0'), { error: 'text.malformed' }))
export const caseQuery = z.strictObject({
  search: z.optional(search), state: z.optional(mentorshipState), light: z.optional(trafficLight), phase: z.optional(phase), guideId: z.optional(guideId),
  sort: z._default(caseSort, 'requested_at'), page: z._default(z.int().check(z.gte(1), z.lte(100_000)), 1), pageSize: z._default(z.int().check(z.gte(10), z.lte(100)), 25),
})
export const casePage = z.strictObject({ rows: z.array(caseLine), total: z.int(), page: z.int(), pageSize: z.int() })

export type GuideCard = z.output<typeof guideCard>
export type Assignment = z.output<typeof assignment>
export type CaseLine = z.output<typeof caseLine>
export type Proposal = z.output<typeof proposal>
export type CaseNote = z.output<typeof caseNote>
export type PrivateNote = z.output<typeof privateNote>
export type CaseEvent = z.output<typeof caseEvent>
export type CaseCheck = z.output<typeof caseCheck>
export type CaseFile = z.output<typeof caseFile>
export type CaseQuery = z.output<typeof caseQuery>
export type CasePage = z.output<typeof casePage>
