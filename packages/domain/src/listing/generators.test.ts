import fc from 'fast-check'
import OpeningHours from 'opening_hours'
import { describe, expect, it } from 'vitest'
import { hoursFrom } from './hours.arbitrary.fixture.ts'
import { isOpenAt } from './hours.rules.ts'
import { businessJsonLd, jsonLdText, offerJsonLd } from './json-ld.rules.ts'
import { everyDay, florist, flowers, hoursWith } from './listing.fixture.ts'
import type { ListingContent } from './listing.schemas.ts'
import { osmOpeningHours, osmProposal } from './osm.rules.ts'
import { internationalPhone } from './phone.rules.ts'
import { fieldsOfChannel, profileSheet, resultOf } from './profile-sheet.rules.ts'
import { vcard } from './vcard.rules.ts'
import { addDays, instantOf } from './zone.rules.ts'

const today = '2026-03-02'
const place = { lat: 51.5, lon: 7.2, address: { country_code: 'de', state: 'Nordrhein-Westfalen' } }

/** A day behind the machine's clock says nothing of how it is written, and a holiday is meant to overwrite the week. */
const warningsOf = (read: OpeningHours) => (read.getWarnings() as string[]).filter(warning => !/in the past|overwriting can also be desirable/.test(warning))

describe('opening_hours for the map', () => {
  it.each([
    [hoursWith(), 'Mo,Tu 09:00-13:00,14:00-18:00; We 09:00-13:00; Th 09:00-13:00,14:00-18:00; Fr 09:00-18:30; Sa 10:00-14:00; PH off'],
    [hoursWith({ week: everyDay('20:00-02:00'), holidays: { kind: 'as_usual' } }), 'Mo-Su 20:00-02:00'],
    [hoursWith({ week: everyDay('00:00-24:00'), holidays: { kind: 'as_usual' } }), '24/7'],
    [
      hoursWith({
        week: { ...everyDay(), sa: [{ from: '10:00', to: '14:00' }] }, vacations: [{ from: '2026-07-20', to: '2026-08-02', note: null }],
        special: [{ date: '2026-12-24', intervals: [{ from: '09:00', to: '12:00' }], note: null }, { date: '2025-12-24', intervals: [], note: null }],
      }),
      'Sa 10:00-14:00; PH off; 2026 Jul 20-2026 Aug 02 off; 2026 Dec 24 09:00-12:00',
    ],
  ])('is written as the map has it', (hours, text) => {
    expect(osmOpeningHours(hours, today)).toBe(text)
  })

  it('says nothing where no day is open, and that one may ask where one may', () => {
    expect(osmOpeningHours(hoursWith({ week: everyDay() }), today)).toBeUndefined()
    expect(osmOpeningHours(hoursWith({ week: everyDay(), byAppointment: true }), today)).toBe('"nach Vereinbarung"')
  })

  it('is read by the map\'s own library without a warning, is never too long, and opens and closes when the shop does', () => {
    const minutes = fc.integer({ min: 0, max: 1439 })
    fc.assert(
      fc.property(hoursFrom(today, false), fc.array(fc.tuple(fc.integer({ min: 0, max: 300 }), minutes), { minLength: 5, maxLength: 5 }), (hours, moments) => {
        const text = osmOpeningHours(hours, today)
        if (text === undefined) return
        expect(text.length).toBeLessThanOrEqual(255)
        const read = new OpeningHours(text, place)
        expect(warningsOf(read)).toEqual([])
        if (text.startsWith('"')) return
        const isWhole = !['special', 'vacations'].some(part => hours[part as 'special'].length > 0) || text.length < 200
        for (const [days, minute] of isWhole ? moments : []) {
          const date = addDays(today, days)
          // The library reads the clock of the machine, so the instant is made in the machine's zone and compared in ours.
          const local = new Date(`${date}T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`)
          if (local.getHours() * 60 + local.getMinutes() !== minute) continue
          const asked = { instant: instantOf({ date, minutes: minute }, 'UTC'), zone: 'UTC', holidays: germanHolidays }
          expect([text, date, minute, read.getState(local)]).toEqual([text, date, minute, isOpenAt(hours, asked)])
        }
      }),
      { numRuns: 80 },
    )
  })

  it('is read without a warning also where doors close after midnight', () => {
    fc.assert(fc.property(hoursFrom(today, true), hours => {
      const text = osmOpeningHours(hours, today)
      if (text !== undefined) expect(warningsOf(new OpeningHours(text, place))).toEqual([])
    }), { numRuns: 80 })
  })
})

