// @vitest-environment jsdom
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import axe from 'axe-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyContent } from '@digitallotsen/domain/listing/listing.rules.ts'
import { hoursWith } from '@digitallotsen/domain/listing/listing.fixture.ts'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import { themeCss } from '@digitallotsen/pack/theme/theme-css.ts'
import { loadInventedPack } from './invented-city.fixture.ts'
import { dataIn, hrefsIn, parse, textIn } from './page-reading.fixture.ts'
import { buildPages, type BuiltPages } from './pages-build.fixture.ts'
import { businessOf, cardOf, directoryOf, listingOf, offerOf, offersOf, photoOf, wednesday, withPlatform } from './platform-views.fixture.ts'
import type { PageView, PublicPages } from './public-pages.types.ts'

const hostile = `</script></title><img src=x onerror=alert(1)>" onmouseover="alert(1)"'&<!--\u2028`
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

const renderAll = (change: Partial<PageView> = {}): [string, string][] => {
  const view = viewOf(change)
  const news = { recent: [cardOf(), cardOf({ slug: 'cafe-zimt', photo: null })], offers: [offerOf()] }
  return [
    ['home', pages.renderHome({ ...view, ...news })],
    ['directory', pages.renderDirectory(directoryOf(view))],
    ['search', pages.renderDirectory(directoryOf(view, { search: 'Blmuen', district: 'zentrum-0', open: true, page: 2 }, { corrected: true, total: 60, page: 2 }))],
    ['nothing found', pages.renderDirectory(directoryOf(view, { search: 'Raumschiff' }, { cards: [], total: 0 }))],
    ['business', pages.renderBusiness(businessOf(view, listingOf({}, { sample: true })))],
    ['bare business', pages.renderBusiness(businessOf(view, listingOf(emptyContent('Kiosk'), { photos: [] }), []))],
    ['offers', pages.renderOffers(offersOf(view))],
    ['no offers', pages.renderOffers(offersOf(view, {}, { offers: [], total: 0 }))],
    ['offer', pages.renderOffer({ ...view, offer: offerOf({ kind: 'event', venue: 'Marktplatz' }, { sample: true }), now: wednesday })],
  ]
}

