import fastify from 'fastify'
import type { FastifyInstance, InjectOptions } from 'fastify'
import fp from 'fastify-plugin'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import { headersPlugin } from '../plugins/headers.ts'
import { readEnv } from '../env.ts'
import type { Services } from '../services.ts'
import type { CityEntry } from '../features/city/city-directory.ts'
import { loadInventedPack } from './invented-city.fixture.ts'
import { buildPages, type BuiltPages } from './pages-build.fixture.ts'
import { publicPages, type PublicPagesOptions } from './public-pages.routes.ts'
import type { PublicPages } from './public-pages.types.ts'

const home = 'beispielhausen.localhost'
const other = 'neustadt.localhost'

let app: FastifyInstance
let cities: Map<string, CityEntry>
let rendered: string[]
let entry: CityEntry
let build: BuiltPages
let refusal: DomainError | undefined
let isHostUnread: boolean

/** Stands in for the plugin that finds the city by its host. */
const hosts = fp(
  async instance => {
    instance.decorateRequest('dlHost')
    instance.addHook('onRequest', async request => {
      if (isHostUnread) throw new DomainError('server.busy')
      const city = cities.get(request.hostname)
      request.dlHost = city ? { kind: 'city', name: request.hostname, city } : { kind: 'console', name: request.hostname }
      if (refusal) throw refusal
    })
  },
  { name: 'tenant' },
)

const counted = (pages: PublicPages): PublicPages => ({
  ...pages,
  renderHome: view => {
    rendered.push(view.pack.name)
    return pages.renderHome(view)
  },
})

/** A database without a row: what rows make is tested with a real one, in platform. */
const noRows = {
  withTenant: (_id: string, fn: (tx: { read: () => Promise<never[]> }) => unknown) => fn({ read: async () => [] }),
  withTenantReads: (_id: string, _reads: unknown, fn: (reading: { read: () => Promise<never[]> }) => unknown) => fn({ read: async () => [] }),
} as unknown as PublicPagesOptions['services']['lanes']

beforeAll(async () => {
  build = await buildPages()
  const pack = await loadInventedPack()
  entry = { tenantId: 't-1', slug: pack.slug, state: 'live', sample: false, revision: 1, version: 'v1', pack }
  app = fastify()
  await app.register(headersPlugin, { services: { env: readEnv({ PUBLIC_SCHEME: 'https' }) } as Services })
  await app.register(hosts)
  const now = () => new Date('2026-11-24T09:00:00Z')
  await app.register(publicPages, { services: { env: { PUBLIC_SCHEME: 'https' }, now, lanes: noRows }, build: { ...build, pages: counted(build.pages) } })
  app.setNotFoundHandler((_request, reply) => reply.code(404).send('nothing'))
})
afterAll(async () => {
  await app.close()
  await build.remove()
})

beforeEach(() => {
  rendered = []
  refusal = undefined
  isHostUnread = false
  cities = new Map([
    [home, entry],
    [other, { ...entry, tenantId: 't-2', slug: 'neustadt', pack: { ...entry.pack, name: 'Neustadt', languages: ['de'], texts: { de: { 'home.title': 'Neustadt grüßt' } } } }],
  ])
})

const ask = (url: string, { host = home, headers = {}, method = 'GET' }: { host?: string; headers?: Record<string, string>; method?: InjectOptions['method'] } = {}) =>
  app.inject({ method, url, headers: { host, ...headers } })

/** Makes what was cached so far of no use, as a newly applied pack does. */
const renew = (version: string, change: Partial<CityEntry> = {}) => cities.set(home, { ...entry, version, ...change })

