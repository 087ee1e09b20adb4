import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import { can } from '@digitallotsen/domain/identity/roles.rules.ts'
import type { MerchantId } from '@digitallotsen/domain/ids.schemas.ts'
import type { OfferContent, OwnOffer } from '@digitallotsen/domain/listing/offer.schemas.ts'
import { germanZone, wallTimeAt } from '@digitallotsen/domain/listing/zone.rules.ts'
import { once } from '../../trpc/idempotency.ts'
import { ensureActiveMerchant } from '../merchant/merchant.service.ts'
import { sendOfferInvitedMail, type OfferInvitation } from '../mail/listing.mails.ts'
import { findContact, getParticulars } from '../merchant/particulars.service.ts'
import { ensureAllowedIn, isWithin } from '../rate/rate.service.ts'
import { findPublic } from './directory.repository.ts'
import { ensureOwn, trace, type Doer, type OfficeDoer } from './listing-access.service.ts'
import { findListing } from './listing.repository.ts'
import {
  answerInvitation, findOwnOffer, insertOffer, invitePartner, listOwnOffers, lockOffer, setOfferState, updateOfferContent, type StoredOffer,
} from './offers.repository.ts'

const mostOffers = 100
const mostPartners = 12

export const getOffer = async (tx: TenantTx, offerId: string): Promise<OwnOffer> => {
  const offer = await findOwnOffer(tx, offerId)
  if (!offer) throw new DomainError('offer.not_found')
  return offer
}

/** Holds an offer of one's own business; any other is as one that is not there. */
export const lockOwn = async (tx: TenantTx, { identity }: Doer, offerId: string): Promise<StoredOffer> => {
  const offer = await lockOffer(tx, offerId)
  if (!offer || !can(identity, 'offer.manage', { merchantId: offer.merchantId })) throw new DomainError('offer.not_found')
  return offer
}

const ensureAhead = ({ endsOn }: OfferContent, now: Date): void => {
  if (endsOn < wallTimeAt(now, germanZone).date) throw new DomainError('offer.ended')
}

export const note = (tx: TenantTx, doer: Doer, action: string, { id, merchantId }: Pick<StoredOffer, 'id' | 'merchantId'>) =>
  trace(tx, doer, { action: `offer.${action}`, entity: 'offer', entityId: id, merchantId, role: 'merchant' })

export const listOffers = async (tx: TenantTx, { identity }: Doer, merchantId: MerchantId): Promise<OwnOffer[]> => {
  ensureOwn(identity, 'offer.manage', merchantId)
  return listOwnOffers(tx, merchantId, mostOffers)
}

export type NewOfferInput = { merchantId: MerchantId; content: OfferContent; idempotencyKey: string }

export const createOffer = async (tx: TenantTx, doer: Doer, { merchantId, content, idempotencyKey: key }: NewOfferInput): Promise<OwnOffer> => {
  ensureOwn(doer.identity, 'offer.manage', merchantId)
  const { offerId } = await once(tx, { key, procedure: 'offer.create', subject: doer.identity.personId }, async () => {
    await ensureActiveMerchant(tx, merchantId)
    ensureAhead(content, doer.now)
    const { sample } = await getParticulars(tx, merchantId)
    const offerId = await insertOffer(tx, { merchantId, content, sample, now: doer.now })
    await note(tx, doer, 'created', { id: offerId, merchantId })
    return { offerId }
  })
  return getOffer(tx, offerId)
}

/** What is live and changes waits again where the office looks first. */
export const changeOffer = async (tx: TenantTx, doer: Doer, { offerId, content }: { offerId: string; content: OfferContent }): Promise<OwnOffer> => {
  const offer = await lockOwn(tx, doer, offerId)
  ensureAhead(content, doer.now)
  await updateOfferContent(tx, offerId, content, doer.now)
  if (offer.state === 'published' && doer.pack.platform.moderation === 'before') {
    await setOfferState(tx, offerId, { state: 'pending', officeReason: null, submittedAt: doer.now, updatedAt: doer.now })
  }
  await note(tx, doer, 'changed', offer)
  return getOffer(tx, offerId)
}

