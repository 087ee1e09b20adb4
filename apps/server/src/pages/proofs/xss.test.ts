import { expect, it } from 'vitest'
import { run } from './xss.proof.ts'

it('P12: no text of a business, an offer or a search becomes more than a text on a public page', async () => {
  const report = await run({ long: false, seed: 1 })
  expect(report).toMatchObject({ verdict: 'holds', differing: 0, examples: [] })
  expect(report.texts).toBeGreaterThanOrEqual(200)
  expect(report.fields).toBeGreaterThanOrEqual(20)
  expect(report.controls.data).toBeGreaterThan(50)
})
