import { describe, expect, it } from 'vitest'
import { pageOf, saidBy } from '../site.fixture.ts'
import type { PlainHttp, SiteSnapshot, Tls } from '../site.types.ts'

type Given = Parameters<typeof saidBy>[1]
type Row = [what: string, given: Given, said: string]

const start = (html: string, site: Partial<SiteSnapshot> = {}): Given => ({ pages: { '/': html }, site })
const ok: Tls = { ok: true, validTo: '2027-01-20T00:00:00Z' }
const redirect = (status: number, location = 'https://laden.example/'): PlainHttp => ({ kind: 'redirect', status, location })
const rendered = { cookies: [], storage: [], thirdPartyRequests: [], consoleErrors: [], viewportWidth: 360, scrollWidth: 360, baseFontPx: 16 }
const viewport = '<meta name="viewport" content="width=device-width, initial-scale=1">'
const image = (bytes: number): Partial<SiteSnapshot> => ({ probes: [{ url: 'https://laden.example/a.jpg', kind: 'image', status: 200, bytes }] })
const sized = '<img src="/a.jpg" width=1 height=2 alt="">'
const page = (body: string) => `<html lang="de"><h1>Laden</h1>${body}</html>`
const secure = { 'strict-transport-security': ['max-age=1'], 'x-content-type-options': ['nosniff'], 'x-frame-options': ['DENY'], 'referrer-policy': ['no-referrer'] }
const withHeaders = (headers: Record<string, string[]>): Given => ({ pages: { '/': pageOf('/', 'x', { headers }) } })
const dns = (txt: string[], dmarc: string[], mx = ['mx.example']): Given => start('', { dns: { domain: 'laden.example', mx, txt, dmarc } })
const generator = (content: string) => start(`<meta name="generator" content="${content}">`)

