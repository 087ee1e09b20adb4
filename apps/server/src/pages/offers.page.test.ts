// @vitest-environment jsdom
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import { loadInventedPack } from './invented-city.fixture.ts'
import { dataIn, hrefsIn, parse, sentBy, textIn } from './page-reading.fixture.ts'
import { buildPages, type BuiltPages } from './pages-build.fixture.ts'
import { offerOf, offersOf, wednesday, withPlatform } from './platform-views.fixture.ts'
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

describe('the offers', () => {
  const offers = (...[query, rest]: Parameters<typeof offersOf> extends [unknown, ...infer Rest] ? Rest : never) => parse(pages.renderOffers(offersOf(viewOf(), query, rest)))

  it('say what, when and at whose place', () => {
    const page = offers()
    expect(textIn(page, '.offer p, .offer h3')).toEqual(['Angebot', 'Zehn Tulpen zum Preis von acht', 'Bis Samstag, 28. November', '6 €'])
    expect(hrefsIn(page, '.offer a')).toEqual(['/angebote/0193a1b2-0000-7000-8000-000000000001', '/betriebe/blumen-am-markt', '/betriebe/cafe-zimt'])
    expect(textIn(page, '.results h2, .results .row p')).toEqual(['1 Eintrag', 'Mittwoch, 25. November bis Dienstag, 1. Dezember'])
    expect(textIn(offers({ span: 'alle' }), '.results .row p')).toEqual([])
  })

  it('can be subscribed to', () => {
    expect(hrefsIn(offers({ district: 'zentrum-0' }), '.files a')).toEqual(['/angebote.ics?stadtteil=zentrum-0', '/angebote.rss?stadtteil=zentrum-0'])
  })

  it('ask again with what was asked for', () => {
    const page = offers({ district: 'zentrum-1', kind: 'event', span: 'monat' }, { total: 60, offers: [offerOf()] })
    expect(sentBy(page)).toEqual([['zeitraum', 'monat'], ['art', 'veranstaltung'], ['stadtteil', 'zentrum-1']])
    expect(hrefsIn(page, '.pages a[rel=next]')).toEqual(['/angebote?stadtteil=zentrum-1&art=veranstaltung&zeitraum=monat&seite=2'])
    expect(page.title).toBe('Veranstaltung · Bahnhofsviertel · Angebote in Beispielhausen')
    expect(() => offers({ district: 'gone' })).not.toThrow()
  })

  it.each([
    [{}, { total: 0 }, 'In dieser Zeit ist nichts eingetragen', '/angebote'],
    [{ span: 'alle', district: 'zentrum-0' }, { total: 0 }, 'In dieser Zeit ist nichts eingetragen', '/angebote'],
    [{ span: 'alle' }, { total: 0 }, 'Zurzeit ist nichts eingetragen', '/betriebe'],
    [{ page: 9 }, { total: 3 }, 'So viele Seiten gibt es nicht', '/angebote?zeitraum=woche'],
  ] as const)('give a next step where there is nothing for %j', (query, rest, title, href) => {
    const page = offers(query, { ...rest, offers: [] })
    expect([textIn(page, '.empty h3'), hrefsIn(page, '.empty a')]).toEqual([[title], [href]])
  })

  it('have a page each, with data for search engines', () => {
    const offer = offerOf({ kind: 'event', title: 'Lesung', text: 'Erster Absatz.\n\nZweiter.', startsOn: '2026-11-29', endsOn: '2026-11-29', startsAt: '19:00', endsAt: '21:00', venue: 'Marktplatz' })
    const page = parse(pages.renderOffer({ ...viewOf(), offer, now: wednesday }))
    expect(textIn(page, '.definitions dd')).toEqual(['Sonntag, 29. November, 19–21 Uhr', 'Marktplatz', '6 €', 'Blumen am MarktCafé Zimt'])
    expect(dataIn(page)[0]).toMatchObject({ '@type': 'Event', name: 'Lesung', startDate: '2026-11-29T19:00:00+01:00', url: `${origin}/angebote/${offer.id}` })
    expect(textIn(page, 'article > .flow:last-child p')).toEqual(['Erster Absatz.', 'Zweiter.'])
    expect(page.title).toBe('Lesung – Beispielhausen')
  })
})
