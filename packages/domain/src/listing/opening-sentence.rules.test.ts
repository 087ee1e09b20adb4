import { describe, expect, it } from 'vitest'
import { everyDay, hoursWith } from './listing.fixture.ts'
import { openingSentence, weekLines } from './opening-sentence.rules.ts'
import { germanZone } from './zone.rules.ts'

const holidays = new Map([['2026-06-04', 'Fronleichnam']])
const say = (instant: string, change: Parameters<typeof hoursWith>[0] = {}, locale: 'de' | 'en' = 'de') =>
  openingSentence(hoursWith(change), { instant: new Date(instant), zone: germanZone, holidays }, locale)

describe('the sentence about the door', () => {
  it.each([
    ['2026-07-13T08:00:00Z', {}, 'Heute bis 13 Uhr geöffnet', 'Open today until 1 pm'],
    ['2026-07-17T08:00:00Z', {}, 'Heute bis 18:30 Uhr geöffnet', 'Open today until 6:30 pm'],
    ['2026-07-13T11:30:00Z', {}, 'Geschlossen, öffnet heute um 14 Uhr', 'Closed, opens today at 2 pm'],
    ['2026-07-13T18:00:00Z', {}, 'Geschlossen, öffnet morgen um 9 Uhr', 'Closed, opens tomorrow at 9 am'],
    ['2026-07-18T18:00:00Z', {}, 'Geschlossen, öffnet am Montag um 9 Uhr', 'Closed, opens on Monday at 9 am'],
    ['2026-06-04T08:00:00Z', {}, 'Heute geschlossen (Fronleichnam), öffnet morgen um 9 Uhr', 'Closed today (Fronleichnam), opens tomorrow at 9 am'],
    ['2026-07-13T08:00:00Z', { vacations: [{ from: '2026-07-13', to: '2026-08-02', note: null }] }, 'Heute geschlossen (Betriebsferien), öffnet am 3. August um 9 Uhr', 'Closed today (Holidays), opens on 3 August at 9 am'],
    ['2026-07-13T20:00:00Z', { week: everyDay('20:00-02:00') }, 'Bis 2 Uhr nachts geöffnet', 'Open until 2 am'],
    ['2026-07-13T20:00:00Z', { week: everyDay('09:00-24:00') }, 'Heute bis Mitternacht geöffnet', 'Open today until midnight'],
    ['2026-07-13T20:00:00Z', { week: everyDay('00:00-24:00'), holidays: { kind: 'as_usual' } }, 'Rund um die Uhr geöffnet', 'Always open'],
    ['2026-07-13T20:00:00Z', { week: everyDay(), byAppointment: true }, 'Geöffnet nach Vereinbarung', 'Open by appointment'],
    ['2026-07-13T20:00:00Z', { week: everyDay() }, 'Geschlossen', 'Closed'],
  ] as const)('at %s, %j', (instant, change, german, english) => {
    expect(say(instant, change as Parameters<typeof hoursWith>[0])).toBe(german)
    expect(say(instant, change as Parameters<typeof hoursWith>[0], 'en')).toBe(english)
  })
})

it('the week is told in as few lines as it has different days', () => {
  expect(weekLines(hoursWith(), 'de')).toEqual([
    { days: 'Montag und Dienstag', times: '9–13 und 14–18 Uhr' }, { days: 'Mittwoch', times: '9–13 Uhr' }, { days: 'Donnerstag', times: '9–13 und 14–18 Uhr' },
    { days: 'Freitag', times: '9–18:30 Uhr' }, { days: 'Samstag', times: '10–14 Uhr' }, { days: 'Sonntag', times: 'geschlossen' }, { days: 'Feiertage', times: 'geschlossen' },
  ])
  expect(weekLines(hoursWith({ week: everyDay('08:30-12:00'), holidays: { kind: 'as_usual' } }), 'en')).toEqual([{ days: 'Monday to Sunday', times: '8:30 am – 12 pm' }])
})
