import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { MerchantId } from '@digitallotsen/domain/ids.schemas.ts'
import { changedParts, listGaps, moderationFor, stateAfterSubmission } from '@digitallotsen/domain/listing/listing.rules.ts'
import type { ListingDraft, ListingVersion, PublicListing } from '@digitallotsen/domain/listing/listing.schemas.ts'
import { ensureActiveMerchant } from '../merchant/merchant.service.ts'
import { getDraft, getOwnDraft, lockDraft, takeSlug } from './listing-draft.service.ts'
import { ensureOwn, handOf, trace, type Doer } from './listing-access.service.ts'
import {
  findListing, findNewestVersion, findTakeDown, findVersion, insertDecision, insertVersion, listDecisions, listVersions, lockListing, updateListing, type Hand, type StoredListing,
  type StoredVersion,
} from './listing.repository.ts'
import { arrangePhotos, listPhotos, setPublishedPhotos } from './photos.repository.ts'
import { projectionOf } from './projection.rules.ts'

const mostVersions = 50

/** Puts a version on the web: its words into lists and search, its photos before everybody's eyes, its name into the address. */
export const publishVersion = async (tx: TenantTx, doer: Doer, listing: StoredListing, version: StoredVersion, hand: Hand): Promise<void> => {
  const { now } = doer
  await updateListing(tx, listing.id, {
    ...projectionOf(version.content, version.photos),
    slug: await takeSlug(tx, listing.id, version.content.name),
    state: 'published',
    publishedVersionId: version.id,
    pendingVersionId: null,
    officeReason: null,
    firstPublishedAt: listing.firstPublishedAt ?? now,
    publishedAt: now,
    updatedAt: now,
  })
  await setPublishedPhotos(tx, listing.id, version.photos.map(({ fileId }) => fileId))
  await insertDecision(tx, { ...hand, listingId: listing.id, versionId: version.id, at: now, kind: 'published', reason: null })
  await trace(tx, doer, { action: 'listing.published', entity: 'listing', entityId: listing.id, merchantId: listing.merchantId, role: hand.byRole, details: { version: version.number } })
}

/** Hands the draft in as a version: it appears at once or waits for the office, as the city has it. Refuses one with gaps. */
export const submitListing = async (tx: TenantTx, doer: Doer, { merchantId, draftVersion }: { merchantId: MerchantId; draftVersion: number }): Promise<ListingDraft> => {
  ensureOwn(doer.identity, 'listing.submit', merchantId)
  await ensureActiveMerchant(tx, merchantId)
  const listing = await lockDraft(tx, merchantId, draftVersion)
  const gaps = listGaps(listing.draft)
  if (gaps.length > 0) throw new DomainError('listing.incomplete', { gaps })
  const hand = handOf(doer, 'merchant')
  const photos = (await listPhotos(tx, listing.id)).map(({ id: _id, ...photo }) => photo)
  const before = await findNewestVersion(tx, listing.id)
  const changed = changedParts(before, { content: listing.draft, photos })
  const version = await insertVersion(tx, { ...hand, listingId: listing.id, at: doer.now, content: listing.draft, photos, changed })
  await trace(tx, doer, { action: 'listing.submitted', entity: 'listing', entityId: listing.id, merchantId, role: hand.byRole, details: { version: version.number } })
  const moderation = moderationFor(listing.state, doer.pack.platform.moderation)
  if (moderation === 'after') await publishVersion(tx, doer, listing, version, hand)
  else await updateListing(tx, listing.id, { state: stateAfterSubmission(listing.state, moderation), pendingVersionId: version.id, officeReason: null })
  return getDraft(tx, doer.pack, merchantId)
}

/** What a page is that is not to be seen: a draft, or still one that the office has taken down. */
export const offTheWeb = async (tx: TenantTx, listingId: string): Promise<Pick<StoredListing, 'state'> & Partial<Pick<StoredListing, 'officeReason'>>> => {
  const takeDown = await findTakeDown(tx, listingId)
  return takeDown === null ? { state: 'unpublished' } : { state: 'taken_down', officeReason: takeDown }
}

