import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hoursFrom } from './hours.arbitrary.fixture.ts'
import { findNextOpening, groupWeek, isOpenAt, openingStateAt, planOfDay, type Asked } from './hours.rules.ts'
import { dayHours, openingHours, type OpeningHours } from './hours.schemas.ts'
import { everyDay, hoursWith } from './listing.fixture.ts'
import { addDays, daysBetween, germanZone, instantOf, wallTimeAt } from './zone.rules.ts'

const holidays = new Map([['2026-06-04', 'Fronleichnam']])
const at = (instant: string): Asked => ({ instant: new Date(instant), zone: germanZone, holidays })
const open = (hours: OpeningHours, instant: string) => isOpenAt(hours, at(instant))

describe('the clock on the wall', () => {
  it.each([
    ['2026-01-15T08:00:00Z', '2026-01-15', 540],
    ['2026-07-15T22:30:00Z', '2026-07-16', 30],
    ['2026-03-29T00:59:00Z', '2026-03-29', 119],
    ['2026-03-29T01:00:00Z', '2026-03-29', 180],
    ['2026-10-25T00:30:00Z', '2026-10-25', 150],
    ['2026-10-25T01:30:00Z', '2026-10-25', 150],
  ])('at %s it is %s, minute %i', (instant, date, minutes) => {
    expect(wallTimeAt(new Date(instant), germanZone)).toEqual({ date, minutes })
  })

  it('takes a time that comes twice the first time, and one that is left out an hour later', () => {
    expect(instantOf({ date: '2026-10-25', minutes: 150 }, germanZone).toISOString()).toBe('2026-10-25T00:30:00.000Z')
    expect(instantOf({ date: '2026-03-29', minutes: 150 }, germanZone).toISOString()).toBe('2026-03-29T01:30:00.000Z')
  })

  it('and the instant lead back to each other, any day of thirty years', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 11_000 }), fc.integer({ min: 0, max: 1439 }), (days, minutes) => {
        const wall = { date: addDays('2010-01-01', days), minutes }
        const back = wallTimeAt(instantOf(wall, germanZone), germanZone)
        const isLeftOut = back.minutes !== minutes
        expect(back.date).toBe(wall.date)
        if (isLeftOut) expect([wall.date.slice(5, 7), Math.floor(minutes / 60)]).toEqual(['03', 2])
      }),
    )
    expect(daysBetween('2026-02-27', '2026-03-02')).toBe(3)
  })
})

describe('a shop', () => {
  it('opens on the minute and is closed on the minute', () => {
    expect(['06:59:59', '07:00:00', '10:59:59', '11:00:00', '12:00:00', '15:59:59', '16:00:00'].map(time => open(hoursWith(), `2026-07-13T${time}Z`))).toEqual([false, true, true, false, true, true, false])
  })

  it('is closed on a public holiday unless it says otherwise', () => {
    const noon = '2026-06-04T10:00:00Z'
    expect(open(hoursWith(), noon)).toBe(false)
    expect(open(hoursWith({ holidays: { kind: 'as_usual' } }), noon)).toBe(true)
    expect(open(hoursWith({ holidays: { kind: 'hours', intervals: [{ from: '11:00', to: '13:00' }] } }), noon)).toBe(true)
    expect(planOfDay(hoursWith(), '2026-06-04', holidays)).toMatchObject({ reason: 'holiday', note: 'Fronleichnam', intervals: [] })
  })

  it('puts a special day above a vacation, and a vacation above a holiday and the week', () => {
    const hours = hoursWith({
      holidays: { kind: 'as_usual' },
      vacations: [{ from: '2026-06-01', to: '2026-06-05', note: null }],
      special: [{ date: '2026-06-03', intervals: [{ from: '10:00', to: '12:00' }], note: 'Abholtag' }],
    })
    expect(['01', '02', '03', '04', '05', '06'].map(day => planOfDay(hours, `2026-06-${day}`, holidays).reason)).toEqual(['vacation', 'vacation', 'special', 'vacation', 'vacation', 'week'])
    expect(open(hours, '2026-06-03T09:00:00Z')).toBe(true)
    expect(findNextOpening(hours, at('2026-06-03T12:00:00Z'))?.toISOString()).toBe('2026-06-06T08:00:00.000Z')
  })

  it('that never opens has no next opening', () => {
    expect(findNextOpening(hoursWith({ week: everyDay() }), at('2026-06-03T12:00:00Z'))).toBeUndefined()
  })
})