/** North Rhine-Westphalia from March 2026 to January 2027. */
const germanHolidays = new Map(
  ['2026-04-03', '2026-04-06', '2026-05-01', '2026-05-14', '2026-05-25', '2026-06-04', '2026-10-03', '2026-11-01', '2026-12-25', '2026-12-26', '2027-01-01'].map(date => [date, 'Feiertag']),
)

describe('the proposal for the map', () => {
  it('has the trade, the address and the facts, and nothing that is not there', () => {
    expect(Object.fromEntries(osmProposal(flowers, [florist], today).map(({ key, value }) => [key, value]))).toMatchObject({
      shop: 'florist', name: 'Blumen am Markt', 'addr:street': 'Marktstraße', 'addr:housenumber': '12 a', phone: '+49200012345', mobile: '+491701234567',
      wheelchair: 'limited', hearing_loop: 'yes', 'payment:cash': 'yes', 'contact:instagram': 'https://instagram.com/blumen',
    })
    expect(osmProposal({ ...flowers, phones: [], hours: null, email: null }, [florist], today).map(({ key }) => key)).not.toEqual(expect.arrayContaining(['phone', 'opening_hours', 'email']))
    expect(osmProposal({ ...flowers, name: 'x'.repeat(300) }, [florist], today).map(({ key }) => key)).not.toContain('name')
  })
})

describe('a phone number', () => {
  it.each([
    ['02323 123-45', '+49232312345'], ['+49 (0)2323 12345', '+49232312345'], ['0049 2323/12345', '+49232312345'], ['(02323) 12345', '+49232312345'], ['+31 20 1234567', '+31201234567'],
    ['12345', undefined], ['12', undefined],
  ])('%s is dialled as %s', (written, dialled) => {
    expect(internationalPhone(written)).toBe(dialled)
  })
})

const scene = (content: ListingContent) => ({
  listing: { content, photos: [{ fileId: '7b2e1c1e-3f52-4e0c-9d7e-1f5a8f0f4b11' as never, alt: 'Schaufenster', width: 8, height: 8 }] },
  pageUrl: 'https://musterstadt.example/betriebe/blumen', photoUrl: (id: string) => `https://musterstadt.example/bilder/${id}`,
  categories: [florist], holidays: germanHolidays, today,
})

