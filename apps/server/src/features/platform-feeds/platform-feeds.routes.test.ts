import { gunzipSync } from 'node:zlib'
import { createHash } from 'node:crypto'
import fastify, { type FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { JSDOM } from 'jsdom'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { flowers, florist } from '@digitallotsen/domain/listing/listing.fixture.ts'
import type { ListingContent } from '@digitallotsen/domain/listing/listing.schemas.ts'
import type { OfferContent } from '@digitallotsen/domain/listing/offer.schemas.ts'
import { createTestDatabase, type TestDatabase } from '@digitallotsen/testing/postgres.ts'
import { vcardPath } from '../../pages/platform-addresses.ts'
import { publicPages } from '../../pages/public-pages.routes.ts'
import { headersPlugin } from '../../plugins/headers.ts'
import { addShop, newKey, noon, openTestCity, type Shop, type TestCity } from '../../test-city.fixture.ts'
import { createStandInBuild } from '../../testing/stand-in-build.ts'
import type { CityEntry } from '../city/city-directory.ts'
import { saveDraft } from '../listing/listing-draft.service.ts'
import { submitListing, withdrawListing } from '../listing/listing.service.ts'
import { createOffer, submitOffer } from '../listing/offer.service.ts'
import { parseXml } from './feeds.fixture.ts'
import { platformFeeds } from './platform-feeds.routes.ts'

const [here, there] = ['musterstadt.localhost', 'beispielhausen.localhost']

let db: TestDatabase
let place: TestCity
let other: TestCity
let app: FastifyInstance
let stop: () => Promise<void>
let cities: Record<string, CityEntry>
let shop: Shop
let slug: string
/** How often the shop was saved. */
let saves = 1

const withPlatform = (at: TestCity): TestCity => {
  const { pack } = at.city
  const [mitte] = pack.city.districts
  if (!mitte) throw new Error('the test city has no district')
  const districts = [mitte, { ...mitte, id: 'rand', name: 'Rand' }]
  return { ...at, city: { ...at.city, pack: { ...pack, categories: [florist], city: { ...pack.city, districts }, features: { ...pack.features, directory: true, offers: true } } } }
}

const hosts = fp(
  async instance => {
    instance.decorateRequest('dlHost')
    instance.addHook('onRequest', async request => {
      const city = cities[request.hostname]
      request.dlHost = city ? { kind: 'city', name: request.hostname, city } : { kind: 'console', name: request.hostname }
    })
  },
  { name: 'tenant' },
)

const doerOf = ({ owner }: Shop, { city }: TestCity) => ({
  identity: owner, city, pack: { ...city.pack, platform: { ...city.pack.platform, moderation: 'after' as const } }, now: noon, origin: 'https://x.example',
})
const publish = async (at: TestCity, given: Shop, change: Partial<ListingContent>, draftVersion = 0): Promise<string> => {
  const doer = doerOf(given, at)
  const saved = await at.act(tx => saveDraft(tx, doer, { merchantId: given.merchantId, draftVersion, content: { ...flowers, ...change } }))
  return (await at.act(tx => submitListing(tx, doer, { merchantId: given.merchantId, draftVersion: saved.draftVersion }))).slug ?? ''
}
const summer: OfferContent = { kind: 'offer', title: 'Sommerstrauß', text: 'Drei zum Preis von zwei.', startsOn: '2026-03-01', endsOn: '2026-03-20', startsAt: null, endsAt: null, priceText: null, venue: null }
const announce = async (at: TestCity, given: Shop, change: Partial<OfferContent>) => {
  const doer = doerOf(given, at)
  const { id } = await at.act(tx => createOffer(tx, doer, { merchantId: given.merchantId, content: { ...summer, ...change }, idempotencyKey: newKey() }))
  await at.act(tx => submitOffer(tx, doer, id))
}

beforeAll(async () => {
  db = await createTestDatabase()
  ;[place, other] = [withPlatform(await openTestCity(db)), withPlatform(await openTestCity(db))]
  const { build, remove } = await createStandInBuild()
  app = fastify({ routerOptions: { maxParamLength: 2000 } })
  const services = { env: { PUBLIC_SCHEME: 'https' as const }, now: () => noon, lanes: db.app }
  await app.register(headersPlugin, { services: place.services })
  await app.register(hosts)
  await app.register(platformFeeds, { services })
  await app.register(publicPages, { services, build })
  app.setNotFoundHandler((_request, reply) => reply.code(404).send('nothing'))
  stop = async () => {
    await app.close()
    await remove()
  }
  shop = await addShop(place)
  slug = await publish(place, shop, { name: 'Rosen Eins' })
  await publish(place, await addShop(place), { name: 'Nelken', address: { ...flowers.address, districtId: 'rand' } })
  await announce(place, shop, {})
  const foreign = await addShop(other)
  await publish(other, foreign, { name: 'Fremde Tulpen' })
  await announce(other, foreign, { title: 'Fremdes Angebot' })
})
afterAll(async () => {
  await stop()
  await db.close()
})
beforeEach(() => {
  cities = { [here]: place.city, [there]: other.city }
})

const ask = async (url: string, { host = here, headers = {} }: { host?: string; headers?: Record<string, string> } = {}) => {
  const answer = await app.inject({ url, headers: { host, ...headers } })
  return { status: answer.statusCode, headers: answer.headers, body: answer.body, bytes: answer.rawPayload }
}

const lists = {
  '/betriebe.rss': 'application/rss+xml; charset=utf-8',
  '/betriebe.atom': 'application/atom+xml; charset=utf-8',
  '/angebote.rss': 'application/rss+xml; charset=utf-8',
  '/angebote.atom': 'application/atom+xml; charset=utf-8',
  '/angebote.ics': 'text/calendar; charset=utf-8',
  '/daten/betriebe.json': 'application/json; charset=utf-8',
  '/daten/betriebe.geojson': 'application/geo+json; charset=utf-8',
  '/daten/betriebe.csv': 'text/csv; charset=utf-8; header=present',
  '/einbetten/betriebe': 'text/html; charset=utf-8',
  '/einbetten': 'text/plain; charset=utf-8',
}
const addresses = Object.keys(lists)
const rows = addresses.filter(address => address !== '/einbetten')

describe('what machines read', () => {
  it.each(Object.entries(lists))('%s is there, of its kind, for everybody and without a cookie', async (url, type) => {
    const { status, headers } = await ask(url)
    expect(status).toBe(200)
    expect(headers['content-type']).toBe(type)
    expect(headers['cache-control']).toBe('public, max-age=300')
    expect(headers['set-cookie']).toBeUndefined()
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff' })
  })

  it.each(rows)('%s shows the rows of its city and nothing of another', async url => {
    const [own, foreign] = [await ask(url), await ask(url, { host: there })]
    expect(own.body).toMatch(/Rosen Eins|Sommerstrauß/)
    expect(own.body).not.toMatch(/Fremde/)
    expect(foreign.body).toMatch(/Fremde/)
    expect(foreign.body).not.toMatch(/Rosen|Nelken|Sommerstrauß/)
  })

  it.each(rows)('%s is sent again only when something has changed', async url => {
    const { headers } = await ask(url)
    const tag = String(headers['etag'])
    expect((await ask(url, { headers: { 'if-none-match': tag } })).status).toBe(304)
    await publish(place, shop, { name: 'Rosen Eins', tagline: `Neu ${url}` }, saves++)
    const again = await ask(url, { headers: { 'if-none-match': tag } })
    if (url.startsWith('/angebote')) expect(again.status).toBe(304)
    else expect(again.status).toBe(200)
  })

  it.each(addresses)('%s is closed while the city pauses, and says until when to wait', async url => {
    cities[here] = { ...place.city, state: 'paused' }
    const { status, headers, body } = await ask(url)
    expect([status, headers['retry-after'], headers['cache-control']]).toEqual([503, '86400', 'no-store'])
    expect(body).toContain('Das Angebot dieser Stadt ruht zurzeit.')
  })

  it.each(addresses)('%s is not there where the city does not offer it, nor on the operator\'s host', async url => {
    const { pack } = place.city
    cities[here] = { ...place.city, pack: { ...pack, features: { ...pack.features, directory: false, offers: false } } }
    expect(await ask(url)).toMatchObject({ status: 404, headers: { 'cache-control': 'no-store' } })
    expect((await ask(url, { host: 'console.localhost' })).status).toBe(404)
  })

  it.each(addresses)('%s is nothing for search engines before the city is live', async url => {
    cities['entwurf.example'] = { ...place.city, state: 'draft' }
    expect((await ask(url, { host: 'entwurf.example' })).headers['x-robots-tag']).toBe('noindex')
    const isNeverListed = url.startsWith('/einbetten')
    expect((await ask(url)).headers['x-robots-tag']).toBe(isNeverListed ? 'noindex' : undefined)
  })

  it('is narrowed to a district; an unknown one is told so and not repeated', async () => {
    const businesses = async (query: string) => [...parseXml((await ask(`/betriebe.rss${query}`)).body).querySelectorAll('item > title')].map(({ textContent }) => textContent)
    expect(await businesses('?stadtteil=rand')).toEqual(['Nelken'])
    expect(await businesses('?stadtteil=')).toHaveLength(2)
    expect((await ask('/angebote.ics?stadtteil=mitte')).body).toContain('Sommerstrauß')
    expect((await ask('/angebote.ics?stadtteil=rand')).body).not.toContain('Sommerstrauß')
    expect((await ask('/einbetten/betriebe?stadtteil=rand')).body).not.toContain('Rosen')
    for (const url of ['/betriebe.atom?stadtteil=nirgends', '/angebote.ics?stadtteil=nirgends', '/betriebe.rss?stadtteil=mitte&stadtteil=rand', '/einbetten/betriebe?stadtteil=nirgends']) {
      const { status, body } = await ask(url)
      expect([status, body.includes('Diesen Stadtteil gibt es hier nicht.'), body.includes('nirgends')]).toEqual([404, true, false])
    }
  })

  it('goes away with the page of the business', async () => {
    const gone = await addShop(place)
    await publish(place, gone, { name: 'Flieder' })
    for (const url of ['/betriebe.rss', '/daten/betriebe.csv', '/einbetten/betriebe']) expect((await ask(url)).body).toContain('Flieder')
    await place.act(tx => withdrawListing(tx, doerOf(gone, place), gone.merchantId))
    for (const url of ['/betriebe.rss', '/daten/betriebe.csv', '/einbetten/betriebe', '/betriebe/flieder.vcf', '/bilder/og/flieder.png']) expect((await ask(url)).body).not.toContain('Flieder')
    expect((await ask('/betriebe/flieder.vcf')).status).toBe(404)
    expect((await ask('/bilder/og/flieder.png')).status).toBe(404)
  })
})

describe('open data', () => {
  it('say under which licence they are, may be read by other sites, and come zipped where asked', async () => {
    const { headers, body } = await ask('/daten/betriebe.json')
    expect(headers).toMatchObject({ link: '<https://creativecommons.org/licenses/by/4.0/deed.de>; rel="license"', 'access-control-allow-origin': '*' })
    const zipped = await ask('/daten/betriebe.json', { headers: { 'accept-encoding': 'br, gzip' } })
    expect(zipped.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' })
    expect(gunzipSync(zipped.bytes).toString()).toBe(body)
  })

  it('are narrowed to a district where asked', async () => {
    const names = async (query: string) => (JSON.parse((await ask(`/daten/betriebe.json${query}`)).body) as { betriebe: { name: string }[] }).betriebe.map(({ name }) => name)
    expect(await names('?stadtteil=rand')).toEqual(['Nelken'])
    expect(await names('')).toContain('Rosen Eins')
    const [all, some] = [await ask('/daten/betriebe.csv'), await ask('/daten/betriebe.csv?stadtteil=rand')]
    expect(some.headers['etag']).not.toBe(all.headers['etag'])
    expect(some.body).not.toContain('Rosen')
    expect((await ask('/daten/betriebe.csv?stadtteil=nirgends')).status).toBe(404)
  })

  it('leave out nobody, however many pages they are read in', async () => {
    const copies = 600
    await db.admin(
      `with source as (select * from listings where slug = $1), copied as (
         insert into merchants (tenant_id, id, name, search) select source.tenant_id, gen_random_uuid(), 'Kopie', 'kopie' from source, generate_series(1, ${copies}) returning tenant_id, id)
       insert into listings (tenant_id, merchant_id, slug, state, draft, card, name_key, search, district_id, category_ids, published_version_id, first_published_at, published_at, updated_at)
       select source.tenant_id, copied.id, 'kopie-' || copied.id, 'published', source.draft, source.card, source.name_key, source.search, source.district_id, source.category_ids,
         source.published_version_id, source.first_published_at, source.published_at, source.updated_at from source, copied`,
      [slug],
    )
    const { betriebe } = JSON.parse((await ask('/daten/betriebe.json')).body) as { betriebe: { id: string }[] }
    expect(new Set(betriebe.map(({ id }) => id)).size).toBe(copies + 2)
    expect((await ask('/daten/betriebe.csv')).body.split('\r\n')).toHaveLength(copies + 4)
    await db.admin(`delete from listings where slug like 'kopie-%'`)
  })
})

describe('the list in a frame', () => {
  it('may stand in any frame and do nothing there', async () => {
    const { headers, body } = await ask('/einbetten/betriebe')
    const style = /<style>([\s\S]*)<\/style>/.exec(body)?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    expect(headers['content-security-policy']).toBe(`default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors *`)
    expect(headers['x-frame-options']).toBeUndefined()
    expect(body).not.toMatch(/<script|<img|<link|<form|style=|\son\w+=/)
    const { document } = new JSDOM(body).window
    for (const link of document.querySelectorAll('a')) expect([link.target, link.rel, link.href.startsWith(`https://${here}/`)]).toEqual(['_blank', 'noopener', true])
  })

  it('keeps these headers when nothing has changed and when it refuses', async () => {
    const { headers } = await ask('/einbetten/betriebe')
    const again = await ask('/einbetten/betriebe', { headers: { 'if-none-match': String(headers['etag']) } })
    const refused = await ask('/einbetten/betriebe?stadtteil=nirgends')
    expect([again.status, refused.status]).toEqual([304, 404])
    for (const answer of [again, refused]) {
      expect(answer.headers['content-security-policy']).toBe(headers['content-security-policy'])
      expect(answer.headers['x-frame-options']).toBeUndefined()
    }
  })

  it('is the only thing that may stand in a frame', async () => {
    for (const url of addresses.filter(address => address !== '/einbetten/betriebe').concat('/betriebe')) {
      expect((await ask(url)).headers['content-security-policy']).toContain("frame-ancestors 'none'")
    }
  })

  it('shows as many as asked, the newest first, within bounds', async () => {
    const count = async (query: string) => new JSDOM((await ask(`/einbetten/betriebe${query}`)).body).window.document.querySelectorAll('li').length
    expect(await count('?anzahl=1')).toBe(1)
    for (const query of ['', '?anzahl=0', '?anzahl=-3', '?anzahl=9999', '?anzahl=viele', '?anzahl=1&anzahl=2']) expect(await count(query)).toBeGreaterThan(0)
  })

  it('is explained with lines to copy, which name a sandbox', async () => {
    const { body } = await ask('/einbetten')
    expect(body).toContain(`<iframe src="https://${here}/einbetten/betriebe?stadtteil=rand&amp;anzahl=6" title="Betriebe: Rand"`)
    expect(body.match(/sandbox="allow-popups allow-popups-to-escape-sandbox"/g)).toHaveLength(3)
    expect(body).toContain(`https://${here}/angebote.ics?stadtteil=rand`)
  })
})

describe('the files of a business', () => {
  it('are a card to keep, at the address that its page names', async () => {
    const { status, headers, body } = await ask(vcardPath(slug))
    expect([status, headers['content-type'], headers['content-disposition']]).toEqual([200, 'text/vcard; charset=utf-8', 'attachment; filename="rosen-eins.vcf"'])
    expect(body).toContain('FN:Rosen Eins\r\n')
    expect((await ask(`/betriebe/${slug}`)).headers['content-type']).toBe('text/html; charset=utf-8')
  })

  it('are a picture for those who share the page', async () => {
    const { status, headers, bytes } = await ask(`/bilder/og/${slug}.png`)
    expect([status, headers['content-type'], headers['cross-origin-resource-policy']]).toEqual([200, 'image/png', 'cross-origin'])
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
    expect((await ask(`/bilder/og/${slug}.png`, { headers: { 'if-none-match': String(headers['etag']) } })).status).toBe(304)
  })

  it('are another picture for another business, and once the words are others', async () => {
    const changing = await addShop(place)
    const picture = async (of: string) => (await ask(`/bilder/og/${of}.png`)).headers['etag']
    await publish(place, changing, { name: 'Lilien', tagline: 'Weiß' })
    const first = await picture('lilien')
    expect(first).not.toBe(await picture(slug))
    await publish(place, changing, { name: 'Lilien', tagline: 'Rot' }, 1)
    expect(await picture('lilien')).not.toBe(first)
  })

  it('say what is invented', async () => {
    cities[here] = { ...place.city, sample: true }
    expect((await ask(vcardPath(slug))).body).toContain('FN:Rosen Eins (Muster)\r\n')
    expect((await ask('/daten/betriebe.csv')).body).toContain('Rosen Eins (Muster)')
  })

  it('lead from an earlier address to the present one', async () => {
    const moving = await addShop(place)
    await publish(place, moving, { name: 'Alter Name' })
    await publish(place, moving, { name: 'Neuer Name' }, 1)
    expect(await ask('/betriebe/alter-name.vcf')).toMatchObject({ status: 301, headers: { location: '/betriebe/neuer-name.vcf' } })
    expect(await ask('/bilder/og/alter-name.png')).toMatchObject({ status: 301, headers: { location: '/bilder/og/neuer-name.png' } })
  })

  it.each(['gibt-es-nicht', 'fremde-tulpen', '%00', '%F0%9F%99%82', '..%2F..', 'A'.repeat(500), "x'--"])('are not there for %s', async name => {
    for (const url of [`/betriebe/${name}.vcf`, `/bilder/og/${name}.png`]) {
      const { status, body } = await ask(url)
      expect([status, body]).toEqual([404, 'Diesen Betrieb gibt es hier nicht.\n'])
    }
  })
})
