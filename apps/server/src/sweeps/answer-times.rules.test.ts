import { describe, expect, it } from 'vitest'
import { sharperT, welchT } from './answer-times.rules.ts'

describe('two samples of times', () => {
  it('lie as many standard errors apart as reckoned by hand', () => {
    // means 2 and 5, variances 1 and 4: 3 / √(1/3 + 4/3) = 2.3238
    expect(welchT([3, 5, 7], [1, 2, 3])).toBeCloseTo(2.3238, 4)
    expect(welchT([1, 2, 3], [3, 5, 7])).toBeCloseTo(-2.3238, 4)
  })

  it('that are the same do not lie apart', () => {
    expect(welchT([2, 2, 2], [2, 2, 2])).toBe(0)
    expect(sharperT([1, 2, 3, 4], [1, 2, 3, 4])).toBe(0)
  })

  it('are told apart although one pause is larger than their difference', () => {
    const [fast, slow] = [0, 1].map(more => Array.from({ length: 100 }, (_, index) => 3 + more + (index % 5) / 10))
    const paused = [...(fast ?? []), 400]
    expect(Math.abs(welchT(slow ?? [], paused))).toBeLessThan(4.5)
    expect(sharperT(slow ?? [], paused)).toBeGreaterThan(4.5)
  })
})
