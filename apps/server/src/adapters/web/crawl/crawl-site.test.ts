import type { RenderedFacts } from '@digitallotsen/audit/site.types.ts'
import { describe, expect, it } from 'vitest'
import { createInstantClock, createMemoryReader, type MemoryAnswer, type MemoryWeb } from '../memory-reader.ts'
import { createMemoryRenderer } from '../render/memory-renderer.ts'
import type { CrawlProgress } from '../snapshot.schemas.ts'
import { crawledSnapshotSchema } from '../snapshot.schemas.ts'
import type { CertificateResult } from '../web.schemas.ts'
import { crawlSite, listStarts } from './crawl-site.ts'
import type { Clock } from './pacer.ts'

const origin = 'https://www.musterladen.de'
const contact = 'https://musterstadt.example/kontakt'
const good: CertificateResult = { ok: true, validFrom: '2026-01-01T00:00:00.000Z', validTo: '2026-04-01T00:00:00.000Z', fault: null, issuer: 'Prüfstelle', protocol: 'TLSv1.3' }
const page = (title: string, links: string[] = []) => ({ body: `<!doctype html><title>${title}</title>${links.map(path => `<a href="${path}">${path.slice(1)}</a>`).join('')}` })
const text = (body: string): MemoryAnswer => ({ headers: { 'content-type': 'text/plain' }, body })

const paths = (answers: Record<string, MemoryAnswer>): Record<string, MemoryAnswer> => Object.fromEntries(Object.entries(answers).map(([path, answer]) => [path.startsWith('http') ? path : origin + path, answer]))

const shop: Record<string, MemoryAnswer> = {
  '/': page('Start', ['/ueber-uns', '/aktuelles', '/team', '/galerie', '/kontakt', '/shop', '/datenschutz', '/impressum', '/karte.pdf', '/intern/preise']),
  ...Object.fromEntries(['ueber-uns', 'aktuelles', 'team', 'galerie', 'kontakt', 'shop', 'datenschutz', 'impressum', 'intern/preise'].map(name => [`/${name}`, page(name)])),
  '/robots.txt': text('User-agent: *\nDisallow: /intern/\nSitemap: https://www.musterladen.de/karte.xml\n'),
  '/karte.xml': { headers: { 'content-type': 'application/xml' }, body: '<urlset/>' },
  'http://www.musterladen.de/': { status: 301, headers: { location: `${origin}/` } },
}

const crawl = async (answers: Record<string, MemoryAnswer>, { entered = 'www.musterladen.de', web = {}, clock = createInstantClock() }: { entered?: string; web?: Omit<MemoryWeb, 'answers'>; clock?: Clock } = {}) => {
  const reader = createMemoryReader({ answers: paths(answers), certificates: { 'www.musterladen.de': good }, ...web }, clock)
  const progress: CrawlProgress[] = []
  const snapshot = await crawlSite({ entered, contact, reader, clock, signal: new AbortController().signal, report: each => progress.push(each), ...(web.rendered && { renderer: createMemoryRenderer(web.rendered) }) })
  crawledSnapshotSchema.parse(snapshot)
  return { snapshot, asked: reader.asked, progress }
}

