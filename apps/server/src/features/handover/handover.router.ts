import * as z from 'zod/mini'
import { handoverDecision, handoverKind, handoverSheet } from '@digitallotsen/domain/handover/handover.schemas.ts'
import type { Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import { guideId, handoverId, merchantId, mentorshipId } from '@digitallotsen/domain/ids.schemas.ts'
import { calendarDate, paragraph } from '@digitallotsen/domain/text.schemas.ts'
import { memberProcedure, roleProcedure, router } from '../../trpc/procedures.ts'
import type { Services } from '../../services.ts'
import type { CityEntry } from '../city/city-directory.ts'
import { showAnnounced, showHandover, showLine } from './handover-view.rules.ts'
import { answerHandover, completeHandover, decideHandover, findAnnounced, getHandover, listCandidates, listHandovers, nameSuccessor, saveSheet, settleObjection, startEmergency } from './handover.service.ts'

const moment = z.nullable(z.iso.datetime())
const line = z.strictObject({
  id: handoverId, mentorshipId, kind: handoverKind, decision: z.nullable(handoverDecision), dueOn: calendarDate, business: z.string(), from: z.nullable(z.string()),
  sheetCompletedAt: moment, informedAt: moment, agreedAt: moment, objectedAt: moment, settledAt: moment, hasSuccessor: z.boolean(),
})
const shown = z.strictObject({
  id: handoverId, mentorshipId, kind: handoverKind, state: z.enum(['open', 'done', 'cancelled']), decision: z.nullable(handoverDecision), dueOn: calendarDate,
  reason: z.nullable(z.string()), sheet: handoverSheet, sheetCompletedAt: moment, informedAt: moment, agreedAt: moment, objectedAt: moment, objection: z.nullable(z.string()),
  settledAt: moment, completedAt: moment, toGuideId: z.nullable(guideId), gaps: z.array(z.enum(['measures', 'works', 'works_not', 'next_steps', 'contact'])),
})

type Context = { identity: Identity; city: CityEntry; services: Services; origin: string }
const doerOf = ({ identity, city, services, origin }: Context) => ({ identity, city, origin, now: services.now() })

const ofHandover = z.strictObject({ handoverId })
const done = z.strictObject({ done: z.literal(true) })
const isDone = { done: true } as const

export const handoverRouter = router({
  list: roleProcedure('office', 'guide').output(z.array(line)).query(async ({ ctx }) => (await listHandovers(ctx.tx, ctx.identity)).map(showLine)),
  get: memberProcedure.input(ofHandover).output(shown).query(async ({ ctx, input }) => showHandover(await getHandover(ctx.tx, ctx, input.handoverId))),

  candidates: roleProcedure('office')
    .input(ofHandover)
    .output(z.array(z.strictObject({ guideId: z.string(), name: z.nullable(z.string()), freePlaces: z.int(), reasons: z.array(z.enum(['language', 'district', 'free_places', 'no_place', 'leaves_soon'])), points: z.int() })))
    .query(({ ctx, input }) => listCandidates(ctx.tx, ctx.identity, input.handoverId)),

  ofMerchant: memberProcedure
    .input(z.strictObject({ merchantId }))
    .output(z.nullable(z.strictObject({ id: handoverId, dueOn: calendarDate, guide: z.nullable(z.string()), agreedAt: moment, objectedAt: moment })))
    .query(async ({ ctx, input }) => showAnnounced(await findAnnounced(ctx.tx, ctx.identity, input.merchantId))),

  decide: roleProcedure('office', 'guide')
    .input(z.strictObject({ handoverId, decision: handoverDecision, reason: z.nullable(paragraph) }))
    .output(done)
    .mutation(({ ctx, input }) => decideHandover(ctx.tx, doerOf(ctx), input).then(() => isDone)),

  saveSheet: roleProcedure('office', 'guide')
    .input(z.strictObject({ handoverId, sheet: handoverSheet }))
    .output(done)
    .mutation(({ ctx, input }) => saveSheet(ctx.tx, doerOf(ctx), input).then(() => isDone)),

  name: roleProcedure('office')
    .input(z.strictObject({ handoverId, guideId }))
    .output(done)
    .mutation(({ ctx, input }) => nameSuccessor(ctx.tx, doerOf(ctx), input).then(() => isDone)),

  answer: memberProcedure
    .input(z.strictObject({ handoverId, agrees: z.boolean(), note: z.nullable(paragraph) }))
    .output(done)
    .mutation(({ ctx, input }) => answerHandover(ctx.tx, doerOf(ctx), input).then(() => isDone)),

  settle: roleProcedure('office').input(ofHandover).output(done).mutation(({ ctx, input }) => settleObjection(ctx.tx, doerOf(ctx), input).then(() => isDone)),
  complete: roleProcedure('office').input(ofHandover).output(done).mutation(({ ctx, input }) => completeHandover(ctx.tx, doerOf(ctx), input).then(() => isDone)),

  emergency: roleProcedure('office')
    .input(z.strictObject({ mentorshipId, reason: paragraph }))
    .output(z.strictObject({ handoverId }))
    .mutation(({ ctx, input }) => startEmergency(ctx.tx, doerOf(ctx), input)),
})
