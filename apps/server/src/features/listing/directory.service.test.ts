import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DirectoryFilter, ListingContent } from '@digitallotsen/domain/listing/listing.schemas.ts'
import { everyDay, flowers, hoursWith } from '@digitallotsen/domain/listing/listing.fixture.ts'
import { createTestDatabase, type TestDatabase } from '@digitallotsen/testing/postgres.ts'
import { addShop, noon, openTestCity, type TestCity } from '../../test-city.fixture.ts'
import { countPublished, listAllPublished, listPublished, listSitemapEntries, recentlyPublished } from './directory.service.ts'
import { holidaysFor } from './holidays.rules.ts'
import { saveDraft } from './listing-draft.service.ts'
import { submitListing } from './listing.service.ts'
import { exactWords, isNear, suggestCategory } from './search.rules.ts'
import { slugOf } from './slug.rules.ts'

const bare = { ...flowers, legalName: null, tagline: 'Im Ort' }
const shops: Partial<ListingContent>[] = [
  { name: 'Müller & Söhne', categories: ['shoe-shop'], languages: ['de', 'pl'] },
  { name: 'Sträußchen', categories: ['florist'], accessibility: { wheelchair: 'yes', facts: ['step_free'], note: null } },
  { name: 'Café Zimt', categories: ['cafe', 'florist'], hours: hoursWith({ week: everyDay('18:00-23:00') }), accessibility: { wheelchair: 'no', facts: ['hearing_loop'], note: null } },
  { name: '100% Wolle_Garn', categories: [], hours: null, accessibility: { wheelchair: null, facts: [], note: null } },
  { name: 'Ärmelhaus', categories: ['shoe-shop'], languages: ['ar'], address: { ...flowers.address, districtId: 'mitte', street: 'Hafenkante' } },
]

let db: TestDatabase
let place: TestCity
beforeAll(async () => {
  db = await createTestDatabase()
  place = await openTestCity(db)
  for (const [index, change] of shops.entries()) {
    const shop = await addShop(place)
    const doer = { identity: shop.owner, pack: { ...place.city.pack, platform: { moderation: 'after' as const } }, now: new Date(noon.getTime() + index * 60_000), origin: '' }
    const content = { ...bare, ...change, categories: change.categories?.length === 0 ? ['cafe'] : (change.categories ?? []) }
    await place.act(tx => saveDraft(tx, doer, { merchantId: shop.merchantId, draftVersion: 0, content }))
    await place.act(tx => submitListing(tx, doer, { merchantId: shop.merchantId, draftVersion: 1 }))
  }
})
afterAll(() => db.close())

const find = (filter: DirectoryFilter, openAt: string | null = null, page = 1, pageSize = 20) =>
  place.act(tx => listPublished(tx, { pack: place.city.pack, now: noon }, { filter, openAt: openAt === null ? null : new Date(openAt), page, pageSize }))
const names = async (filter: DirectoryFilter, openAt?: string) => (await find(filter, openAt ?? null)).cards.map(({ name }) => name)

