import { describe, expect, it } from 'vitest'
import { auditSite } from './audit.rules.ts'
import { readCheckData } from './corpus/check-data.ts'
import { findNextPage, listProbes } from './page-choice.rules.ts'
import { robotsPermission } from './robots.rules.ts'
import { snapshotOf } from './site.fixture.ts'

const checks = readCheckData()
const megabytes = (unit: string, count = 2) => unit.repeat(Math.ceil((count * 1_000_000) / unit.length)).slice(0, count * 1_000_000)
const shop = (body: string) => `<title>Laden</title><a href="/impressum">Impressum</a><a href="/datenschutz">Datenschutz</a><button>In den Warenkorb</button>Öffnungszeiten${body}`

const bodies: Record<string, string> = {
  'nested 100,000 deep': `${'<div>'.repeat(100_000)}x${'</div>'.repeat(100_000)}`,
  'nested deep and closed in the wrong order': `${'<b>'.repeat(300_000)}${'</a>'.repeat(270_000)}`,
  'lists never closed': megabytes('<ul><li>'),
  'one attribute of 2 MB': `<a href="${megabytes('x')}">Impressum</a>`,
  'half a million attributes': `<a ${Array.from({ length: 200_000 }, (_, i) => `a${i}=1`).join(' ')}>x</a>`,
  'null bytes': megabytes('\0<p>\0Öffnungszeiten\0'),
  'characters that could not be decoded': megabytes('\uFFFD\uFFFD <i>'),
  'lone surrogates': megabytes('\uD800<p>\uDC00'),
  'a hundred thousand links': megabytes('<a href="/x?y=1#z">Kontakt</a>'),
  'only opening brackets': megabytes('<'),
  'an endless comment': `<!--${megabytes('-')}`,
  'an endless tag name': `<${megabytes('a')}`,
  'entities': megabytes('&amp;&#x110000;&nbsp;'),
  'digits': shop(megabytes('0123456789 ')),
  'one line of digits': shop(megabytes('0')),
  'blanks': shop(megabytes(' ')),
  'brackets and prices': shop(megabytes('9,90 € zzgl. ')),
  'paragraph signs': shop(megabytes('§ 5 Abs. 1 S. 2 ')),
  'days and dashes': shop(megabytes('Mo-Fr 9-')),
  'street-like lines': shop(megabytes('aaaaaaaaaa 1 12345 ')),
  'addresses with at signs': shop(megabytes('a@a.a.a.a.')),
  'letters without an end': shop(megabytes('a')),
  'occasions': shop(megabytes('Sommeraktion bis am im ')),
  'platform words': shop(megabytes('plattform zur ')),
  'buttons by the thousand': megabytes('<li>9,90 € 250 g <button>In den Warenkorb</button></li>'),
  'baskets in deep nests': `${'<div>9,90 €<button>In den Warenkorb</button>'.repeat(900)}`,
  'forms by the thousand': megabytes('<form><input name=a required><input type=checkbox checked></form>'),
  'labels by the thousand': megabytes('<form><label for=a>x</label><input id=a><input type=checkbox id=b checked></form>'),
  'headings by the thousand': megabytes('<h1>a</h1><h6>b</h6>'),
  'JSON-LD nested without end': `<script type="application/ld+json">${'['.repeat(500_000)}${']'.repeat(500_000)}</script>`,
  'JSON-LD of many businesses': `<script type="application/ld+json">[${Array.from({ length: 20_000 }, () => '{"@type":"Store","@id":"#a","address":{"@id":"#a"}}').join(',')}]</script>`,
  'microdata in microdata': '<div itemscope itemtype="https://schema.org/Store">'.repeat(900),
  'style addresses': `<style>${megabytes('@import url(')}</style>`,
  'frames in frames': megabytes('<frameset><frame src="/f?1">'),
  'metas by the thousand': megabytes('<meta name=description content=x><meta http-equiv=refresh content="0;url=/y">'),
  'script that never ends': `<script>${megabytes('x')}`,
  'generators': megabytes('<meta name=generator content="WordPress 1.1.1.1.1.1">'),
  'pictures behind everything': megabytes('<p style="background:url(http://a.example/b)" background=c>'),
  'choices of pictures': megabytes('<img srcset="a 1x, b 2x, c 3x" src=d>'),
  'feet by class': megabytes('<div class="a b c footer">Lindenstr. 1, 45999 Ort</div>'),
  'language codes': megabytes('<a href="/en/">en</a><a href="/x">Englisch</a>'),
  'scripts that name core files': megabytes('<script>"/wp-includes/js/wp-emoji-release.min.js?ver=6"</script>'),
  'special days': shop(megabytes('24.12. Heiligabend 9-')),
  'afternoons': shop(megabytes('Mo nachmittags außer bis ')),
  'telephone links': megabytes('<a href="tel:%%%">1</a>'),
}

describe('a hostile page', () => {
  it.each(Object.keys(bodies))('%s ends in a verdict for every check', name => {
    const body = bodies[name] ?? ''
    const snapshot = snapshotOf({ pages: { '/': body, '/impressum': body, '/datenschutz': body } })
    const next = findNextPage(snapshot.pages, () => true)
    listProbes(snapshot.pages, () => true)
    const { results } = auditSite(snapshot, { name: 'Laden' }, '2026-11-20', checks)
    expect(results).toHaveLength(checks.length)
    expect(results.filter(({ reason }) => reason === 'check_broken')).toEqual([])
    expect(next === undefined || next.url.length > 0).toBe(true)
  }, 60_000)
})

describe('hostile files beside the pages', () => {
  const own = { '/': shop('') }
  const url = 'https://laden.example/'
  it.each([
    ['a sitemap nested without end', megabytes('<urlset>')],
    ['a sitemap of one endless address', `<urlset><url><loc>${megabytes('x')}`],
    ['a sitemap of addresses only', `<urlset>${megabytes('<url><loc>https://laden.example/</loc></url>')}</urlset>`],
    ['a sitemap with entities in entities', '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><urlset>&b;</urlset>'],
  ])('%s', (_, body) => {
    const snapshot = snapshotOf({ pages: own, site: { sitemaps: [{ url: `${url}sitemap.xml`, status: 200, body }] } })
    expect(['pass', 'fail']).toContain(auditSite(snapshot, {}, '2026-11-20', checks).results.find(({ id }) => id === 'F-09')?.verdict)
  }, 60_000)

  it.each([
    ['rules by the thousand', `User-agent: *\n${megabytes('Disallow: /a\n')}`],
    ['stars without end', `User-agent: *\nDisallow: /${'*a'.repeat(2_000)}$`],
    ['binary', megabytes('\0\uFFFD')],
  ])('robots.txt with %s', (_, body) => {
    const long = `https://laden.example/${'a'.repeat(2_000)}b`
    const snapshot = snapshotOf({ pages: { '/': shop(`<a href="${long}">x</a>`) }, site: { robots: { url: `${url}robots.txt`, status: 200, body } } })
    expect(findNextPage(snapshot.pages, robotsPermission(snapshot.robots, 'digitallotsen'))).toBeDefined()
    expect(auditSite(snapshot, {}, '2026-11-20', checks).results.find(({ id }) => id === 'F-03')?.reason).not.toBe('check_broken')
  }, 60_000)
})
