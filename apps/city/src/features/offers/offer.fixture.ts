import type { MerchantId, OfferId } from '@digitallotsen/domain/ids.schemas.ts'
import type { OwnOffer } from './offers.queries.ts'

export const ownMerchant = '0193d1a0-0000-7000-8000-0000000000a1' as MerchantId
export const otherMerchant = '0193d1a0-0000-7000-8000-0000000000b2' as MerchantId

type Change = Partial<Omit<OwnOffer, 'content'>> & { content?: Partial<OwnOffer['content']> }

/** An offer of one's own that is being written; `change` says what is different. */
export const offerWith = ({ content, ...change }: Change = {}): OwnOffer => ({
  id: '0193d1a0-0000-7000-8000-0000000000c3' as OfferId,
  ownerMerchantId: ownMerchant,
  ownerName: 'Blumen am Markt',
  state: 'draft',
  officeReason: null,
  partners: [],
  updatedAt: '2026-11-20T10:00:00.000Z',
  ...change,
  content: { kind: 'offer', title: 'Tulpen', text: 'Zehn für acht', startsOn: '2026-12-01', endsOn: '2026-12-05', startsAt: null, endsAt: null, priceText: null, venue: null, ...content },
})

export const invitationTo = (accepted: boolean): OwnOffer =>
  offerWith({ ownerMerchantId: otherMerchant, ownerName: 'Buchladen', state: 'published', partners: [{ merchantId: ownMerchant, name: 'Blumen am Markt', slug: 'blumen', accepted }] })
