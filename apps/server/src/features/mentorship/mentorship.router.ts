import * as z from 'zod/mini'
import { assessmentId, assignmentId, caseNoteId, guideId, idempotencyKey, mentorshipId, merchantId, privateNoteId } from '@digitallotsen/domain/ids.schemas.ts'
import { caseEvent, caseFile, caseLine, casePage, caseQuery, privateNote, proposal } from '@digitallotsen/domain/mentorship/case.schemas.ts'
import { assignmentReason, outcome, pauseReason, phase, wishes } from '@digitallotsen/domain/mentorship/mentorship.schemas.ts'
import { textWithoutSecrets } from '@digitallotsen/domain/mentorship/secrets.rules.ts'
import { calendarDate, paragraph } from '@digitallotsen/domain/text.schemas.ts'
import { memberProcedure, roleProcedure, router } from '../../trpc/procedures.ts'
import { answerProposal, proposeGuide, rejectGuide, withdrawProposal } from './assignment.service.ts'
import { releaseCheck } from './case-checks.service.ts'
import { findCases, getCaseFile, getCaseOfMerchant, getDesk, getTimeline } from './case-view.service.ts'
import { endCase, giveGo, movePhase, noteContact, pauseCase, requestMentorship, resumeCase, setNextStep } from './mentorship.service.ts'
import type { CaseDoer } from './mentorship.types.ts'
import { addNote, addPrivateNote, getPrivateNotes, removeNote, removePrivateNote } from './notes.service.ts'

type Ctx = Pick<CaseDoer, 'city' | 'origin' | 'identity'> & { services: { now: () => Date } }
const doer = ({ city, origin, identity, services }: Ctx): CaseDoer => ({ city, origin, identity, now: services.now() })

const officeProcedure = roleProcedure('office')
const guideProcedure = roleProcedure('guide')
const theCase = z.strictObject({ mentorshipId })
const reason = z.nullable(textWithoutSecrets)
const newNote = z.strictObject({ mentorshipId, body: textWithoutSecrets, idempotencyKey })

