// @vitest-environment jsdom
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import { loadInventedPack } from './invented-city.fixture.ts'
import { hrefsIn, metaOf, parse, sentBy, textIn } from './page-reading.fixture.ts'
import { buildPages, type BuiltPages } from './pages-build.fixture.ts'
import { cardOf, directoryOf, withPlatform } from './platform-views.fixture.ts'
import type { PageView, PublicPages } from './public-pages.types.ts'

const origin = 'https://beispielhausen.example'

let pages: PublicPages
let pack: ResolvedPack
let built: BuiltPages
beforeAll(async () => {
  built = await buildPages()
  pages = built.pages
  pack = withPlatform(await loadInventedPack())
})
afterAll(() => built.remove())

const viewOf = (change: Partial<PageView> = {}): PageView => ({ pack, locale: 'de', path: '/', publicCss: built.publicCss, origin, indexable: true, ...change })

const directory = (...[query, result, counts]: [...Parameters<typeof directoryOf>] extends [unknown, ...infer Rest] ? Rest : never) => parse(pages.renderDirectory(directoryOf(viewOf(), query, result, counts)))

describe('the directory', () => {
  it('lists the businesses with trade, place and whether they are open', () => {
    const [first, second] = [...directory().querySelectorAll('.tile')]
    expect(textIn(first as Element, 'p, h3')).toEqual(['Blumen und Floristik', 'Blumen am Markt', 'Sträuße, Kränze und Pflanzen', 'Marktstraße 12 a, Altmarkt', 'Heute bis 13 Uhr geöffnet'])
    expect(hrefsIn(first as Element)).toEqual(['/betriebe/blumen-am-markt'])
    expect(first?.querySelector('img')?.getAttribute('loading')).toBeNull()
    expect(second?.querySelector('.awning')?.textContent).toBe('C')
    expect(textIn(directory(), 'h2')[0]).toBe('2 Betriebe')
    expect(textIn(directory({}, { cards: [cardOf()], total: 1 }), 'h2')[0]).toBe('1 Betrieb')
  })

  it('shows nothing for a trade or a district that the city does not know', () => {
    const page = directory({}, { cards: [cardOf({ categories: ['gone'], districtId: 'gone', street: null, tagline: null, hours: null })] })
    expect(textIn(page, '.tile p, .tile h3')).toEqual(['Blumen am Markt'])
    expect([...page.querySelectorAll('option')].map(({ value }) => value)).not.toContain('gone')
    expect(hrefsIn(page, '.map a').join()).not.toContain('gone')
  })

  it('asks again with what was asked for', () => {
    const page = directory({ search: 'Blumen', district: 'zentrum-1', category: 'florist', language: 'tr', accessibility: 'hearing_loop', open: true })
    expect(page.querySelector('form')?.getAttribute('action')).toBe('/betriebe#liste')
    expect(sentBy(page)).toEqual([
      ['suche', 'Blumen'], ['geoeffnet', '1'], ['stadtteil', 'zentrum-1'], ['branche', 'florist'], ['sprache', 'tr'], ['barrierefrei', 'hearing_loop'],
    ])
    expect(textIn(page, 'select[name=stadtteil] option')).toEqual(['Alle Stadtteile', 'Altmarkt (2)', 'Bahnhofsviertel (1)'])
  })

  it('takes away one filter at a time, or all', () => {
    const page = directory({ search: 'Blumen', district: 'zentrum-0', category: 'florist', language: 'tr', accessibility: 'wheelchair', open: true, page: 3 })
    const all = { suche: 'Blumen', stadtteil: 'zentrum-0', branche: 'florist', sprache: 'tr', barrierefrei: 'wheelchair', geoeffnet: '1' }
    const without = (name: keyof typeof all) => `/betriebe?${new URLSearchParams(Object.entries(all).filter(([each]) => each !== name))}`
    expect(hrefsIn(page, '.chosen a')).toEqual([...(Object.keys(all) as (keyof typeof all)[]).map(without), '/betriebe'])
    expect(textIn(page, '.chosen a')).toEqual(['„Blumen“', 'Altmarkt', 'Blumen und Floristik', 'Türkisch', 'Mit dem Rollstuhl zugänglich, auch teilweise', 'Jetzt geöffnet', 'Alle Filter entfernen'])
    expect(page.querySelector('.chosen a')?.getAttribute('aria-label')).toBe('Entfernen: „Blumen“')
    expect(directory().querySelector('.chosen')).toBeNull()
  })

  it('still offers a way out of a filter nobody knows', () => {
    const page = directory({ district: 'gone', language: 'xx!!', accessibility: 'gone' }, { cards: [], total: 0 })
    expect(hrefsIn(page, '.chosen a')).toEqual(['/betriebe'])
    expect(sentBy(page).map(([, value]) => value).join('')).toBe('')
  })

  it('counts the districts on the map and in an equal list', () => {
    const page = directory({ district: 'zentrum-1' })
    expect(hrefsIn(page, '.map a').toSorted()).toEqual(['/betriebe?stadtteil=zentrum-0#liste', '/betriebe?stadtteil=zentrum-1#liste'])
    expect(hrefsIn(page, '.by-district li a')).toEqual(hrefsIn(page, '.map a').toSorted())
    expect(page.querySelector('.map a')?.getAttribute('aria-label')).toMatch(/^(Altmarkt, 2 Betriebe|Bahnhofsviertel, 1 Betrieb)$/)
    expect(textIn(page, '.by-district li')).toEqual(['Altmarkt2', 'Bahnhofsviertel1', 'Hafenstraße0', 'Nordpassage0', 'Südtor0'])
    expect(hrefsIn(page, '.by-district [aria-current]')).toHaveLength(2)
    expect(parse(pages.renderDirectory(directoryOf(viewOf({ pack: { ...pack, city: { ...pack.city, districts: [] } } })))).querySelector('.map, .to-map')).toBeNull()
  })

  it('says that the spelling was corrected', () => {
    expect(directory({ search: ' Blmuen ' }, { corrected: true }).querySelector('.notice')?.textContent).toContain('Zu „Blmuen“ gibt es keinen genauen Treffer.')
    expect(directory({ search: 'Blumen' }).querySelector('.notice')).toBeNull()
  })

  it.each([
    ['nothing fits', { search: 'Raumschiff' }, { total: 0 }, {}, 'Kein Betrieb passt dazu', '/betriebe'],
    ['none is open', { search: 'Blumen', open: true }, { total: 0 }, {}, 'Gerade hat keiner davon geöffnet', '/betriebe?suche=Blumen'],
    ['the page is too far', { category: 'florist', page: 9 }, { total: 2 }, {}, 'So viele Seiten gibt es nicht', '/betriebe?branche=florist'],
    ['there is no business', {}, { total: 0 }, { total: 0, byDistrict: [], byCategory: [] }, 'Noch steht hier kein Betrieb', '/check'],
  ])('gives a next step where %s', (_, query, result, counts, title, href) => {
    const page = directory(query, { cards: [], ...result }, counts)
    expect([textIn(page, '.empty h3'), hrefsIn(page, '.empty a')]).toEqual([[title], [href]])
    expect(page.querySelector('.tiles')).toBeNull()
    expect(metaOf(page, 'robots')).toBe('noindex')
  })

  it('leads from page to page and says so to search engines', () => {
    const page = directory({ category: 'florist', page: 2 }, { total: 45, page: 2 })
    expect(hrefsIn(page, 'head link[rel=prev], head link[rel=next]')).toEqual([`${origin}/betriebe?branche=florist`, `${origin}/betriebe?branche=florist&seite=3`])
    expect(hrefsIn(page, '.pages a[rel]')).toEqual(['/betriebe?branche=florist', '/betriebe?branche=florist&seite=3'])
    expect(page.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(`${origin}/betriebe?branche=florist&seite=2`)
    expect(page.querySelector('link[hreflang=en]')?.getAttribute('href')).toBe(`${origin}/en/betriebe?branche=florist&seite=2`)
    expect(hrefsIn(page, '.masthead a[hreflang=en]')).toEqual(['/en/betriebe?branche=florist&seite=2'])
    expect(page.title).toBe('Blumen und Floristik · Betriebe in Beispielhausen · Seite 2')
    expect(directory().querySelector('.pages, link[rel=next], link[rel=prev]')).toBeNull()
  })

  it('is listed by search engines by district or trade, not as a search', () => {
    const robots = [{}, { district: 'zentrum-0' }, { page: 2 }, { search: 'a' }, { open: true }, { district: 'zentrum-0', category: 'florist' }].map(query => metaOf(directory(query), 'robots'))
    expect(robots).toEqual([undefined, undefined, undefined, 'noindex', 'noindex', 'noindex'])
  })

  it('is there as open data and as a feed, of the district where one is chosen', () => {
    const page = directory({ district: 'zentrum-1' })
    expect(hrefsIn(page, '.files a')).toEqual(['/daten/betriebe.csv', '/daten/betriebe.json', '/daten/betriebe.geojson', '/betriebe.rss?stadtteil=zentrum-1', '/einbetten'])
    expect(hrefsIn(page, 'head link[type="application/rss+xml"]')).toEqual(['/betriebe.rss?stadtteil=zentrum-1'])
    expect(hrefsIn(directory({ district: 'gone' }), 'head link[type="application/rss+xml"]')).toEqual(['/betriebe.rss'])
    expect(textIn(page, '.take-along p')).toEqual(['Diese Liste gibt es auch als offene Daten: CC BY 4.0'])
  })

  it('keeps to its language in every link', () => {
    const page = parse(pages.renderDirectory(directoryOf(viewOf({ locale: 'en' }), { search: 'flowers', district: 'zentrum-0' })))
    expect(hrefsIn(page, 'main a').filter(href => href.startsWith('/') && !/^\/(en|daten|einbetten)\b|\.rss\b/.test(href))).toEqual([])
    expect(page.querySelector('form')?.getAttribute('action')).toBe('/en/betriebe#liste')
    expect(textIn(page, '.chosen a')).toEqual(['“flowers”', 'Altmarkt', 'Remove all filters'])
  })
})
