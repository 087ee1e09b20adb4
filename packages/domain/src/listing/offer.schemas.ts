import * as z from 'zod/mini'
import { merchantId, offerId } from '../ids.schemas.ts'
import { calendarDate, line, paragraph } from '../text.schemas.ts'
import { clockTime } from './hours.schemas.ts'
import { daysBetween } from './zone.rules.ts'

export const offerKind = z.enum(['offer', 'event'])
/** As with a listing: nobody sees a draft, `pending` waits for the office, `taken_down` was removed by it. */
export const offerState = z.enum(['draft', 'pending', 'published', 'taken_down'])

const longestDays = 366
/** What ends so early the next morning is a night; later, the two times have been mixed up. */
const latestNight = '06:00'

/** What is on offer, or going on: dates as the calendar has them, times as the clock on the wall. */
export const offerContent = z
  .strictObject({
    kind: offerKind,
    title: line,
    text: paragraph,
    startsOn: calendarDate,
    endsOn: calendarDate,
    startsAt: z.nullable(clockTime),
    endsAt: z.nullable(clockTime),
    /** As it is said in the shop, e.g. "2 für 1" or "Eintritt frei". */
    priceText: z.nullable(line),
    /** Where, if not in the shop. */
    venue: z.nullable(line),
  })
  .check(
    z.refine(({ startsOn, endsOn }) => startsOn <= endsOn, { error: 'date.order', path: ['endsOn'] }),
    z.refine(({ startsOn, endsOn, startsAt, endsAt }) => startsOn !== endsOn || startsAt === null || endsAt === null || startsAt < endsAt || endsAt <= latestNight, { error: 'date.order', path: ['endsAt'] }),
    z.refine(({ startsOn, endsOn }) => daysBetween(startsOn, endsOn) <= longestDays, { error: 'date.out_of_range', path: ['endsOn'] }),
  )

export const offerPartner = z.strictObject({ merchantId, name: z.string(), slug: z.nullable(z.string()), accepted: z.boolean() })

/** An offer as the people of a business see it, theirs or one they were asked to join. */
export const ownOffer = z.strictObject({
  id: offerId,
  /** Whose it is: they alone may change it. */
  ownerMerchantId: merchantId,
  ownerName: z.string(),
  state: offerState,
  officeReason: z.nullable(z.string()),
  content: offerContent,
  partners: z.array(offerPartner),
  updatedAt: z.iso.datetime(),
})

/** An offer as the public sees it, with every business that takes part and is itself visible. */
export const publicOffer = z.strictObject({
  id: offerId,
  content: offerContent,
  businesses: z.array(z.strictObject({ slug: z.string(), name: z.string(), districtId: z.nullable(z.string()) })),
  updatedAt: z.iso.datetime(),
  sample: z.boolean(),
})

export type OfferKind = z.output<typeof offerKind>
export type OfferState = z.output<typeof offerState>
export type OfferContent = z.output<typeof offerContent>
export type OfferPartner = z.output<typeof offerPartner>
export type OwnOffer = z.output<typeof ownOffer>
export type PublicOffer = z.output<typeof publicOffer>
