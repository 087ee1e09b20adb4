import { describe, expect, it } from 'vitest'
import { run } from './cross-tenant.proof.ts'

describe('P2, the wall between two cities', () => {
  it('shows nothing of the other city, tells nothing of its ids, and every planted hole is found', { timeout: 900_000 }, async () => {
    const report = await run({ long: false, seed: 1 })
    expect(report).toMatchObject({ leaks: 0, differingAnswers: 0, victimChanged: 0, unmarkedIds: [], untriedIds: [], examples: [] })
    expect(report.faults.missed).toEqual([])
    expect(report.walls.odd).toEqual([])
    expect(report.layers).toMatchObject({ breaches: [], missed: [] })
    expect(report.requests).toBeGreaterThan(2_000)
    expect(report.verdict).toBe('holds')
  })
})
