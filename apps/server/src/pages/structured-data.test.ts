import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isKindOf, listStructuredDataFaults, readJsonLd } from '@digitallotsen/testing/schema-org/structured-data.ts'
import { loadInventedPack } from './invented-city.fixture.ts'
import { buildPages, type BuiltPages } from './pages-build.fixture.ts'
import { businessOf, directoryOf, listingOf, offerOf, offersOf, wednesday, withPlatform } from './platform-views.fixture.ts'
import type { PageView } from './public-pages.types.ts'

let build: BuiltPages
let view: PageView
beforeAll(async () => {
  build = await buildPages()
  view = { pack: withPlatform(await loadInventedPack()), locale: 'de', path: '/', publicCss: build.publicCss, origin: 'https://beispielhausen.example', indexable: true }
})
afterAll(() => build.remove())

const typeOf = (html: string) => readJsonLd(html).map(block => block['@type'])

describe('the structured data of a page holds against schema.org', () => {
  it('for a business of every trade of the list', async () => {
    const faults: [string, string[]][] = []
    for (const { id, schemaType } of view.pack.categories) {
      const html = build.pages.renderBusiness(businessOf({ ...view, path: '/betriebe/blumen-am-markt' }, listingOf({ categories: [id] })))
      expect([id, typeOf(html)]).toEqual([id, expect.arrayContaining([schemaType])])
      expect([id, isKindOf(schemaType, 'LocalBusiness')]).toEqual([id, true])
      const found = await listStructuredDataFaults(html)
      if (found.length > 0) faults.push([id, found])
    }
    expect(view.pack.categories.length).toBeGreaterThan(5)
    expect(faults).toEqual([])
  })

  it('for one without any detail', async () => {
    const bare = listingOf({ legalName: null, tagline: null, story: '', phones: [], email: null, website: null, social: [], hours: null, place: null, languages: [], payment: [] }, { photos: [] })
    const html = build.pages.renderBusiness(businessOf(view, bare, []))
    expect(await listStructuredDataFaults(html)).toEqual([])
    expect(typeOf(html)).toContain('Florist')
  })

  it('for offers, events, the directory and the start page', async () => {
    const event = offerOf({ kind: 'event', startsOn: '2026-12-01', endsOn: '2026-12-01', startsAt: '18:00', endsAt: '20:00', venue: 'Rathaus' })
    for (const html of [
      build.pages.renderOffer({ ...view, offer: offerOf(), now: wednesday }),
      build.pages.renderOffer({ ...view, offer: event, now: wednesday }),
      build.pages.renderOffers(offersOf(view)),
      build.pages.renderDirectory(directoryOf(view)),
      build.pages.renderHome(view),
    ]) expect(await listStructuredDataFaults(html)).toEqual([])
  })
})

describe('the validator', () => {
  const page = (data: object) => `<!doctype html><html><head><script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', ...data })}</script></head></html>`

  it.each([
    ['a property of another type', { '@type': 'Florist', name: 'X', bookFormat: 'Hardcover' }],
    ['a property that does not exist', { '@type': 'Florist', name: 'X', oeffnungszeiten: 'Mo' }],
    ['a type that does not exist', { '@type': 'FlowerShop', name: 'X' }],
  ])('finds %s', async (_, data) => {
    expect(await listStructuredDataFaults(page({ '@type': 'Florist', name: 'X' }))).toEqual([])
    expect(await listStructuredDataFaults(page(data))).not.toEqual([])
  })
})
