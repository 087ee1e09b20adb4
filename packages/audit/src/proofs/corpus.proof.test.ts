import { describe, expect, it } from 'vitest'
import { run } from './corpus.proof.ts'

describe('the corpus', () => {
  it('meets the goals for every check and every expected place', async () => {
    const { below, checks, missedPlaces, differences, verdict } = await run({ long: false, seed: 1 })
    expect(checks.filter(({ id }) => below.includes(String(id))), differences.join('\n')).toEqual([])
    expect(missedPlaces).toEqual([])
    expect(verdict).toBe('holds')
  }, 60_000)
})
