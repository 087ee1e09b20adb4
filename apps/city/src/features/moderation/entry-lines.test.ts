import { expect, test } from 'vitest'
import { flowers, hoursWith } from '@digitallotsen/domain/listing/listing.fixture.ts'
import type { ListingContent } from '@digitallotsen/domain/listing/listing.schemas.ts'
import { emptyContent } from '@digitallotsen/domain/listing/listing.rules.ts'
import { moderation as words } from '../../locales/de/moderation.ts'
import { entryFields, linesOf } from './entry-lines.ts'

const names = {
  trades: [{ id: 'florist', label: 'Blumen und Floristik' }],
  districts: [{ id: 'mitte', name: 'Mitte', tier: null, lat: 51.5, lon: 7.2, radius: 500, postcodes: [] }],
}
const read = (field: keyof ListingContent, change: Partial<ListingContent> = {}) => linesOf(field, { content: { ...flowers, ...change } }, names)

test('every part of a page has its words, so that no change goes unseen', () => {
  expect([...entryFields].sort()).toEqual([...Object.keys(flowers), 'photos'].sort())
})

test('an empty page says its name and nothing else', () => {
  const content = emptyContent('Neuer Laden')
  const said = entryFields.flatMap(field => (field === 'photos' ? [] : linesOf(field, { content }, names)))
  expect(said).toEqual(['Neuer Laden'])
})

test('trades and districts stand in the city’s words, unknown ones as they are', () => {
  expect(read('categories', { categories: ['florist', 'gone'] })).toEqual(['Blumen und Floristik', 'gone'])
  expect(read('address', { address: { street: 'Am Markt', houseNumber: '3 a', addition: 'Hinterhof', postcode: '12345', town: 'Musterstadt', districtId: 'mitte' } })).toEqual(['Am Markt 3 a', 'Hinterhof', '12345 Musterstadt', 'Mitte'])
})

test('hours name the week, special days, vacations and the rest', () => {
  const hours = hoursWith({
    special: [{ date: '2026-12-24', intervals: [{ from: '09:00', to: '13:00' }], note: 'Heiligabend' }],
    vacations: [{ from: '2027-01-02', to: '2027-01-09', note: null }],
    byAppointment: true,
    note: 'Klingeln Sie bitte.',
  })
  const lines = read('hours', { hours })
  expect(lines.slice(-4)).toEqual([
    'Do., 24. Dezember 2026: 9–13 Uhr, Heiligabend',
    words.vacation('Sa., 2. Januar 2027', 'Sa., 9. Januar 2027'),
    words.byAppointment,
    'Klingeln Sie bitte.',
  ])
  expect(lines.length).toBeGreaterThan(4)
})

test('closed lists are told in words', () => {
  expect(read('languages', { languages: ['de', 'tr'] })).toEqual(['Deutsch, Türkisch'])
  expect(read('payment', { payment: ['cash', 'girocard'] })).toEqual(['Bargeld, Girocard'])
  expect(read('phones', { phones: [{ kind: 'landline', number: '02000 1' }] })).toEqual(['Telefon: 02000 1'])
  expect(read('accessibility', { accessibility: { wheelchair: 'limited', facts: ['step_free'], note: 'Rampe auf Zuruf' } })).toEqual(['Mit dem Rollstuhl teilweise zugänglich', 'Eingang ohne Stufen', 'Rampe auf Zuruf'])
})

test('a story is told by its paragraphs, so that a new one stands out', () => {
  expect(read('story', { story: 'Eins.\n\nZwei.' })).toEqual(['Eins.', 'Zwei.'])
})
