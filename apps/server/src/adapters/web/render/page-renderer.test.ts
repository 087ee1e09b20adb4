import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import type { RenderedFacts } from '@digitallotsen/audit/site.types.ts'
import { afterEach, expect, it } from 'vitest'
import { readEnv } from '../../../env.ts'
import { serve, serveSite } from '../site-server.fixture.ts'
import { createChildRenderer, type ChildRendererOptions } from './child-renderer.ts'
import { findBrowser } from './find-browser.ts'
import { createMemoryRenderer } from './memory-renderer.ts'
import { needBrowser } from './need-browser.fixture.ts'
import { contact, contractPage, describePageRenderer, type RendererUnderTest } from './page-renderer.contract.ts'
import { visitPace } from './visit-pace.ts'

const hasty = { ...visitPace, restMs: 200, quietMs: 100, patienceMs: 2_000 }
const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(ends.splice(0).map(end => end()))
})

const child = async (): Promise<RendererUnderTest> => {
  const site = await serveSite({ '/': { body: contractPage } })
  const renderer = createChildRenderer({ browser: needBrowser(), trial: [site.trial], pace: hasty })
  return { renderer, origin: site.origin, close: site.close }
}

const seen: RenderedFacts = { viewportWidth: 360, scrollWidth: 360, baseFontPx: 15, cookies: [{ name: 'korb', domain: 'laden.localhost' }], storage: [{ key: 'gesehen', origin: 'http://laden.localhost' }], thirdPartyRequests: [], consoleErrors: [], axe: [] }

describePageRenderer('the browser under a keeper of its own', child)
describePageRenderer('its twin in memory', async () => ({ renderer: createMemoryRenderer({ 'http://laden.localhost/': seen }), origin: 'http://laden.localhost', close: async () => {} }))

const open = async (body: string, options: Partial<ChildRendererOptions> = {}) => {
  const site = await serve((_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(body))
  const renderer = createChildRenderer({ browser: needBrowser(), trial: [site.trial], pace: hasty, ...options })
  ends.push(() => renderer.close(), site.close)
  return { site, render: () => renderer.render({ url: `${site.origin}/`, contact, isCertificateIgnored: false }) }
}

const folders = () => readdirSync(tmpdir()).filter(name => name.startsWith(`digitallotsen-browser-${process.pid}-`))

it('a page that never lets go ends at the deadline, and leaves nothing behind', async () => {
  const { render } = await open('<p>Hallo</p><script>for (;;);</script>', { totalMs: 3_500 })
  expect(await render()).toEqual({ ok: false, reason: 'failed' })
  expect(folders()).toEqual([])
})

it.runIf(process.platform === 'linux')('a page that eats memory is ended before the deadline', async () => {
  const begun = performance.now()
  const { render } = await open('<p>Hallo</p><script>const a = []; setInterval(() => a.push(new Uint8Array(30e6).fill(7)), 10)</script>', { totalMs: 60_000, memoryMb: 700, pace: { ...hasty, restMs: 40_000 } })
  expect(await render()).toEqual({ ok: false, reason: 'failed' })
  expect(performance.now() - begun).toBeLessThan(30_000)
})

it('the site is told who comes, and a dialogue of the page holds nothing up', async () => {
  const { site, render } = await open('<title>x</title><p>Hallo</p><script>alert(1); confirm(2)</script>')
  expect(await render()).toMatchObject({ ok: true })
  expect(site.asked[0]?.userAgent).toContain(`Mobile Safari/537.36 Digitallotsen/1.0 (+${contact})`)
})

it('without a browser it is said so', async () => {
  const renderer = createChildRenderer({ browser: undefined })
  expect(await renderer.render({ url: 'http://laden.localhost/', contact, isCertificateIgnored: false })).toEqual({ ok: false, reason: 'no_browser' })
})

it('a browser that does not start is none', async () => {
  const renderer = createChildRenderer({ browser: { ...needBrowser(), executable: '/bin/false' } })
  expect(await renderer.render({ url: 'http://laden.localhost/', contact, isCertificateIgnored: false })).toEqual({ ok: false, reason: 'no_browser' })
})

it('a start with a browser that is not there is refused', () => {
  expect(() => readEnv({ AUDIT_BROWSER: '/gibt/es/nicht' })).toThrow(/AUDIT_BROWSER/)
  expect(readEnv({}).AUDIT_BROWSER).toBe('auto')
})

it('the setting switches it off, names another, and never hands it to root', () => {
  expect(findBrowser({ AUDIT_BROWSER: 'off', AUDIT_BROWSER_UNSANDBOXED: false })).toBeUndefined()
  expect(findBrowser({ AUDIT_BROWSER: '/gibt/es/nicht', AUDIT_BROWSER_UNSANDBOXED: false })).toBeUndefined()
  const found = findBrowser({ AUDIT_BROWSER: process.execPath, AUDIT_BROWSER_UNSANDBOXED: false })
  expect(found).toMatchObject({ executable: process.execPath, isSandboxNeeded: true })
  expect(process.getuid?.() !== 0 || (found?.account?.uid ?? 0) > 0).toBe(true)
})
