import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import { can } from '@digitallotsen/domain/identity/roles.rules.ts'
import type { MerchantId } from '@digitallotsen/domain/ids.schemas.ts'
import type { OwnOffer } from '@digitallotsen/domain/listing/offer.schemas.ts'
import { listPublished } from './directory.service.ts'
import type { Doer } from './listing-access.service.ts'
import type { PartnerSuggestion } from './listing-record.schemas.ts'
import { findListing } from './listing.repository.ts'
import { getOffer, lockOwn, note } from './offer.service.ts'
import { answerInvitation } from './offers.repository.ts'

const mostSuggested = 8
/** The offer's own business and those already asked may be among the first ones found. */
const mostLookedAt = 24

/** Visible businesses that fit the search and have not been asked yet, for one's own offer. */
export const suggestPartners = async (tx: TenantTx, { identity, pack, now }: Doer, { offerId, search }: { offerId: string; search: string }): Promise<PartnerSuggestion[]> => {
  const { ownerMerchantId, partners } = await getOffer(tx, offerId)
  if (!can(identity, 'offer.manage', { merchantId: ownerMerchantId })) throw new DomainError('offer.not_found')
  const known = new Set([(await findListing(tx, ownerMerchantId))?.slug, ...partners.map(({ slug }) => slug)])
  const { cards } = await listPublished(tx, { pack, now }, { filter: { search }, openAt: null, page: 1, pageSize: mostLookedAt })
  return cards.filter(({ slug }) => !known.has(slug)).slice(0, mostSuggested).map(({ slug, name, street, districtId }) => ({ slug, name, street, districtId }))
}

/** Takes a business out again, asked or joined; its owner's own part stays. */
export const removePartner = async (tx: TenantTx, doer: Doer, { offerId, merchantId }: { offerId: string; merchantId: MerchantId }): Promise<OwnOffer> => {
  const offer = await lockOwn(tx, doer, offerId)
  if (offer.merchantId === merchantId) throw new DomainError('offer.own_business')
  if (await answerInvitation(tx, { offerId, merchantId, accept: false, now: doer.now })) await note(tx, doer, 'partner_removed', offer)
  return getOffer(tx, offerId)
}
