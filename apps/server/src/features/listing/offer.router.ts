import * as z from 'zod/mini'
import { idempotencyKey, merchantId, offerId } from '@digitallotsen/domain/ids.schemas.ts'
import { offerContent, ownOffer } from '@digitallotsen/domain/listing/offer.schemas.ts'
import { memberProcedure, router } from '../../trpc/procedures.ts'
import { offerDoerOf } from './doer.ts'
import { partnerSuggestion } from './listing-record.schemas.ts'
import { removePartner, suggestPartners } from './offer-partners.service.ts'
import { answerOffer, changeOffer, createOffer, inviteToOffer, listOffers, submitOffer, withdrawOffer } from './offer.service.ts'

const ofOffer = z.strictObject({ offerId })
const wellFormed = z.refine<string>(text => text.isWellFormed() && !text.includes('\0'), { error: 'text.malformed' })
const slug = z.string().check(z.maxLength(80), z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/))

export const offerRouter = router({
  list: memberProcedure.input(z.strictObject({ merchantId })).output(z.array(ownOffer)).query(({ ctx, input }) => listOffers(ctx.tx, offerDoerOf(ctx), input.merchantId)),

  create: memberProcedure
    .input(z.strictObject({ merchantId, content: offerContent, idempotencyKey }))
    .output(ownOffer)
    .mutation(({ ctx, input }) => createOffer(ctx.tx, offerDoerOf(ctx), input)),

  change: memberProcedure
    .input(z.strictObject({ offerId, content: offerContent }))
    .output(ownOffer)
    .mutation(({ ctx, input }) => changeOffer(ctx.tx, offerDoerOf(ctx), input)),

  submit: memberProcedure.input(ofOffer).output(ownOffer).mutation(({ ctx, input }) => submitOffer(ctx.tx, offerDoerOf(ctx), input.offerId)),

  withdraw: memberProcedure.input(ofOffer).output(ownOffer).mutation(({ ctx, input }) => withdrawOffer(ctx.tx, offerDoerOf(ctx), input.offerId)),

  invite: memberProcedure.input(z.strictObject({ offerId, slug })).output(ownOffer).mutation(({ ctx, input }) => inviteToOffer(ctx.tx, offerDoerOf(ctx), input)),

  partners: memberProcedure
    .input(z.strictObject({ offerId, search: z.string().check(z.maxLength(120), wellFormed) }))
    .output(z.array(partnerSuggestion))
    .query(({ ctx, input }) => suggestPartners(ctx.tx, offerDoerOf(ctx), input)),

  removePartner: memberProcedure
    .input(z.strictObject({ offerId, merchantId }))
    .output(ownOffer)
    .mutation(({ ctx, input }) => removePartner(ctx.tx, offerDoerOf(ctx), input)),

  answer: memberProcedure
    .input(z.strictObject({ offerId, merchantId, accept: z.boolean() }))
    .output(z.array(ownOffer))
    .mutation(({ ctx, input }) => answerOffer(ctx.tx, offerDoerOf(ctx), input)),
})