/**
 * To the office or at once to the public, as the city has it; only for a business whose own page is live. What the office has taken down or
 * sent back is looked at before it appears, by whatever way it came here.
 */
export const submitOffer = async (tx: TenantTx, doer: Doer, offerId: string): Promise<OwnOffer> => {
  const offer = await lockOwn(tx, doer, offerId)
  if (offer.state === 'pending' || offer.state === 'published') return getOffer(tx, offerId)
  ensureAhead(offer.content, doer.now)
  if ((await findListing(tx, offer.merchantId))?.state !== 'published') throw new DomainError('listing.not_published')
  const isUsual = doer.pack.platform.moderation === 'before'
  const isLooked = isUsual || offer.state === 'taken_down' || offer.officeReason !== null
  const { now } = doer
  await setOfferState(tx, offerId, { state: isLooked ? 'pending' : 'published', officeReason: isUsual ? null : offer.officeReason, submittedAt: now, publishedAt: isLooked ? offer.publishedAt : now, updatedAt: now })
  await note(tx, doer, 'submitted', offer)
  return getOffer(tx, offerId)
}

export const withdrawOffer = async (tx: TenantTx, doer: Doer, offerId: string): Promise<OwnOffer> => {
  const offer = await lockOwn(tx, doer, offerId)
  if (offer.state === 'taken_down') throw new DomainError('offer.state_conflict')
  await setOfferState(tx, offerId, { state: 'draft', officeReason: offer.officeReason, submittedAt: null, updatedAt: doer.now })
  await note(tx, doer, 'withdrawn', offer)
  return getOffer(tx, offerId)
}

const tellInvited = async (tx: TenantTx, { city, origin, now }: OfficeDoer, invitation: OfferInvitation): Promise<void> => {
  const contact = await findContact(tx, invitation.merchantId)
  if (contact) await sendOfferInvitedMail(tx, { recipient: contact.email, locale: contact.locale, city, origin, now, ...invitation })
}

/** Asks another visible business to take part, by mail as well; it is named only once it has said yes. */
export const inviteToOffer = async (tx: TenantTx, doer: OfficeDoer, { offerId, slug }: { offerId: string; slug: string }): Promise<OwnOffer> => {
  const offer = await lockOwn(tx, doer, offerId)
  const other = await findPublic(tx, slug)
  if (!other) throw new DomainError('listing.not_found')
  if (other.merchantId === offer.merchantId) throw new DomainError('offer.own_business')
  if ((await findListing(tx, offer.merchantId))?.state !== 'published') throw new DomainError('listing.not_published')
  const { partners, ownerName } = await getOffer(tx, offerId)
  if (partners.length >= mostPartners) throw new DomainError('offer.too_many_partners', { most: mostPartners })
  if (await invitePartner(tx, offerId, other.merchantId)) {
    await ensureAllowedIn(tx, doer.now, 'invitationByMerchant', offer.merchantId)
    await note(tx, doer, 'invited', offer)
    if (await isWithin(tx, doer.now, 'invitationMailByPair', `${offerId} ${other.merchantId}`)) await tellInvited(tx, doer, { merchantId: other.merchantId, inviter: ownerName, what: offer.content.title })
  }
  return getOffer(tx, offerId)
}

export type AnswerInput = { offerId: string; merchantId: MerchantId; accept: boolean }

/** The asked business says yes, or no, also later; its owner's own part is not up for an answer. */
export const answerOffer = async (tx: TenantTx, doer: Doer, { offerId, merchantId, accept }: AnswerInput): Promise<OwnOffer[]> => {
  ensureOwn(doer.identity, 'offer.manage', merchantId)
  const offer = await lockOffer(tx, offerId)
  if (!offer) throw new DomainError('offer.not_found')
  if (offer.merchantId === merchantId) throw new DomainError('offer.own_business')
  if (!(await answerInvitation(tx, { offerId, merchantId, accept, now: doer.now }))) throw new DomainError('offer.not_found')
  await note(tx, doer, accept ? 'joined' : 'left', { id: offer.id, merchantId })
  return listOwnOffers(tx, merchantId, mostOffers)
}
