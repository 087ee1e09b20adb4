import * as z from 'zod/mini'
import type { Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import { idempotencyKey, mentorshipId, merchantId, visitId } from '@digitallotsen/domain/ids.schemas.ts'
import { calendarDate, line } from '@digitallotsen/domain/text.schemas.ts'
import { offerNote, visit, visitContent, wantedSlots, weighedSlot } from '@digitallotsen/domain/visit/visit.schemas.ts'
import type { Services } from '../../services.ts'
import { memberProcedure, roleProcedure, router } from '../../trpc/procedures.ts'
import type { CityEntry } from '../city/city-directory.ts'
import { readFeedAddress, renewFeedAddress } from './feed.service.ts'
import { getVisitView, listCaseVisits, readAgenda, weighTimes } from './visit-view.service.ts'
import { cancelVisit, changeVisit, confirmVisit, missVisit, offerOtherTimes, proposeVisit } from './visit.service.ts'

type Context = { identity: Identity; city: CityEntry; services: Services; origin: string }
const askingOf = ({ identity, city, services, origin }: Context) => ({ identity, city, origin, now: services.now(), secret: services.secret })

const ofVisit = z.strictObject({ visitId })
const feedAddress = z.strictObject({ path: z.string() })
const monday = calendarDate.check(z.refine<string>(date => new Date(`${date}T00:00:00Z`).getUTCDay() === 1, { error: 'date.out_of_range' }))

export const visitRouter = router({
  ofCase: memberProcedure.input(z.strictObject({ mentorshipId })).output(z.array(visit)).query(({ ctx, input }) => listCaseVisits(ctx.tx, askingOf(ctx), input.mentorshipId)),

  agenda: roleProcedure('guide')
    .input(z.strictObject({ monday }))
    .output(z.strictObject({ from: z.string(), to: z.string(), visits: z.array(visit), waiting: z.array(visit) }))
    .query(({ ctx, input }) => readAgenda(ctx.tx, askingOf(ctx), input.monday)),

  weigh: memberProcedure
    .input(z.strictObject({ mentorshipId, slots: wantedSlots }))
    .output(z.array(weighedSlot))
    .query(({ ctx, input }) => weighTimes(ctx.tx, askingOf(ctx), input)),

  propose: memberProcedure
    .input(z.strictObject({ mentorshipId, content: visitContent, slots: wantedSlots, note: offerNote, idempotencyKey }))
    .output(visit)
    .mutation(async ({ ctx, input }) => getVisitView(ctx.tx, askingOf(ctx), await proposeVisit(ctx.tx, askingOf(ctx), input))),

  offer: memberProcedure
    .input(z.strictObject({ visitId, slots: wantedSlots, note: offerNote }))
    .output(visit)
    .mutation(async ({ ctx, input }) => getVisitView(ctx.tx, askingOf(ctx), await changeVisit(ctx.tx, askingOf(ctx), input.visitId, (tx, doer, held) => offerOtherTimes(tx, doer, held, input)))),

  confirm: memberProcedure
    .input(z.strictObject({ visitId, startsAt: z.iso.datetime() }))
    .output(visit)
    .mutation(async ({ ctx, input }) => getVisitView(ctx.tx, askingOf(ctx), await changeVisit(ctx.tx, askingOf(ctx), input.visitId, (tx, doer, held) => confirmVisit(tx, doer, held, input.startsAt)))),

  cancel: memberProcedure
    .input(z.strictObject({ visitId, reason: z.nullable(line) }))
    .output(visit)
    .mutation(async ({ ctx, input }) => getVisitView(ctx.tx, askingOf(ctx), await changeVisit(ctx.tx, askingOf(ctx), input.visitId, (tx, doer, held) => cancelVisit(tx, doer, held, input.reason)))),

  miss: memberProcedure
    .input(ofVisit)
    .output(visit)
    .mutation(async ({ ctx, input }) => getVisitView(ctx.tx, askingOf(ctx), await changeVisit(ctx.tx, askingOf(ctx), input.visitId, missVisit))),

  guideFeed: roleProcedure('guide').output(z.nullable(feedAddress)).query(({ ctx }) => readFeedAddress(ctx.tx, askingOf(ctx), null)),
  renewGuideFeed: roleProcedure('guide').output(feedAddress).mutation(({ ctx }) => renewFeedAddress(ctx.tx, askingOf(ctx), null)),
  merchantFeed: memberProcedure.input(z.strictObject({ merchantId })).output(z.nullable(feedAddress)).query(({ ctx, input }) => readFeedAddress(ctx.tx, askingOf(ctx), input.merchantId)),
  renewMerchantFeed: memberProcedure.input(z.strictObject({ merchantId })).output(feedAddress).mutation(({ ctx, input }) => renewFeedAddress(ctx.tx, askingOf(ctx), input.merchantId)),
})
