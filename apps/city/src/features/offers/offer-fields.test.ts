import { expect, test } from 'vitest'
import { offerContent } from '@digitallotsen/domain/listing/offer.schemas.ts'
import { createForm } from '../../lib/forms.ts'
import { offers as words } from '../../locales/de/offers.ts'
import { offers as english } from '../../locales/en/offers.ts'
import { checksFor, contentOf, emptyFields, fieldsOf, longest } from './offer-fields.ts'
import type { OfferFields } from './offer-fields.ts'
import { offerWith } from './offer.fixture.ts'
import { whenOf } from './when.ts'

const today = '2026-11-25'
const good: OfferFields = { ...emptyFields('event'), title: 'Lesung', text: 'Mit Kaffee', startsOn: '2026-12-05' }

const problemsOf = (change: Partial<OfferFields>) => {
  const form = createForm<OfferFields>({ ...good, ...change }, checksFor(words.form, today))
  form.check()
  return form.problems()
}
const problem = (field: string, message: string) => [{ field, message }]

test('title, words and a first day are needed, nothing else', () => {
  expect(problemsOf({})).toEqual([])
  expect(problemsOf({ title: ' ', text: '\n', startsOn: '' }).map(({ field }) => field)).toEqual(['title', 'text', 'startsOn'])
})

test('the last day lies after the first, ahead, and within a year', () => {
  expect(problemsOf({ endsOn: '2026-12-04' })).toEqual(problem('endsOn', words.form.endsOnOrder))
  expect(problemsOf({ startsOn: '2026-11-24' })).toEqual(problem('endsOn', words.form.endsOnPast))
  expect(problemsOf({ startsOn: '2026-11-01', endsOn: today })).toEqual([])
  expect(problemsOf({ endsOn: '2027-12-07' })).toEqual(problem('endsOn', words.form.endsOnFar))
  expect(problemsOf({ endsOn: '2027-12-06' })).toEqual([])
})

test('an end without a beginning is asked about', () => {
  expect(problemsOf({ endsAt: '21:00' })).toEqual(problem('endsAt', words.form.endsAtError))
  expect(problemsOf({ startsAt: '19:00', endsAt: '01:00' })).toEqual([])
})

test('the form lets pass what the server takes, and stops what it would refuse for its length', () => {
  const sized = (field: 'title' | 'text' | 'priceText' | 'venue', length: number) => ({ ...good, [field]: 'x'.repeat(length) })
  for (const [field, most] of [['title', longest.line], ['text', longest.paragraph], ['priceText', longest.line], ['venue', longest.line]] as const) {
    for (const length of [most, most + 1]) {
      expect([field, length, problemsOf(sized(field, length)).length === 0]).toEqual([field, length, offerContent.safeParse(contentOf(sized(field, length))).success])
    }
  }
})

test('a single day needs no last one, and what is left empty is left out', () => {
  expect(contentOf({ ...good, title: ' Lesung ' })).toEqual({ kind: 'event', title: 'Lesung', text: 'Mit Kaffee', startsOn: '2026-12-05', endsOn: '2026-12-05', startsAt: null, endsAt: null, priceText: null, venue: null })
})

test('an offer comes out of its form as it went in', () => {
  for (const content of [offerWith().content, offerWith({ content: { endsOn: '2026-12-01', startsAt: '09:00', endsAt: '18:30', priceText: '6 €', venue: 'Marktplatz' } }).content]) {
    expect(contentOf(fieldsOf(content))).toEqual(content)
  }
})

test('days and times are written out, a stretch of days once', () => {
  const when = (change: Partial<ReturnType<typeof offerWith>['content']>) => whenOf(offerWith({ content: change }).content, words, 'de').replaceAll(/[\u2009\u00a0\u202f]/g, ' ')
  expect(when({ endsOn: '2026-12-01', startsAt: '19:00', endsAt: '21:00' })).toBe('Di., 1. Dezember 2026, 19:00 bis 21:00 Uhr')
  expect(when({ endsOn: '2026-12-01', startsAt: '19:00' })).toBe('Di., 1. Dezember 2026, ab 19:00 Uhr')
  expect(when({})).toBe('Di., 1. – Sa., 5. Dezember 2026')
  expect(whenOf(offerWith({ content: { endsOn: '2026-12-01', startsAt: '19:00' } }).content, english, 'en')).toMatch(/^Tue,? 1 December 2026, from 19:00$/)
})
