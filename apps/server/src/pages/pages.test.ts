// @vitest-environment jsdom
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import axe from 'axe-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import { themeCss } from '@digitallotsen/pack/theme/theme-css.ts'
import { legalPaths } from './addresses.ts'
import { loadInventedPack, wordedAnew } from './invented-city.fixture.ts'
import { buildPages, type BuiltPages } from './pages-build.fixture.ts'
import type { LegalPageName, PageView, PublicPages } from './public-pages.types.ts'

const hostile = `</script></title><img src=x onerror=alert(1)>"'&<!--\u2028`

let pages: PublicPages
let pack: ResolvedPack
let built: BuiltPages
beforeAll(async () => {
  built = await buildPages()
  pages = built.pages
  pack = await loadInventedPack()
})
afterAll(() => built.remove())

const viewOf = (change: Partial<PageView> = {}): PageView => ({
  pack, locale: 'de', path: '/', publicCss: built.publicCss, origin: 'https://beispielhausen.example', indexable: true, ...change,
})

/** The middle shade of a district is the one that the base rule paints. */
const withoutRule = new Set(['map-area-2'])

const legalNames = Object.keys(legalPaths) as LegalPageName[]
const client = { script: '/assets/main.js', styles: ['/assets/main.css'], preload: ['/assets/base.js'] }
const cityShell = (change: Partial<PageView> = {}) => {
  const view = viewOf(change)
  return pages.renderCityShell({ pack: view.pack, locale: view.locale, boot: { city: view.pack.city, locale: view.locale, identity: null }, client })
}

const renderAll = (change: Partial<PageView> = {}): [string, string][] => [
  ['home', pages.renderHome(viewOf(change))],
  ...legalNames.map((page): [string, string] => [page, pages.renderLegal({ ...viewOf({ ...change, path: legalPaths[page] }), page })]),
  ['not found', pages.renderNotFound(viewOf({ ...change, path: '/gibt-es-nicht' }))],
  ['error', pages.renderError({ ...viewOf(change), reference: 'req-7' })],
  ['paused', pages.renderPaused(viewOf(change))],
]

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html')
const hrefs = (page: Document): string[] => [...page.querySelectorAll('a[href]')].map(link => link.getAttribute('href') ?? '')

