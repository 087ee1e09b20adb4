import { describe, expect, it } from 'vitest'
import { findNextPage, listProbes, maxPages } from './page-choice.rules.ts'
import { robotsPermission } from './robots.rules.ts'
import { pageOf } from './site.fixture.ts'
import type { Page } from './site.types.ts'

const links = (...paths: string[]) => paths.map(path => `<a href="${path}">${path.slice(1)}</a>`).join('')

/** Plays a crawl: every page answers with the body given for its path, else empty. */
const crawl = (bodies: Readonly<Record<string, string>>, isAllowed: (url: string) => boolean = () => true): string[] => {
  const pages: Page[] = [pageOf('/', bodies['/'] ?? '')]
  for (let next = findNextPage(pages, isAllowed); next; next = findNextPage(pages, isAllowed)) {
    const path = new URL(next.url).pathname
    pages.push(pageOf(next.url, bodies[path] ?? '', { via: next.via, ...(next.parent && { parent: next.parent }) }))
  }
  return pages.map(({ url }) => new URL(url).pathname)
}

describe('the pages that are read', () => {
  it('are imprint, privacy, withdrawal, shop and contact before others', () => {
    expect(crawl({ '/': `${links('/team', '/kontakt', '/shop', '/datenschutz', '/impressum')}<a href="/w">Vertrag widerrufen</a>` })).toEqual(['/', '/impressum', '/datenschutz', '/w', '/shop', '/kontakt'])
  })
  it('are baskets, accounts and searches last', () =>
    expect(crawl({ '/': links('/checkout/cart', '/shopping_cart.php', '/mein-konto/', '/suche', '/merkzettel', '/kartenspiele', '/a') })).toEqual(['/', '/kartenspiele', '/a', '/checkout/cart', '/shopping_cart.php', '/mein-konto/']))
  it('are the first goods of the menu where a basket shows and nothing is called shop', () => {
    const header = '<a href="/versand">Versand ab 4 €</a><nav><a href="/">Start</a><a href="/ueber-uns">Über uns</a><a href="/pflege">Pflege</a></nav><button aria-label="Warenkorb"></button>'
    const footer = `<footer>${links('/agb', '/lieferung', '/a', '/b', '/impressum', '/datenschutz')}</footer>`
    expect(crawl({ '/': header + footer })).toEqual(['/', '/impressum', '/datenschutz', '/pflege', '/versand', '/ueber-uns'])
  })
  it('are six at most, frames first', () => {
    const read = crawl({ '/': `<frameset><frame src="/menu"><frame src="/main"></frameset>`, '/menu': links('/a', '/b', '/c', '/impressum', '/e') })
    expect(read).toEqual(['/', '/menu', '/main', '/impressum', '/a', '/b'])
    expect(read).toHaveLength(maxPages)
  })
  it('follow a quick meta refresh', () => expect(crawl({ '/': '<META HTTP-EQUIV=Refresh CONTENT="0; URL=/start.html">' })).toEqual(['/', '/start.html']))
  it('leave files, baskets, other sites and forbidden pages alone', () => {
    const body = `${links('/a.pdf', '/?add-to-cart=1', '/logout', '/geheim', '/gut')}<a href="https://andere.example/x">x</a><a href="mailto:a@b.example">m</a><a href="javascript:void(0)">j</a>`
    const permission = robotsPermission({ url: 'https://laden.example/robots.txt', status: 200, body: 'User-agent: *\nDisallow: /geheim' }, 'digitallotsen')
    expect(crawl({ '/': body }, permission)).toEqual(['/', '/gut'])
  })
  it('are read once, whatever their spelling', () => expect(crawl({ '/': '<a href="/a#x">1</a><a href="http://www.laden.example/a">2</a><a href="./a">3</a><a href="/">4</a>' })).toEqual(['/', '/a']))
  it('are none after a start page that failed', () => expect(findNextPage([pageOf('/', links('/a'), { status: 500 })], () => true)).toBeUndefined())
})

describe('the probes', () => {
  it('are links of the site not yet read and pictures of the start page, each once', () => {
    const pages = [pageOf('/', `${links('/a', '/b.pdf', '/b.pdf')}<img src="/x.jpg"><img src="data:image/gif;base64,AA"><meta property="og:image" content="https://laden.example/og.jpg">`), pageOf('/a', '')]
    expect(listProbes(pages, () => true)).toEqual([
      { url: 'https://laden.example/b.pdf', kind: 'link' },
      { url: 'https://laden.example/og.jpg', kind: 'image' },
      { url: 'https://laden.example/x.jpg', kind: 'image' },
    ])
  })
  it('are the pictures of the page a start page sends on to at once', () => {
    const pages = [pageOf('/', '<meta http-equiv=refresh content="0;url=/de"><img src="/unseen.jpg">'), pageOf('/de', '<img src="/x.jpg">', { via: 'meta_refresh' })]
    expect(listProbes(pages, () => true)).toEqual([{ url: 'https://laden.example/x.jpg', kind: 'image' }])
  })
  it('are fifty at most, with room for pictures', () => {
    const body = Array.from({ length: 200 }, (_, i) => `<a href="/p${i}">p</a><img src="/i${i}.jpg">`).join('')
    const probes = listProbes([pageOf('/', body)], () => true)
    expect(probes).toHaveLength(50)
    expect(probes.filter(({ kind }) => kind === 'image')).toHaveLength(25)
  })
})