/** Everything that could run or that the policy of the pages refuses; a form may only ask this site. */
const listUnwelcome = (page: Document): string[] => [
  ...[...page.querySelectorAll('script')].filter(script => script.type !== 'application/ld+json').map(() => 'script'),
  ...[...page.querySelectorAll('*')].flatMap(element => element.getAttributeNames().filter(name => name === 'style' || name.startsWith('on'))),
  ...[...page.querySelectorAll('style, iframe, object, embed, base')].map(({ tagName }) => tagName),
  ...[...page.querySelectorAll('form')].map(form => `${form.method} ${form.getAttribute('action')}`).filter(form => !/^get \/[a-z]/.test(form)),
  ...[...page.querySelectorAll('img')].map(image => image.getAttribute('src') ?? '').filter(src => !src.startsWith('/bilder/')),
  ...hrefsIn(page).filter(href => !/^(\/|#|https?:\/\/|mailto:|tel:)/.test(href)),
]

describe('every page of the platform', () => {
  it.each(['de', 'en'] as const)('is a whole document in %s without script or style', locale => {
    for (const [name, html] of renderAll({ locale })) {
      const page = parse(html)
      expect(page.documentElement.lang, name).toBe(locale)
      expect(page.title, name).toContain('Beispielhausen')
      expect(page.querySelectorAll('h1'), name).toHaveLength(1)
      expect(listUnwelcome(page), name).toEqual([])
      expect(html, name).not.toMatch(/data-hk|undefined|\[object |NaN|null/)
      const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id)
      expect(ids, name).toHaveLength(new Set(ids).size)
    }
  })

  it.each(['de', 'en'] as const)('has no accessibility fault that axe can see in %s', async locale => {
    for (const [name, html] of renderAll({ locale, sample: true })) {
      document.documentElement.innerHTML = parse(html).documentElement.innerHTML
      document.documentElement.lang = locale
      const { violations } = await axe.run(document, { rules: { 'color-contrast': { enabled: false } }, resultTypes: ['violations'] })
      expect(violations.map(({ id, nodes }) => [id, nodes.map(node => node.html)]), name).toEqual([])
    }
  })

  it('uses no class that its sheet lacks a rule for', async () => {
    const missing = await Promise.all(renderAll().map(async ([name, html]) => {
      const page = parse(html)
      const sheet = hrefsIn(page, 'link[rel=stylesheet]').find(href => href.startsWith('/assets/')) ?? ''
      const css = await readFile(join(built.pagesFolder, sheet), 'utf8')
      const used = new Set([...page.querySelectorAll('[class]')].flatMap(({ classList }) => [...classList]))
      return [...used].filter(each => !new RegExp(`\\.${each}(?![\\w-])`).test(css) && each !== 'map-area-2').map(each => `${name}: ${each}`)
    }))
    expect(missing.flat()).toEqual([])
  })

  it('weighs at most 12 kB with its sheets (goal 10, limit 20)', async () => {
    for (const [name, html] of renderAll().slice(1)) {
      const sheet = hrefsIn(parse(html), 'link[rel=stylesheet]').find(href => href.startsWith('/assets/')) ?? ''
      const bytes = [html, await readFile(join(built.pagesFolder, sheet)), themeCss(pack.theme)].map(content => gzipSync(content, { level: 9 }).length)
      expect(bytes.reduce((sum, each) => sum + each, 0), name).toBeLessThan(12_000)
    }
  })

  it('is in the menu as far as the city offers it, and marked where one is', () => {
    const menuOf = (features: Partial<ResolvedPack['features']>) => hrefsIn(parse(pages.renderDirectory(directoryOf(viewOf({ pack: { ...pack, features: { ...pack.features, ...features } } })))), '.masthead .menu a')
    expect(menuOf({}).slice(0, 2)).toEqual(['/betriebe', '/angebote'])
    expect(menuOf({ offers: false }).filter(href => /^.(betriebe|angebote)$/.test(href))).toEqual(['/betriebe'])
    expect(menuOf({ directory: false }).filter(href => /^.(betriebe|angebote)$/.test(href))).toEqual([])
    expect(hrefsIn(parse(pages.renderDirectory(directoryOf(viewOf()))), '.masthead [aria-current=page]')).toEqual(['/betriebe'])
  })
})

describe('what people write', () => {
  const evilContent = () => ({
    ...listingOf().content,
    name: hostile, legalName: hostile, tagline: hostile, story: `${hostile}\n\n${hostile}`, categories: [hostile],
    address: { street: hostile, houseNumber: hostile, addition: hostile, postcode: hostile, town: hostile, districtId: hostile },
    phones: [{ kind: 'landline' as const, number: hostile }, { kind: 'whatsapp' as const, number: hostile }, { kind: 'fax' as const, number: hostile }],
    email: hostile, website: 'javascript:alert(1)', social: [{ network: 'other' as const, url: 'javascript:alert(1)' }, { network: 'instagram' as const, url: hostile }],
    hours: hoursWith({ note: hostile, special: [{ date: '2026-12-01', intervals: [], note: hostile }], vacations: [{ from: '2026-12-02', to: '2026-12-03', note: hostile }] }),
    accessibility: { wheelchair: null, facts: [], note: hostile },
  })
  const evilOffer = () => offerOf({ title: hostile, text: hostile, priceText: hostile, venue: hostile }, { businesses: [{ slug: hostile, name: hostile, districtId: hostile }] })
  const evilCard = () => cardOf({ slug: hostile, name: hostile, tagline: hostile, categories: [hostile], districtId: hostile, street: hostile, photo: photoOf(hostile, hostile) })
  const evilQuery = { search: hostile, district: hostile, category: hostile, language: hostile, accessibility: hostile }

  it.each(['de', 'en'] as const)('never becomes markup, a script or a link that runs (%s)', locale => {
    const view = viewOf({ locale })
    const rendered: [string, string][] = [
      ['home', pages.renderHome({ ...view, recent: [evilCard()], offers: [evilOffer()] })],
      ['directory', pages.renderDirectory(directoryOf(view, evilQuery, { cards: [evilCard()], corrected: true }, { total: 1, byDistrict: [{ id: hostile, count: 1 }], byCategory: [{ id: hostile, count: 1 }] }))],
      ['business', pages.renderBusiness(businessOf(view, listingOf(evilContent(), { slug: hostile, photos: [photoOf(hostile, hostile)] }), [evilOffer()]))],
      ['offers', pages.renderOffers(offersOf(view, { district: hostile }, { offers: [evilOffer()] }))],
      ['offer', pages.renderOffer({ ...view, offer: evilOffer(), now: wednesday })],
    ]
    for (const [name, html] of rendered) {
      const page = parse(html)
      expect(listUnwelcome(page), name).toEqual([])
      expect(html, name).not.toContain('javascript:')
      expect(page.body.textContent, name).toContain('onerror=alert(1)')
      expect(page.querySelectorAll('h1'), name).toHaveLength(1)
    }
  })

  it('stays data where search engines read it', () => {
    const page = parse(pages.renderBusiness(businessOf(viewOf(), listingOf(evilContent()))))
    expect(page.querySelector('script[type="application/ld+json"]')?.textContent).not.toMatch(/[<>&\u2028]/)
    expect(dataIn(page)[0]).toMatchObject({ '@type': 'LocalBusiness', name: hostile })
    expect(page.querySelectorAll('script')).toHaveLength(1)
    expect(dataIn(parse(pages.renderOffer({ ...viewOf(), offer: evilOffer(), now: wednesday })))[0]).toMatchObject({ name: hostile })
  })

  it('is told apart as German in an English frame', () => {
    const page = parse(pages.renderBusiness(businessOf(viewOf({ locale: 'en' }))))
    expect([page.querySelector('h1')?.lang, page.querySelector('.prose')?.getAttribute('lang'), page.querySelector('.hours')?.getAttribute('lang')]).toEqual(['de', 'de', null])
    expect(parse(pages.renderBusiness(businessOf(viewOf()))).querySelector('main [lang]')).toBeNull()
  })
})

describe('the start page', () => {
  const home = (change: Partial<Parameters<PublicPages['renderHome']>[0]> = {}, features?: Partial<ResolvedPack['features']>) =>
    parse(pages.renderHome({ ...viewOf(features && { pack: { ...pack, features: { ...pack.features, ...features } } }), ...change }))
  const news = { recent: [cardOf()], offers: [offerOf()] }
  const headings = (page: Document) => textIn(page, 'h2').filter(text => /Neu auf|Diese Woche/.test(text))

  it('shows what is new on the platform and what is on, where there is something and the city has it', () => {
    expect(headings(home(news))).toEqual(['Neu auf der Plattform', 'Diese Woche'])
    expect(hrefsIn(home(news), '.tile a, .offer h3 a')).toEqual(['/betriebe/blumen-am-markt', '/angebote/0193a1b2-0000-7000-8000-000000000001'])
    expect(headings(home())).toEqual([])
    expect(headings(home({ ...news, offers: [] }))).toEqual(['Neu auf der Plattform'])
    expect(headings(home(news, { offers: false }))).toEqual(['Neu auf der Plattform'])
    expect(headings(home(news, { directory: false }))).toEqual([])
  })

  it('shows each time what it was given, and days as seen from now where it knows', () => {
    home(news)
    expect(hrefsIn(home({ recent: [cardOf({ slug: 'anders' })] }), '.tile a')).toEqual(['/betriebe/anders'])
    expect(textIn(home(news), '.offer-dates')).toEqual(['Freitag, 20. November bis Samstag, 28. November'])
    expect(textIn(home({ ...news, now: wednesday }), '.offer-dates')).toEqual(['Bis Samstag, 28. November'])
  })
})

it('every language has every word', () => {
  const locales: Locale[] = ['de', 'en']
  for (const locale of locales) for (const [name, html] of renderAll({ locale })) expect(textIn(parse(html), 'a, button, h1, h2, h3, label, summary, th, dt').filter(text => text === ''), `${locale} ${name}`).toEqual([])
})
