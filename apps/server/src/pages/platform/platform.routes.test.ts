import fastify, { type FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { flowers } from '@digitallotsen/domain/listing/listing.fixture.ts'
import type { ListingContent } from '@digitallotsen/domain/listing/listing.schemas.ts'
import type { OfferContent } from '@digitallotsen/domain/listing/offer.schemas.ts'
import { createTestDatabase, type TestDatabase } from '@digitallotsen/testing/postgres.ts'
import type { CityEntry } from '../../features/city/city-directory.ts'
import { saveDraft } from '../../features/listing/listing-draft.service.ts'
import { submitListing, withdrawListing } from '../../features/listing/listing.service.ts'
import { createOffer, submitOffer } from '../../features/listing/offer.service.ts'
import { headersPlugin } from '../../plugins/headers.ts'
import { addShop, newKey, noon, openTestCity, type Shop, type TestCity } from '../../test-city.fixture.ts'
import { createStandInBuild } from '../../testing/stand-in-build.ts'
import type { PublicPages } from '../public-pages.types.ts'
import { publicPages } from '../public-pages.routes.ts'

const [here, there] = ['musterstadt.localhost', 'beispielhausen.localhost']

let db: TestDatabase
let place: TestCity
let other: TestCity
let app: FastifyInstance
let stop: () => Promise<void>
let now: Date
let drawn: string[]
let cities: Record<string, CityEntry>

const withPlatform = (at: TestCity): TestCity => ({ ...at, city: { ...at.city, pack: { ...at.city.pack, features: { ...at.city.pack.features, directory: true, offers: true } } } })

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

/** Notes which page was drawn. */
const noted = (pages: PublicPages): PublicPages =>
  Object.fromEntries(Object.entries(pages).map(([name, render]: [string, (view: never) => string]) => [name, (view: never) => {
    drawn.push(name)
    return render(view)
  }])) as unknown as PublicPages

beforeAll(async () => {
  db = await createTestDatabase()
  ;[place, other] = [withPlatform(await openTestCity(db, () => now)), withPlatform(await openTestCity(db, () => now))]
  const { build, remove } = await createStandInBuild()
  app = fastify({ routerOptions: { maxParamLength: 2000 } })
  await app.register(headersPlugin, { services: place.services })
  await app.register(hosts)
  await app.register(publicPages, { services: { env: { PUBLIC_SCHEME: 'https' }, now: () => now, lanes: db.app }, build: { ...build, pages: noted(build.pages) } })
  app.setNotFoundHandler((_request, reply) => reply.code(404).send('nothing'))
  stop = async () => {
    await app.close()
    await remove()
  }
})
afterAll(async () => {
  await stop()
  await db.close()
})
beforeEach(() => {
  now = noon
  drawn = []
  cities = { [here]: place.city, [there]: other.city }
})

const ask = async (url: string, host = here) => {
  const { statusCode, headers, body } = await app.inject({ url, headers: { host } })
  return { status: statusCode, headers, body }
}
const doerOf = ({ owner }: Shop, { city }: TestCity = place) => ({ identity: owner, city, pack: { ...city.pack, platform: { ...city.pack.platform, moderation: 'after' as const } }, now, origin: 'https://x.example' })
const publish = async (shop: Shop, version: number, change: Partial<ListingContent> = {}, at = place) => {
  const doer = doerOf(shop, at)
  const saved = await at.act(tx => saveDraft(tx, doer, { merchantId: shop.merchantId, draftVersion: version, content: { ...flowers, ...change } }))
  return (await at.act(tx => submitListing(tx, doer, { merchantId: shop.merchantId, draftVersion: saved.draftVersion }))).slug ?? ''
}
const withdraw = (shop: Shop) => place.act(tx => withdrawListing(tx, doerOf(shop), shop.merchantId))
const summer: OfferContent = { kind: 'offer', title: 'Sommerstrauß', text: 'Drei zum Preis von zwei.', startsOn: '2026-03-01', endsOn: '2026-03-20', startsAt: null, endsAt: null, priceText: null, venue: null }
const offer = async (shop: Shop, content: Partial<OfferContent> = {}) => {
  const { id } = await place.act(tx => createOffer(tx, doerOf(shop), { merchantId: shop.merchantId, content: { ...summer, ...content }, idempotencyKey: newKey() }))
  await place.act(tx => submitOffer(tx, doerOf(shop), id))
  return id
}
const switched = (features: Partial<CityEntry['pack']['features']>): CityEntry => ({ ...place.city, version: JSON.stringify(features), pack: { ...place.city.pack, features: { ...place.city.pack.features, ...features } } })

describe('the page of a business', () => {
  it('is there from the moment it is published to the moment it is withdrawn', async () => {
    const shop = await addShop(place)
    expect((await ask('/betriebe/rosen-eins')).status).toBe(404)
    const slug = await publish(shop, 0, { name: 'Rosen Eins' })
    expect(await ask(`/betriebe/${slug}`)).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'public, max-age=60' } })
    expect((await ask(`/betriebe/${slug}`)).body).toContain('Rosen Eins')
    await publish(shop, 1, { name: 'Rosen Eins', tagline: 'Jetzt mit Tulpen' })
    expect((await ask(`/betriebe/${slug}`)).body).toContain('Jetzt mit Tulpen')
    await withdraw(shop)
    expect((await ask(`/betriebe/${slug}`)).status).toBe(404)
  })

  it('is drawn once a minute for as long as nothing changes', async () => {
    const slug = await publish(await addShop(place), 0, { name: 'Nelken' })
    await ask(`/betriebe/${slug}`)
    await ask(`/betriebe/${slug}`)
    expect(drawn).toEqual(['renderBusiness'])
    now = new Date(noon.getTime() + 60_000)
    await ask(`/betriebe/${slug}`)
    expect(drawn).toHaveLength(2)
  })

  it('leads on from an address it had before, in its language', async () => {
    const shop = await addShop(place)
    const before = await publish(shop, 0, { name: 'Alter Name' })
    const after = await publish(shop, 1, { name: 'Neuer Name' })
    expect(after).not.toBe(before)
    expect(await ask(`/betriebe/${before}`)).toMatchObject({ status: 301, headers: { location: `/betriebe/${after}` } })
  })

  it.each(['/betriebe/', '/betriebe/GROSS', '/betriebe/..%2f', `/betriebe/${'a'.repeat(200)}`, '/betriebe/%00', '/betriebe/a--b'])('is not there at %s', async url => {
    expect((await ask(url)).status).toBe(404)
  })

  it('is not there in another city', async () => {
    const slug = await publish(await addShop(place), 0, { name: 'Nur hier' })
    expect((await ask(`/betriebe/${slug}`)).status).toBe(200)
    expect((await ask(`/betriebe/${slug}`, there)).status).toBe(404)
  })
})

