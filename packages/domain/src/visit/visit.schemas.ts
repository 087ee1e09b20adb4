import * as z from 'zod/mini'
import { guideId, mentorshipId, merchantId, visitId } from '../ids.schemas.ts'
import { calendarDate, line, paragraph } from '../text.schemas.ts'
import { visitPlaces } from './visit.words.ts'

/** `proposed`: times are offered, none chosen · `confirmed` · `cancelled` · `held`: it took place · `missed`: the business was not there. */
export const visitState = z.enum(['proposed', 'confirmed', 'cancelled', 'held', 'missed'])

export const visitPlace = z.enum(visitPlaces)

/** The two who agree on a time; the city's office acts on the guide's side. */
export const visitSide = z.enum(['guide', 'merchant'])

/** Who did something to a visit. */
export const visitActor = z.enum(['guide', 'merchant', 'office', 'system'])

/** Which of the two hours is meant where the clocks show one twice. */
export const doubleHour = z.enum(['earlier', 'later'])

/** What a link in a mail may be used for: `answer` an offer of times, or `change` what is agreed. */
export const visitLinkPurpose = z.enum(['answer', 'change'])

export const wallClock = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))

/** A time as the clocks of the city show it; the instant is the server's to work out. */
export const wantedSlot = z.strictObject({
  date: calendarDate,
  time: wallClock,
  minutes: z.int().check(z.minimum(15), z.maximum(180)),
  doubleHour: z.nullable(doubleHour),
})

export const wantedSlots = z.array(wantedSlot).check(z.minLength(1), z.maxLength(6))

/** What should keep nobody from proposing a time, but be known. */
export const slotWarning = z.enum(['sunday', 'holiday', 'early', 'late', 'blocked_guide', 'blocked_merchant', 'guide_busy', 'merchant_busy'])

export const visitSlot = z.strictObject({
  date: z.string(),
  time: z.string(),
  minutes: z.int(),
  doubleHour: z.nullable(doubleHour),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
})

/** A slot with what is to be said of it before it is offered. */
export const weighedSlot = z.extend(visitSlot, { warnings: z.array(slotWarning) })

/** What one may do with a visit now. */
export const visitStep = z.enum(['confirm', 'offer', 'cancel', 'miss'])

export const visit = z.strictObject({
  visitId,
  mentorshipId,
  merchantId,
  merchantName: z.string(),
  guideId,
  guideName: z.nullable(z.string()),
  state: visitState,
  place: visitPlace,
  placeNote: z.nullable(z.string()),
  purpose: z.string(),
  zone: z.string(),
  agreed: z.nullable(visitSlot),
  /** Times that wait for an answer, and of whom. */
  offer: z.nullable(z.strictObject({ by: visitSide, note: z.nullable(z.string()), slots: z.array(visitSlot) })),
  cancelledBy: z.nullable(visitActor),
  cancelReason: z.nullable(z.string()),
  shortNotice: z.boolean(),
  may: z.array(visitStep),
})

/** What is said of a visit when it is proposed. */
export const visitContent = z.strictObject({ place: visitPlace, placeNote: z.nullable(line), purpose: line })

export const offerNote = z.nullable(paragraph)

export type VisitState = z.output<typeof visitState>
export type VisitPlace = z.output<typeof visitPlace>
export type VisitSide = z.output<typeof visitSide>
export type VisitActor = z.output<typeof visitActor>
export type DoubleHour = z.output<typeof doubleHour>
export type VisitLinkPurpose = z.output<typeof visitLinkPurpose>
export type WantedSlot = z.output<typeof wantedSlot>
export type SlotWarning = z.output<typeof slotWarning>
export type VisitSlot = z.output<typeof visitSlot>
export type WeighedSlot = z.output<typeof weighedSlot>
export type VisitStep = z.output<typeof visitStep>
export type Visit = z.output<typeof visit>
export type VisitContent = z.output<typeof visitContent>
