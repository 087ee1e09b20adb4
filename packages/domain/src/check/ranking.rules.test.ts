import { describe, expect, it } from 'vitest'
import type { Level, Relevance } from './answer.schemas.ts'
import { allAt, answersOf, catalogueOf, dlc1 } from './catalogue.fixture.ts'
import { rankMeasures } from './ranking.rules.ts'
import type { Ranking } from './result.schemas.ts'

const ranked = ({ measures }: Ranking) => measures.map(({ itemId, priority }) => [itemId, priority])
const active = ({ measures }: Ranking) => measures.filter(one => one.active).map(one => one.itemId)
const picked = ({ measures }: Ranking) => measures.filter(one => one.pickedFor).map(one => [one.itemId, one.pickedFor])

describe('the priority of a measure, worked by hand', () => {
  const catalogue = catalogueOf([
    { id: 'HF1', lead: true, items: [['1.1', 2, 4], ['1.2', 3, 3, { must: true }], ['1.3', 2, 2], ['1.4', 3, 1, { must: true }]] },
  ])
  const priorityOf = (itemId: string, level: Level, relevance: Relevance = 'normal') =>
    rankMeasures(catalogue, answersOf({ [itemId]: [level, relevance] })).measures[0]?.priority

  it('is weight · relevance · (target − level) / hours', () => {
    expect(priorityOf('1.1', 0)).toBe(1) // 2 · 1 · (2−0) / 4
    expect(priorityOf('1.1', 1)).toBe(0.5) // 2 · 1 · (2−1) / 4
    expect(priorityOf('1.1', 0, 'high')).toBe(1.5) // 2 · 1.5 · 2 / 4
    expect(priorityOf('1.1', 0, 'low')).toBe(0.5) // 2 · 0.5 · 2 / 4
  })

  it('grows by 1.25 for a must, by 1.15 for a quick win of two hours at most, and by both, multiplied', () => {
    expect(priorityOf('1.2', 1)).toBe(1.25) // 3 · 1 · 1 / 3 · 1.25
    expect(priorityOf('1.3', 1)).toBe(1.15) // 2 · 1 · 1 / 2 · 1.15
    expect(priorityOf('1.4', 1)).toBe(4.3125) // 3 · 1 · 1 / 1 · 1.25 · 1.15 = 3 · 1.4375
  })
})

