import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus, type ICalEventData } from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import { germanZone } from '@digitallotsen/domain/listing/zone.rules.ts'
import { berlinZone } from '../platform-feeds/berlin-zone.ts'
import { placeWords } from '../../pages/visit-words.ts'
import type { StoredVisit } from './visit.types.ts'

const ttlSeconds = 3_600
const zoneTexts: Readonly<Record<string, string>> = { [germanZone]: berlinZone }

/** Control signs have no place in a calendar (RFC 5545 §3.3.11); the library escapes the rest of a text, and folds. */
const plain = (text: string): string => text.toWellFormed().replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(/[\u0000-\u0009\u000B-\u001F\u007F]/g, ' ')
/** What the library writes as it is given: one line, its signs escaped here. */
const plainLine = (text: string): string => plain(text).replaceAll('\n', ' ').replace(/[\\;,]/g, sign => `\\${sign}`)
/** The name of a person stands in quotes, in which none may stand. */
const plainName = (text: string): string => plain(text).replace(/[\n"\\;,:]/g, ' ').trim()

export type Party = { name: string; email: string }
export type VisitScene = { programme: string; origin: string; page: string; organizer: Party }

type Seen = Pick<StoredVisit, 'id' | 'zone' | 'agreed' | 'sequence' | 'purpose' | 'updatedAt' | 'place' | 'placeNote' | 'merchantName' | 'merchantStreet' | 'guideName' | 'state' | 'sample'>

/** A known zone goes with its rules and the wall clock; any other as the instant in UTC, which no reader can get wrong. */
const spanOf = ({ zone, agreed }: Seen): Pick<ICalEventData, 'start' | 'end' | 'timezone'> => {
  if (!agreed) throw new Error('a visit without a time stands in no calendar')
  if (!(zone in zoneTexts) || agreed.doubleHour !== null) return { start: new Date(agreed.startsAt), end: new Date(agreed.endsAt), timezone: null }
  const local = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime()
  return { start: local(agreed.startsAt), end: local(agreed.endsAt), timezone: zone }
}

export const visitUid = (id: string): string => `termin-${id}@digitallotsen`

const eventOf = (visit: Seen, scene: VisitScene, attendees: readonly Party[]): ICalEventData => ({
  ...spanOf(visit),
  id: visitUid(visit.id),
  sequence: visit.sequence,
  // The time of the last change, not of the asking: what is unchanged stays the same to the letter.
  stamp: visit.updatedAt,
  lastModified: visit.updatedAt,
  summary: plain(`${visit.purpose} – ${visit.merchantName}${visit.sample ? ' (Muster)' : ''}`),
  description: plain([scene.programme, visit.guideName ? `Digitallotse: ${visit.guideName}` : '', scene.page].filter(Boolean).join('\n')),
  location: plain(placeWords(visit, 'de')),
  url: scene.page,
  status: visit.state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  organizer: { name: plainName(scene.organizer.name) || scene.organizer.email, email: scene.organizer.email },
  attendees: attendees.map(({ name, email }) => ({ name: plainName(name) || email, email, role: ICalAttendeeRole.REQ, status: ICalAttendeeStatus.ACCEPTED, rsvp: false })),
})

const methods = { REQUEST: ICalCalendarMethod.REQUEST, CANCEL: ICalCalendarMethod.CANCEL, PUBLISH: ICalCalendarMethod.PUBLISH } as const

type Calendar = { method: keyof typeof methods; name?: string; events: ICalEventData[] }

const write = ({ method, name, events }: Calendar): string =>
  ical({
    prodId: { company: 'Digitallotsen', product: 'Termine', language: 'DE' },
    method: methods[method],
    ...(name === undefined ? {} : { name: plainLine(name), ttl: ttlSeconds }),
    timezone: { name: null, generator: zone => zoneTexts[zone] ?? null },
    events,
  }).toString()

/** The file of a mail: one appointment, asked for or called off, under a name that stays (RFC 5546). */
export const writeVisitFile = (method: 'REQUEST' | 'CANCEL', visit: Seen, scene: VisitScene, attendees: readonly Party[]): string =>
  write({ method, events: [eventOf(visit, scene, attendees)] })

/** What somebody subscribes to: what was called off stays in it as such, so that calendars take it out. */
export const writeVisitFeed = (name: string, visits: readonly { visit: Seen; page: string }[], scene: Omit<VisitScene, 'page'>): string =>
  write({ method: 'PUBLISH', name, events: visits.map(({ visit, page }) => eventOf(visit, { ...scene, page }, [])) })
