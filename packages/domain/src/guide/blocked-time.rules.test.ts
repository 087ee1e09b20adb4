import { describe, expect, it } from 'vitest'
import { christmasTrade, christmasTrades, examsOf, findBlocked, overlaps, within } from './blocked-time.rules.ts'
import { blockedSpan } from './blocked-time.schemas.ts'
import { conflict } from './conflict.schemas.ts'

describe('blocked days', () => {
  it.each([
    ['2027-02-08', '2027-02-26', true],
    ['2027-02-26', '2027-03-10', true],
    ['2027-01-01', '2027-02-08', true],
    ['2027-02-27', '2027-03-10', false],
    ['2027-01-01', '2027-02-07', false],
  ])('of 8 to 26 February share a day with %s to %s: %s', (from, to, shared) => {
    const exams = { from: '2027-02-08', to: '2027-02-26' }
    expect(overlaps(exams, { from, to })).toBe(shared)
    expect(overlaps({ from, to }, exams)).toBe(shared)
  })

  it('are found by a day, first and last included', () => {
    const spans = [{ from: '2027-02-08', to: '2027-02-26' }]
    expect(['2027-02-07', '2027-02-08', '2027-02-26', '2027-02-27'].map(day => findBlocked(spans, day) !== undefined)).toEqual([false, true, true, false])
  })

  it('come by their beginning', () => {
    const [late, early, outside] = [{ from: '2027-03-01', to: '2027-03-02' }, { from: '2027-02-01', to: '2027-02-02' }, { from: '2028-01-01', to: '2028-01-02' }]
    expect(within([late, early, outside], { from: '2027-01-01', to: '2027-12-31' })).toEqual([early, late])
  })

  it('end no earlier than they begin', () => {
    expect(blockedSpan.safeParse({ kind: 'vacation', from: '2027-02-02', to: '2027-02-02', note: null }).success).toBe(true)
    expect(blockedSpan.safeParse({ kind: 'vacation', from: '2027-02-03', to: '2027-02-02', note: null }).success).toBe(false)
  })
})

describe('exams', () => {
  const semester = (id: string, year: string, exams: string | null) => ({ id, lecturesFrom: `${year}-10-11`, examsFrom: exams, examsTo: exams })
  const semesters = [semester('A', '2025', '2026-02-10'), semester('B', '2026', '2027-02-10'), semester('C', '2027', null)]

  it('block from the semester in which the guide began, and all where that is not known', () => {
    expect(examsOf(semesters, 'B').map(({ from }) => from)).toEqual(['2027-02-10'])
    expect(examsOf(semesters, null).map(({ from }) => from)).toEqual(['2026-02-10', '2027-02-10'])
    expect(examsOf(semesters, 'unknown')).toHaveLength(2)
  })

  it('without dates block nothing', () => {
    expect(examsOf(semesters, 'C')).toEqual([])
  })
})

describe('the Christmas trade', () => {
  it.each([
    // First Sundays in Advent: 27 Nov 2022 (Christmas Eve is the fourth Sunday itself in 2023: 3 Dec), 29 Nov 2026, 28 Nov 2027.
    [2022, '2022-11-21'],
    [2023, '2023-11-27'],
    [2026, '2026-11-23'],
    [2027, '2027-11-22'],
  ])('of %i begins on Monday %s and ends on Christmas Eve', (year, from) => {
    expect(christmasTrade(year)).toMatchObject({ from, to: `${year}-12-24`, source: 'season' })
    expect(new Date(`${from}T00:00:00Z`).getUTCDay()).toBe(1)
  })

  it('of each year that is touched counts', () => {
    expect(christmasTrades({ from: '2026-12-24', to: '2027-11-22' })).toHaveLength(2)
    expect(christmasTrades({ from: '2026-12-25', to: '2027-11-21' })).toEqual([])
  })
})

describe('a conflict', () => {
  it('names a business or a trade', () => {
    expect(conflict.safeParse({ kind: 'employer', business: 'Laden am Markt', trade: null }).success).toBe(true)
    expect(conflict.safeParse({ kind: 'trade', business: null, trade: 'florist' }).success).toBe(true)
    expect(conflict.safeParse({ kind: 'family', business: null, trade: null }).success).toBe(false)
  })
})
