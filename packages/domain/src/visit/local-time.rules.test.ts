import { describe, expect, it } from 'vitest'
import { localAt, resolveLocal, weeksLater } from './local-time.rules.ts'

type Once = { at: string }
type LeftOut = { instead: string }
type Twice = { earlier: string; later: string }

/** Worked out by hand from the dates on which the clocks change; 40 cases. */
const table: [zone: string, local: string, expected: Once | LeftOut | Twice][] = [
  // Germany: forward on 29 March 2026 at 2, back on 25 October 2026 at 3.
  ['Europe/Berlin', '2026-01-15 10:00', { at: '2026-01-15T09:00Z' }],
  ['Europe/Berlin', '2026-07-15 10:00', { at: '2026-07-15T08:00Z' }],
  ['Europe/Berlin', '2026-03-28 10:00', { at: '2026-03-28T09:00Z' }],
  ['Europe/Berlin', '2026-03-29 01:59', { at: '2026-03-29T00:59Z' }],
  ['Europe/Berlin', '2026-03-29 02:00', { instead: '2026-03-29 03:00' }],
  ['Europe/Berlin', '2026-03-29 02:30', { instead: '2026-03-29 03:30' }],
  ['Europe/Berlin', '2026-03-29 02:59', { instead: '2026-03-29 03:59' }],
  ['Europe/Berlin', '2026-03-29 03:00', { at: '2026-03-29T01:00Z' }],
  ['Europe/Berlin', '2026-03-29 10:00', { at: '2026-03-29T08:00Z' }],
  ['Europe/Berlin', '2026-10-24 10:00', { at: '2026-10-24T08:00Z' }],
  ['Europe/Berlin', '2026-10-25 01:59', { at: '2026-10-24T23:59Z' }],
  ['Europe/Berlin', '2026-10-25 02:00', { earlier: '2026-10-25T00:00Z', later: '2026-10-25T01:00Z' }],
  ['Europe/Berlin', '2026-10-25 02:30', { earlier: '2026-10-25T00:30Z', later: '2026-10-25T01:30Z' }],
  ['Europe/Berlin', '2026-10-25 02:59', { earlier: '2026-10-25T00:59Z', later: '2026-10-25T01:59Z' }],
  ['Europe/Berlin', '2026-10-25 03:00', { at: '2026-10-25T02:00Z' }],
  ['Europe/Berlin', '2026-10-25 10:00', { at: '2026-10-25T09:00Z' }],
  ['Europe/Berlin', '2027-03-28 02:15', { instead: '2027-03-28 03:15' }],
  ['Europe/Berlin', '2027-10-31 02:15', { earlier: '2027-10-31T00:15Z', later: '2027-10-31T01:15Z' }],
  ['Europe/Berlin', '2028-02-29 12:00', { at: '2028-02-29T11:00Z' }],
  ['Europe/Berlin', '2026-12-31 23:59', { at: '2026-12-31T22:59Z' }],
  // Portugal: an hour west of Germany, at the same moments.
  ['Europe/Lisbon', '2026-03-29 00:59', { at: '2026-03-29T00:59Z' }],
  ['Europe/Lisbon', '2026-03-29 01:30', { instead: '2026-03-29 02:30' }],
  ['Europe/Lisbon', '2026-03-29 02:00', { at: '2026-03-29T01:00Z' }],
  ['Europe/Lisbon', '2026-10-25 01:30', { earlier: '2026-10-25T00:30Z', later: '2026-10-25T01:30Z' }],
  ['Europe/Lisbon', '2026-10-25 02:00', { at: '2026-10-25T02:00Z' }],
  // New Zealand: the other half of the year; the day of UTC is another one.
  ['Pacific/Auckland', '2026-01-15 10:00', { at: '2026-01-14T21:00Z' }],
  ['Pacific/Auckland', '2026-04-05 01:30', { at: '2026-04-04T12:30Z' }],
  ['Pacific/Auckland', '2026-04-05 02:30', { earlier: '2026-04-04T13:30Z', later: '2026-04-04T14:30Z' }],
  ['Pacific/Auckland', '2026-04-05 03:00', { at: '2026-04-04T15:00Z' }],
  ['Pacific/Auckland', '2026-09-27 02:30', { instead: '2026-09-27 03:30' }],
  ['Pacific/Auckland', '2026-09-27 03:00', { at: '2026-09-26T14:00Z' }],
  // Lord Howe: half an hour only.
  ['Australia/Lord_Howe', '2026-04-05 01:29', { at: '2026-04-04T14:29Z' }],
  ['Australia/Lord_Howe', '2026-04-05 01:45', { earlier: '2026-04-04T14:45Z', later: '2026-04-04T15:15Z' }],
  ['Australia/Lord_Howe', '2026-04-05 02:00', { at: '2026-04-04T15:30Z' }],
  ['Australia/Lord_Howe', '2026-10-04 02:15', { instead: '2026-10-04 02:45' }],
  ['Australia/Lord_Howe', '2026-10-04 02:30', { at: '2026-10-03T15:30Z' }],
  // Chile changes at midnight: the hour that is left out begins the day.
  ['America/Santiago', '2026-09-06 00:30', { instead: '2026-09-06 01:30' }],
  ['America/Santiago', '2026-04-04 23:30', { earlier: '2026-04-05T02:30Z', later: '2026-04-05T03:30Z' }],
  // No change at all, and a whole day that was left out.
  ['Asia/Kolkata', '2026-03-29 02:30', { at: '2026-03-28T21:00Z' }],
  ['Pacific/Apia', '2011-12-30 10:00', { instead: '2011-12-31 10:00' }],
]