describe('a ranking, worked by hand', () => {
  it('of a shop that starts from nothing: urgent ones first, never more than five active, ties by weight, effort, id', () => {
    const result = rankMeasures(dlc1, allAt(dlc1, 0))
    expect(ranked(result).slice(0, 15)).toEqual([
      // must-items at level 0, among themselves by priority
      ['1.2', 8.625], // 3·2/1 · 1.25 · 1.15
      ['2.3', 6.46875], // 3·3/2 · 1.25 · 1.15
      ['2.1', 3.75], // 3·3/3 · 1.25
      ['4.2', 2.5], // 3·2/3 · 1.25, before 5.1 by id alone (weight 3, 3 hours both)
      ['5.1', 2.5], // 3·2/3 · 1.25
      ['4.5', 1.875], // 3·2/4 · 1.25: urgent, yet the sixth
      // the others, by priority
      ['2.4', 4.6], // 2·3/1.5 · 1.15
      ['2.6', 3.45], // 1·3/1 · 1.15
      ['1.3', 3.066666667], // 2·2/1.5 · 1.15
      // all 2.3: weight 2 before weight 1, there 2 hours each, so by id …
      ['1.1', 2.3], // 2·2/2 · 1.15
      ['3.1', 2.3],
      ['3.2', 2.3],
      ['5.2', 2.3],
      // … then weight 1
      ['1.4', 2.3], // 1·2/1 · 1.15
      ['5.5', 2.3],
    ])
    expect(active(result)).toEqual(['1.2', '2.3', '2.1', '4.2', '5.1'])
    expect(result.measures.filter(one => one.urgent).map(one => one.rank)).toEqual([1, 2, 3, 4, 5, 6])
    expect(result).toMatchObject({ waived: [], outlook: [], tandem: [], unclear: [] })
  })

  it('takes the lower effort where priority and weight are equal', () => {
    const catalogue = catalogueOf([{ id: 'HF1', items: [['1.1', 2, 4], ['1.2', 2, 2.5, { must: true }]] }])
    // 1.1 at level 0: 2·2/4 = 1; 1.2 at level 1: 2·1/2.5 · 1.25 = 1; weight 2 both, so 2.5 hours before 4, against the order of the ids
    expect(ranked(rankMeasures(catalogue, answersOf({ '1.1': 0, '1.2': 1 })))).toEqual([['1.2', 1], ['1.1', 1]])
  })

  it('of the stationer: level 2 only where the target is higher, else outlook; level 3 and 4 to the tandem question', () => {
    const result = rankMeasures(dlc1, answersOf({
      '1.1': 1, '1.2': 2, '1.3': 1, '1.4': '-', '1.5': 2, '1.6': 0,
      '2.1': 1, '2.2': 2, '2.3': 1, '2.4': 0, '2.5': 0, '2.6': 0,
      '3.1': 3, '3.2': 2, '3.3': 2, '3.4': 1, '3.5': 0, '3.6': '-',
      '4.1': 2, '4.2': 3, '4.3': '?', '4.4': 0, '4.5': 1, '4.6': 2,
      '5.1': 2, '5.2': 1, '5.3': 2, '5.4': 1, '5.5': 0, '5.6': '-',
    }))
    expect(ranked(result)).toEqual([
      ['2.4', 4.6], // 2·(3−0)/1.5 · 1.15
      ['2.3', 4.3125], // 3·(3−1)/2 · 1.25 · 1.15: a must, but at level 1, so not urgent
      ['2.6', 3.45], // 1·(3−0)/1 · 1.15
      ['2.1', 2.5], // 3·(3−1)/3 · 1.25
      ['5.5', 2.3], // 1·(2−0)/1 · 1.15
      ['1.3', 1.533333333], // 2·(2−1)/1.5 · 1.15
      ['1.1', 1.15], // 2·(2−1)/2 · 1.15, weight 2
      ['5.2', 1.15], // 2·(2−1)/2 · 1.15, weight 2
      ['1.6', 1.15], // 1·(2−0)/2 · 1.15, weight 1
      ['3.5', 1.15], // 1·(2−0)/2 · 1.15, weight 1
      ['3.4', 1], // 3·(2−1)/3, weight 3
      ['2.5', 1], // 2·(3−0)/6, weight 2
      ['4.5', 0.9375], // 3·(2−1)/4 · 1.25
      ['4.4', 0.5], // 1·(2−0)/4
      ['2.2', 0.375], // 3·(3−2)/8
      ['5.4', 0.166666667], // 1·(2−1)/6
    ])
    expect(active(result)).toEqual(['2.4', '2.3', '2.6', '2.1', '5.5'])
    expect(result.measures.filter(one => one.stage === 'next').map(one => one.itemId)).toEqual(['2.2'])
    expect(result.outlook.map(one => [one.itemId, one.level])).toEqual([
      ['1.2', 2], ['1.5', 2], ['3.2', 2], ['3.3', 2], ['4.1', 2], ['4.6', 2], ['5.1', 2], ['5.3', 2],
    ])
    expect(result).toMatchObject({ waived: [], tandem: ['3.1', '4.2'], unclear: ['4.3'] })
  })

  it('of the quick check with one open must', () => {
    const result = rankMeasures(dlc1, answersOf({ '1.2': 2, '2.1': 3, '2.3': 1, '4.2': 4, '4.5': 0, '5.1': '?' }))
    // 4.5 is urgent: 3·2/4 · 1.25 = 1.875; 2.3 has the higher priority and comes second: 3·2/2 · 1.4375 = 4.3125
    expect(ranked(result)).toEqual([['4.5', 1.875], ['2.3', 4.3125]])
    expect(result).toMatchObject({ waived: [], outlook: [{ itemId: '1.2', measureId: 'M-1.2', level: 2 }], tandem: ['2.1', '4.2'], unclear: ['5.1'] })
  })

  it('of a shop at target everywhere is empty and waives nothing', () => {
    const result = rankMeasures(dlc1, allAt(dlc1, 3))
    expect(result).toMatchObject({ measures: [], waived: [], outlook: [] })
    expect(result.tandem).toHaveLength(30)
  })
})

