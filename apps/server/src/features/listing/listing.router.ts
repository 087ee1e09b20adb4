import * as z from 'zod/mini'
import { idempotencyKey, listingPhotoId, listingVersionId, merchantId } from '@digitallotsen/domain/ids.schemas.ts'
import { listingContent, listingDraft, listingVersion, photoAlt, publicListing } from '@digitallotsen/domain/listing/listing.schemas.ts'
import { profileCheckInput } from '@digitallotsen/domain/listing/profile.schemas.ts'
import { locale } from '@digitallotsen/domain/text.schemas.ts'
import { memberProcedure, router } from '../../trpc/procedures.ts'
import { doerOf } from './doer.ts'
import { listingSetting, listingSheets, profileOverview } from './listing-record.schemas.ts'
import { getOwnDraft, saveDraft, setPhotos } from './listing-draft.service.ts'
import { listOwnVersions, previewListing, restoreVersion, submitListing, withdrawListing } from './listing.service.ts'
import { getProfiles, getSheets, recordProfile } from './profiles.service.ts'
import { settingOf } from './setting.service.ts'

const ofMerchant = z.strictObject({ merchantId })
const draftVersion = z.int().check(z.gte(0), z.lte(1_000_000_000))

export const listingRouter = router({
  get: memberProcedure.input(ofMerchant).output(listingDraft).query(({ ctx, input }) => getOwnDraft(ctx.tx, doerOf(ctx), input.merchantId)),

  setting: memberProcedure.input(z.strictObject({})).output(listingSetting).query(({ ctx }) => settingOf(doerOf(ctx))),

  save: memberProcedure
    .input(z.strictObject({ merchantId, draftVersion, content: listingContent }))
    .output(listingDraft)
    .mutation(({ ctx, input }) => saveDraft(ctx.tx, doerOf(ctx), input)),

  setPhotos: memberProcedure
    .input(z.strictObject({ merchantId, draftVersion, photos: z.array(z.strictObject({ id: listingPhotoId, alt: photoAlt })).check(z.maxLength(12)) }))
    .output(listingDraft)
    .mutation(({ ctx, input }) => setPhotos(ctx.tx, doerOf(ctx), input)),

  preview: memberProcedure.input(ofMerchant).output(publicListing).query(({ ctx, input }) => previewListing(ctx.tx, doerOf(ctx), input.merchantId)),

  submit: memberProcedure
    .input(z.strictObject({ merchantId, draftVersion }))
    .output(listingDraft)
    .mutation(({ ctx, input }) => submitListing(ctx.tx, doerOf(ctx), input)),

  withdraw: memberProcedure.input(ofMerchant).output(listingDraft).mutation(({ ctx, input }) => withdrawListing(ctx.tx, doerOf(ctx), input.merchantId)),

  versions: memberProcedure.input(ofMerchant).output(z.array(listingVersion)).query(({ ctx, input }) => listOwnVersions(ctx.tx, doerOf(ctx), input.merchantId)),

  restore: memberProcedure
    .input(z.strictObject({ merchantId, versionId: listingVersionId, draftVersion }))
    .output(listingDraft)
    .mutation(({ ctx, input }) => restoreVersion(ctx.tx, doerOf(ctx), input)),

  sheets: memberProcedure.input(z.strictObject({ merchantId, locale })).output(listingSheets).query(({ ctx, input }) => getSheets(ctx.tx, doerOf(ctx), input)),

  profiles: memberProcedure.input(ofMerchant).output(profileOverview).query(({ ctx, input }) => getProfiles(ctx.tx, doerOf(ctx), input.merchantId)),

  recordProfile: memberProcedure
    .input(z.strictObject({ merchantId, check: profileCheckInput, idempotencyKey }))
    .output(profileOverview)
    .mutation(({ ctx, input }) => recordProfile(ctx.tx, doerOf(ctx), input)),
})
