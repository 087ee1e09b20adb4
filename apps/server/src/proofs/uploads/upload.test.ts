import { expect, it } from 'vitest'
import { run } from './upload.proof.ts'

it('P13: hostile files are refused or kept as pixels alone, and no text becomes a header or a formula', async () => {
  const report = await run({ long: false, seed: 1 })
  expect(report).toMatchObject({ verdict: 'holds', faults: [] })
  expect(report.refused + report.cleaned).toBeGreaterThanOrEqual(90)
  expect(report.words).toBeGreaterThanOrEqual(100)
})
