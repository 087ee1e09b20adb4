import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadFramework } from './load.ts'

const loaded = await loadFramework(join(import.meta.dirname, '../../../tenants/framework'))
const checks = loaded.ok ? loaded.framework.release.webChecks : []

it('the framework says of six items how far its website checks cap them', () => {
  const items = Object.groupBy(checks.filter(({ allows }) => allows !== null), ({ itemId }) => itemId)
  expect(Object.fromEntries(Object.entries(items).map(([itemId, list]) => [itemId, list?.map(({ id, allows }) => `${id} ${allows}`).join(', ')]))).toEqual({
    '2.1': 'F-07 2',
    '2.2': 'F-01 2, F-02 2, T-01 1, T-02 1, T-05 2',
    '2.3': 'F-04 3, F-05 1, F-06 1',
    '2.6': 'F-08 2',
    '4.5': 'S-01 3, S-02 3',
    '5.1': 'R-01 0, R-02 1, R-03 1, R-04 1, R-05 1, R-06 1, R-08 2',
  })
})

it('a clean website shows three measures to be done, and no other', () => {
  expect([...new Set(checks.filter(({ closes }) => closes).map(({ itemId }) => itemId))].toSorted()).toEqual(['2.1', '2.2', '5.1'])
  for (const { itemId, closes } of checks) expect(closes).toBe(['2.1', '2.2', '5.1'].includes(itemId))
})
