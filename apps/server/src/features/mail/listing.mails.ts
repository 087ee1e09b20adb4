import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { listingDecidedMail, type ListingDecision } from './listing-decided.mail.ts'
import type { Addressed } from './identity.mails.ts'
import { enqueueMail } from './mail.service.ts'

export type { ListingDecision }

export const sendListingDecidedMail = async (tx: TenantTx, mail: Addressed & ListingDecision): Promise<void> => {
  const { city, locale, origin } = mail
  await enqueueMail(tx, { ...mail, topic: 'listing_decided', words: listingDecidedMail({ pack: city.pack, locale, origin }, mail) })
}
