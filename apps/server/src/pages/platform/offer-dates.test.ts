import { describe, expect, it } from 'vitest'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import { offerOf } from '../platform-views.fixture.ts'
import { dayText, offerDates, offerSpan } from './offer-dates.ts'

type Times = [startsOn: string, endsOn: string, startsAt?: string, endsAt?: string]
const contentOf = ([startsOn, endsOn, startsAt = '', endsAt = '']: Times) => offerOf({ startsOn, endsOn, startsAt: startsAt || null, endsAt: endsAt || null }).content
const on = (today: string, times: Times, locale: Locale = 'de') => offerDates(locale, contentOf(times), today)

describe('the days of an offer', () => {
  it.each<[string, Times, string, string]>([
    ['is running', ['2026-11-20', '2026-11-28'], 'Bis Samstag, 28. November', 'Until Saturday 28 November'],
    ['has its last day', ['2026-11-20', '2026-11-25'], 'Nur noch heute', 'Today is the last day'],
    ['is to come', ['2026-11-30', '2026-12-05'], 'Von Montag, 30. November, bis Samstag, 5. Dezember', 'From Monday 30 November, to Saturday 5 December'],
    ['runs into another year', ['2026-11-01', '2027-01-02'], 'Bis Samstag, 2. Januar 2027', 'Until Saturday, 2 January 2027'],
    ['is today alone', ['2026-11-25', '2026-11-25'], 'Heute', 'Today'],
    ['is tomorrow evening', ['2026-11-26', '2026-11-26', '18:00', '20:30'], 'Morgen, 18–20:30 Uhr', 'Tomorrow, 6 pm – 8:30 pm'],
    ['begins at a time', ['2026-11-29', '2026-11-29', '19:30'], 'Sonntag, 29. November, ab 19:30 Uhr', 'Sunday 29 November, from 7:30 pm'],
    ['ends at a time', ['2026-11-29', '2026-11-29', '', '12:00'], 'Sonntag, 29. November, bis 12 Uhr', 'Sunday 29 November, until 12 pm'],
    ['has hours over days', ['2026-11-27', '2026-11-29', '18:00', '20:00'], 'Von Freitag, 27. November, 18 Uhr, bis Sonntag, 29. November, 20 Uhr', 'From Friday 27 November, 6 pm, to Sunday 29 November, 8 pm'],
  ])('that %s', (_, times, german, english) => {
    expect([on('2026-11-25', times), on('2026-11-25', times, 'en')]).toEqual([german, english])
  })

  it('hold on any day where they are told without one', () => {
    expect(offerSpan('de', contentOf(['2026-11-20', '2026-11-28']))).toBe('Freitag, 20. November bis Samstag, 28. November')
    expect(offerSpan('de', contentOf(['2026-12-30', '2027-01-02']))).toBe('Mittwoch, 30. Dezember bis Samstag, 2. Januar 2027')
    expect(offerSpan('en', contentOf(['2026-11-28', '2026-11-28', '10:00', '16:00']))).toBe('Saturday 28 November, 10 am – 4 pm')
  })

  it('do not slip over midnight', () => {
    expect(dayText('de', '2026-03-29', '2026-01-01')).toBe('Sonntag, 29. März')
  })
})