describe('JSON-LD', () => {
  it('is a subtype of LocalBusiness with address, place, hours and days that differ', () => {
    const special = [{ date: '2026-12-24', intervals: [{ from: '09:00', to: '12:00' }], note: null }]
    const vacations = [{ from: '2026-07-20', to: '2026-08-02', note: null }]
    expect(businessJsonLd(scene({ ...flowers, hours: hoursWith({ special, vacations }) }))).toMatchObject({
      '@context': 'https://schema.org', '@type': 'Florist', name: 'Blumen am Markt', url: 'https://blumen.example', telephone: '+49200012345',
      address: { '@type': 'PostalAddress', streetAddress: 'Marktstraße 12 a', postalCode: '12345', addressLocality: 'Musterstadt', addressCountry: 'DE' },
      geo: { '@type': 'GeoCoordinates', latitude: 51.5, longitude: 7.2 }, sameAs: ['https://instagram.com/blumen'],
      openingHoursSpecification: expect.arrayContaining([{ '@type': 'OpeningHoursSpecification', dayOfWeek: ['Monday', 'Tuesday'], opens: '14:00', closes: '18:00' }]),
      specialOpeningHoursSpecification: expect.arrayContaining([
        { '@type': 'OpeningHoursSpecification', opens: '00:00', closes: '00:00', validFrom: '2026-04-03', validThrough: '2026-04-03' },
        { '@type': 'OpeningHoursSpecification', opens: '09:00', closes: '12:00', validFrom: '2026-12-24', validThrough: '2026-12-24' },
        { '@type': 'OpeningHoursSpecification', opens: '00:00', closes: '00:00', validFrom: '2026-07-20', validThrough: '2026-08-02' },
      ]),
    })
  })

  it('of an unknown trade is a LocalBusiness, and says nothing of what is not there', () => {
    const bare = businessJsonLd(scene({ ...flowers, categories: [], hours: null, phones: [], place: null, social: [], website: null, story: '' }))
    expect(bare).toMatchObject({ '@type': 'LocalBusiness', url: 'https://musterstadt.example/betriebe/blumen', description: 'Sträuße, Kränze und Pflanzen' })
    for (const key of ['geo', 'telephone', 'sameAs', 'openingHoursSpecification', 'specialOpeningHoursSpecification']) expect(bare).not.toHaveProperty(key)
  })

  it('holds no empty value and only times of the clock, whatever the hours', () => {
    fc.assert(fc.property(hoursFrom(today, true), hours => {
      const text = JSON.stringify(businessJsonLd(scene({ ...flowers, hours })))
      expect(text).not.toMatch(/:(null|""|\[\])/)
      for (const [, time] of text.matchAll(/"(?:opens|closes)":"([^"]*)"/g)) expect(time).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/)
    }), { numRuns: 200 })
  })

  it('leads out of no script, and reads the same', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('</script>', '<!--', ']]>', '\u2028', '&lt;'), (text, trick) => {
      const value = { name: `${text}${trick}${text}` }
      const written = jsonLdText(value)
      expect(written).not.toMatch(/[<>&\u2028\u2029]/)
      expect(JSON.parse(written)).toEqual(value)
    }))
  })

  it('of an event has the offset of its day, of an offer its first and last day', () => {
    const offer = {
      id: '7b2e1c1e-3f52-4e0c-9d7e-1f5a8f0f4b11' as never, updatedAt: '2026-03-01T00:00:00.000Z', sample: false, businesses: [{ slug: 'blumen', name: 'Blumen', districtId: null }],
      content: { kind: 'event' as const, title: 'Binden', text: 'Kränze binden', startsOn: '2026-03-28', endsOn: '2026-03-29', startsAt: '18:00', endsAt: '12:30', priceText: null, venue: null },
    }
    const more = { offer, pageUrl: 'https://m.example/angebote', businessUrl: (slug: string) => `https://m.example/betriebe/${slug}`, town: 'Musterstadt' }
    expect(offerJsonLd(more)).toMatchObject({ '@type': 'Event', startDate: '2026-03-28T18:00:00+01:00', endDate: '2026-03-29T12:30:00+02:00', location: { '@type': 'Place', name: 'Blumen' } })
    expect(offerJsonLd({ ...more, offer: { ...offer, content: { ...offer.content, kind: 'offer' } } })).toMatchObject({ '@type': 'Offer', validFrom: '2026-03-28', validThrough: '2026-03-29' })
  })
})

/** What an address book reads: lines put together again, signs taken for themselves. */
const readCard = (card: string): Map<string, string> => {
  const lines = card.replace(/\r\n /g, '').split('\r\n').filter(Boolean)
  return new Map(lines.map(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).replace(/\\([\\,;n])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign))]))
}