describe('a bar', () => {
  const bar = hoursWith({ week: everyDay('20:00-02:30'), holidays: { kind: 'as_usual' } })

  it('is open past midnight, on the day before as well', () => {
    expect(open(bar, '2026-07-14T00:29:00Z')).toBe(true)
    expect(open(bar, '2026-07-14T00:30:00Z')).toBe(false)
    expect(openingStateAt(bar, at('2026-07-13T20:00:00Z'))).toMatchObject({ open: true, until: new Date('2026-07-14T00:30:00Z') })
  })

  it('closes once in the night in which the clocks go back, and does not open again at the second half past two', () => {
    expect(['00:29', '00:30', '01:00', '01:29', '01:30'].map(time => open(bar, `2026-10-25T${time}:00Z`))).toEqual([true, false, false, false, false])
  })

  it('stays open as long as ever in the night in which the clocks go forward', () => {
    expect(['00:59', '01:00', '01:29', '01:30'].map(time => open(bar, `2026-03-29T${time}:00Z`))).toEqual([true, true, true, false])
  })
})

it('what is open all day every day has no closing time', () => {
  expect(openingStateAt(hoursWith({ week: everyDay('00:00-24:00'), holidays: { kind: 'as_usual' } }), at('2026-07-13T20:00:00Z'))).toMatchObject({ open: true, until: null })
})

it('the state and the door agree: nothing changes before the time that is given, and it changes then', () => {
  fc.assert(
    fc.property(hoursFrom('2026-03-01', true), fc.integer({ min: 0, max: 60 * 24 * 250 }), (hours, minutes) => {
      expect(openingHours.safeParse(hours).success).toBe(true)
      const asked = at(new Date(Date.parse('2026-03-01T00:00:00Z') + minutes * 60_000).toISOString())
      const state = openingStateAt(hours, asked)
      const turn = state.open ? state.until : state.next
      expect(state.open).toBe(isOpenAt(hours, asked))
      if (turn === null) return
      expect(turn.getTime()).toBeGreaterThan(asked.instant.getTime())
      expect(isOpenAt(hours, { ...asked, instant: turn })).toBe(!state.open)
      const between = new Date(asked.instant.getTime() + (turn.getTime() - asked.instant.getTime()) / 2)
      expect(isOpenAt(hours, { ...asked, instant: between })).toBe(state.open)
    }),
    { numRuns: 400 },
  )
})

describe('the schema', () => {
  it.each([
    ['overlapping', [{ from: '09:00', to: '13:00' }, { from: '12:00', to: '18:00' }]],
    ['touching', [{ from: '09:00', to: '13:00' }, { from: '13:00', to: '18:00' }]],
    ['out of order', [{ from: '14:00', to: '18:00' }, { from: '09:00', to: '13:00' }]],
    ['past midnight in between', [{ from: '20:00', to: '02:00' }, { from: '21:00', to: '22:00' }]],
    ['without length', [{ from: '09:00', to: '09:00' }]],
  ])('refuses times that are %s', (_, intervals) => {
    expect(dayHours.safeParse(intervals).error?.issues[0]?.message).toBe('hours.overlapping')
  })

  it('refuses a day that stands twice, and a vacation that ends before it begins', () => {
    const day = { date: '2026-12-24', intervals: [], note: null }
    expect(openingHours.safeParse(hoursWith({ special: [day, day] })).error?.issues[0]?.message).toBe('hours.day_twice')
    expect(openingHours.safeParse(hoursWith({ vacations: [{ from: '2026-08-02', to: '2026-08-01', note: null }] })).error?.issues[0]?.message).toBe('date.order')
  })
})

it('days with the same hours are one group', () => {
  expect(groupWeek(hoursWith().week).map(({ days }) => days)).toEqual([['mo', 'tu'], ['we'], ['th'], ['fr'], ['sa'], ['su']])
})
