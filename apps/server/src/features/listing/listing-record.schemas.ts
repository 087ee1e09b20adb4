import * as z from 'zod/mini'
import { listingVersionId, merchantId, offerId } from '@digitallotsen/domain/ids.schemas.ts'
import { publicListing } from '@digitallotsen/domain/listing/listing.schemas.ts'
import { profileChannel, profileCheck, profileField } from '@digitallotsen/domain/listing/profile.schemas.ts'

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

export const moderationQueue = z.strictObject({
  listings: z.array(z.strictObject({ merchantId, slug: z.string(), name: z.string(), submittedAt: z.iso.datetime(), isNew: z.boolean() })),
  offers: z.array(z.strictObject({ offerId, title: z.string(), business: z.string(), submittedAt: z.iso.datetime() })),
})

/** What waits beside what is live, with the parts in which they differ. */
export const moderationView = z.strictObject({
  merchantId,
  versionId: z.nullable(listingVersionId),
  waiting: z.nullable(publicListing),
  live: z.nullable(publicListing),
  changed: z.array(z.string()),
})

export type ListingSheets = z.output<typeof listingSheets>
export type ProfileOverview = z.output<typeof profileOverview>
export type ModerationQueue = z.output<typeof moderationQueue>
export type ModerationView = z.output<typeof moderationView>