describe('a target that was agreed apart', () => {
  const fieldWith = (target: number) => catalogueOf([{ id: 'HF1', target, lead: true, items: [['1.1', 2, 2], ['1.2', 2, 4]] }])

  it('of 1 leaves level 1 to the outlook and asks for a measure at level 0 only', () => {
    const result = rankMeasures(fieldWith(1), answersOf({ '1.1': 0, '1.2': 1 }))
    expect(ranked(result)).toEqual([['1.1', 1.15]]) // 2·(1−0)/2 · 1.15
    expect(result.outlook).toEqual([{ itemId: '1.2', measureId: 'M-1.2', level: 1 }])
  })

  it('of 4 makes no task of level 3, which is a tandem question', () => {
    const result = rankMeasures(fieldWith(4), answersOf({ '1.1': 2, '1.2': 3 }))
    expect(ranked(result)).toEqual([['1.1', 2.3]]) // 2·(4−2)/2 · 1.15
    expect(result).toMatchObject({ outlook: [], tandem: ['1.2'] })
  })
})

describe('one of a lead field and one quick win are among the five', () => {
  it('the best of a lead field takes the place of the last that is not urgent', () => {
    // HF1 and HF2 are at level 3, save 1.6 and 2.5, both of low relevance; HF4 and HF5 at target, save the must 4.2 at 0; HF3 at 0
    const done = { '2.1': 3, '2.2': 3, '2.3': 3, '2.4': 3, '2.6': 3, '1.1': 3, '1.2': 3, '1.3': 3, '1.4': 3, '1.5': 3 } as const
    const nothing = { '3.1': 0, '3.2': 0, '3.3': 0, '3.4': 0, '3.5': 0, '3.6': 0 } as const
    const result = rankMeasures(dlc1, allAt(dlc1, 2, { ...done, ...nothing, '1.6': [1, 'low'], '2.5': [2, 'low'], '4.2': 0 }))
    expect(ranked(result)).toEqual([
      ['4.2', 2.5], // urgent: 3·2/3 · 1.25
      ['3.1', 2.3], // 2·2/2 · 1.15
      ['3.2', 2.3],
      ['3.4', 2], // 3·2/3
      ['3.3', 1.15], // 1·2/2 · 1.15: the fifth, gives way
      ['3.5', 1.15],
      ['3.6', 0.5], // 1·2/4
      ['1.6', 0.2875], // 1·0.5·1/2 · 1.15: the better one of a lead field
      ['2.5', 0.166666667], // 2·0.5·(3−2)/6
    ])
    expect(active(result)).toEqual(['4.2', '3.1', '3.2', '3.4', '1.6'])
    expect(picked(result)).toEqual([['1.6', 'lead_field']])
    expect(result.waived).toEqual([])
  })

  const long = (id: string, hours: number) => [id, 3, hours] as const
  const others = [long('3.1', 3), long('3.2', 4), long('3.3', 5), long('3.4', 5)]

  it('the only quick win stays, and the one before it gives way', () => {
    const catalogue = catalogueOf([{ id: 'HF1', lead: true, items: [['1.1', 1, 8]] }, { id: 'HF3', items: [...others, ['3.5', 1, 2]] }])
    const result = rankMeasures(catalogue, allAt(catalogue, 0))
    // 3·2/3 = 2; 3·2/4 = 1.5; 3·2/5 = 1.2, twice; 1·2/2 · 1.15 = 1.15; 1·2/8 = 0.25
    expect(ranked(result)).toEqual([['3.1', 2], ['3.2', 1.5], ['3.3', 1.2], ['3.4', 1.2], ['3.5', 1.15], ['1.1', 0.25]])
    expect(active(result)).toEqual(['3.1', '3.2', '3.3', '3.5', '1.1'])
    expect(picked(result)).toEqual([['1.1', 'lead_field']])
  })

  it('both are brought in where both are missing', () => {
    const catalogue = catalogueOf([{ id: 'HF1', lead: true, items: [['1.1', 1, 8]] }, { id: 'HF3', items: [...others, long('3.6', 5.5), ['3.5', 1, 2]] }])
    const result = rankMeasures(catalogue, allAt(catalogue, 0, { '3.5': [0, 'low'] }))
    // 3.6: 3·2/5.5 = 1.0909…; 3.5: 1·0.5·2/2 · 1.15 = 0.575
    expect(active(result)).toEqual(['3.1', '3.2', '3.3', '3.5', '1.1'])
    expect(picked(result)).toEqual([['3.5', 'quick_win'], ['1.1', 'lead_field']])
    expect(result.waived).toEqual([])
  })

  it('what no candidate fits is waived and said', () => {
    const withoutQuickWin = catalogueOf([{ id: 'HF1', lead: true, items: [['1.1', 1, 8]] }, { id: 'HF3', items: others }])
    expect(rankMeasures(withoutQuickWin, allAt(withoutQuickWin, 0)).waived).toEqual(['quick_win'])
    const withoutLead = catalogueOf([{ id: 'HF3', items: [...others, ['3.5', 1, 2]] }])
    expect(rankMeasures(withoutLead, allAt(withoutLead, 0)).waived).toEqual(['lead_field'])
  })

  const urgent = (id: string) => [id, 3, 3, { must: true }] as const

  it('no urgent one is pushed out, so both rules are waived for five urgent ones', () => {
    const musts = ['4.1', '4.2', '4.3', '4.4', '4.5'].map(urgent)
    const catalogue = catalogueOf([{ id: 'HF1', lead: true, items: [['1.1', 1, 1]] }, { id: 'HF4', items: musts }])
    const result = rankMeasures(catalogue, allAt(catalogue, 0))
    expect(active(result)).toEqual(['4.1', '4.2', '4.3', '4.4', '4.5'])
    expect(result.waived).toEqual(['lead_field', 'quick_win'])
  })

  it('the one place beside four urgent ones goes to a measure that is both, else to the lead field', () => {
    const musts = ['4.1', '4.2', '4.3', '4.4'].map(urgent)
    const lead = ['1.1', 3, 6] as const
    const both = ['1.2', 1, 2] as const
    const rest = { id: 'HF4', items: [...musts, ['4.6', 3, 2.5], ['4.7', 1, 1.5]] } as const
    const withBoth = catalogueOf([{ id: 'HF1', lead: true, items: [lead, both] }, rest])
    const marks = { '1.2': [0, 'low'], '4.7': [1, 'normal'] } as const
    // 4.6: 3·2/2.5 = 2.4; 1.1: 3·2/6 = 1; 4.7: 1·1/1.5 · 1.15 = 0.7667; 1.2: 1·0.5·2/2 · 1.15 = 0.575
    const result = rankMeasures(withBoth, allAt(withBoth, 0, marks))
    expect(ranked(result).slice(4)).toEqual([['4.6', 2.4], ['1.1', 1], ['4.7', 0.766666667], ['1.2', 0.575]])
    expect(active(result)).toEqual(['4.1', '4.2', '4.3', '4.4', '1.2'])
    expect(result.waived).toEqual([])

    const withoutBoth = catalogueOf([{ id: 'HF1', lead: true, items: [lead] }, rest])
    const other = rankMeasures(withoutBoth, allAt(withoutBoth, 0, { '4.7': [1, 'normal'] }))
    expect(active(other)).toEqual(['4.1', '4.2', '4.3', '4.4', '1.1'])
    expect(other.waived).toEqual(['quick_win'])
  })
})

