import { expect, it } from 'vitest'
import { needBrowser } from '../need-browser.fixture.ts'
import { run } from './browser-ssrf.proof.ts'

it('P8, browser: a page that tries every way comes through no open door by our proxy, and through more than a hundred without it', async () => {
  needBrowser()
  const report = await run()
  expect(report.ours.examples).toEqual([])
  expect(report).toMatchObject({ verdict: 'holds', ours: { reached: 0 } })
  expect(report.control.ways).toEqual(expect.arrayContaining(['fetch', 'frame', 'img', 'redirected', 'script', 'socket', 'udp', 'worker', 'leave']))
}, 120_000)
