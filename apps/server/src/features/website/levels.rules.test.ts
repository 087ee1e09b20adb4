import { describe, expect, it } from 'vitest'
import { besideSaid, measuredLevels } from './levels.rules.ts'

const check = (id: string, allows: 0 | 1 | 2 | 3 | null, itemId = '5.1') => ({ id, itemId, allows })
const verdict = (id: string, verdict: string) => ({ id, verdict })

describe('the measured level of an item', () => {
  it('is the lowest that its failed checks allow, and names those that hold it there', () => {
    const checks = [check('R-01', 0), check('R-03', 1), check('R-04', 1), check('R-08', 2)]
    expect(measuredLevels(checks, [verdict('R-01', 'pass'), verdict('R-03', 'fail'), verdict('R-04', 'fail'), verdict('R-08', 'fail')])).toEqual([{ itemId: '5.1', level: 1, checkIds: ['R-03', 'R-04'] }])
  })

  it('is 4 where all that was judged passed: then it caps nothing', () => {
    expect(measuredLevels([check('a', 1), check('b', 2)], [verdict('a', 'pass'), verdict('b', 'not_checked')])).toEqual([{ itemId: '5.1', level: 4, checkIds: [] }])
  })

  it('is none where nothing with a say was judged', () => {
    expect(measuredLevels([check('a', 1), check('b', null), check('c', 1, '2.2')], [verdict('a', 'not_checked'), verdict('b', 'fail'), verdict('c', 'not_applicable')])).toEqual([])
  })

  it('caps what was said and never raises it; the guide’s word stands above the merchant’s', () => {
    const measured = { itemId: '5.1', level: 1 as const, checkIds: ['R-03'] }
    expect(besideSaid(measured, { self: 3, guide: null })).toMatchObject({ auto: 1, effective: 1 })
    expect(besideSaid(measured, { self: 0, guide: null })).toMatchObject({ effective: 0 })
    expect(besideSaid({ ...measured, level: 4 }, { self: 3, guide: 2 })).toMatchObject({ effective: 2 })
    expect(besideSaid(measured, { self: null, guide: null })).toMatchObject({ effective: null })
  })
})
