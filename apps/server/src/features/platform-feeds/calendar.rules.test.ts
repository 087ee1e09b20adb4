import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import type { PublicOffer } from '@digitallotsen/domain/listing/offer.schemas.ts'
import { writeCalendar } from './calendar.rules.ts'
import { hostileTexts, offerWith, sceneWith } from './feeds.fixture.ts'

const scene = await sceneWith()

const read = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const zones = calendar.getAllSubcomponents('vtimezone').map(zone => new ICAL.Timezone(zone))
  const events = calendar.getAllSubcomponents('vevent').map(component => new ICAL.Event(component))
  return { calendar, zones, events }
}
const eventOf = (offer: PublicOffer) => {
  const [event] = read(writeCalendar(scene, [offer])).events
  if (!event) throw new Error('no event')
  return event
}
const momentsOf = (event: InstanceType<typeof ICAL.Event>) => {
  const iterator = event.iterator()
  const moments: string[] = []
  for (let next = iterator.next(); next && moments.length < 10; next = iterator.next()) moments.push(next.toString())
  return moments
}

describe('the calendar of offers', () => {
  it('takes days without hours as whole days, the last one included', () => {
    const event = eventOf(offerWith())
    expect([event.startDate.isDate, event.startDate.toString(), event.endDate.toString()]).toEqual([true, '2026-06-05', '2026-06-08'])
  })

  it('takes an hour as the clock in Germany shows it, in summer and in winter', () => {
    const at = (day: string) => eventOf(offerWith({ kind: 'event', startsOn: day, endsOn: day, startsAt: '18:00', endsAt: '20:30' })).startDate.toJSDate().toISOString()
    expect(at('2026-06-05')).toBe('2026-06-05T16:00:00.000Z')
    expect(at('2026-12-05')).toBe('2026-12-05T17:00:00.000Z')
    expect(at('2026-03-29')).toBe('2026-03-29T16:00:00.000Z')
    expect(at('2026-10-25')).toBe('2026-10-25T17:00:00.000Z')
  })

  it('goes past midnight where the end is not after the beginning', () => {
    const event = eventOf(offerWith({ kind: 'event', startsOn: '2026-06-05', endsOn: '2026-06-05', startsAt: '22:00', endsAt: '02:00' }))
    expect(event.duration.toSeconds()).toBe(4 * 3600)
  })

  it('comes again on each of its days, an hour before and after the clocks change alike', () => {
    const event = eventOf(offerWith({ kind: 'event', startsOn: '2026-03-28', endsOn: '2026-03-30', startsAt: '10:00', endsAt: '18:00' }))
    expect(momentsOf(event)).toEqual(['2026-03-28T10:00:00', '2026-03-29T10:00:00', '2026-03-30T10:00:00'])
    expect(event.duration.toSeconds()).toBe(8 * 3600)
  })

  it('is whole days where only the first hour of several days is known, and a moment where that of one is', () => {
    expect(eventOf(offerWith({ startsAt: '10:00' })).startDate.isDate).toBe(true)
    expect(eventOf(offerWith({ startsAt: '10:00', endsOn: '2026-06-05' })).startDate.toString()).toBe('2026-06-05T10:00:00')
    expect(eventOf(offerWith({ endsAt: '12:00', endsOn: '2026-06-05' })).startDate.isDate).toBe(true)
  })

  it('brings its zone along, with the rules for both changes of the clock', () => {
    const { zones, calendar } = read(writeCalendar(scene, [offerWith({ startsAt: '10:00', endsAt: '11:00' })]))
    expect(zones.map(({ tzid }) => tzid)).toEqual(['Europe/Berlin'])
    const [zone] = zones
    const offset = (moment: string) => zone?.utcOffset(ICAL.Time.fromDateTimeString(moment))
    expect([offset('2026-03-29T01:59:00'), offset('2026-03-29T03:00:00'), offset('2026-10-25T01:59:00'), offset('2026-10-25T03:00:00')]).toEqual([3600, 7200, 7200, 3600])
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0')
    expect(calendar.getFirstPropertyValue('prodid')).toBe('-//Digitallotsen//Plattform//DE')
  })

  it('keeps the name of an offer whatever the host, and the text whenever it is asked', async () => {
    const again = await sceneWith({ origin: 'https://andere.example', now: new Date('2027-01-01T00:00:00Z') })
    const [first, second] = [writeCalendar(scene, [offerWith()]), writeCalendar(again, [offerWith()])]
    expect(second.replaceAll('andere.example', 'stadt.example').replaceAll(/\r\n /g, '')).toBe(first.replaceAll(/\r\n /g, ''))
    expect(read(first).events[0]?.uid).toBe('angebot-6f9619ff-8b86-4d01-b42d-00cf4fc964ff@digitallotsen')
  })

  it('says when each was changed in UTC, as the standard asks', () => {
    const stamps = writeCalendar(scene, [offerWith({ startsAt: '10:00', endsAt: '11:00' }), offerWith()]).split('\r\n').filter(line => /^(DTSTAMP|LAST-MODIFIED)/.test(line))
    expect(stamps).toHaveLength(4)
    for (const stamp of stamps) expect(stamp).toMatch(/:20260210T080000Z$/)
  })

  it('marks what is invented', () => {
    expect(eventOf(offerWith({}, { sample: true })).summary).toBe('Sommerstrauß (Muster)')
  })
})

describe('whatever people write', () => {
  it.each(hostileTexts)('%j stays the text of one event, in lines of 75 bytes', text => {
    const hostile = { ...scene, pack: { ...scene.pack, name: text } }
    const written = writeCalendar(hostile, [offerWith({ title: text, text, venue: text, priceText: text, startsAt: '10:00', endsAt: '11:00' })])
    const { events, calendar } = read(written)
    expect(events).toHaveLength(1)
    expect(events[0]?.component.getAllSubcomponents()).toHaveLength(0)
    expect(calendar.getAllSubcomponents().map(({ name }) => name)).toEqual(['vtimezone', 'vevent'])
    for (const line of written.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(line).not.toMatch(/[\u0000-\u0008\u000A-\u001F\u007F]/)
    }
  })
})
