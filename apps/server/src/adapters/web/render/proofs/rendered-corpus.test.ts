import { expect, it } from 'vitest'
import { needBrowser } from '../need-browser.fixture.ts'
import { run } from './rendered-corpus.proof.ts'

it('the sites of the corpus that need a browser are judged in one as their writers expect', async () => {
  needBrowser()
  const report = await run({ long: false, seed: 1 })
  expect(report.sites).toBeGreaterThanOrEqual(12)
  expect(report.differences).toEqual([])
  expect(report).toMatchObject({ verdict: 'holds', below: [], control: [] })
}, 120_000)