describe('a public page', () => {
  it.each(['/', '/en', '/impressum', '/en/impressum', '/datenschutz', '/barrierefreiheit', '/en/barrierefreiheit'])('answers %s with cacheable HTML', async url => {
    const { statusCode, headers, body } = await ask(url)
    expect(statusCode).toBe(200)
    expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'public, max-age=60', vary: 'accept-encoding' })
    expect(headers['set-cookie']).toBeUndefined()
    expect(body).toContain(`<html lang="${url.startsWith('/en') ? 'en' : 'de'}">`)
  })

  it('says what every answer says, from the store, when it was made and when nothing has changed', async () => {
    const every = Object.entries(app.fixedHeaders)
    expect(every.map(([name]) => name)).toEqual(expect.arrayContaining(['content-security-policy', 'strict-transport-security', 'x-content-type-options', 'permissions-policy']))
    renew('headers')
    const { headers } = await ask('/')
    for (const answer of [headers, (await ask('/')).headers, (await ask('/theme.css')).headers, (await ask('/', { headers: { 'if-none-match': String(headers.etag) } })).headers]) {
      expect(answer).toMatchObject(app.fixedHeaders)
    }
  })

  it('is made once for as many requests as come, whatever their query', async () => {
    renew('once')
    await Promise.all(['/', '/?a=1', '/?b=2', '/'].map(url => ask(url)))
    expect(rendered).toEqual(['Beispielhausen'])
  })

  it('is made anew when the pack, the state or the mark of sample data changes', async () => {
    renew('a')
    await ask('/')
    renew('b')
    await ask('/')
    renew('b', { sample: true })
    expect((await ask('/')).body).toContain('Musterdaten.')
    renew('b', { state: 'draft' })
    expect((await ask('/')).body).toContain('Entwurf.')
    expect(rendered).toHaveLength(4)
  })

  it('never comes from another city or another host', async () => {
    const [first, second] = [await ask('/'), await ask('/', { host: other })]
    expect(first.body).toContain('Beispielhausen')
    expect(second.body).toContain('Neustadt grüßt')
    expect(second.body).not.toContain('Digitale Hilfe für Ihren Laden in Beispielhausen')
    cities.set('zweitname.localhost', entry)
    expect((await ask('/', { host: 'zweitname.localhost' })).body).toContain('href="https://zweitname.localhost/"')
    expect((await ask('/')).body).toContain(`href="https://${home}/"`)
  })

  it('comes as brotli or gzip where asked, each with its own tag', async () => {
    const plain = await ask('/')
    const zipped = await ask('/', { headers: { 'accept-encoding': 'gzip' } })
    const brotli = await ask('/', { headers: { 'accept-encoding': 'gzip, deflate, br' } })
    expect(zipped.headers['content-encoding']).toBe('gzip')
    expect(brotli.headers['content-encoding']).toBe('br')
    expect(gunzipSync(zipped.rawPayload).toString()).toBe(plain.body)
    expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(plain.body)
    expect(new Set([plain, zipped, brotli].map(({ headers }) => headers.etag)).size).toBe(3)
    expect((await ask('/', { headers: { 'accept-encoding': 'br;q=0, identity' } })).headers['content-encoding']).toBeUndefined()
  })

  it('is not sent again to who has it', async () => {
    const { headers } = await ask('/')
    const again = await ask('/', { headers: { 'if-none-match': `"other", W/${headers.etag}` } })
    expect(again.statusCode).toBe(304)
    expect(again.body).toBe('')
    expect(again.headers).toMatchObject({ etag: headers.etag, 'cache-control': 'public, max-age=60' })
    expect((await ask('/', { headers: { 'if-none-match': '"other"' } })).statusCode).toBe(200)
  })

  it('answers HEAD without a body', async () => {
    const { statusCode, headers, body } = await ask('/', { method: 'HEAD' })
    expect([statusCode, body]).toEqual([200, ''])
    expect(Number(headers['content-length'])).toBeGreaterThan(1000)
  })

  it('is absent in a language that the city does not offer, and on a host that is no city', async () => {
    expect((await ask('/en', { host: other })).statusCode).toBe(404)
    expect((await ask('/', { host: 'console.localhost' })).body).toBe('nothing')
    expect((await ask('/theme.css', { host: 'console.localhost' })).body).toBe('nothing')
  })

  it('of a paused city says so and keeps the legal pages', async () => {
    renew('paused', { state: 'paused' })
    const paused = await ask('/')
    expect(paused.statusCode).toBe(503)
    expect(paused.headers).toMatchObject({ 'cache-control': 'no-store', 'retry-after': '86400' })
    expect(paused.body).toContain('macht Pause')
    expect((await ask('/impressum')).statusCode).toBe(200)
  })

  it('becomes a page with a number to call when something fails', async () => {
    refusal = new DomainError('server.busy')
    const busy = await ask('/en')
    expect(busy.statusCode).toBe(503)
    expect(busy.headers['cache-control']).toBe('no-store')
    expect(busy.body).toContain('A lot is going on right now')
    expect(busy.body).toContain('tel:+499991234567')
    refusal = new DomainError('server.internal', {}, { cause: new Error('secret of the database') })
    const broken = await ask('/')
    expect(broken.statusCode).toBe(500)
    expect(broken.body).toContain('req-')
    expect(broken.body).not.toContain('secret')
  })

  it('whose city could not be looked up fails with that reason, which the app’s own answer names', async () => {
    isHostUnread = true
    expect((await ask('/')).json()).toMatchObject({ code: 'server.busy' })
  })
})

