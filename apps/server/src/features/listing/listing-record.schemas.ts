import * as z from 'zod/mini'
import { listingVersionId, merchantId, offerId } from '@digitallotsen/domain/ids.schemas.ts'
import { category } from '@digitallotsen/domain/listing/category.schemas.ts'
import { listingState, moderation, publicListing } from '@digitallotsen/domain/listing/listing.schemas.ts'
import { offerContent, offerState } from '@digitallotsen/domain/listing/offer.schemas.ts'
import { profileChannel, profileCheck, profileField } from '@digitallotsen/domain/listing/profile.schemas.ts'

/** What the city sets for every listing, and what its form has to offer: the trades, and the public holidays to come. */
export const listingSetting = z.strictObject({
  moderation,
  categories: z.array(z.pick(category, { id: true, label: true, synonyms: true })),
  holidays: z.array(z.strictObject({ date: z.string(), name: z.string() })),
})

export const listingSheets = z.strictObject({
  jsonLd: z.string(),
  osm: z.strictObject({ openingHours: z.nullable(z.string()), tags: z.array(z.strictObject({ key: z.string(), value: z.string() })) }),
  vcard: z.string(),
  profiles: z.array(
    z.strictObject({
      channel: z.enum(['google', 'apple', 'bing']),
      rows: z.array(z.strictObject({ field: profileField, label: z.string(), value: z.string(), limit: z.nullable(z.int()) })),
    }),
  ),
})

export const profileOverview = z.strictObject({
  channels: z.array(z.strictObject({ channel: profileChannel, fields: z.array(profileField), latest: z.nullable(profileCheck) })),
})

/** An offer as the office sees it; `updatedAt` names the wording that a decision is about. */
export const moderatedOffer = z.strictObject({
  offerId,
  merchantId,
  title: z.string(),
  business: z.string(),
  /** Who else takes part and has said so. */
  partners: z.array(z.string()),
  content: offerContent,
  state: offerState,
  submittedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})

export const moderationQueue = z.strictObject({
  listings: z.array(z.strictObject({ merchantId, slug: z.string(), name: z.string(), submittedAt: z.iso.datetime(), isNew: z.boolean() })),
  offers: z.array(moderatedOffer),
})

export const moderationCounts = z.strictObject({ listings: z.int(), offers: z.int() })

/** What waits beside what is live, with the parts in which they differ; all is empty where the business has no page yet. */
export const moderationView = z.strictObject({
  merchantId,
  business: z.string(),
  state: z.nullable(listingState),
  officeReason: z.nullable(z.string()),
  versionId: z.nullable(listingVersionId),
  waiting: z.nullable(publicListing),
  live: z.nullable(publicListing),
  changed: z.array(z.string()),
  /** The trades that either version names, in the words of the city's list. */
  trades: z.array(z.strictObject({ id: z.string(), label: z.string() })),
  /** Those of its offers that wait or are live and not over. */
  offers: z.array(moderatedOffer),
})

/** A business that may be asked to join an offer. */
export const partnerSuggestion = z.strictObject({ slug: z.string(), name: z.string(), street: z.nullable(z.string()), districtId: z.nullable(z.string()) })

export type ListingSetting = z.output<typeof listingSetting>
export type ListingSheets = z.output<typeof listingSheets>
export type ProfileOverview = z.output<typeof profileOverview>
export type ModeratedOffer = z.output<typeof moderatedOffer>
export type ModerationQueue = z.output<typeof moderationQueue>
export type ModerationCounts = z.output<typeof moderationCounts>
export type ModerationView = z.output<typeof moderationView>
export type PartnerSuggestion = z.output<typeof partnerSuggestion>
