import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import { ensureCan } from '@digitallotsen/domain/identity/roles.rules.ts'
import type { MerchantId } from '@digitallotsen/domain/ids.schemas.ts'
import { changedParts } from '@digitallotsen/domain/listing/listing.rules.ts'
import type { PublicListing } from '@digitallotsen/domain/listing/listing.schemas.ts'
import { germanZone, wallTimeAt } from '@digitallotsen/domain/listing/zone.rules.ts'
import { sendListingDecidedMail, type ListingDecision } from '../mail/listing.mails.ts'
import { findContact, getParticulars } from '../merchant/particulars.service.ts'
import { handOf, trace, type Doer, type OfficeDoer } from './listing-access.service.ts'
import type { ModerationCounts, ModerationQueue, ModerationView } from './listing-record.schemas.ts'
import { countWaiting, findListing, findVersion, insertDecision, listWaiting, lockListing, updateListing, type StoredListing, type StoredVersion } from './listing.repository.ts'
import { offTheWeb, publishVersion } from './listing.service.ts'
import { countWaitingOffers, listOffersToModerate, listWaitingOffers, lockOffer, setOfferState, takeDownOffers } from './offers.repository.ts'
import { setPublishedPhotos } from './photos.repository.ts'

const mostWaiting = 200

const queueOf = async (tx: TenantTx): Promise<ModerationQueue> => {
  const [listings, offers] = await Promise.all([listWaiting(tx, mostWaiting), listWaitingOffers(tx, mostWaiting)])
  return { listings, offers }
}

export const getQueue = async (tx: TenantTx, { identity }: Pick<Doer, 'identity'>): Promise<ModerationQueue> => {
  ensureCan(identity, 'listing.moderate')
  return queueOf(tx)
}

/** How much waits, for those who only want to know whether to look. */
export const countQueue = async (tx: TenantTx, { identity }: Pick<Doer, 'identity'>): Promise<ModerationCounts> => {
  ensureCan(identity, 'listing.moderate')
  const [listings, offers] = await Promise.all([countWaiting(tx), countWaitingOffers(tx)])
  return { listings, offers }
}

const asPublic = ({ slug, sample, publishedAt }: StoredListing, version: StoredVersion): PublicListing => ({
  slug, content: version.content, photos: version.photos, sample, publishedAt: (publishedAt ?? version.at).toISOString(), updatedAt: version.at.toISOString(),
})

const tradesOf = ({ categories }: Doer['pack'], versions: readonly (StoredVersion | undefined)[]): ModerationView['trades'] => {
  const named = new Set(versions.flatMap(version => version?.content.categories ?? []))
  return categories.filter(({ id }) => named.has(id)).map(({ id, label }) => ({ id, label: label.de }))
}

/** What waits beside what is live, so that the office sees what would change; a business without a page has neither. */
export const getModerationView = async (tx: TenantTx, { identity, pack, now }: Pick<Doer, 'identity' | 'pack' | 'now'>, merchantId: MerchantId): Promise<ModerationView> => {
  ensureCan(identity, 'listing.moderate')
  const { name } = await getParticulars(tx, merchantId)
  const listing = await findListing(tx, merchantId)
  const waiting = listing?.pendingVersionId ? await findVersion(tx, listing.id, listing.pendingVersionId) : undefined
  const live = listing?.state === 'published' && listing.publishedVersionId ? await findVersion(tx, listing.id, listing.publishedVersionId) : undefined
  return {
    merchantId,
    business: name,
    state: listing?.state ?? null,
    officeReason: listing?.officeReason ?? null,
    versionId: waiting?.id ?? null,
    waiting: listing && waiting ? asPublic(listing, waiting) : null,
    live: listing && live ? asPublic(listing, live) : null,
    changed: waiting ? changedParts(live, waiting) : [],
    trades: tradesOf(pack, [waiting, live]),
    offers: await listOffersToModerate(tx, merchantId, { today: wallTimeAt(now, germanZone).date, most: mostWaiting }),
  }
}

const tell = async (tx: TenantTx, { city, origin, now }: OfficeDoer, merchantId: string, decided: Omit<ListingDecision, 'merchantId'>): Promise<void> => {
  const contact = await findContact(tx, merchantId)
  if (contact) await sendListingDecidedMail(tx, { recipient: contact.email, locale: contact.locale, city, origin, now, merchantId, ...decided })
}

type Submitted = { merchantId: MerchantId; versionId: string }

const lockWaiting = async (tx: TenantTx, { identity }: Doer, { merchantId, versionId }: Submitted) => {
  ensureCan(identity, 'listing.moderate')
  const listing = await lockListing(tx, merchantId)
  const version = listing && (await findVersion(tx, listing.id, versionId))
  if (!listing || !version) throw new DomainError('listing.not_found')
  if (listing.pendingVersionId === null) throw new DomainError('listing.nothing_waiting')
  if (listing.pendingVersionId !== version.id) throw new DomainError('listing.version_stale')
  return { listing, version }
}

