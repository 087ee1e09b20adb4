import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { resolveLocal } from '@digitallotsen/domain/visit/local-time.rules.ts'
import { hostileWords } from '../../proofs/uploads/hostile-words.ts'
import { visitUid, writeVisitFeed, writeVisitFile } from './visit-calendar.rules.ts'
import type { StoredVisit } from './visit.types.ts'

const visitWith = (over: Partial<StoredVisit> = {}): StoredVisit => ({
  id: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff', mentorshipId: 'm', merchantId: 'b', merchantName: 'Laden am Markt', merchantStreet: 'Hauptstraße 1', guideId: 'g', guidePersonId: 'p',
  guideName: 'Lea Muster', guideEmail: 'lea@example.org', state: 'confirmed', zone: 'Europe/Berlin', place: 'shop', placeNote: null, purpose: 'Erstgespräch', sequence: 0,
  agreed: { date: '2026-03-10', time: '10:00', minutes: 60, doubleHour: null, startsAt: '2026-03-10T09:00:00.000Z', endsAt: '2026-03-10T10:00:00.000Z' },
  offerBy: null, offerNote: null, cancelledBy: null, cancelReason: null, shortNotice: false, sample: false, updatedAt: new Date('2026-03-02T12:00:00Z'), ...over,
})
const scene = { programme: 'Digitallotsen Musterstadt', origin: 'https://stadt.example', page: 'https://stadt.example/x', organizer: { name: 'Büro', email: 'buero@example.org' } }
const attendee = { name: 'Laden', email: 'laden@example.org' }

const read = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const zones = calendar.getAllSubcomponents('vtimezone').map(zone => new ICAL.Timezone(zone))
  const events = calendar.getAllSubcomponents('vevent').map(component => new ICAL.Event(component))
  return { calendar, zones, events }
}
const addressesOf = (event: InstanceType<typeof ICAL.Event> | undefined) => event?.attendees.map(each => String(each.getFirstValue()).toLowerCase())
/** As a program reads it that knows no zone but those the file brings along. */
const instantOf = (text: string): string => {
  const { zones: [zone], events: [event] } = read(text)
  if (!event) throw new Error('no event')
  const start = event.startDate
  if (start.zone === ICAL.Timezone.utcTimezone) return start.toJSDate().toISOString()
  if (!zone) throw new Error('no zone')
  start.zone = zone
  return new Date(start.toUnixTime() * 1000).toISOString()
}
const at = (date: string, time: string, choice: 'earlier' | 'later' | null = null) => {
  const found = resolveLocal({ date, time }, 'Europe/Berlin', choice)
  if (!found.ok) throw new Error(found.code)
  const startsAt = found.instant.toISOString()
  return { date, time, minutes: 60, doubleHour: found.doubleHour, startsAt, endsAt: new Date(found.instant.getTime() + 3_600_000).toISOString() }
}

describe('the file of a mail', () => {
  it('asks for one appointment, under a name and a number that stay', () => {
    const { calendar, events: [event] } = read(writeVisitFile('REQUEST', visitWith({ sequence: 2 }), scene, [attendee]))
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST')
    expect([event?.uid, event?.sequence, event?.summary]).toEqual([visitUid(visitWith().id), 2, 'Erstgespräch – Laden am Markt'])
    expect(event?.component.getFirstPropertyValue('status')).toBe('CONFIRMED')
    expect([event?.component.getFirstPropertyValue('organizer'), addressesOf(event)]).toEqual(['mailto:buero@example.org', ['mailto:laden@example.org']])
  })

  it('calls it off', () => {
    const { calendar, events: [event] } = read(writeVisitFile('CANCEL', visitWith({ state: 'cancelled', sequence: 1 }), scene, [attendee]))
    expect([calendar.getFirstPropertyValue('method'), event?.component.getFirstPropertyValue('status'), event?.sequence]).toEqual(['CANCEL', 'CANCELLED', 1])
  })

  it.each([
    ['2026-01-15', '10:00'], ['2026-07-15', '10:00'], ['2026-03-28', '10:00'], ['2026-03-29', '10:00'], ['2026-03-30', '10:00'], ['2026-10-24', '10:00'],
    ['2026-10-25', '10:00'], ['2026-10-26', '10:00'], ['2026-03-29', '03:00'], ['2026-03-29', '01:45'], ['2026-10-25', '01:45'], ['2027-06-01', '18:30'],
  ])('is on %s at %s the moment that was agreed, by its own zone', (date, time) => {
    const slot = at(date, time)
    const text = writeVisitFile('REQUEST', visitWith({ agreed: slot }), scene, [attendee])
    expect(text).toContain(`DTSTART;TZID=Europe/Berlin:${date.replaceAll('-', '')}T${time.replace(':', '')}00`)
    expect(read(text).zones.map(({ tzid }) => tzid)).toEqual(['Europe/Berlin'])
    expect(instantOf(text)).toBe(slot.startsAt)
  })

  it.each(['earlier', 'later'] as const)('names the %s of two hours in UTC, which cannot be taken for the other', choice => {
    const slot = at('2026-10-25', '02:30', choice)
    expect(instantOf(writeVisitFile('REQUEST', visitWith({ agreed: slot }), scene, [attendee]))).toBe(slot.startsAt)
  })

  it('names an hour of a zone without known rules in UTC', () => {
    const text = writeVisitFile('REQUEST', visitWith({ zone: 'Pacific/Auckland' }), scene, [attendee])
    expect(instantOf(text)).toBe('2026-03-10T09:00:00.000Z')
  })
})

describe('the calendar to subscribe to', () => {
  it('holds what was called off as such, and stays the same to the letter', () => {
    const visits = [visitWith(), visitWith({ id: '00000000-8b86-4d01-b42d-00cf4fc964ff', state: 'cancelled', sequence: 3 })].map(visit => ({ visit, page: 'https://stadt.example/x' }))
    const text = writeVisitFeed('Termine', visits, scene)
    const { calendar, events } = read(text)
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
    expect(events.map(({ component }) => component.getFirstPropertyValue('status'))).toEqual(['CONFIRMED', 'CANCELLED'])
    expect(writeVisitFeed('Termine', visits, scene)).toBe(text)
  })
})

describe('whatever people write', () => {
  it.each(hostileWords)('%j stays the text of one event', text => {
    const written = writeVisitFile('REQUEST', visitWith({ purpose: text, merchantName: text, placeNote: text, guideName: text }), { ...scene, programme: text, organizer: { name: text, email: 'buero@example.org' } }, [{ name: text, email: 'laden@example.org' }])
    const { calendar, events } = read(written)
    expect(calendar.getAllSubcomponents().map(({ name }) => name)).toEqual(['vtimezone', 'vevent'])
    expect(addressesOf(events[0])).toEqual(['mailto:laden@example.org'])
    expect(events[0]?.component.getAllSubcomponents()).toHaveLength(0)
    for (const line of written.split('\r\n')) expect(line).not.toMatch(/[\u0000-\u0008\u000A-\u001F\u007F]/)
  })
})