describe('a vCard', () => {
  const scene = (content: ListingContent) => ({ content, pageUrl: 'https://musterstadt.example/betriebe/blumen', categories: [florist], revisedAt: new Date('2026-03-02T12:00:00Z') })

  it('has what an address book needs, in both versions', () => {
    expect(vcard(scene(flowers), '4.0').replace(/\r\n /g, '').split('\r\n')).toEqual([
      'BEGIN:VCARD', 'VERSION:4.0', 'KIND:org', 'FN:Blumen am Markt', 'ORG:Blumen am Markt\\, Inh. Erika Muster', 'ADR;TYPE=WORK:;;Marktstraße 12 a;Musterstadt;;12345;Deutschland',
      'TEL;VALUE=uri;TYPE="work,voice":tel:+49200012345', 'TEL;VALUE=uri;TYPE="work,cell":tel:+491701234567', 'EMAIL;TYPE=work:laden@example.org', 'URL:https://blumen.example',
      'URL:https://musterstadt.example/betriebe/blumen', 'GEO:geo:51.5,7.2', 'CATEGORIES:Blumen und Floristik', 'NOTE:Sträuße\\, Kränze und Pflanzen', 'REV:20260302T120000Z', 'END:VCARD', '',
    ])
    expect(vcard(scene(flowers), '3.0')).toContain('N:Blumen am Markt;;;;\r\n')
    expect(vcard(scene(flowers), '3.0')).toContain('GEO:51.5;7.2\r\n')
  })

  it('folds at 75 bytes and escapes, so that every text reads as it was and none makes a line of its own', () => {
    const text = fc.string({ unit: fc.oneof(fc.constantFrom(';', ',', '\\', '\n', '\r\n', '\u2028', 'ä', '😀', ' '), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })), minLength: 1, maxLength: 120 })
    fc.assert(fc.property(text, fc.constantFrom('3.0' as const, '4.0' as const), (name, version) => {
      const card = vcard(scene({ ...flowers, name, legalName: null }), version)
      const known = ['BEGIN', 'VERSION', 'KIND', 'N', 'FN', 'ORG', 'ADR', 'TEL', 'EMAIL', 'URL', 'GEO', 'CATEGORIES', 'NOTE', 'REV', 'END']
      for (const line of card.split('\r\n')) expect(encodeURIComponent(line).replace(/%../g, 'x').length).toBeLessThanOrEqual(75)
      for (const line of card.replace(/\r\n /g, '').split('\r\n').filter(Boolean)) expect(known).toContain(line.split(/[;:]/)[0])
      expect(readCard(card).get('FN')).toBe(name.replace(/\r\n?|\u2028|\u2029/g, '\n').replace(/[\u0000-\u0009\u000B-\u001F\u007F]/g, ' '))
    }))
  })
})

describe('the sheet for a profile', () => {
  it('names every field once, in words, within its limits', () => {
    const sheet = profileSheet({ ...flowers, story: 'Blumen und Pflanzen. '.repeat(100) }, 'google', [florist], 'de')
    expect(sheet.map(({ field }) => field)).toEqual(['name', 'category', 'address', 'phone', 'website', 'hours', 'description'])
    expect(sheet.find(({ field }) => field === 'address')?.value).toBe('Marktstraße 12 a, 12345 Musterstadt')
    expect(sheet.at(-1)?.value.length).toBeLessThanOrEqual(750)
    expect(sheet.at(-1)?.value).toMatch(/…$/)
    expect(profileSheet(flowers, 'apple', [florist], 'en')[0]).toEqual({ field: 'name', label: 'Name', value: 'Blumen am Markt', limit: null })
  })

  it('a place agrees only where somebody looked and all is the same', () => {
    const same = { field: 'name' as const, finding: 'same' as const, note: null }
    expect(resultOf({ present: false, findings: [] })).toBe('absent')
    expect(resultOf({ present: true, findings: [] })).toBe('differs')
    expect(resultOf({ present: true, findings: [same] })).toBe('agrees')
    expect(resultOf({ present: true, findings: [same, { ...same, finding: 'missing' }] })).toBe('differs')
    expect(fieldsOfChannel.google).toEqual(expect.arrayContaining(['claimed', 'category', 'hours', 'photos', 'description', 'reviews_answered']))
  })
})