export const approveListing = async (tx: TenantTx, doer: OfficeDoer, input: Submitted): Promise<ModerationQueue> => {
  const { listing, version } = await lockWaiting(tx, doer, input)
  await publishVersion(tx, doer, listing, version, handOf(doer, 'office'))
  const slug = (await findListing(tx, input.merchantId))?.slug ?? listing.slug
  await tell(tx, doer, input.merchantId, { decision: 'published', what: version.content.name, slug, reason: null })
  return queueOf(tx)
}

/** What was live before stays live; what was not stays a draft. */
export const rejectListing = async (tx: TenantTx, doer: OfficeDoer, { reason, ...input }: Submitted & { reason: string }): Promise<ModerationQueue> => {
  const { listing, version } = await lockWaiting(tx, doer, input)
  const { state } = listing.state === 'pending' ? await offTheWeb(tx, listing.id) : listing
  await updateListing(tx, listing.id, { state, pendingVersionId: null, officeReason: reason })
  await insertDecision(tx, { ...handOf(doer, 'office'), listingId: listing.id, versionId: version.id, at: doer.now, kind: 'rejected', reason })
  await trace(tx, doer, { action: 'listing.rejected', entity: 'listing', entityId: listing.id, merchantId: listing.merchantId, role: 'office', details: { version: version.number } })
  await tell(tx, doer, input.merchantId, { decision: 'rejected', what: version.content.name, slug: listing.slug, reason })
  return queueOf(tx)
}

/** Off the web at once, photos and offers included; it comes back only after the office has looked. */
export const takeDownListing = async (tx: TenantTx, doer: OfficeDoer, { merchantId, reason }: { merchantId: MerchantId; reason: string }): Promise<ModerationQueue> => {
  ensureCan(doer.identity, 'listing.moderate')
  const listing = await lockListing(tx, merchantId)
  if (!listing) throw new DomainError('listing.not_found')
  if (listing.state !== 'published' || listing.publishedVersionId === null) throw new DomainError('listing.not_published')
  const versionId = listing.publishedVersionId
  await updateListing(tx, listing.id, { state: 'taken_down', publishedVersionId: null, pendingVersionId: null, officeReason: reason, updatedAt: doer.now })
  await setPublishedPhotos(tx, listing.id, [])
  await takeDownOffers(tx, merchantId, reason, doer.now)
  await insertDecision(tx, { ...handOf(doer, 'office'), listingId: listing.id, versionId, at: doer.now, kind: 'taken_down', reason })
  await trace(tx, doer, { action: 'listing.taken_down', entity: 'listing', entityId: listing.id, merchantId, role: 'office' })
  await tell(tx, doer, merchantId, { decision: 'taken_down', what: listing.draft.name, slug: listing.slug, reason })
  return queueOf(tx)
}

/** `seenAt`: the wording that was looked at, by its moment. */
export type OfferVerdict = { offerId: string; decision: 'approve' | 'reject' | 'take_down'; reason: string | null; seenAt?: string | undefined }

const verdicts = {
  approve: { from: 'pending', to: 'published', kind: 'published' },
  reject: { from: 'pending', to: 'draft', kind: 'rejected' },
  take_down: { from: 'published', to: 'taken_down', kind: 'taken_down' },
} as const

/** Without a reason nothing is refused to a business, and what it has changed meanwhile is looked at again. */
export const decideOffer = async (tx: TenantTx, doer: OfficeDoer, { offerId, decision, reason, seenAt }: OfferVerdict): Promise<ModerationQueue> => {
  ensureCan(doer.identity, 'listing.moderate')
  const offer = await lockOffer(tx, offerId)
  if (!offer) throw new DomainError('offer.not_found')
  const { from, to, kind } = verdicts[decision]
  if (offer.state !== from) throw new DomainError('offer.state_conflict')
  if (seenAt !== undefined && seenAt !== offer.updatedAt.toISOString()) throw new DomainError('listing.version_stale')
  if (decision !== 'approve' && reason === null) throw new DomainError('reason.required')
  const { now } = doer
  await setOfferState(tx, offerId, { state: to, officeReason: decision === 'approve' ? null : reason, publishedAt: decision === 'approve' ? now : offer.publishedAt, updatedAt: now })
  await trace(tx, doer, { action: `offer.${kind}`, entity: 'offer', entityId: offerId, merchantId: offer.merchantId, role: 'office' })
  await tell(tx, doer, offer.merchantId, { decision: kind, what: offer.content.title, slug: null, reason })
  return queueOf(tx)
}
