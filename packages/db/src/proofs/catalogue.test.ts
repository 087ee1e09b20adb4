import { expect, test } from 'vitest'
import { run } from './catalogue.proof.ts'

test('P1 holds: the catalogue is clean, and every planted fault is found by its rule', async () => {
  const report = await run({ long: false, seed: 1 })
  expect(report).toMatchObject({ verdict: 'holds', violations: [], missed: [], rulesWithoutFault: [] })
  expect(report.faultsPlanted).toBeGreaterThanOrEqual(36)
  expect(report.faultsFound).toBe(report.faultsPlanted)
}, 60_000)