describe('what a page loads', () => {
  const addressesIn = (html: string) => [...html.matchAll(/(?:href|src)="(\/[^"]+)"/g)].map(([, address]) => address ?? '')
  const isOfTheClient = (address: string) => /^(\/en)?\/(check|anmelden)(\/|$)/.test(address)

  it('and links to exists, down to the mark in the page', async () => {
    const html = (await Promise.all(['/', '/en', '/impressum', '/en/datenschutz', '/barrierefreiheit'].map(async url => (await ask(url)).body))).join('')
    const addresses = [...new Set(addressesIn(html))].filter(address => !isOfTheClient(address))
    expect(addresses.length).toBeGreaterThan(12)
    for (const address of addresses) {
      const [path = '', mark] = address.split('#')
      const { statusCode, body } = await ask(path)
      expect([address, statusCode]).toEqual([address, 200])
      if (mark) expect(body, address).toContain(`id="${mark}"`)
    }
  })

  it('may be kept for good under its version, and for a minute without', async () => {
    const { body } = await ask('/')
    const [theme = ''] = /\/theme\.css\?v=[\w-]+/.exec(body) ?? []
    expect((await ask(theme)).headers).toMatchObject({ 'cache-control': 'public, max-age=31536000, immutable', 'content-type': 'text/css; charset=utf-8' })
    expect((await ask('/theme.css')).headers['cache-control']).toBe('public, max-age=60')
    expect((await ask('/theme.css?v=guessed')).headers['cache-control']).toBe('public, max-age=60')
    expect((await ask(build.publicCss)).headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  it('changes its address with the colours', async () => {
    const before = (await ask('/')).body
    renew('other-colours', { pack: { ...entry.pack, theme: { ...entry.pack.theme, light: { ...entry.pack.theme.light, action: '#123456' } } } })
    const after = (await ask('/')).body
    const address = (html: string) => /\/theme\.css\?v=[\w-]+/.exec(html)?.[0]
    expect(address(after)).not.toBe(address(before))
    expect((await ask('/theme.css')).body).toContain('--action:#123456')
  })

  it('is the city’s own logo where it has one', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64')
    const file = { contentType: 'image/svg+xml' as const, base64: svg }
    renew('logo', { pack: { ...entry.pack, brand: { ...entry.pack.brand, logo: { light: file, dark: file, alt: 'Stadtwappen' } } } })
    const { body } = await ask('/')
    expect(body).toContain('alt="Stadtwappen"')
    const [logo = ''] = /\/logo\?v=[\w-]+/.exec(body) ?? []
    expect((await ask(logo)).headers['content-type']).toBe('image/svg+xml')
    renew('no-logo')
    expect((await ask('/logo')).statusCode).toBe(404)
  })
})

describe('for programs', () => {
  it('robots.txt lets a live city be found, and hides a draft on a real name', async () => {
    expect((await ask('/robots.txt')).body).toContain(`Sitemap: https://${home}/sitemap.xml`)
    cities.set('stadt.example', { ...entry, state: 'draft' })
    expect((await ask('/robots.txt', { host: 'stadt.example' })).body).toBe('User-agent: *\nDisallow: /\n')
    expect((await ask('/', { host: 'stadt.example' })).body).toContain('<meta name="robots" content="noindex">')
    cities.set('stadt.example', { ...entry, version: 'live' })
    expect((await ask('/', { host: 'stadt.example' })).body).not.toContain('noindex')
  })

  it('the site map names every page in every language', async () => {
    const { body, headers } = await ask('/sitemap.xml')
    expect(headers['content-type']).toBe('application/xml; charset=utf-8')
    expect([...body.matchAll(/<loc>([^<]+)</g)].map(([, address]) => address)).toEqual(
      ['/', '/en', '/impressum', '/en/impressum', '/datenschutz', '/en/datenschutz', '/barrierefreiheit', '/en/barrierefreiheit'].map(path => `https://${home}${path}`),
    )
  })

  it('security.txt names the contact and an end within a year', async () => {
    const { body } = await ask('/.well-known/security.txt')
    expect(body).toContain('Contact: mailto:lotsen@beispielhausen.example\n')
    expect(body).toContain('Contact: tel:+499991234567\n')
    expect(body).toContain('Expires: 2027-05-23T00:00:00.000Z\n')
    expect(body).toContain(`Canonical: https://${home}/.well-known/security.txt\n`)
  })
})
