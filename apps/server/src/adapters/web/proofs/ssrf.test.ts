import { expect, it } from 'vitest'
import { run } from './ssrf.proof.ts'

it('P8: of more than 661 addresses ours reaches none, while the controls reach most and the four allowed ones are reached by each', async () => {
  const report = await run({ long: false, seed: 1 })
  expect(report).toMatchObject({ verdict: 'holds', ours: { attacks: 0, rebinding: 0, allowed: 4 }, unguarded: { allowed: 4 }, checkThenFetch: { allowed: 4 }, examples: [] })
  expect(report.addresses).toBeGreaterThanOrEqual(661)
  expect(report.unguarded.attacks).toBeGreaterThanOrEqual(550)
  expect(report.checkThenFetch.rebinding).toBe(report.rebindingNames)
})
