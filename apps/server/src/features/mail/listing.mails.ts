import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { listingDecidedMail, type ListingDecision } from './listing-decided.mail.ts'
import type { Addressed } from './identity.mails.ts'
import { enqueueMail } from './mail.service.ts'
import { offerInvitedMail, type OfferInvitation } from './offer-invited.mail.ts'

export type { ListingDecision, OfferInvitation }

export const sendListingDecidedMail = async (tx: TenantTx, mail: Addressed & ListingDecision): Promise<void> => {
  const { city, locale, origin } = mail
  await enqueueMail(tx, { ...mail, topic: 'listing_decided', words: listingDecidedMail({ pack: city.pack, locale, origin }, mail) })
}

export const sendOfferInvitedMail = async (tx: TenantTx, mail: Addressed & OfferInvitation): Promise<void> => {
  const { city, locale, origin } = mail
  await enqueueMail(tx, { ...mail, topic: 'offer_invited', words: offerInvitedMail({ pack: city.pack, locale, origin }, mail) })
}
