import * as z from 'zod/mini'
import { line, paragraph } from '../text.schemas.ts'
import { mentorshipStates, outcomes, pauseReasons, phases } from './mentorship.words.ts'

export const phase = z.enum(phases)

export const mentorshipState = z.enum(mentorshipStates)

export const pauseReason = z.enum(pauseReasons)

export const outcome = z.enum(outcomes)

/** `lead` is the business's guide, `tandem` goes along, `stand_in` is there while nobody leads. */
export const guideDuty = z.enum(['lead', 'tandem', 'stand_in'])

/** A guide and a case: asked, answered, ended. `rejected`: the business asked for somebody else; `expired`: no answer within five working days. */
export const assignmentState = z.enum(['proposed', 'accepted', 'declined', 'expired', 'withdrawn', 'rejected', 'ended'])

/** Why a guide declines, a business asks for somebody else, or an assignment ends. */
export const assignmentReason = z.enum(['capacity', 'conflict', 'distance', 'language', 'illness', 'semester_end', 'case_closed', 'handover', 'left', 'personal', 'other'])

/** What the business wishes for its guide; all of it may be left open. */
export const wishes = z.strictObject({
  languages: z.array(line).check(z.maxLength(8)),
  days: z.array(z.enum(['mo', 'tu', 'we', 'th', 'fr', 'sa'])),
  note: z.nullable(paragraph),
})

export type Phase = z.output<typeof phase>
export type MentorshipState = z.output<typeof mentorshipState>
export type PauseReason = z.output<typeof pauseReason>
export type Outcome = z.output<typeof outcome>
export type GuideDuty = z.output<typeof guideDuty>
export type AssignmentState = z.output<typeof assignmentState>
export type AssignmentReason = z.output<typeof assignmentReason>
export type Wishes = z.output<typeof wishes>