describe('a measure that serves two items', () => {
  const catalogue = catalogueOf([
    { id: 'HF1', lead: true, items: [['1.1', 1, 2], ['1.2', 3, 2, { measureId: 'M-1.1' }], ['1.3', 1, 2]] },
  ])

  it('is listed once, for the item that ranks it higher', () => {
    // for 1.1: 1·2/2 · 1.15 = 1.15; for 1.2: 3·1/2 · 1.15 = 1.725; 1.3: 1.15
    const result = rankMeasures(catalogue, answersOf({ '1.1': 0, '1.2': 1, '1.3': 0 }))
    expect(result.measures.map(one => [one.rank, one.measureId, one.itemId, one.priority])).toEqual([[1, 'M-1.1', '1.2', 1.725], [2, 'M-1.3', '1.3', 1.15]])
  })

  it('is no outlook for one item while it is a task for the other, and one outlook where both are at target', () => {
    expect(rankMeasures(catalogue, answersOf({ '1.1': 2, '1.2': 1 })).outlook).toEqual([])
    expect(rankMeasures(catalogue, answersOf({ '1.1': 2, '1.2': 2 })).outlook).toEqual([{ itemId: '1.1', measureId: 'M-1.1', level: 2 }])
  })
})

it('refuses a catalogue whose item names a measure that is not there', () => {
  const catalogue = { ...dlc1, measures: dlc1.measures.slice(1) }
  expect(() => rankMeasures(catalogue, [])).toThrow('Item 1.1 names the measure M-1.1')
})

it('refuses two answers to one item', () => {
  expect(() => rankMeasures(dlc1, [...answersOf({ '1.1': 1 }), ...answersOf({ '1.1': 2 })])).toThrow('input.invalid')
})