describe('the crawl', () => {
  it('reads the entered page and the five most useful others, the imprint first', async () => {
    const { snapshot } = await crawl(shop)
    expect(snapshot.pages.map(({ finalUrl }) => finalUrl.replace(origin, ''))).toEqual(['/', '/impressum', '/datenschutz', '/shop', '/kontakt', '/ueber-uns'])
  })

  it('tells what the site shows as a whole', async () => {
    const mail = { 'musterladen.de': { ok: true as const, mx: ['mx.musterladen.de'], txt: ['v=spf1 -all'], dmarc: ['v=DMARC1; p=none'] } }
    const { snapshot } = await crawl(shop, { web: { certificates: { 'www.musterladen.de': good }, mail } })
    expect(snapshot).toMatchObject({
      entered: 'www.musterladen.de', startedAt: '2026-01-05T09:00:00.000Z',
      plainHttp: { kind: 'redirect', status: 301, location: `${origin}/`, finalUrl: `${origin}/` },
      tls: { ok: true, validTo: good.validTo, issuer: 'Prüfstelle', protocol: 'TLSv1.3' },
      robots: { status: 200, contentType: 'text/plain' },
      sitemaps: [{ url: `${origin}/karte.xml`, status: 200, body: '<urlset/>' }],
      absentAddress: { status: 404 },
      dns: { domain: 'musterladen.de', mx: ['mx.musterladen.de'], txt: ['v=spf1 -all'], dmarc: ['v=DMARC1; p=none'] },
    })
  })

  describe('with a browser', () => {
    const facts: RenderedFacts = { viewportWidth: 360, scrollWidth: 360, cookies: [], storage: [], thirdPartyRequests: [], consoleErrors: [] }

    it('looks at the start page after the pages and before the links, and says so', async () => {
      const { snapshot, progress } = await crawl(shop, { web: { certificates: { 'www.musterladen.de': good }, rendered: { [`${origin}/`]: facts } } })
      expect(snapshot.rendered).toEqual(facts)
      expect(progress.filter(({ step }) => step === 'site')).toEqual([{ step: 'site', done: 0, of: 2 }, { step: 'site', done: 1, of: 2 }])
    })

    it('says that the page did not come in it', async () => {
      expect((await crawl(shop, { web: { rendered: {} } })).snapshot).toMatchObject({ renderFailed: true })
    })

    it('does not begin where too little time is left', async () => {
      const clock = createInstantClock()
      const slow: Clock = { now: clock.now, wait: (ms, signal) => clock.wait(ms * 16, signal) }
      const { snapshot } = await crawl(shop, { clock: slow, web: { rendered: { [`${origin}/`]: facts } } })
      expect(snapshot.rendered).toBeUndefined()
      expect(snapshot.renderFailed).toBe(true)
    })

    it('opens no start page that is an error', async () => {
      const { snapshot } = await crawl({ '/': { status: 503, body: '<h1>Pause</h1>' } }, { web: { rendered: { [`${origin}/`]: facts } } })
      expect(snapshot).not.toHaveProperty('rendered')
      expect(snapshot).not.toHaveProperty('renderFailed')
    })
  })

  it('never asks what robots.txt keeps, except the entered page itself', async () => {
    const { asked } = await crawl(shop)
    expect(asked.filter(({ url }) => url.includes('/intern/'))).toEqual([])
    const closed = await crawl({ ...shop, '/robots.txt': text('User-agent: *\nDisallow: /') })
    expect(closed.snapshot.pages.map(({ url }) => url)).toEqual([`${origin}/`])
    expect(closed.snapshot.probes).toEqual([])
    expect(closed.snapshot.absentAddress).toBeUndefined()
  })

  it('asks one host once a second and no more', async () => {
    const { asked } = await crawl(shop)
    const times = asked.filter(({ url }) => url.startsWith(origin)).map(({ at }) => at)
    const starts = [...new Set(times)]
    expect(starts.length).toBeGreaterThan(10)
    expect(Math.min(...starts.slice(1).map((at, index) => at - (starts[index] ?? 0)))).toBeGreaterThanOrEqual(1_000)
  })

  it('looks at no more than fifty links, by HEAD', async () => {
    const links = Array.from({ length: 90 }, (_, index) => `/artikel-${index}`)
    const { snapshot, asked } = await crawl({ '/': page('Start', links), ...Object.fromEntries(links.map(path => [path, page(path)])) })
    expect(snapshot.probes).toHaveLength(50)
    expect(asked.filter(({ method }) => method === 'HEAD')).toHaveLength(50)
  })

  it('asks by GET where HEAD is not known, and only there', async () => {
    const links = ['/a', '/b', '/c', '/d', '/e', '/f', '/g']
    const { snapshot, asked } = await crawl({ '/': page('Start', links), ...Object.fromEntries(links.map(path => [path, page(path)])), '/f': { ...page('f'), headStatus: 405 } })
    expect(snapshot.probes.map(({ url, status }) => [url.replace(origin, ''), status])).toEqual([['/f', 200], ['/g', 200]])
    expect(asked.filter(({ url }) => url.endsWith('/f')).map(({ method }) => method)).toEqual(['HEAD', 'GET'])
    expect(asked.filter(({ url }) => url.endsWith('/g')).map(({ method }) => method)).toEqual(['HEAD'])
  })

  it('begins no request in the last ten of its 120 seconds, and says what it saw', async () => {
    const inner = createInstantClock()
    const begun = inner.now()
    const slow: Clock = { now: inner.now, wait: (ms, signal) => inner.wait(ms + 4_000, signal) }
    const links = Array.from({ length: 60 }, (_, index) => `/artikel-${index}`)
    const { snapshot, asked } = await crawl({ '/': page('Start', links) }, { clock: slow })
    expect(Math.max(...asked.map(({ at }) => at - begun))).toBeLessThanOrEqual(110_000)
    expect(snapshot.probes.length).toBeGreaterThan(0)
    expect(snapshot.probes.length).toBeLessThan(45)
  })

  it('reads a site without encryption by plain HTTP', async () => {
    const { snapshot } = await crawl({ 'http://www.musterladen.de/': page('Start'), [`${origin}/`]: { failure: 'unreachable' } }, { web: { certificates: {} } })
    expect(snapshot).toMatchObject({ pages: [{ finalUrl: 'http://www.musterladen.de/', status: 200 }], tls: { ok: false, reason: 'no_https' }, plainHttp: { kind: 'answer', status: 200 } })
  })

  it.each(['expired', 'wrong_host', 'self_signed', 'untrusted', 'not_yet_valid'] as const)('tells a certificate that is %s', async fault => {
    const { snapshot } = await crawl(shop, { web: { certificates: { 'www.musterladen.de': { ...good, fault } } } })
    expect(snapshot.tls).toEqual({ ok: false, reason: fault, validTo: good.validTo })
  })

  it('is a snapshot too where nothing can be read', async () => {
    expect((await crawl({}, { entered: 'www.gibt-es-nicht.de' })).snapshot).toMatchObject({ pages: [{ failure: 'dns' }], probes: [] })
    expect((await crawl({}, { entered: 'http://192.168.0.1/' })).snapshot).toMatchObject({ pages: [{ failure: 'forbidden_address' }] })
    expect((await crawl({}, { entered: 'kein Name' })).snapshot).toMatchObject({ pages: [{ failure: 'other' }] })
    expect((await crawl({}, { entered: '' })).snapshot).toMatchObject({ pages: [{ failure: 'other' }] })
  })

  it('never goes by a link to an inner address', async () => {
    const { snapshot, asked } = await crawl({ '/': { body: '<a href="http://127.0.0.1/impressum">Impressum</a><img src="http://169.254.169.254/bild.png"><iframe src="http://10.0.0.1/"></iframe>' } })
    expect(asked.map(({ url }) => new URL(url).hostname).filter(host => host !== 'www.musterladen.de')).toEqual([])
    expect(snapshot.probes).toMatchObject([{ kind: 'image', failure: 'forbidden_address' }])
  })

  it('reports where it is', async () => {
    const { progress } = await crawl(shop)
    expect([...new Set(progress.map(({ step }) => step))]).toEqual(['start', 'pages', 'site', 'links'])
    expect(progress.every(({ done, of }) => done < of)).toBe(true)
  })

  it('ends when it is cancelled', async () => {
    const ending = new AbortController()
    const reader = createMemoryReader({ answers: paths(shop) })
    const crawling = crawlSite({ entered: origin, contact, reader, clock: createInstantClock(), signal: ending.signal, report: ({ step }) => step === 'site' && ending.abort() })
    await expect(crawling).rejects.toThrow(/abort/i)
    expect(reader.asked.length).toBeLessThan(9)
  })
})

it.each([
  ['www.musterladen.de', ['https://www.musterladen.de', 'http://www.musterladen.de']],
  [' musterladen.de/start ', ['https://musterladen.de/start', 'http://musterladen.de/start']],
  ['https://musterladen.de', ['https://musterladen.de', 'http://musterladen.de']],
  ['HTTP://musterladen.de', ['HTTP://musterladen.de']],
  ['laden.localhost:4100', ['https://laden.localhost:4100', 'http://laden.localhost:4100']],
  ['ftp://musterladen.de', ['ftp://musterladen.de']],
  ['javascript:alert(1)', ['javascript:alert(1)']],
])('what was typed as %s begins at %j', (entered, starts) => {
  expect(listStarts(entered)).toEqual(starts)
})