const local = (text: string) => ({ date: text.slice(0, 10), time: text.slice(11) })
const iso = (text: string) => new Date(text).toISOString()

describe('a time on the clocks', () => {
  it('is tried in forty cases', () => expect(table).toHaveLength(40))

  it.each(table)('%s %s', (zone, text, expected) => {
    const outcome = resolveLocal(local(text), zone)
    if ('at' in expected) {
      expect(outcome).toEqual({ ok: true, instant: new Date(expected.at), doubleHour: null })
      expect(localAt(new Date(expected.at), zone)).toEqual(local(text))
    } else if ('instead' in expected) {
      expect(outcome).toEqual({ ok: false, code: 'visit.time_left_out', suggestion: local(expected.instead) })
    } else {
      expect(outcome).toEqual({ ok: false, code: 'visit.time_twice', earlier: new Date(expected.earlier), later: new Date(expected.later) })
      for (const choice of ['earlier', 'later'] as const) {
        expect(resolveLocal(local(text), zone, choice)).toEqual({ ok: true, instant: new Date(expected[choice]), doubleHour: choice })
        expect(localAt(new Date(expected[choice]), zone)).toEqual(local(text))
      }
    }
  })

  it('does not take a choice where there is none', () => {
    expect(resolveLocal(local('2026-07-15 10:00'), 'Europe/Berlin', 'later')).toEqual({ ok: true, instant: new Date('2026-07-15T08:00Z'), doubleHour: null })
  })

  it('is refused in a zone that does not exist', () => {
    expect(() => resolveLocal(local('2026-07-15 10:00'), 'Europe/Nirgendwo')).toThrow(RangeError)
  })
})

describe('every week', () => {
  it('is at the same time of the clocks, however many hours lie between', () => {
    const weeks = [0, 1, 2].map(n => weeksLater(local('2026-03-24 10:00'), n))
    expect(weeks.map(({ date, time }) => `${date} ${time}`)).toEqual(['2026-03-24 10:00', '2026-03-31 10:00', '2026-04-07 10:00'])
    const instants = weeks.map(week => resolveLocal(week, 'Europe/Berlin')).map(outcome => (outcome.ok ? outcome.instant.toISOString() : outcome.code))
    expect(instants).toEqual(['2026-03-24T09:00Z', '2026-03-31T08:00Z', '2026-04-07T08:00Z'].map(iso))
  })
})