/** Takes the page off the web, and what waits out of the queue; everything stays for a later day. */
export const withdrawListing = async (tx: TenantTx, doer: Doer, merchantId: MerchantId): Promise<ListingDraft> => {
  ensureOwn(doer.identity, 'listing.submit', merchantId)
  const listing = await lockListing(tx, merchantId)
  if (!listing) throw new DomainError('listing.not_found')
  if (listing.state !== 'taken_down') {
    const versionId = listing.publishedVersionId ?? listing.pendingVersionId
    await updateListing(tx, listing.id, { ...(await offTheWeb(tx, listing.id)), publishedVersionId: null, pendingVersionId: null, updatedAt: doer.now })
    await setPublishedPhotos(tx, listing.id, [])
    if (versionId) await insertDecision(tx, { ...handOf(doer, 'merchant'), listingId: listing.id, versionId, at: doer.now, kind: 'withdrawn', reason: null })
    await trace(tx, doer, { action: 'listing.withdrawn', entity: 'listing', entityId: listing.id, merchantId, role: 'merchant' })
  }
  return getDraft(tx, doer.pack, merchantId)
}

/** The draft as its page would look. */
export const previewListing = async (tx: TenantTx, doer: Doer, merchantId: MerchantId): Promise<PublicListing> => {
  const { slug, content, photos, publishedAt, savedAt } = await getOwnDraft(tx, doer, merchantId)
  const shown = photos.map(({ id: _id, ...photo }) => photo)
  const stored = await findListing(tx, merchantId)
  const updatedAt = savedAt ?? doer.now.toISOString()
  return { slug: slug ?? '', content, photos: shown, publishedAt: publishedAt ?? updatedAt, updatedAt, sample: stored?.sample ?? false }
}

export const listOwnVersions = async (tx: TenantTx, { identity }: Doer, merchantId: MerchantId): Promise<ListingVersion[]> => {
  ensureOwn(identity, 'listing.draft', merchantId)
  const listing = await findListing(tx, merchantId)
  if (!listing) return []
  const versions = await listVersions(tx, listing.id, mostVersions)
  const decisions = versions.length === 0 ? [] : await listDecisions(tx, versions.map(({ id }) => id))
  return versions.map(({ id, number, at, byRole, changed }) => {
    const last = decisions.findLast(({ versionId }) => versionId === id)
    const status = id === listing.pendingVersionId ? 'waiting' : id === listing.publishedVersionId && listing.state === 'published' ? 'live' : last?.kind === 'rejected' ? 'rejected' : 'earlier'
    return { id: id as ListingVersion['id'], number, at: at.toISOString(), by: byRole, status, changed, reason: last?.reason ?? null }
  })
}

export type RestoreInput = { merchantId: MerchantId; versionId: string; draftVersion: number }

/** An earlier version becomes the draft again, photos included; what is live stays until it is submitted. */
export const restoreVersion = async (tx: TenantTx, doer: Doer, { merchantId, versionId, draftVersion }: RestoreInput): Promise<ListingDraft> => {
  ensureOwn(doer.identity, 'listing.draft', merchantId)
  const listing = await lockDraft(tx, merchantId, draftVersion)
  const version = await findVersion(tx, listing.id, versionId)
  if (!version) throw new DomainError('listing.not_found')
  await arrangePhotos(tx, listing.id, version.photos, doer.now)
  await updateListing(tx, listing.id, { draft: version.content, draftVersion: draftVersion + 1, draftSavedAt: doer.now })
  await trace(tx, doer, { action: 'listing.restored', entity: 'listing', entityId: listing.id, merchantId, role: 'merchant', details: { version: version.number } })
  return getDraft(tx, doer.pack, merchantId)
}