describe('the directory', () => {
  it('finds by search and filter, and says what was asked', async () => {
    await publish(await addShop(place), 0, { name: 'Käthes Blütenzauber' })
    const found = await ask('/betriebe?suche=bluetenzauber&stadtteil=mitte')
    expect(found.status).toBe(200)
    expect(found.body).toContain('Käthes Blütenzauber')
    expect(found.body).toContain('"path":"/betriebe?suche=bluetenzauber&stadtteil=mitte"')
    expect((await ask('/betriebe?suche=gibtesnicht')).body).toContain('"total":0')
  })

  it('shows nothing, and does not fail, for words nobody could have chosen', async () => {
    for (const query of ['sprache=xx', 'barrierefrei=%27', `branche=${'x'.repeat(64)}`, 'branche=ÄÖ', 'stadtteil=%00', 'seite=-1', 'geoeffnet=vielleicht', `suche=${'ä'.repeat(3000)}`]) {
      expect([query, (await ask(`/betriebe?${query}`)).status]).toEqual([query, 200])
    }
    expect((await ask('/betriebe?sprache=xx')).body).toContain('"total":0')
  })

  it('leads from a page that is none to the last one', async () => {
    expect(await ask('/betriebe?stadtteil=mitte&seite=77')).toMatchObject({ status: 302, headers: { location: '/betriebe?stadtteil=mitte' } })
  })

  it('is drawn once for two ways to ask the same', async () => {
    await ask('/betriebe?stadtteil=nord&suche=&seite=1')
    await ask('/betriebe?seite=&stadtteil=nord')
    expect(drawn).toEqual(['renderDirectory'])
  })

  it('knows another city by none of its businesses', async () => {
    await publish(await addShop(place), 0, { name: 'Fremd für drüben' })
    expect((await ask('/betriebe', there)).body).toContain('"total":0')
  })
})

describe('offers', () => {
  it('are listed while they run, each with a page of its own', async () => {
    const shop = await addShop(place)
    await publish(shop, 0, { name: 'Mit Angebot' })
    const id = await offer(shop)
    expect((await ask('/angebote')).body).toContain('Sommerstrauß')
    expect((await ask('/angebote?art=veranstaltung')).body).not.toContain('Sommerstrauß')
    expect((await ask(`/angebote/${id}`)).status).toBe(200)
    expect((await ask(`/angebote/${id}`, there)).status).toBe(404)
    now = new Date('2026-03-21T00:30:00+01:00')
    expect((await ask('/angebote')).body).not.toContain('Sommerstrauß')
    expect((await ask(`/angebote/${id}`)).status).toBe(404)
  })

  it.each(['/angebote/1', '/angebote/%27', '/angebote/00000000-0000-4000-8000-000000000000'])('are not there at %s', async url => {
    expect((await ask(url)).status).toBe(404)
  })
})

describe('the start page', () => {
  it('shows what is new at most a second late, and asks no database in between', async () => {
    await ask('/')
    now = new Date(noon.getTime() + 3_600_000)
    await publish(await addShop(place), 0, { name: 'Ganz frisch' })
    await expect.poll(async () => (await ask('/')).body, { timeout: 5_000 }).toContain('Ganz frisch')
  })
})

describe('a switch of the pack', () => {
  it('takes the pages away, the sitemap with them', async () => {
    cities[here] = switched({ directory: false, offers: false })
    for (const url of ['/betriebe', '/angebote', '/betriebe/rosen-eins']) expect((await ask(url)).status).toBe(404)
    expect((await ask('/')).status).toBe(200)
    expect((await ask('/sitemap.xml')).body).not.toContain('/betriebe')
  })
})

describe('a city that pauses', () => {
  it('says so in place of every page', async () => {
    cities[here] = { ...place.city, state: 'paused' }
    for (const url of ['/', '/betriebe', '/betriebe/irgendwas', '/angebote']) expect(await ask(url)).toMatchObject({ status: 503, headers: { 'retry-after': '86400' } })
  })
})

describe('the sitemap', () => {
  it('names each page with the day it last changed, for as long as it is there', async () => {
    const shop = await addShop(place)
    const slug = await publish(shop, 0, { name: 'Auf der Karte' })
    expect((await ask('/sitemap.xml')).body).toContain(`<loc>https://${here}/betriebe/${slug}</loc><lastmod>2026-03-02T12:00:00Z</lastmod>`)
    await withdraw(shop)
    expect((await ask('/sitemap.xml')).body).not.toContain(slug)
    expect((await ask('/sitemap.xml', there)).body).not.toContain('/betriebe/')
  })
})