const tables: Record<string, Row[]> = {
  'T-01': [
    ['good', start('', { tls: ok, plainHttp: redirect(301) }), 'pass'],
    ['not asked', start(''), 'not_checked not_asked'],
    ['no https', start('', { tls: { ok: false, reason: 'no_https' } }), 'fail https.none'],
    ['ends in 13 days', start('', { tls: { ok: true, validTo: '2026-12-03T00:00:00Z' } }), 'fail https.ends_soon'],
    ['temporary redirect', start('', { tls: ok, plainHttp: redirect(302) }), 'fail https.temporary_redirect'],
    ['redirect to http', start('', { tls: ok, plainHttp: redirect(301, 'http://www.laden.example/') }), 'fail https.no_redirect'],
    ['no redirect', start('', { tls: ok, plainHttp: { kind: 'answer', status: 200 } }), 'fail https.no_redirect'],
    ['http closed', start('', { tls: ok, plainHttp: { kind: 'failure', failure: 'refused' } }), 'pass'],
    ['a picture in the clear', start('<img src="http://laden.example/a.jpg">', { tls: ok }), 'fail https.mixed'],
    ['a background in the clear', start('<div style="color:red; background-image: url(&quot;http://laden.example/a.jpg&quot;)"></div>', { tls: ok }), 'fail https.mixed'],
    ['an old background in the clear', start('<table><tr><td background="http://laden.example/a.gif">x</table>', { tls: ok }), 'fail https.mixed'],
    ['a choice of pictures in the clear', start('<img src="/a.jpg" srcset="http://laden.example/b.jpg 2x">', { tls: ok }), 'fail https.mixed'],
    ['a link in the clear', start('<a href="http://laden.example/a">a</a>', { tls: ok }), 'pass'],
  ],
  'T-02': [
    ['good', start(viewport, { rendered }), 'pass'],
    ['no browser', start(viewport), 'not_checked no_browser'],
    ['no viewport', start(''), 'fail mobile.no_viewport'],
    ['a fixed width', start('<meta name=viewport content="width=980">'), 'fail mobile.no_viewport'],
    ['no zoom', start('<META NAME=VIEWPORT CONTENT="WIDTH=DEVICE-WIDTH, USER-SCALABLE = NO">'), 'fail mobile.no_zoom'],
    ['scrolls sideways', start(viewport, { rendered: { ...rendered, scrollWidth: 361 } }), 'fail mobile.overflow'],
    ['small print', start(viewport, { rendered: { ...rendered, baseFontPx: 13 } }), 'fail mobile.small_font'],
  ],
  'T-03': [
    ['good', start('', { absentAddress: { url: 'https://laden.example/x', status: 404 } }), 'pass'],
    ['slow', { pages: { '/': pageOf('/', '', { milliseconds: 3_000 }) } }, 'fail reach.slow'],
    ['an error', { pages: { '/': pageOf('/', '', { status: 503 }) } }, 'fail reach.bad_status'],
    ['no answer', { pages: { '/': { url: 'https://laden.example/', finalUrl: 'https://laden.example/', hops: [], via: 'entered', headers: {}, bytes: 0, milliseconds: 10_000, failure: 'timeout' } } }, 'fail reach.no_answer'],
    ['a dead link', start('<a href="/weg">a</a>', { probes: [{ url: 'https://laden.example/weg', kind: 'link', status: 404 }] }), 'fail reach.dead_link'],
    ['HEAD not liked', start('<a href="/weg">a</a>', { probes: [{ url: 'https://laden.example/weg', kind: 'link', status: 405 }] }), 'pass'],
    ['a dead link elsewhere', start('<a href="https://andere.example/">a</a>', { probes: [{ url: 'https://andere.example/', kind: 'link', status: 404 }] }), 'pass'],
    ['soft 404', start('', { absentAddress: { url: 'https://laden.example/x', status: 200 } }), 'fail reach.soft_404'],
  ],
  'T-04': [
    ['good', start(sized, image(60_000)), 'pass'],
    ['a large picture', start(sized, image(409_600)), 'fail weight.image'],
    ['a heavy page', start(sized, { ...image(1), rendered: { ...rendered, transferredBytes: 3_145_728 } }), 'fail weight.page'],
    ['no size', start('<img src="/a.jpg">'), 'fail weight.no_size'],
    ['sized by style', start('<img src="/a.jpg" style="width: 10px; height: 2em">'), 'pass'],
    ['a heavy picture that a script brought', start('', { rendered: { ...rendered, pictures: [{ url: 'https://laden.example/g.jpg', bytes: 900_000 }] } }), 'fail weight.image'],
    ['a pixel for browsers without scripts', start('<noscript><p><img src="/z.php?id=1"></p></noscript>'), 'pass'],
    ['drawings need none', start('<img src="/a.svg"><img src="data:image/gif;base64,AA">'), 'pass'],
  ],
  'T-05': [
    ['no date', start('Hallo'), 'pass'],
    ['this year', start('<footer>&copy; 2019–2026 Laden</footer>'), 'pass'],
    ['two years ago', start('&copy; 2024'), 'fail age.newest_year'],
    ['last year', start('© 2025'), 'pass'],
    ['a past Christmas', start('Unsere Angebote zu Weihnachten 2022 © 2026'), 'fail age.past_occasion'],
    ['last Christmas in January', { pages: { '/': 'Weihnachten 2025 © 2026' }, today: '2026-01-10' }, 'pass'],
    ['holidays of a past summer', start('Betriebsferien vom 5. bis 20. August 2024. © 2026'), 'fail age.past_occasion'],
    ['founded long ago', start('Seit 1952 Ihr Fachgeschäft, Umbau im Jahr 2015. © 2026'), 'pass'],
    ['a founding date alone', start('Gegründet am 3. Mai 2009. Seit Sommer 2019 in der Altstadt.'), 'pass'],
    ['a story told', start('Im Sommer 2019 zogen wir um. Am 1. April 2008 eröffneten wir den Mietpark.'), 'pass'],
    ['days from before there were websites', start('Am 12. Oktober 1954 stand die Halle.'), 'pass'],
    ['closed in a past summer', start('Im Sommer 2024 geschlossen. © 2026'), 'fail age.past_occasion'],
    ['a course of last autumn', start('Ferienkurs Herbst 2025. © 2026'), 'fail age.past_occasion'],
    ['an old date beside the word Webseite', start('Diese Webseite © 2023'), 'fail age.newest_year'],
    ['the pandemic', start('Bitte tragen Sie eine Maske (Maskenpflicht). © 2026'), 'fail age.pandemic'],
    ['a beer of that name', start('Corona Extra, 6 Flaschen 6,49 €. © 2026'), 'pass'],
    ['an old generator', generator('WordPress 5.8'), 'fail age.system'],
    ['only in a hidden part', start('<div style="display: none">Corona</div>© 2026'), 'pass'],
  ],
  'B-01': [
    ['good', start(page('<h2>a</h2><h3>b</h3><h2>c</h2><img src=a alt="x">')), 'pass'],
    ['no language', start('<h1>a</h1>'), 'fail structure.no_language'],
    ['another language', start('<html lang="en-US"><h1>a</h1>'), 'fail structure.other_language'],
    ['no h1', start('<html lang="de-DE"><h2>a</h2>'), 'fail structure.no_h1'],
    ['two h1', start(page('<H1>b</H1>')), 'fail structure.many_h1'],
    ['a jump', start(page('<h2>a</h2><h4>b</h4>')), 'fail structure.jump'],
    ['a picture without text', start(page('<img src=a>')), 'fail structure.no_alt'],
    ['nine of ten', start(page('<img src=a alt="">'.repeat(9) + '<img src=b>')), 'pass'],
    ['one pixel', start(page('<img src=a width=1 height=1>')), 'pass'],
  ],
  'B-02': [
    ['not run', start('', { rendered }), 'not_checked no_browser'],
    ['clean', start('', { rendered: { ...rendered, axe: [] } }), 'pass'],
    ['contrast', start('', { rendered: { ...rendered, axe: [{ rule: 'color-contrast', nodes: [{ selector: 'a', html: '<a>' }] }] } }), 'fail barrier.contrast'],
    ['a small target', start('', { rendered: { ...rendered, axe: [{ rule: 'target-size', nodes: [{ selector: 'a', html: '<a>' }] }] } }), 'fail barrier.target_size'],
    ['not opened', start('', { renderFailed: true }), 'not_checked not_rendered'],
    ['another rule', start('', { rendered: { ...rendered, axe: [{ rule: 'region', nodes: [{ selector: 'a', html: '<a>' }] }] } }), 'pass'],
    ['menu out of reach', start('', { rendered: { ...rendered, axe: [], keyboard: { menu: false } } }), 'fail barrier.menu'],
  ],
  'S-01': [
    ['all there', withHeaders({ ...secure, server: ['nginx'] }), 'pass'],
    ['nothing', withHeaders({}), 'fail headers.missing'],
    ['a version', withHeaders({ ...secure, server: ['Apache/2.4.41 (Ubuntu)'] }), 'fail headers.version'],
    ['a version after a blank', withHeaders({ ...secure, 'x-generator': ['Drupal 10.2'] }), 'fail headers.version'],
    ['a whole number after a blank', withHeaders({ ...secure, 'x-generator': ['Drupal 10 (https://www.drupal.org)'] }), 'fail headers.version'],
    ['no answer', { pages: {} }, 'not_checked no_page'],
  ],
  'S-02': [
    ['not asked', start(''), 'not_checked no_dns'],
    ['no mail', dns([], [], []), 'not_applicable no_mail'],
    ['good', dns(['v=spf1 -all', 'google-site-verification=x'], ['v=DMARC1; p=none']), 'pass'],
    ['nothing', dns([], []), 'fail mail.no_dmarc mail.no_spf'],
    ['two SPF', dns(['v=spf1 -all', 'v=spf1 mx -all'], ['v=DMARC1;p=reject']), 'fail mail.many_spf'],
    ['no policy', dns(['v=spf1 -all'], ['v=DMARC1; rua=mailto:a@b.example']), 'fail mail.no_dmarc'],
  ],
  'S-03': [
    ['nothing recognised', start('Hallo'), 'not_applicable no_system'],
    ['current', generator('WordPress 6.9'), 'pass'],
    ['a major version alone is not judged too harshly', generator('WordPress 6'), 'pass'],
    ['a shop system that hides its version', start('<script src="/theme/6be9f0c1d2a3/js/storefront/storefront.js"></script>'), 'not_checked no_version'],
    ['a shop system known by its bundled styles', start('<link rel=stylesheet href="/web/cache/1693210372_d3ef0a1b2c3d4e5f60718293a4b5c6d7.css">'), 'not_checked no_version'],
    ['a builder known by its scripts', start('<script src="https://assets.squarespace.com/universal/scripts-compressed/common-1.js"></script>'), 'pass'],
    ['old', generator('WordPress 6.4.2'), 'fail system.outdated'],
    ['ten is more than nine', generator('Joomla! 10.0 - Open Source'), 'pass'],
    ['old Joomla', generator('Joomla! 3.10 - Open Source Content Management'), 'fail system.outdated'],
    ['a name that ends in a number', generator('TYPO3 CMS'), 'not_checked no_version'],
    ['TYPO3', generator('TYPO3 4.5 CMS'), 'fail system.outdated'],
    ['an editor of old', generator('Microsoft FrontPage 4.0'), 'fail system.outdated'],
    ['hosted', generator('Wix.com Website Builder'), 'pass'],
    ['hosted by others', generator('Starfield Technologies; Go Daddy Website Builder 8.0.0000'), 'pass'],
    ['hosted by a search engine', start('<script src="https://www.gstatic.com/_/atari/js"></script>'), 'pass'],
    ['no version', generator('WordPress'), 'not_checked no_version'],
    ['a text document is no system', generator('Microsoft Word 15'), 'not_applicable no_system'],
    ['by its core files', start('<link rel=stylesheet href="/wp-includes/css/dist/block-library/style.min.css?ver=5.9">'), 'fail system.outdated'],
    ['by what its emoji script is called', start(String.raw`<script>window._wpemojiSettings = {"source":{"concatemoji":"https:\/\/laden.example\/wp-includes\/js\/wp-emoji-release.min.js?ver=6.2.2"}};</script>`), 'fail system.outdated'],
    ['a plugin’s version is not the system’s', start('<link rel=stylesheet href="/wp-content/plugins/x/a.css?ver=1.0">'), 'not_checked no_version'],
  ],
}

describe.each(Object.keys(tables))('%s', id => {
  it.each(tables[id] ?? [])('%s', (_, given, said) => expect(saidBy(id, given)).toBe(said))
})
