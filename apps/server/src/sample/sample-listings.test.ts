import { afterAll, beforeAll, expect, it } from 'vitest'
import sharp from 'sharp'
import { loadFramework, loadPack } from '@digitallotsen/pack/load.ts'
import { smallCity, smallFramework } from '@digitallotsen/pack/small-pack.fixture.ts'
import { createTestDatabase, type TestDatabase } from '@digitallotsen/testing/postgres.ts'
import { listCurrentOffers, listPublished } from '../features/listing/directory.service.ts'
import { noon, openTestCity, type TestCity } from '../test-city.fixture.ts'
import { sampleListings } from './sample-listing-data.ts'
import { furnishListings } from './sample-listings.ts'
import { drawFront } from './sample-picture.ts'
import { deleteSample } from './sample.repository.ts'

/** The small city with every trade that the sample names. */
const cityWithTrades = async (): Promise<TestCity['city']['pack']> => {
  const trades = [...new Set(sampleListings.flatMap(({ categories }) => categories))]
  const entries = trades.map(id => `  - { id: ${id}, label: ${id}, en: ${id}, schemaType: Store, osm: shop=yes }\n`).join('')
  const rules = await loadFramework({ ...smallFramework, 'categories.yaml': `categories:\n${entries}` })
  const loaded = rules.ok && (await loadPack(smallCity, rules.framework))
  if (!loaded || !loaded.ok) throw new Error('the pack was refused')
  return loaded.pack
}

let db: TestDatabase
let place: TestCity
beforeAll(async () => {
  db = await createTestDatabase()
  place = await openTestCity(db)
  place.city.pack = await cityWithTrades()
  await furnishListings(place.services, place.city)
}, 60_000)
afterAll(() => db.close())

it('an event that is named after a day of the week is on that day', async () => {
  const rows = await db.admin(`select title, extract(dow from starts_on)::int as day from offers where title ~ '(samstag|Freitag)$' order by title`)
  expect(rows).toEqual([{ title: 'Familiensamstag', day: 6 }, { title: 'Verkostung am Freitag', day: 5 }])
})

it('a sample city has pages with photos, offers and events of several businesses, and two pages that wait', async () => {
  const { cards, total } = await place.act(tx => listPublished(tx, { pack: place.city.pack, now: noon }, { filter: {}, openAt: null, page: 1, pageSize: 50 }))
  expect(total).toBeGreaterThanOrEqual(12)
  expect(cards.every(({ sample, photo, categories, lat }) => sample && photo !== null && categories.length > 0 && lat !== null)).toBe(true)
  const { offers } = await place.act(tx => listCurrentOffers(tx, { from: '2026-03-02', to: '2026-03-31', page: 1, pageSize: 20 }))
  expect(new Set(offers.map(({ content }) => content.kind))).toEqual(new Set(['offer', 'event']))
  expect(Math.max(...offers.map(({ businesses }) => businesses.length))).toBeGreaterThan(1)
  expect(await db.admin(`select count(*)::int from listings where state = 'pending'`)).toEqual([{ count: 2 }])
})

it('and one command takes it all out again, whatever was done with it', async () => {
  await db.admin(`insert into website_audits (tenant_id, merchant_id, address, host, trigger) select tenant_id, id, 'https://laden.example', 'laden.example', 'monthly' from merchants where sample`)
  await db.admin(`insert into website_answers (tenant_id, merchant_id, answers, by_role) select tenant_id, id, '{}', 'merchant' from merchants where sample`)
  await place.act(deleteSample)
  for (const table of ['listings', 'listing_slugs', 'listing_versions', 'listing_decisions', 'listing_photos', 'offers', 'offer_merchants', 'merchants', 'files']) {
    expect([table, await db.admin(`select count(*)::int from ${table}`)]).toEqual([table, [{ count: 0 }]])
  }
})

it('a drawn shop front is a picture of a shop front, not of a person', async () => {
  expect(await sharp(await drawFront('#c9b79c', '#2f5d62')).metadata()).toMatchObject({ format: 'png', width: 960, height: 640 })
})
