import { afterEach, expect, it } from 'vitest'
import { createChildReader, type ChildReaderOptions } from './child-reader.ts'
import { createMemoryRenderer } from './render/memory-renderer.ts'
import { serve, type SiteServer } from './site-server.fixture.ts'
import type { WebReader } from './web-reader.ts'
import { contact } from './web-reader.contract.ts'

const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(ends.splice(0).map(end => end()))
})

/** One tag of so many attributes that a parser which compares each with each never comes to its end. */
const manyAttributes = `<!doctype html><p ${Array.from({ length: 280_000 }, (_, i) => i.toString(36)).join(' ')}>`
const page = (links: string) => `<!doctype html><title>Laden</title>${links}`

const open = async (options: ChildReaderOptions, pages: Record<string, string> = {}): Promise<{ reader: WebReader; site: SiteServer; crashes: string[] }> => {
  const crashes: string[] = []
  const site = await serve((request, response) => {
    const body = pages[request.url ?? '']
    if (request.url === '/stumm') return
    response.writeHead(body ? 200 : 404, { 'content-type': 'text/html' }).end(body ?? 'nichts')
  })
  const reader = createChildReader({ trial: [site.trial], onCrash: how => crashes.push(how), ...options })
  ends.push(() => reader.close(), () => site.close())
  return { reader, site, crashes }
}

const read = (reader: WebReader, site: SiteServer, path = '/') => reader.fetch({ url: site.origin + path, want: 'page', contact })

it('a site that eats all memory costs its own crawl, and the next site is read', async () => {
  const heavy = page(['impressum', 'datenschutz', 'kontakt'].map(name => `<a href="/${name}">${name}</a>`).join('') + '<p class=a>Wort</p>'.repeat(99_000))
  const { reader, site, crashes } = await open({ heapMb: 40 }, { '/': heavy, '/impressum': heavy, '/datenschutz': heavy, '/kontakt': heavy, '/klein': page('') })
  expect(await reader.crawl({ entered: site.origin, contact })).toMatchObject({ ok: false, reason: 'crashed' })
  expect(crashes).toHaveLength(1)
  expect(await reader.crawl({ entered: `${site.origin}/klein`, contact })).toMatchObject({ ok: true, snapshot: { pages: [{ status: 200 }] } })
})

it('a page that is never judged to its end costs its own audit', async () => {
  const { reader, site } = await open({ graceMs: -139_000 }, { '/': page('<a href="/stumm">Impressum</a>') })
  expect(await reader.audit({ entered: site.origin, contact, yardstick: { checks: [], facts: {}, human: {}, today: '2026-01-05' } })).toMatchObject({ ok: false, reason: 'timeout' })
})

it('a child that cannot begin ends as a reason', async () => {
  const { reader, site } = await open({ heapMb: 4 }, { '/': page('') })
  expect(await read(reader, site)).toMatchObject({ ok: false, reason: 'crashed' })
})

it('a child that is stuck is ended, and the next one begins anew', async () => {
  const { reader, site } = await open({ limits: { totalMs: 60_000 }, graceMs: -59_500 }, { '/': page('') })
  expect(await read(reader, site, '/stumm')).toMatchObject({ ok: false, reason: 'timeout' })
  expect(await read(reader, site)).toMatchObject({ ok: true, status: 200 })
})

it('what is asked at once is answered, more than there are places', async () => {
  const { reader, site } = await open({}, { '/': page('') })
  const results = await Promise.all(Array.from({ length: 12 }, () => read(reader, site)))
  expect(results.filter(({ ok }) => ok)).toHaveLength(12)
})

it('a child with nothing to do is ended without being counted as a crash, and comes back', async () => {
  const { reader, site, crashes } = await open({ idleMs: 1 }, { '/': page('') })
  expect(await read(reader, site)).toMatchObject({ ok: true })
  await new Promise(done => setTimeout(done, 50))
  expect(await read(reader, site)).toMatchObject({ ok: true })
  expect(crashes).toEqual([])
})

it('a cancelled request ends at once, also in the child', async () => {
  const { reader, site } = await open({}, { '/': page('') })
  const ending = new AbortController()
  const asked = reader.fetch({ url: `${site.origin}/stumm`, want: 'page', contact }, ending.signal)
  await expect.poll(() => site.asked.length, { timeout: 30_000 }).toBe(1)
  ending.abort()
  expect(await asked).toMatchObject({ ok: false, reason: 'cancelled' })
})

it('what a browser saw of the start page comes into the crawl, asked for once', async () => {
  const facts = { viewportWidth: 360, scrollWidth: 900, cookies: [{ name: '_ga', domain: 'laden.localhost' }], storage: [], thirdPartyRequests: [], consoleErrors: [] }
  const seen: Record<string, typeof facts> = {}
  const renderer = createMemoryRenderer(seen)
  const { reader, site } = await open({ renderer }, { '/': page(''), '/weg': page('') })
  seen[`${site.origin}/`] = facts
  const result = await reader.crawl({ entered: site.origin, contact })
  expect(result.ok && result.snapshot.rendered).toEqual(facts)
  expect(renderer.asked).toEqual([{ url: `${site.origin}/`, contact, isCertificateIgnored: false }])
  const other = await reader.crawl({ entered: `${site.origin}/weg`, contact })
  expect(other).toMatchObject({ ok: true, snapshot: { renderFailed: true } })
})

it('closing cancels what is under way and what comes after', async () => {
  const { reader, site } = await open({})
  const asked = read(reader, site, '/stumm')
  await expect.poll(() => site.asked.length, { timeout: 30_000 }).toBe(1)
  await reader.close()
  expect(await asked).toMatchObject({ ok: false, reason: 'cancelled' })
  expect(await read(reader, site)).toMatchObject({ ok: false, reason: 'cancelled' })
  expect(await reader.crawl({ entered: site.origin, contact })).toMatchObject({ ok: false, reason: 'cancelled' })
})

it.each([
  ['of 150,000 levels', '<div>'.repeat(150_000)],
  ['of one tag with 280,000 attributes', manyAttributes],
  ['of 300,000 closing tags', '<p>'.repeat(150_000) + '</b>'.repeat(300_000)],
  ['of a table in a table in a table', '<table><tr><td>'.repeat(60_000)],
])('a start page %s ends in a snapshot', async (_what, html) => {
  const { reader, site, crashes } = await open({}, { '/': html })
  const result = await reader.crawl({ entered: site.origin, contact })
  expect(result).toMatchObject({ ok: true, snapshot: { pages: [{ status: 200 }] } })
  expect(crashes).toEqual([])
})
