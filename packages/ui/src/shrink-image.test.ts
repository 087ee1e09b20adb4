import { expect, test } from 'vitest'
import { fitWithin } from './shrink-image.ts'

test('a large picture is fitted to its longer side', () => {
  expect(fitWithin(4000, 3000, 1600)).toEqual({ width: 1600, height: 1200 })
  expect(fitWithin(3000, 4000, 1600)).toEqual({ width: 1200, height: 1600 })
})

test('a small picture is not enlarged, and no side vanishes', () => {
  expect(fitWithin(200, 100, 1600)).toEqual({ width: 200, height: 100 })
  expect(fitWithin(10_000, 2, 100)).toEqual({ width: 100, height: 1 })
})
