import { describe, expect, test } from 'vitest'
import { flowers } from '@digitallotsen/domain/listing/listing.fixture.ts'
import { emptyContent } from '@digitallotsen/domain/listing/listing.rules.ts'
import { spokenLanguage } from '@digitallotsen/domain/listing/listing.schemas.ts'
import { listingWords } from '@digitallotsen/domain/listing/listing.words.ts'
import { checkOf, emptyComparison, openQuestions } from './comparison.rules.ts'
import { contactField, readContact, writeContact } from './contact-fields.rules.ts'
import { createFlatMap, metresBetween, readPoint } from './place.rules.ts'
import { listIssues } from './record-check.ts'
import { gapAddress, isFilled, sectionIds } from './sections.ts'
import { draftOf } from './server.fixture.ts'
import { commonLanguages, otherLanguages } from './spoken-languages.ts'
import { standingOf } from './standing.rules.ts'
import { socialAddressOf, webAddressOf } from './texts.rules.ts'
import { isNear, searchTrades } from './trade-search.rules.ts'
import { weekdayNames } from './weekday-names.ts'

test('every language of the record is offered once', () => {
  expect([...commonLanguages, ...otherLanguages].toSorted()).toEqual([...spokenLanguage.options].toSorted())
})

test('the days of the week are called by the browser as the record calls them', () => {
  expect(weekdayNames('de')).toEqual(listingWords.de.weekdays)
  expect(weekdayNames('en')).toEqual(listingWords.en.weekdays)
})

describe('a trade', () => {
  const trades = [
    { id: 'florist', label: { de: 'Blumen und Floristik', en: 'Florist' }, synonyms: ['Blumenladen', 'Sträuße'] },
    { id: 'bakery', label: { de: 'Bäckerei', en: 'Bakery' }, synonyms: ['Bäcker', 'Brot'] },
    { id: 'bridal', label: { de: 'Brautmode', en: 'Bridal wear' }, synonyms: ['Brautkleid'] },
  ]
  test.each([
    ['blumen', ['florist']],
    ['Sträuße', ['florist']],
    ['straeusse', ['florist']],
    ['baecker', ['bakery']],
    ['Bäkcerei', ['bakery']],
    ['br', ['bridal', 'bakery']],
    ['wear bridal', ['bridal']],
    ['', []],
    ['Zahnarzt', []],
  ])('is found by „%s“', (search, expected) => {
    expect(searchTrades(trades, search).map(({ id }) => id)).toEqual(expected)
  })

  test('two words that differ in more than one step are not near', () => {
    expect(isNear('baecker', 'baekcer')).toBe(true)
    expect(isNear('baecker', 'baeckre')).toBe(true)
    expect(isNear('baecker', 'beackre')).toBe(false)
    expect(isNear('brot', 'brotzeit')).toBe(false)
  })
})

describe('an address of the web', () => {
  test.each([['www.laden.de', 'https://www.laden.de'], ['http://laden.de', 'http://laden.de'], [' ', null]])('typed as „%s“ is kept as %s', (typed, expected) => {
    expect(webAddressOf(typed)).toBe(expected)
  })

  test('may be a name with an @ where the network has such', () => {
    expect(socialAddressOf('instagram', '@blumen.am_markt')).toBe('https://www.instagram.com/blumen.am_markt')
    expect(socialAddressOf('other', '@blumen')).toBe('https://@blumen')
  })
})

describe('contact lines', () => {
  test('that are empty are no part of the record, and an issue finds its line behind them', () => {
    const fields = { ...readContact(flowers), phones: [{ kind: 'landline' as const, number: ' ' }, { kind: 'mobile' as const, number: 'abc' }] }
    const content = { ...flowers, ...writeContact(fields) }
    expect(content.phones).toEqual([{ kind: 'mobile', number: 'abc' }])
    expect(new Set(listIssues(content).map(({ path }) => contactField(path, fields)))).toEqual(new Set(['phone-1']))
  })

  test('are written as they were read', () => {
    const { phones, email, website, social } = flowers
    expect(writeContact(readContact(flowers))).toEqual({ phones, email, website, social })
  })
})

