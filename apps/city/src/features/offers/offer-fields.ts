import type { OfferContent, OfferKind } from '@digitallotsen/domain/listing/offer.schemas.ts'
import { daysBetween } from '@digitallotsen/domain/listing/zone.rules.ts'
import type { OffersTexts } from '../../locales/de/offers.ts'

/** The form's fields, named as the offer has them; what is left out is empty. */
export type OfferFields = Record<keyof OfferContent, string>

/** As the schema of an offer has them. */
export const longest = { line: 120, paragraph: 2000, days: 366 } as const

export const emptyFields = (kind: OfferKind): OfferFields => ({ kind, title: '', text: '', startsOn: '', endsOn: '', startsAt: '', endsAt: '', priceText: '', venue: '' })

export const fieldsOf = ({ kind, title, text, startsOn, endsOn, startsAt, endsAt, priceText, venue }: OfferContent): OfferFields => ({
  kind, title, text, startsOn, endsOn: endsOn === startsOn ? '' : endsOn, startsAt: startsAt ?? '', endsAt: endsAt ?? '', priceText: priceText ?? '', venue: venue ?? '',
})

const orNull = (text: string): string | null => text.trim() || null

/** A single day needs no last one. */
export const contentOf = ({ kind, title, text, startsOn, endsOn, startsAt, endsAt, priceText, venue }: OfferFields): OfferContent => ({
  kind: kind === 'event' ? 'event' : 'offer',
  title: title.trim(),
  text: text.trim(),
  startsOn,
  endsOn: endsOn || startsOn,
  startsAt: orNull(startsAt),
  endsAt: orNull(endsAt),
  priceText: orNull(priceText),
  venue: orNull(venue),
})

type Words = OffersTexts['form']
type Check = (value: string, all: OfferFields) => string | undefined

const needed = (missing: string, most: number, words: Words): Check => value =>
  value.trim() === '' ? missing : value.trim().length > most ? words.tooLong(most) : undefined
const optional = (most: number, words: Words): Check => value => (value.trim().length > most ? words.tooLong(most) : undefined)

const checkEnd = (words: Words, today: string): Check => (endsOn, { startsOn }) => {
  const last = endsOn || startsOn
  if (startsOn === '' || last === '') return undefined
  if (last < startsOn) return words.endsOnOrder
  if (last < today) return words.endsOnPast
  return daysBetween(startsOn, last) > longest.days ? words.endsOnFar : undefined
}

/** What each field must be, in the words of the page; `today` as the calendar has it. */
export const checksFor = (words: Words, today: string): { [Name in keyof OfferFields]?: Check } => ({
  title: needed(words.titleError, longest.line, words),
  text: needed(words.textError, longest.paragraph, words),
  startsOn: value => (value === '' ? words.startsOnError : undefined),
  endsOn: checkEnd(words, today),
  endsAt: (value, { startsAt }) => (value !== '' && startsAt === '' ? words.endsAtError : undefined),
  priceText: optional(longest.line, words),
  venue: optional(longest.line, words),
})
