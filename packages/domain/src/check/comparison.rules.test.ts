import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Level } from './answer.schemas.ts'
import { allAt, answersOf, catalogueOf } from './catalogue.fixture.ts'
import type { CheckCatalogue } from './catalogue.schemas.ts'
import { compareResults } from './comparison.rules.ts'
import { comparison } from './result.schemas.ts'
import { scoreCheck } from './scoring.rules.ts'

const shopIn = (edition: string): CheckCatalogue =>
  catalogueOf([
    { id: 'HF1', items: [['1.1', 1, 2], ['1.2', 3, 1, { must: true }]] },
    { id: 'HF2', items: [['2.1', 1, 3, { must: true }], ['2.2', 2, 8]] },
  ], edition)
const shop = shopIn('DLC-1.0')
const resultOf = (marks: Parameters<typeof answersOf>[0], catalogue = shop) => scoreCheck(catalogue, 'full', answersOf(marks))

describe('the comparison of two results', () => {
  const before = resultOf({ '1.1': 2, '1.2': 0, '2.1': 1, '2.2': 1 })
  // HF1: 100 · (1·2 + 3·0) / 16 = 12.5; HF2: 100 · (1·1 + 2·1) / 12 = 25; total 18.75
  const after = resultOf({ '1.1': 3, '1.2': 2, '2.1': 0, '2.2': 3 })
  // HF1: 100 · (1·3 + 3·2) / 16 = 56.25; HF2: 100 · (1·0 + 2·3) / 12 = 50; total 53.125

  it('gives the points gained by field and in total, and the musts closed and opened', () => {
    expect(compareResults(before, after)).toEqual({
      comparable: true,
      fields: [
        { fieldId: 'HF1', before: 12.5, after: 56.25, difference: 43.75 },
        { fieldId: 'HF2', before: 25, after: 50, difference: 25 },
      ],
      total: { before: 18.75, after: 53.125, difference: 34.375 },
      mustsClosed: ['1.2'],
      mustsOpened: ['2.1'],
    })
  })

  it('is given across minor editions', () => {
    const minor = resultOf({ '1.1': 3, '1.2': 2, '2.1': 0, '2.2': 3 }, shopIn('DLC-1.4'))
    expect(compareResults(before, minor)).toEqual(compareResults(before, after))
  })

  it.each(['DLC-2.0', 'DLC-10.0', 'XYZ-1.0'])('gives no difference towards edition %s', edition => {
    const other = resultOf({ '1.1': 3, '1.2': 2, '2.1': 0, '2.2': 3 }, shopIn(edition))
    const result = compareResults(before, other)
    expect(result).toMatchObject({ comparable: false, mustsClosed: [], mustsOpened: [], total: { before: 18.75, after: 53.125, difference: null } })
    expect(result.fields.map(field => field.difference)).toEqual([null, null])
  })

  it('gives no difference between a quick and a full check', () => {
    const quick = scoreCheck(shop, 'quick', answersOf({ '1.2': 0, '2.1': 1 }))
    expect(compareResults(quick, after)).toMatchObject({ comparable: false, total: { difference: null }, mustsClosed: [] })
  })

  it('leaves out a field that one of both has no score for, and with it the total', () => {
    // Otherwise HF1 alone (12.5) would be set against the mean of both fields.
    const partly = resultOf({ '1.1': 2, '1.2': 0 })
    const result = compareResults(partly, after)
    expect(result.fields).toEqual([
      { fieldId: 'HF1', before: 12.5, after: 56.25, difference: 43.75 },
      { fieldId: 'HF2', before: null, after: 50, difference: null },
    ])
    expect(result.total).toEqual({ before: 12.5, after: 53.125, difference: null })
  })

  it('names a field that only the earlier edition had', () => {
    const fewer = { ...after, fields: after.fields.slice(0, 1) }
    expect(compareResults(before, fewer).fields.map(field => [field.fieldId, field.difference])).toEqual([['HF1', 43.75], ['HF2', null]])
  })

  it('counts no must as closed that is now answered with "Weiß ich nicht", and none as opened that was', () => {
    const unsure = resultOf({ '1.1': 3, '1.2': '?', '2.1': 1, '2.2': 3 })
    expect(compareResults(before, unsure).mustsClosed).toEqual([])
    expect(compareResults(unsure, before).mustsOpened).toEqual([])
  })

  it('with itself is zero, and turned round it changes its sign', () => {
    const marks = fc.record({ '1.1': fc.constantFrom<Level>(0, 1, 2, 3, 4), '1.2': fc.constantFrom<Level>(0, 1, 2), '2.1': fc.constantFrom<Level>(0, 3), '2.2': fc.constantFrom<Level>(1, 4) })
    fc.assert(fc.property(marks, marks, (one, two) => {
      const [a, b] = [resultOf(one), resultOf(two)]
      const [there, back] = [compareResults(a, b), compareResults(b, a)]
      expect(comparison.safeParse(there).error).toBeUndefined()
      expect(compareResults(a, a).total.difference).toBe(0)
      expect((there.total.difference ?? Number.NaN) + (back.total.difference ?? Number.NaN)).toBe(0)
      expect(there.mustsClosed).toEqual(back.mustsOpened)
    }))
  })

  it('from all at level 1 to all at level 3 is 50 points', () => {
    const [low, high] = ([1, 3] as const).map(at => scoreCheck(shop, 'full', allAt(shop, at)))
    expect(low && high && compareResults(low, high).total.difference).toBe(50)
  })
})
