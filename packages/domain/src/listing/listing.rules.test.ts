import { describe, expect, it } from 'vitest'
import { flowers, hoursWith } from './listing.fixture.ts'
import { changedParts, emptyContent, listGaps, moderationFor, splitStreet, stateAfterSubmission } from './listing.rules.ts'
import { listingContent, phoneNumber, webAddress } from './listing.schemas.ts'
import { offerContent } from './offer.schemas.ts'

describe('a record', () => {
  it('calls a link by the name of a network only where it leads there', () => {
    const withLink = (network: 'instagram' | 'mastodon', url: string) => listingContent.safeParse({ ...flowers, social: [{ network, url }] }).success
    expect([withLink('instagram', 'https://www.instagram.com/laden'), withLink('mastodon', 'https://nrw.social/@laden')]).toEqual([true, true])
    expect([withLink('instagram', 'https://boese.example/instagram.com'), withLink('instagram', 'https://instagram.com.boese.example/x')]).toEqual([false, false])
  })

  it('with everything in it, and one with nothing but a name, are both taken', () => {
    expect(listingContent.safeParse(flowers).error).toBeUndefined()
    expect(listingContent.safeParse(emptyContent('Laden')).error).toBeUndefined()
  })

  it.each([
    ['a script as website', { website: 'javascript:alert(1)' }],
    ['a password in the website', { website: 'https://a:b@laden.example' }],
    ['a host without a dot', { website: 'http://localhost' }],
    ['quotes in the website', { website: 'https://laden.example/"><script>' }],
    ['the same trade twice', { categories: ['florist', 'florist'] }],
    ['six trades', { categories: ['a', 'b', 'c', 'd', 'e', 'f'] }],
    ['a name of two lines', { name: 'Laden\nam Markt' }],
    ['a sign no database takes', { story: 'a\u0000b' }],
    ['a place off the earth', { place: { lat: 91, lon: 7, source: 'map' } }],
    ['a language nobody named', { languages: ['xx'] }],
    ['a field nobody knows', { rating: 5 }],
  ])('with %s is refused', (_, change) => {
    expect(listingContent.safeParse({ ...flowers, ...change }).success).toBe(false)
  })

  it('takes addresses and numbers as people write them', () => {
    for (const address of ['https://blumen.example', 'http://www.müller-söhne.example/a?b=c#d', 'https://blumen.example:8443/x']) expect(webAddress.safeParse(address).success).toBe(true)
    for (const number of ['02323 123-45', '+49 (0)170 / 123 45', '(02000) 12345']) expect(phoneNumber.safeParse(number).success).toBe(true)
    for (const number of ['12-3', 'Telefon', '+49']) expect(phoneNumber.safeParse(number).success).toBe(false)
  })
})

it('what is missing is named until nothing is', () => {
  expect(listGaps(emptyContent('Laden'))).toEqual(['categories', 'town', 'contact', 'tagline'])
  expect(listGaps(flowers)).toEqual([])
  expect(listGaps({ ...flowers, phones: [], email: null })).toEqual([])
})

it('a submission waits where the office looks first, and always after it took a page down', () => {
  expect(stateAfterSubmission('unpublished', 'before')).toBe('pending')
  expect(stateAfterSubmission('published', 'before')).toBe('published')
  expect(stateAfterSubmission('unpublished', 'after')).toBe('published')
  expect(moderationFor('taken_down', 'after')).toBe('before')
  expect(moderationFor('unpublished', 'after')).toBe('after')
})

it('versions differ in what was changed, whatever the order of their keys', () => {
  const photos = [{ fileId: 'a' as never, alt: 'Tür', width: 1, height: 1 }]
  const before = { content: flowers, photos }
  expect(changedParts(before, { content: JSON.parse(JSON.stringify(flowers, Object.keys(flowers).reverse())) as typeof flowers, photos: [] })).toContain('photos')
  expect(changedParts(before, { content: { ...flowers, hours: hoursWith(), address: Object.fromEntries(Object.entries(flowers.address).reverse()) as typeof flowers.address }, photos })).toEqual([])
  expect(changedParts(before, { content: { ...flowers, name: 'Neu', hours: hoursWith({ byAppointment: true }) }, photos })).toEqual(['name', 'hours'])
  expect(changedParts(undefined, before)).toEqual([...Object.keys(flowers), 'photos'])
})

it.each([
  ['Bahnhofstr. 12 a', 'Bahnhofstr.', '12 a'], ['Straße des 17. Juni 135', 'Straße des 17. Juni', '135'], ['Am Markt 3-5', 'Am Markt', '3-5'], ['Marktplatz', 'Marktplatz', null],
])('%s is %s and %s', (line, street, houseNumber) => {
  expect(splitStreet(line)).toEqual({ street, houseNumber })
})

it('an offer ends when it has begun, and within a year', () => {
  const offer = { kind: 'offer', title: 'Tulpen', text: 'Zehn für fünf', startsOn: '2026-03-01', endsOn: '2026-03-07', startsAt: null, endsAt: null, priceText: '5 €', venue: null }
  expect(offerContent.safeParse(offer).success).toBe(true)
  expect(offerContent.safeParse({ ...offer, endsOn: '2026-02-28' }).error?.issues[0]).toMatchObject({ message: 'date.order', path: ['endsOn'] })
  const evening = { ...offer, endsOn: offer.startsOn, startsAt: '20:00' }
  expect(offerContent.safeParse({ ...evening, endsAt: '02:00' }).success).toBe(true)
  expect(offerContent.safeParse({ ...evening, endsAt: '18:00' }).error?.issues[0]).toMatchObject({ message: 'date.order', path: ['endsAt'] })
  expect(offerContent.safeParse({ ...offer, endsOn: '2027-03-07' }).error?.issues[0]?.message).toBe('date.out_of_range')
})
