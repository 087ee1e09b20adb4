import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import type { MerchantId } from '@digitallotsen/domain/ids.schemas.ts'
import { businessJsonLd } from '@digitallotsen/domain/listing/json-ld.rules.ts'
import { osmOpeningHours, osmProposal } from '@digitallotsen/domain/listing/osm.rules.ts'
import { fieldsOfChannel, profileSheet, resultOf, sheetChannels } from '@digitallotsen/domain/listing/profile-sheet.rules.ts'
import { profileChannel, type ProfileChannel, type ProfileCheck, type ProfileCheckInput } from '@digitallotsen/domain/listing/profile.schemas.ts'
import { vcard } from '@digitallotsen/domain/listing/vcard.rules.ts'
import { germanZone, wallTimeAt } from '@digitallotsen/domain/listing/zone.rules.ts'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import { enqueueJob } from '../../queue/queue.repository.ts'
import { once } from '../../trpc/idempotency.ts'
import { holidaysFor } from './holidays.rules.ts'
import { ensureOwn, handOf, trace, type Doer } from './listing-access.service.ts'
import type { ListingSheets, ProfileOverview } from './listing-record.schemas.ts'
import { previewListing } from './listing.service.ts'
import { insertProfileCheck, listLatestChecks } from './profiles.repository.ts'

/** The record in every form it is needed in elsewhere: for the own website, the map, the address book and the profiles. */
export const getSheets = async (tx: TenantTx, doer: Doer, { merchantId, locale }: { merchantId: MerchantId; locale: Locale }): Promise<ListingSheets> => {
  const listing = await previewListing(tx, doer, merchantId)
  const { pack, now, origin } = doer
  const today = wallTimeAt(now, germanZone).date
  const pageUrl = `${origin}/betriebe/${listing.slug}`
  const { content } = listing
  const jsonLd = businessJsonLd({ listing, pageUrl, photoUrl: id => `${origin}/bilder/${id}`, categories: pack.categories, holidays: holidaysFor(pack, now), today })
  return {
    jsonLd: JSON.stringify(jsonLd, null, 2),
    osm: { openingHours: (content.hours && osmOpeningHours(content.hours, today)) ?? null, tags: osmProposal(content, pack.categories, today) },
    vcard: vcard({ content, pageUrl, categories: pack.categories, revisedAt: new Date(listing.updatedAt) }, '3.0'),
    profiles: sheetChannels.map(channel => ({ channel, rows: profileSheet(content, channel, pack.categories, locale) })),
  }
}

const overview = async (tx: TenantTx, merchantId: MerchantId): Promise<ProfileOverview> => {
  const latest = await listLatestChecks(tx, merchantId)
  return {
    channels: profileChannel.options.map(channel => ({ channel, fields: [...fieldsOfChannel[channel]], latest: latest.find(check => check.channel === channel) ?? null })),
  }
}

export const getProfiles = async (tx: TenantTx, { identity }: Doer, merchantId: MerchantId): Promise<ProfileOverview> => {
  ensureOwn(identity, 'profile.check', merchantId)
  return overview(tx, merchantId)
}

/** The newest look at one place where the business stands; undefined where nobody has looked. Asks for no right: the caller has. */
export const findProfileCheck = async (tx: TenantTx, merchantId: string, channel: ProfileChannel): Promise<ProfileCheck | undefined> =>
  (await listLatestChecks(tx, merchantId)).find(check => check.channel === channel)

export type RecordInput = { merchantId: MerchantId; check: ProfileCheckInput; idempotencyKey: string }

/** What somebody saw with their own eyes; earlier looks stay as they were. */
export const recordProfile = async (tx: TenantTx, doer: Doer, { merchantId, check, idempotencyKey: key }: RecordInput): Promise<ProfileOverview> => {
  ensureOwn(doer.identity, 'profile.check', merchantId)
  await once(tx, { key, procedure: 'listing.recordProfile', subject: doer.identity.personId }, async () => {
    const hand = handOf(doer, 'merchant')
    const result = resultOf(check)
    await insertProfileCheck(tx, { ...check, result, by: hand.byRole, merchantId, createdAt: doer.now }, hand)
    await trace(tx, doer, { action: 'profile.checked', entity: 'profile', entityId: merchantId, merchantId, role: hand.byRole, details: { channel: check.channel, result } })
    // The website audit asks the same (F-07); it hears of it by its own job, since it knows this feature and not the other way round.
    await enqueueJob(tx, { task: 'website.rejudge', payload: { merchantId }, key: `website.rejudge:${merchantId}` })
    return {}
  })
  return overview(tx, merchantId)
}