describe('the directory', () => {
  it('is in the order of names, Ä beside A', async () => {
    expect(await names({})).toEqual(['100% Wolle_Garn', 'Ärmelhaus', 'Café Zimt', 'Müller & Söhne', 'Sträußchen'])
  })

  it.each([
    ['müller', ['Müller & Söhne'], false],
    ['MUELLER', ['Müller & Söhne'], false],
    ['muller', ['Müller & Söhne'], true],
    ['Mlüler', ['Müller & Söhne'], true],
    ['straeuschen', ['Sträußchen'], true],
    ['Blumen', ['Café Zimt', 'Sträußchen'], false],
    ['Blumenladen', ['Café Zimt', 'Sträußchen'], false],
    ['Blmuen', ['Café Zimt', 'Sträußchen'], true],
    ['Schuhgeschäft', ['Ärmelhaus', 'Müller & Söhne'], false],
    ['florist zimt', ['Café Zimt'], false],
    ['hafen', ['Ärmelhaus'], false],
    ['mitte zimt', ['Café Zimt'], false],
    ['%', ['100% Wolle_Garn'], false],
    ['_', ['100% Wolle_Garn'], false],
    ["' or true;--", [], false],
    ['gibtesgarnicht', [], false],
  ])('finds for %s %j', async (search, expected, corrected) => {
    const { cards, total, ...rest } = await find({ search })
    expect(cards.map(({ name }) => name)).toEqual(expected)
    expect([total, rest.corrected]).toEqual([expected.length, corrected])
  })

  it('filters by trade, district, language and access, also together', async () => {
    expect(await names({ category: 'florist' })).toEqual(['Café Zimt', 'Sträußchen'])
    expect(await names({ category: 'brewery' })).toEqual([])
    expect(await names({ district: 'mitte' })).toHaveLength(5)
    expect(await names({ district: 'anderswo' })).toEqual([])
    expect(await names({ language: 'pl' })).toEqual(['Müller & Söhne'])
    expect(await names({ accessibility: 'wheelchair' })).toEqual(['Ärmelhaus', 'Müller & Söhne', 'Sträußchen'])
    expect(await names({ accessibility: 'hearing_loop', category: 'florist', search: 'zimt' })).toEqual(['Café Zimt'])
  })

  it('says who is open now: by the clock, not on a holiday, never who gave no hours', async () => {
    expect(await names({}, '2026-03-02T09:00:00Z')).toEqual(['Ärmelhaus', 'Müller & Söhne', 'Sträußchen'])
    expect(await names({}, '2026-03-02T19:00:00Z')).toEqual(['Café Zimt'])
    expect(await names({}, '2026-06-04T09:00:00Z')).toEqual([])
    expect(await find({ category: 'shoe-shop' }, '2026-03-02T09:00:00Z', 2, 1)).toMatchObject({ total: 2, cards: [{ name: 'Müller & Söhne' }] })
  })

  it('gives each business on exactly one page', async () => {
    const pages = await Promise.all([1, 2, 3].map(page => find({}, null, page, 2)))
    expect(pages.map(({ cards, total }) => [cards.length, total])).toEqual([[2, 5], [2, 5], [1, 5]])
    expect(new Set(pages.flatMap(({ cards }) => cards.map(({ slug }) => slug))).size).toBe(5)
  })

  it('counts, lists the newest first, and tells the sitemap what changed', async () => {
    expect(await place.act(countPublished)).toMatchObject({ total: 5, byDistrict: [{ id: 'mitte', count: 5 }], byCategory: expect.arrayContaining([{ id: 'florist', count: 2 }, { id: 'shoe-shop', count: 2 }]) })
    expect((await place.act(tx => recentlyPublished(tx, 2))).map(({ name }) => name)).toEqual(['Ärmelhaus', '100% Wolle_Garn'])
    expect((await place.act(listSitemapEntries)).map(({ slug }) => slug)[0]).toBe('aermelhaus')
    const first = await place.act(tx => listAllPublished(tx, { after: null, most: 3 }))
    const rest = await place.act(tx => listAllPublished(tx, { after: first.at(-1)?.slug ?? '', most: 3 }))
    expect([...first, ...rest].map(({ slug }) => slug)).toEqual(['100-wolle-garn', 'aermelhaus', 'cafe-zimt', 'mueller-soehne', 'straeusschen'])
  })
})

describe('words', () => {
  it('are near with one letter more, less, other or two changed about, and no further', () => {
    expect([['blumen', 'blmuen'], ['blumen', 'blume'], ['blumen', 'blumenn'], ['blumen', 'blamen'], ['ab', 'ba']].map(([a = '', b = '']) => isNear(a, b))).toEqual([true, true, true, true, true])
    expect([['blumen', 'bumlen'], ['blumen', 'lbmuen'], ['blumen', 'blum']].map(([a = '', b = '']) => isNear(a, b))).toEqual([false, false, false])
  })

  it('mean trades from three letters on', () => {
    expect([exactWords('bl', place.city.pack.categories), exactWords('blu', place.city.pack.categories)].map(([word]) => word?.categories)).toEqual([[], ['florist']])
    expect(suggestCategory('Floristik & Pflanzen', place.city.pack.categories)).toBe('florist')
    expect(suggestCategory('Sonstiges', place.city.pack.categories)).toBeUndefined()
  })

  it('make an address that no other page below has', () => {
    expect(['Blumen & Mehr, Inh. Müller', 'Karte', '花', '-'.repeat(100)].map(slugOf)).toEqual(['blumen-mehr-inh-mueller', 'betrieb-karte', 'betrieb', 'betrieb'])
    expect(slugOf('x'.repeat(100))).toHaveLength(60)
  })
})

it('public holidays are those of the Bundesland', () => {
  expect(holidaysFor({ federalState: 'NW' }, noon).get('2026-06-04')).toBe('Fronleichnam')
  expect(holidaysFor({ federalState: 'HH' }, noon).has('2026-06-04')).toBe(false)
  expect(holidaysFor({ federalState: 'NW' }, noon).has('2027-01-01')).toBe(true)
})