describe('a point on the map', () => {
  const middle = { lat: 51.5, lon: 7.2 }
  test('is found again where it was tapped', () => {
    const map = createFlatMap(middle, 600, 320)
    const point = map.toPoint({ x: 100, y: 40 })
    const spot = map.toSpot(point)
    expect(spot.x).toBeCloseTo(100, 0)
    expect(spot.y).toBeCloseTo(40, 0)
    expect(metresBetween(point, middle)).toBeCloseTo(Math.hypot(60, 120) * (1200 / 320), -1)
  })

  test.each([
    ['51.53912, 7.22301', { lat: 51.53912, lon: 7.22301 }],
    ['51,53912; 7,22301', { lat: 51.53912, lon: 7.22301 }],
    ['51,53912, 7,22301', { lat: 51.53912, lon: 7.22301 }],
    ['51.53912° N 7.22301° O', { lat: 51.53912, lon: 7.22301 }],
    ['Marktplatz', undefined],
    ['951.5, 7.2', undefined],
  ])('is read from „%s“', (typed, expected) => {
    expect(readPoint(typed)).toEqual(expected)
  })
})

describe('sections', () => {
  test('are empty at first, and filled with the record', () => {
    const empty = draftOf({ content: emptyContent('Laden') })
    expect(sectionIds.filter(id => isFilled(id, empty))).toEqual([])
    expect(sectionIds.filter(id => !isFilled(id, draftOf()))).toEqual(['fotos'])
  })

  test('every gap leads to a field of one', () => {
    expect(gapAddress('/eintrag', 'contact')).toBe('/eintrag/kontakt#field-phone-0')
  })
})

describe('a listing', () => {
  const live = { state: 'published', differs: false } as const
  test.each([
    ['with gaps', { gaps: ['tagline'] }, 'before', false, { kind: 'new', submit: 'first', appears: false, canWithdraw: false }],
    ['without gaps', {}, 'before', false, { kind: 'ready', submit: 'first', appears: false }],
    ['without gaps in a city that looks afterwards', {}, 'after', false, { kind: 'ready', appears: true }],
    ['that was rejected', { officeReason: 'Bitte ein Foto' }, 'before', false, { kind: 'rejected', submit: 'first' }],
    ['that waits', { state: 'pending', waiting: true }, 'before', false, { kind: 'pending', submit: 'none', canWithdraw: true, undoable: true }],
    ['that waits and was changed since', { state: 'pending', waiting: true }, 'before', true, { kind: 'pending', submit: 'changes', undoable: false }],
    ['that is live', live, 'before', false, { kind: 'live', submit: 'none', canWithdraw: true, undoable: false }],
    ['that is live where nobody looks before', live, 'after', false, { kind: 'live', undoable: true }],
    ['that is live and changed', { ...live, differs: true }, 'after', false, { kind: 'live_changed', submit: 'changes', undoable: false }],
    ['whose change waits', { ...live, differs: true, waiting: true }, 'before', false, { kind: 'live_waiting', submit: 'none' }],
    ['that was taken down waits for the office in any city', { state: 'taken_down' }, 'after', false, { kind: 'taken_down', submit: 'first', appears: false, canWithdraw: false }],
  ] as const)('%s knows what comes next', (_what, over, moderation, changedSince, expected) => {
    expect(standingOf(draftOf({ ...over, gaps: 'gaps' in over ? [...over.gaps] : [] }), moderation, changedSince)).toMatchObject(expected)
  })
})

describe('a comparison', () => {
  const fields = ['name', 'hours'] as const
  test('first asks whether the business is there at all, then field by field', () => {
    expect(openQuestions(emptyComparison, fields)).toEqual(['present'])
    expect(openQuestions({ ...emptyComparison, present: false }, fields)).toEqual([])
    expect(openQuestions({ ...emptyComparison, present: true, findings: { name: 'same' } }, fields)).toEqual(['hours'])
  })

  test('keeps a note only where something else stands there', () => {
    const comparison = { present: true, url: 'x', findings: { name: 'same', hours: 'different' }, notes: { name: 'alt', hours: ' Mo zu ' } } as const
    expect(checkOf('google', comparison, fields, 'https://x.example', '2026-11-25')).toEqual({
      channel: 'google', present: true, url: 'https://x.example', checkedOn: '2026-11-25',
      findings: [{ field: 'name', finding: 'same', note: null }, { field: 'hours', finding: 'different', note: 'Mo zu' }],
    })
    expect(checkOf('google', { ...comparison, present: false }, fields, 'https://x.example', '2026-11-25')).toMatchObject({ url: null, findings: [] })
  })
})
