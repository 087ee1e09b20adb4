import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { letterTo, type Addressed } from './identity.mails.ts'
import { listingDecidedMail, type ListingDecision } from './listing-decided.mail.ts'
import { writeMail } from './mail.service.ts'
import { offerInvitedMail, type OfferInvitation } from './offer-invited.mail.ts'

export type { ListingDecision, OfferInvitation }

export const sendListingDecidedMail = async (tx: TenantTx, mail: Addressed & ListingDecision): Promise<void> => {
  await writeMail(tx, listingDecidedMail, { ...letterTo(mail), input: mail })
}

export const sendOfferInvitedMail = async (tx: TenantTx, mail: Addressed & OfferInvitation): Promise<void> => {
  await writeMail(tx, offerInvitedMail, { ...letterTo(mail), input: mail })
}
