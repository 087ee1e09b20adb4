import ical, { ICalCalendarMethod, ICalEventRepeatingFreq, ICalEventTransparency, type ICalEventData } from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import type { OfferContent, PublicOffer } from '@digitallotsen/domain/listing/offer.schemas.ts'
import { daysBetween, germanZone } from '@digitallotsen/domain/listing/zone.rules.ts'
import { offerPath } from '../../pages/platform-addresses.ts'
import { berlinZone } from './berlin-zone.ts'
import { offerText, placeText } from './feed-entries.rules.ts'
import type { FeedScene } from './feed-scene.types.ts'
import { kindNames, markedName, offersDescription, offersTitle } from './feed-words.ts'

type Span = Pick<ICalEventData, 'start' | 'end' | 'allDay' | 'timezone' | 'repeating'>

const ttlSeconds = 3_600

/** Control signs have no place in a calendar (RFC 5545 §3.3.11); the library escapes the rest of a text, and folds. */
const plain = (text: string): string => text.toWellFormed().replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(/[\u0000-\u0009\u000B-\u001F\u007F]/g, ' ')
/** What the library writes as it is given: one line, its signs escaped here. */
const plainLine = (text: string): string => plain(text).replaceAll('\n', ' ').replace(/[\\;,]/g, sign => `\\${sign}`)

/** Whole days; the end is the first day that is none of them. */
const wholeDays = ({ startsOn, endsOn }: OfferContent): Span => ({
  allDay: true, start: Temporal.PlainDate.from(startsOn), end: Temporal.PlainDate.from(endsOn).add({ days: 1 }),
})

const clock = (date: string, time: string) => Temporal.PlainDateTime.from(`${date}T${time}`)

/** From hour to hour, on each of its days; an end that is not after its beginning is on the day after. */
const hours = ({ startsOn, endsOn, endsAt }: OfferContent, startsAt: string): Span => {
  const start = clock(startsOn, startsAt)
  if (endsAt === null) return { start, timezone: germanZone }
  const end = clock(startsOn, endsAt)
  const count = daysBetween(startsOn, endsOn) + 1
  return {
    start, end: endsAt > startsAt ? end : end.add({ days: 1 }), timezone: germanZone,
    ...(count > 1 ? { repeating: { freq: ICalEventRepeatingFreq.DAILY, count } } : {}),
  }
}

/** A stretch of days of which only the first hour is known cannot be a row of appointments. */
const spanOf = (content: OfferContent): Span => {
  const { startsAt, endsAt, startsOn, endsOn } = content
  return startsAt === null || (endsAt === null && startsOn !== endsOn) ? wholeDays(content) : hours(content, startsAt)
}

const eventOf = (scene: FeedScene, offer: PublicOffer): ICalEventData => {
  const { content, id, updatedAt, sample } = offer
  return {
    ...spanOf(content),
    id: `angebot-${id}@digitallotsen`,
    // The time of the last change, not of the asking: unchanged offers stay the same to the letter.
    stamp: new Date(updatedAt),
    lastModified: new Date(updatedAt),
    summary: plain(markedName(content.title, scene.sample || sample)),
    description: plain(offerText(offer)),
    location: plain(placeText(offer)),
    url: scene.origin + offerPath(id),
    categories: [{ name: kindNames[content.kind] }],
    transparency: ICalEventTransparency.TRANSPARENT,
  }
}

/** What is on offer and what is going on, as a calendar to subscribe to (RFC 5545). */
export const writeCalendar = (scene: FeedScene, offers: readonly PublicOffer[]): string =>
  ical({
    prodId: { company: 'Digitallotsen', product: 'Plattform', language: 'DE' },
    method: ICalCalendarMethod.PUBLISH,
    name: plainLine(offersTitle(scene)),
    description: plainLine(offersDescription(scene)),
    // No zone for the calendar as a whole: the library would write its time stamps without their Z, which RFC 5545 §3.8.7.2 forbids.
    timezone: { name: null, generator: () => berlinZone },
    ttl: ttlSeconds,
    events: offers.map(offer => eventOf(scene, offer)),
  }).toString()
