import * as z from 'zod/mini'
import { listingVersionId, merchantId, offerId } from '@digitallotsen/domain/ids.schemas.ts'
import { paragraph } from '@digitallotsen/domain/text.schemas.ts'
import { roleProcedure, router } from '../../trpc/procedures.ts'
import { doerOf } from './doer.ts'
import { moderationCounts, moderationQueue, moderationView } from './listing-record.schemas.ts'
import { approveListing, countQueue, decideOffer, getModerationView, getQueue, rejectListing, takeDownListing } from './moderation.service.ts'

const officeProcedure = roleProcedure('office')

export const moderationRouter = router({
  queue: officeProcedure.input(z.strictObject({})).output(moderationQueue).query(({ ctx }) => getQueue(ctx.tx, ctx)),

  counts: officeProcedure.input(z.strictObject({})).output(moderationCounts).query(({ ctx }) => countQueue(ctx.tx, ctx)),

  listing: officeProcedure.input(z.strictObject({ merchantId })).output(moderationView).query(({ ctx, input }) => getModerationView(ctx.tx, doerOf(ctx), input.merchantId)),

  approve: officeProcedure
    .input(z.strictObject({ merchantId, versionId: listingVersionId }))
    .output(moderationQueue)
    .mutation(({ ctx, input }) => approveListing(ctx.tx, doerOf(ctx), input)),

  reject: officeProcedure
    .input(z.strictObject({ merchantId, versionId: listingVersionId, reason: paragraph }))
    .output(moderationQueue)
    .mutation(({ ctx, input }) => rejectListing(ctx.tx, doerOf(ctx), input)),

  takeDown: officeProcedure
    .input(z.strictObject({ merchantId, reason: paragraph }))
    .output(moderationQueue)
    .mutation(({ ctx, input }) => takeDownListing(ctx.tx, doerOf(ctx), input)),

  decideOffer: officeProcedure
    .input(z.strictObject({ offerId, decision: z.enum(['approve', 'reject', 'take_down']), reason: z.nullable(paragraph), seenAt: z.optional(z.iso.datetime()) }))
    .output(moderationQueue)
    .mutation(({ ctx, input }) => decideOffer(ctx.tx, doerOf(ctx), input)),
})
