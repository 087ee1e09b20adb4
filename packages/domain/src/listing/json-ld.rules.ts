import type { Category } from './category.schemas.ts'
import { groupWeek, planOfDay, type Holidays } from './hours.rules.ts'
import type { DayHours, OpeningHours, Weekday } from './hours.schemas.ts'
import { listingWords } from './listing.words.ts'
import type { ListingContent, PublicListing } from './listing.schemas.ts'
import type { PublicOffer } from './offer.schemas.ts'
import { internationalPhone } from './phone.rules.ts'
import { addDays, germanZone, instantOf } from './zone.rules.ts'

export type JsonLd = { readonly [key: string]: JsonLdValue }
type JsonLdValue = string | number | boolean | JsonLd | readonly JsonLdValue[]

const dayNames: Record<Weekday, string> = {
  mo: 'Monday', tu: 'Tuesday', we: 'Wednesday', th: 'Thursday', fr: 'Friday', sa: 'Saturday', su: 'Sunday',
}

/** Only what is there: no empty text, list or object stands in the result. */
const given = (values: Readonly<Record<string, JsonLdValue | null | undefined>>): JsonLd =>
  Object.fromEntries(Object.entries(values).filter((entry): entry is [string, JsonLdValue] => !isNothing(entry[1])))

const isNothing = (value: JsonLdValue | null | undefined): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

const times = (intervals: DayHours): { opens: string; closes: string }[] =>
  intervals.map(({ from, to }) => ({ opens: from, closes: to === '24:00' ? '23:59' : to }))

const weekSpecification = (hours: OpeningHours): JsonLd[] =>
  groupWeek(hours.week).flatMap(({ days, intervals }) =>
    times(intervals).map(time => ({ '@type': 'OpeningHoursSpecification', dayOfWeek: days.map(day => dayNames[day]), ...time })),
  )

const closed = { opens: '00:00', closes: '00:00' }
const farthest = 366

/** What differs from the week in the year to come: days on their own, vacations as stretches. */
const specialSpecification = (hours: OpeningHours, today: string, holidays: Holidays): JsonLd[] => {
  const end = addDays(today, farthest)
  const isAhead = (date: string) => date >= today && date <= end
  const days = [...new Set([...hours.special.map(({ date }) => date), ...(hours.holidays.kind === 'as_usual' ? [] : holidays.keys())])].filter(isAhead).toSorted()
  const single = days
    .map(date => planOfDay(hours, date, holidays))
    .filter(({ reason }) => reason === 'special' || reason === 'holiday')
    .flatMap(({ date, intervals }) => (intervals.length === 0 ? [closed] : times(intervals)).map(time => ({ ...time, validFrom: date, validThrough: date })))
  const away = hours.vacations.filter(({ to }) => to >= today).map(({ from, to }) => ({ ...closed, validFrom: from, validThrough: to }))
  return [...single, ...away].map(span => ({ '@type': 'OpeningHoursSpecification', ...span }))
}

const postalAddress = ({ street, houseNumber, postcode, town }: ListingContent['address']): JsonLd =>
  given({
    '@type': 'PostalAddress', streetAddress: [street, houseNumber].filter(Boolean).join(' '), postalCode: postcode, addressLocality: town, addressCountry: 'DE',
  })

const amenities = ({ wheelchair, facts }: ListingContent['accessibility']): JsonLd[] => {
  const { facts: words, wheelchair: access } = listingWords.de
  const names = [...(wheelchair === 'yes' ? [access.yes] : []), ...facts.map(fact => words[fact])]
  return names.map(name => ({ '@type': 'LocationFeatureSpecification', name, value: true }))
}

/** The main trade's type; a business without a known trade is a LocalBusiness. */
export const businessType = (content: ListingContent, categories: readonly Category[]): string =>
  categories.find(({ id }) => id === content.categories[0])?.schemaType ?? 'LocalBusiness'

export type BusinessScene = {
  listing: Pick<PublicListing, 'content' | 'photos'>
  /** The page of the business, absolute. */
  pageUrl: string
  /** The address of a photo, absolute. */
  photoUrl: (fileId: string) => string
  categories: readonly Category[]
  holidays: Holidays
  today: string
}

/** The business as schema.org has it: a subtype of LocalBusiness with address, place, hours, days that differ, and its own pages elsewhere. */
export const businessJsonLd = ({ listing: { content, photos }, pageUrl, photoUrl, categories, holidays, today }: BusinessScene): JsonLd => {
  const phone = content.phones.find(({ kind }) => kind !== 'fax')
  return {
    '@context': 'https://schema.org',
    '@id': `${pageUrl}#betrieb`,
    ...given({
      '@type': businessType(content, categories),
      name: content.name,
      legalName: content.legalName,
      slogan: content.tagline,
      description: content.story || content.tagline,
      url: content.website ?? pageUrl,
      mainEntityOfPage: pageUrl,
      image: photos.map(({ fileId }) => photoUrl(fileId)),
      address: postalAddress(content.address),
      geo: content.place && { '@type': 'GeoCoordinates', latitude: content.place.lat, longitude: content.place.lon },
      telephone: phone && internationalPhone(phone.number),
      email: content.email,
      sameAs: content.social.map(({ url }) => url),
      knowsLanguage: content.languages,
      paymentAccepted: content.payment.map(method => listingWords.de.payment[method]).join(', '),
      amenityFeature: amenities(content.accessibility),
      openingHoursSpecification: content.hours && weekSpecification(content.hours),
      specialOpeningHoursSpecification: content.hours && specialSpecification(content.hours, today, holidays),
    }),
  }
}

export type OfferScene = {
  offer: PublicOffer
  /** The page it stands on, absolute. */
  pageUrl: string
  /** The page of one of its businesses, absolute. */
  businessUrl: (slug: string) => string
  town: string
}

const momentText = (date: string, time: string | null): string => {
  if (time === null) return date
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  const ahead = (Date.parse(`${date}T${time}:00Z`) - instantOf({ date, minutes }, germanZone).getTime()) / 3_600_000
  return `${date}T${time}:00+0${Math.max(0, Math.min(9, ahead))}:00`
}

/** An Offer of its businesses, or an Event at the first of them. */
export const offerJsonLd = ({ offer: { content, businesses }, pageUrl, businessUrl, town }: OfferScene): JsonLd => {
  const who = businesses.map(({ slug, name }) => ({ '@type': 'LocalBusiness', '@id': `${businessUrl(slug)}#betrieb`, name, url: businessUrl(slug) }))
  const { title, text, startsOn, endsOn, startsAt, endsAt, venue } = content
  const common = { '@context': 'https://schema.org', name: title, description: text, url: pageUrl }
  if (content.kind === 'offer') return { ...common, '@type': 'Offer', ...given({ validFrom: startsOn, validThrough: endsOn, offeredBy: who }) }
  return {
    ...common,
    '@type': 'Event',
    startDate: momentText(startsOn, startsAt),
    endDate: momentText(endsOn, endsAt),
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location: { '@type': 'Place', name: venue ?? businesses[0]?.name ?? town, address: { '@type': 'PostalAddress', addressLocality: town, addressCountry: 'DE' } },
    ...given({ organizer: who }),
  }
}

const escapes: Readonly<Record<string, string>> = { '<': '\\u003c', '>': '\\u003e', '&': '\\u0026', '\u2028': '\\u2028', '\u2029': '\\u2029' }

/** JSON that no text inside can lead out of a script element, and that reads the same. The one writer of data into pages. */
export const jsonLdText = (value: object): string => JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, sign => escapes[sign] ?? '')