/** Everything that could run or that the policy of the pages refuses. */
const listUnwelcome = (page: Document): string[] => [
  ...[...page.querySelectorAll('script')].filter(script => !/^application\/(ld\+)?json$/.test(script.type) && !script.src).map(() => 'inline script'),
  ...[...page.querySelectorAll('*')].flatMap(element => element.getAttributeNames().filter(name => name === 'style' || name.startsWith('on'))),
  ...[...page.querySelectorAll('style, iframe, object, embed, base, form')].map(element => element.tagName),
  ...hrefs(page).filter(href => !/^(\/|#|https?:\/\/|mailto:|tel:)/.test(href)),
]

describe('every public page', () => {
  it.each(['de', 'en'] as const)('is a whole document in %s without script, style or hydration marks', locale => {
    for (const [name, html] of renderAll({ locale })) {
      const page = parse(html)
      expect(html.startsWith('<!doctype html><html lang="'), name).toBe(true)
      expect(page.documentElement.lang, name).toBe(locale)
      expect(page.title, name).toContain('Beispielhausen')
      expect(page.querySelectorAll('h1'), name).toHaveLength(1)
      expect(listUnwelcome(page), name).toEqual([])
      expect(page.querySelectorAll('script:not([type="application/ld+json"])'), name).toHaveLength(0)
      expect(html, name).not.toMatch(/data-hk|undefined|\[object |NaN/)
    }
  })

  it.each(['de', 'en'] as const)('has no accessibility fault that axe can see in %s', async locale => {
    for (const [name, html] of renderAll({ locale, sample: true, draft: true }).filter(([name]) => /home|accessibility|error/.test(name))) {
      document.documentElement.innerHTML = parse(html).documentElement.innerHTML
      document.documentElement.lang = locale
      const { violations } = await axe.run(document, { rules: { 'color-contrast': { enabled: false } }, resultTypes: ['violations'] })
      expect(violations.map(({ id, nodes }) => [id, nodes.map(node => node.html)]), name).toEqual([])
    }
  })

  it('is the same whether its parts were drawn for this pack before or not', () => {
    for (const draft of [false, true, false]) {
      for (const locale of ['de', 'en', 'de'] as const) {
        expect(renderAll({ draft, locale })).toEqual(renderAll({ draft, locale, pack: structuredClone(pack) }))
      }
    }
  })

  it('shows a phone number, the legal links and the way to report a barrier', () => {
    for (const [name, html] of renderAll()) {
      const page = parse(html)
      const links = hrefs(page)
      expect(links, name).toContain('tel:+499991234567')
      expect(links, name).toEqual(expect.arrayContaining([...Object.values(legalPaths), '/barrierefreiheit#rueckmeldung', 'https://ombudsstelle.example.org/weg']))
      expect(page.querySelector('a.skip')?.getAttribute('href'), name).toBe('#main')
      expect(page.querySelector('main#main'), name).not.toBeNull()
    }
  })

  it('gives every id once', () => {
    for (const [name, html] of renderAll()) {
      const ids = [...parse(html).querySelectorAll('[id]')].map(({ id }) => id)
      expect(ids, name).toHaveLength(new Set(ids).size)
    }
  })

  it('marks sample data and a draft, and only these', () => {
    for (const [name, html] of renderAll({ sample: true })) expect(parse(html).body.textContent, name).toContain('Musterdaten.')
    for (const [name, html] of renderAll({ draft: true })) expect(parse(html).body.textContent, name).toContain('Entwurf.')
    for (const [name, html] of renderAll()) expect(parse(html).querySelector('.marks'), name).toBeNull()
  })

  it('lets no text of the pack become markup', () => {
    for (const locale of ['de', 'en'] as const) {
      for (const [name, html] of renderAll({ locale, pack: wordedAnew(pack, hostile) })) {
        const page = parse(html)
        expect(listUnwelcome(page), name).toEqual([])
        expect(page.querySelectorAll('img'), name).toHaveLength(0)
        expect(page.body.textContent, name).toContain('onerror=alert(1)')
        expect(page.title, name).toContain('</script></title>')
      }
    }
  })

  it('that does not exist is missed in the language of its address', () => {
    const langOf = (path: string, languages = pack.languages) => parse(pages.renderNotFound(viewOf({ path, pack: { ...pack, languages } }))).documentElement.lang
    expect([langOf('/nichts'), langOf('/en/nothing'), langOf('/english'), langOf('/en/nothing', ['de'])]).toEqual(['de', 'en', 'de', 'de'])
  })

  it('is plain words for a host that is no city', () => {
    const html = pages.renderUnknownHost()
    expect(parse(html).querySelector('h1')?.textContent).toBe('Unter dieser Adresse gibt es nichts')
    expect(parse(html).querySelectorAll('a, link, script')).toHaveLength(0)
    expect(html).not.toContain('Beispielhausen')
  })
})

describe('the start page', () => {
  it('names the steps, the five fields, the districts in map and list, the universities and the partners', () => {
    const page = parse(pages.renderHome(viewOf()))
    const text = page.body.textContent ?? ''
    const fields = pack.catalogues.de?.fields.map(field => field.title) ?? []
    expect(fields).toHaveLength(5)
    for (const words of [...fields, 'Hochschule Musterregion', 'Werbegemeinschaft Altmarkt', 'Kammer Musterregion', 'Änne Größmann']) expect(text).toContain(words)
    const inMap = [...page.querySelectorAll('.map g[aria-label]')].map(area => area.getAttribute('aria-label'))
    const inList = [...page.querySelectorAll('.places li')].map(item => item.textContent ?? '')
    expect(inMap.toSorted()).toEqual(pack.city.districts.map(({ name }) => name).toSorted())
    for (const { name } of pack.city.districts) expect(inList.some(item => item.startsWith(name))).toBe(true)
  })

  it('leads into both checks, or into the one the city offers', () => {
    const links = (features: Partial<ResolvedPack['features']>) =>
      hrefs(parse(pages.renderHome(viewOf({ pack: { ...pack, features: { ...pack.features, ...features } } })))).filter(href => href.startsWith('/check'))
    expect(links({})).toEqual(['/check/voll', '/check/schnell'])
    expect(links({ fullCheck: false })).toEqual(['/check/schnell'])
    expect(links({ quickCheck: false })).toEqual(['/check/voll'])
  })

  it('tells search engines its address and languages, and a draft asks not to be listed', () => {
    const page = parse(pages.renderHome(viewOf({ locale: 'en' })))
    expect(page.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe('https://beispielhausen.example/en')
    expect([...page.querySelectorAll('link[hreflang]')].map(link => [link.getAttribute('hreflang'), link.getAttribute('href')])).toEqual([
      ['de', 'https://beispielhausen.example/'], ['en', 'https://beispielhausen.example/en'], ['x-default', 'https://beispielhausen.example/'],
    ])
    expect(page.querySelector('meta[name=description]')?.getAttribute('content')).toContain('Beispielhausen')
    expect(page.querySelector('meta[name=robots]')).toBeNull()
    expect(parse(pages.renderHome(viewOf({ indexable: false }))).querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex')
  })

  it('stands without texts, contact, districts and partners', () => {
    const bare: ResolvedPack = {
      ...pack, texts: {}, partners: [], universities: [], chamber: null, website: null, grant: null, claim: null,
      city: { ...pack.city, districts: [], contact: { organisation: 'Amt', person: null, role: null, phone: null, email: null, address: null, hours: null } },
    }
    const page = parse(pages.renderHome(viewOf({ pack: bare })))
    expect(page.querySelector('h1')?.textContent).toBe('Digitallotsen Beispielhausen')
    expect(page.querySelector('.map')).toBeNull()
    expect(page.body.textContent).toContain('Die Telefonnummer steht noch nicht fest.')
  })

  it('weighs at most 13 kB with both its sheets (goal 10, limit 20)', async () => {
    const html = pages.renderHome(viewOf())
    const css = await readFile(join(built.pagesFolder, built.publicCss))
    const bytes = [html, css, themeCss(pack.theme)].map(content => gzipSync(content, { level: 9 }).length)
    expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThan(13_000)
  })

  it('uses no class that its sheet lacks a rule for, save those that only carry others', async () => {
    const css = await readFile(join(built.pagesFolder, built.publicCss), 'utf8')
    const used = new Set(renderAll({ sample: true }).flatMap(([, html]) => [...parse(html).querySelectorAll('[class]')].flatMap(element => [...element.classList])))
    const missing = [...used].filter(name => !new RegExp(`\\.${name}(?![\\w-])`).test(css))
    expect(missing.filter(name => !withoutRule.has(name))).toEqual([])
  })
})

describe('the legal pages', () => {
  it('say that nobody has released them while that is so', () => {
    const text = (page: LegalPageName) => parse(pages.renderLegal({ ...viewOf({ path: legalPaths[page] }), page })).body.textContent ?? ''
    expect(text('accessibility')).toContain('Entwurf – zu prüfen')
    expect(text('imprint')).not.toContain('Entwurf – zu prüfen')
    expect(text('accessibility')).toContain('Stand: 24. November 2026')
  })

  it('show the pack’s blocks as what they are', () => {
    const page = parse(pages.renderLegal({ ...viewOf({ path: '/barrierefreiheit' }), page: 'accessibility' }))
    expect([...page.querySelectorAll('ol li')].map(item => item.innerHTML)).toEqual(['Diese <strong>Website</strong>', 'Der <em>Anmeldebereich</em>'])
    expect(page.querySelector('#rueckmeldung a[href^="mailto:"]')?.getAttribute('href')).toBe('mailto:lotsen@beispielhausen.example?subject=Barriere%20gefunden')
    const imprint = parse(pages.renderLegal({ ...viewOf({ path: '/impressum' }), page: 'imprint' }))
    expect(imprint.querySelector('main p br')).not.toBeNull()
    expect([...imprint.querySelectorAll('main ul li')].map(item => item.textContent)).toEqual(['Erstens', 'Zweitens'])
  })

  it('keep their German text marked as German in an English frame', () => {
    const page = parse(pages.renderLegal({ ...viewOf({ path: '/impressum', locale: 'en' }), page: 'imprint' }))
    expect(page.querySelector('h1')?.lang).toBe('de')
    expect(page.body.textContent).toContain('available in German only')
  })
})

describe('the app shell', () => {
  it('carries its data where no text can break out of it', () => {
    const evil = wordedAnew(pack, hostile)
    const html = cityShell({ pack: evil })
    const page = parse(html)
    const data: unknown = JSON.parse(page.getElementById('boot')?.textContent ?? '')
    expect(data).toEqual({ city: evil.city, locale: 'de', identity: null })
    expect([...page.querySelectorAll('script')].map(({ type, src }) => [type, new URL(src, 'http://x').pathname])).toEqual([
      ['application/json', '/'], ['module', '/assets/main.js'],
    ])
    expect(page.querySelectorAll('img')).toHaveLength(0)
    expect(page.getElementById('boot')?.textContent).not.toMatch(/[<>&\u2028]/)
    expect(listUnwelcome(page)).toEqual([])
  })

  it('says without script whom to call', () => {
    const page = parse(cityShell())
    expect(page.querySelector('noscript')?.innerHTML).toContain('tel:+499991234567')
    expect(page.documentElement.lang).toBe('de')
    expect(parse(cityShell({ locale: 'en' })).documentElement.lang).toBe('en')
  })

  it('of the console holds no city', () => {
    const page = parse(pages.renderConsoleShell({ boot: { operator: null }, client }))
    expect(JSON.parse(page.getElementById('boot')?.textContent ?? '')).toEqual({ operator: null })
    expect(page.querySelector('link[rel=stylesheet]')?.getAttribute('href')).toBe('/assets/main.css')
  })
})
