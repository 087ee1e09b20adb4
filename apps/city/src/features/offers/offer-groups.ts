import type { OwnOffer } from './offers.queries.ts'

/** Where an offer stands for this business; `returned` is what the city wants changed. */
export const offerGroups = ['invited', 'returned', 'published', 'pending', 'draft', 'joined'] as const
export type OfferGroup = (typeof offerGroups)[number]

export const isOwn = ({ ownerMerchantId }: OwnOffer, merchantId: string): boolean => ownerMerchantId === merchantId

/** The last day is over; both are days as the calendar has them (YYYY-MM-DD). */
export const isOver = ({ content }: OwnOffer, today: string): boolean => content.endsOn < today

export const groupOf = (offer: OwnOffer, merchantId: string): OfferGroup => {
  if (!isOwn(offer, merchantId)) return offer.partners.some(partner => partner.merchantId === merchantId && partner.accepted) ? 'joined' : 'invited'
  if (offer.state === 'taken_down' || (offer.state === 'draft' && offer.officeReason !== null)) return 'returned'
  return offer.state === 'draft' ? 'draft' : offer.state
}

const earliestFirst = (a: OwnOffer, b: OwnOffer): number => a.content.startsOn.localeCompare(b.content.startsOn) || a.content.title.localeCompare(b.content.title, 'de')
const latestFirst = (a: OwnOffer, b: OwnOffer): number => b.content.endsOn.localeCompare(a.content.endsOn)

export type Grouped = { current: { group: OfferGroup; offers: OwnOffer[] }[]; over: OwnOffer[] }

/** What is to come or going on, by where it stands, and what is over, the latest first. */
export const groupOffers = (offers: readonly OwnOffer[], { merchantId, today }: { merchantId: string; today: string }): Grouped => {
  const ahead = offers.filter(offer => !isOver(offer, today)).toSorted(earliestFirst)
  return {
    current: offerGroups.flatMap(group => {
      const fitting = ahead.filter(offer => groupOf(offer, merchantId) === group)
      return fitting.length > 0 ? [{ group, offers: fitting }] : []
    }),
    over: offers.filter(offer => isOver(offer, today)).toSorted(latestFirst),
  }
}