export const mentorshipRouter = router({
  ofMerchant: memberProcedure
    .input(z.strictObject({ merchantId }))
    .output(z.nullable(caseFile))
    .query(({ ctx, input }) => getCaseOfMerchant(ctx.tx, doer(ctx), input.merchantId)),

  get: memberProcedure.input(theCase).output(caseFile).query(({ ctx, input }) => getCaseFile(ctx.tx, doer(ctx), input.mentorshipId)),

  timeline: memberProcedure.input(theCase).output(z.array(caseEvent)).query(({ ctx, input }) => getTimeline(ctx.tx, doer(ctx), input.mentorshipId)),

  desk: guideProcedure.input(z.strictObject({})).output(z.strictObject({ proposals: z.array(proposal), cases: z.array(caseLine) })).query(({ ctx }) => getDesk(ctx.tx, doer(ctx))),

  list: officeProcedure.input(caseQuery).output(casePage).query(({ ctx, input }) => findCases(ctx.tx, doer(ctx), input)),

  request: memberProcedure
    .input(z.strictObject({ merchantId, wishes, idempotencyKey }))
    .output(z.strictObject({ mentorshipId }))
    .mutation(({ ctx, input }) => requestMentorship(ctx.tx, doer(ctx), input)),

  propose: officeProcedure
    .input(z.strictObject({ mentorshipId, guideId, overrideReason: z.nullable(paragraph) }))
    .output(z.strictObject({ assignmentId }))
    .mutation(async ({ ctx, input }) => ({ assignmentId: await proposeGuide(ctx.tx, { ...doer(ctx), ...input, by: ctx.identity.personId, reasons: null }) })),

  withdraw: officeProcedure.input(z.strictObject({ assignmentId })).output(z.void()).mutation(({ ctx, input }) => withdrawProposal(ctx.tx, doer(ctx), input)),

  answer: guideProcedure
    .input(z.strictObject({ assignmentId, accept: z.boolean(), reason: z.nullable(assignmentReason), note: reason }))
    .output(z.void())
    .mutation(({ ctx, input }) => answerProposal(ctx.tx, doer(ctx), input)),

  rejectGuide: memberProcedure.input(theCase).output(z.void()).mutation(({ ctx, input }) => rejectGuide(ctx.tx, doer(ctx), input)),

  move: memberProcedure.input(z.strictObject({ mentorshipId, to: phase, reason })).output(caseFile).mutation(async ({ ctx, input }) => {
    await movePhase(ctx.tx, doer(ctx), input)
    return getCaseFile(ctx.tx, doer(ctx), input.mentorshipId)
  }),

  go: memberProcedure.input(theCase).output(caseFile).mutation(async ({ ctx, input }) => {
    await giveGo(ctx.tx, doer(ctx), input)
    return getCaseFile(ctx.tx, doer(ctx), input.mentorshipId)
  }),

  pause: memberProcedure.input(z.strictObject({ mentorshipId, reason: pauseReason, note: reason, resumeOn: calendarDate })).output(caseFile).mutation(async ({ ctx, input }) => {
    await pauseCase(ctx.tx, doer(ctx), input)
    return getCaseFile(ctx.tx, doer(ctx), input.mentorshipId)
  }),

  resume: memberProcedure.input(theCase).output(caseFile).mutation(async ({ ctx, input }) => {
    await resumeCase(ctx.tx, doer(ctx), input)
    return getCaseFile(ctx.tx, doer(ctx), input.mentorshipId)
  }),

  end: memberProcedure.input(z.strictObject({ mentorshipId, outcome, reason })).output(z.void()).mutation(({ ctx, input }) => endCase(ctx.tx, doer(ctx), input)),

  release: memberProcedure.input(z.strictObject({ mentorshipId, assessmentId, reason })).output(caseFile).mutation(async ({ ctx, input }) => {
    await releaseCheck(ctx.tx, doer(ctx), input)
    return getCaseFile(ctx.tx, doer(ctx), input.mentorshipId)
  }),

  setNextStep: memberProcedure.input(z.strictObject({ mentorshipId, nextStep: reason })).output(caseFile).mutation(async ({ ctx, input }) => {
    await setNextStep(ctx.tx, doer(ctx), input)
    return getCaseFile(ctx.tx, doer(ctx), input.mentorshipId)
  }),

  noteContact: memberProcedure.input(theCase).output(caseFile).mutation(async ({ ctx, input }) => {
    await noteContact(ctx.tx, doer(ctx), input)
    return getCaseFile(ctx.tx, doer(ctx), input.mentorshipId)
  }),

  addNote: memberProcedure.input(newNote).output(caseFile).mutation(async ({ ctx, input }) => {
    await addNote(ctx.tx, doer(ctx), input)
    return getCaseFile(ctx.tx, doer(ctx), input.mentorshipId)
  }),

  removeNote: memberProcedure.input(z.strictObject({ mentorshipId, noteId: caseNoteId })).output(caseFile).mutation(async ({ ctx, input }) => {
    await removeNote(ctx.tx, doer(ctx), input)
    return getCaseFile(ctx.tx, doer(ctx), input.mentorshipId)
  }),

  privateNotes: memberProcedure.input(theCase).output(z.array(privateNote)).query(({ ctx, input }) => getPrivateNotes(ctx.tx, doer(ctx), input.mentorshipId)),

  addPrivateNote: memberProcedure.input(newNote).output(z.array(privateNote)).mutation(({ ctx, input }) => addPrivateNote(ctx.tx, doer(ctx), input)),

  removePrivateNote: memberProcedure
    .input(z.strictObject({ mentorshipId, noteId: privateNoteId }))
    .output(z.array(privateNote))
    .mutation(({ ctx, input }) => removePrivateNote(ctx.tx, doer(ctx), input)),
})
