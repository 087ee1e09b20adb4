import { describe, expect, it } from 'vitest'
import { pageOf, saidBy } from '../site.fixture.ts'

type Given = Parameters<typeof saidBy>[1]
type Row = [what: string, given: Given, said: string]

const start = (html: string, more: Given = {}): Given => ({ pages: { '/': html }, ...more })
const title = (text: string, more: Given = {}) => start(`<title>${text}</title>`, more)
const description = (text: string) => `<meta name="description" content="${text}">`
const long = 'Frische Sträuße und Floristik für Ihr Fest, gebunden in Musterstadt.'
const robots = (body: string): NonNullable<Given['site']> => ({ robots: { url: 'https://laden.example/robots.txt', status: 200, body } })
const jsonLd = (json: string) => `<script type="application/ld+json">${json}</script>`
const address = '"address":{"@type":"PostalAddress","streetAddress":"Lindenstr. 12","postalCode":"45999","addressLocality":"Musterstadt"}'
const florist = `{"@context":"https://schema.org","@type":"Florist","name":"Blumen Muster",${address}}`
const branch = (street: string, postcode: string, opening = 'Mo-Fr 09:00-18:30') => `{"@type":"Florist","name":"Blumen Muster","openingHours":["${opening}"],"address":{"streetAddress":"${street}","postalCode":"${postcode}","addressLocality":"Musterstadt"}}`
const hours = 'Öffnungszeiten: Mo–Fr 9–18:30 Uhr, Sa 9.00 bis 14.00 Uhr'
const week = [...(['Mo', 'Tu', 'We', 'Th', 'Fr'] as const).map(day => ({ day, opens: '09:00', closes: '18:30' })), { day: 'Sa' as const, opens: '09:00', closes: '14:00' }]
const facts = { name: 'Blumen Muster', street: 'Lindenstraße 12', postcode: '45999', phones: ['02345 555012'] }
const tel = '<a href="tel:+492345555012">Anruf</a>'
const sitemap = (body: string, status = 200): NonNullable<Given['site']> => ({ sitemaps: [{ url: 'https://laden.example/sitemap.xml', status, body }] })
const urlset = (loc: string, lastmod = '') => `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>${loc}</loc>${lastmod && `<lastmod>${lastmod}</lastmod>`}</url></urlset>`
const og = (image: string) => `<meta property="og:title" content="a"><meta property="og:description" content="b"><meta property="og:image" content="${image}">`
const alternate = (language: string, path: string) => `<link rel="alternate" hreflang="${language}" href="https://laden.example${path}">`
const linked = (language: string) => `<html lang="${language}"><head>${alternate('de', '/')}${alternate('en', '/en')}${alternate('x-default', '/')}</head><a href="/en">English</a></html>`
const profile = { claimed: true, category: true, hours: true, photos: 10, description: true }
const tags = { shop: 'florist', opening_hours: 'x', phone: 'x', website: 'x', 'addr:street': 'x', 'addr:housenumber': '1', wheelchair: 'yes', 'payment:cash': 'yes' }

const tables: Record<string, Row[]> = {
  'F-01': [
    ['good', title('Blumen Muster – Sträuße in Musterstadt', { facts }), 'pass'],
    ['missing', start('<p>Hallo</p>'), 'fail title.missing'],
    ['empty', title(' &nbsp; '), 'fail title.missing'],
    ['generic and short', title('Startseite'), 'fail title.generic title.short'],
    ['a welcome', title('Herzlich willkommen auf unserer Homepage!'), 'fail title.generic'],
    ['65 characters with entities', title(`M&uuml;ller${'x'.repeat(59)}`), 'pass'],
    ['66 characters', title('x'.repeat(66)), 'fail title.long'],
    ['without the name', title('Sträuße und Kränze in Musterstadt', { facts }), 'fail title.no_name'],
    ['the name without its legal form, umlauts written out', title('Baeckerei Moeller in Beispielhausen', { facts: { name: 'Bäckerei Möller GmbH' } }), 'pass'],
    ['the name without the words of its trade', title('Abt & Sommerlath, Steuerberatung', { facts: { name: 'Abt & Sommerlath Steuerberatungsgesellschaft mbH' } }), 'pass'],
    ['the address as title, the trade left out', title('kleiderkarussell.example', { facts: { name: 'Kleiderkarussell Secondhand' } }), 'pass'],
    ['dealers in building supplies', title('Baustellenbedarf Hartmann | Helme', { facts: { name: 'Baubedarf Hartmann' } }), 'pass'],
    ['twice the same', { pages: { '/': '<title>Blumen Muster in Musterstadt</title>', '/a': '<title>Blumen  Muster in Musterstadt</title>' } }, 'fail title.repeated'],
    ['a title inside a drawing is none', start('<svg><title>Pfeil nach rechts unten</title></svg>'), 'fail title.missing'],
    ['white space and capitals', start('<TITLE>\n  Blumen Muster\n  in Musterstadt </TITLE>', { facts }), 'pass'],
  ],
  'F-02': [
    ['good', start(description(long)), 'pass'],
    ['missing', start(''), 'fail description.missing'],
    ['short', start(description('Blumen')), 'fail description.short'],
    ['long', start(description('x'.repeat(161))), 'fail description.long'],
    ['160 characters', start(description('ü'.repeat(160))), 'pass'],
    ['missing on a content page', { pages: { '/': description(long), '/team': '' } }, 'fail description.missing'],
    ['missing on a page of legal texts', { pages: { '/': description(long), '/rechtliches': '' } }, 'pass'],
    ['missing on the imprint under another name', { pages: { '/': `${description(long)}<a href="/i.htm">Impressum</a>`, '/i.htm': '' } }, 'pass'],
    ['missing on a contact page that holds the imprint', { pages: { '/': `${description(long)}<a href="/k.htm">Kontakt und Impressum</a>`, '/k.htm': '' } }, 'fail description.missing'],
    ['missing on a legal page', { pages: { '/': description(long), '/impressum': '' } }, 'pass'],
    ['the same twice', { pages: { '/': description(long), '/a': description(long) } }, 'fail description.repeated'],
    ['in capitals', start(`<META NAME="DESCRIPTION" CONTENT='${long}'>`), 'pass'],
  ],
  'F-03': [
    ['open', start('', { site: robots('User-agent: *\nDisallow: /wp-admin/') }), 'pass'],
    ['noindex', start('<meta name="robots" content="NOINDEX, follow">'), 'fail robots.noindex'],
    ['none', start('<meta name="googlebot" content="none">'), 'fail robots.noindex'],
    ['in the header', { pages: { '/': pageOf('/', 'x', { headers: { 'x-robots-tag': ['noindex'] } }) } }, 'fail robots.noindex'],
    ['for one other agent', { pages: { '/': pageOf('/', 'x', { headers: { 'x-robots-tag': ['bingbot: noindex'] } }) } }, 'pass'],
    ['on the legal page only', { pages: { '/': 'x', '/impressum': '<meta name=robots content=noindex>' } }, 'pass'],
    ['all forbidden', start('', { site: robots('User-agent: *\nDisallow: /') }), 'fail robots.disallow'],
    ['the start allowed again', start('', { site: robots('User-agent: *\nDisallow: /\nAllow: /$') }), 'pass'],
    ['behind a password', { pages: { '/': pageOf('/', '', { status: 401 }) } }, 'fail robots.locked'],
    ['under construction', title('Hier entsteht etwas – Coming Soon'), 'fail robots.building'],
    ['here something comes to be', start('<h1>Hier entsteht unsere neue Internetseite</h1>'), 'fail robots.building'],
    ['goods for building sites', title('Baustellenbedarf Hartmann – alles für die Baustelle'), 'pass'],
    ['people in work', title('Menschen in Arbeit – Werkstatt Muster'), 'pass'],
    ['a site that calls itself one', start('<h1>Unsere Homepage ist noch eine Baustelle</h1>'), 'fail robots.building'],
    ['a heading in a long page', start(`<h1>Im Aufbau befindliche Sammlung</h1>${'Text '.repeat(300)}`), 'pass'],
    ['a builder’s site on a building site', title('Bauunternehmen Muster in Musterstadt'), 'pass'],
  ],
  'F-04': [
    ['a subtype in a graph', start(jsonLd(`{"@graph":[{"@type":"WebSite"},${florist}]}`)), 'pass'],
    ['several types', start(jsonLd(florist.replace('"Florist"', '["Organization","http://schema.org/Store"]'))), 'pass'],
    ['an address by id', start(jsonLd(`[{"@type":"Store","name":"x","address":{"@id":"#a"}},{"@id":"#a","streetAddress":"a","postalCode":45999,"addressLocality":"b"}]`)), 'pass'],
    ['nothing', start(''), 'fail structured.none'],
    ['an organisation only', start(jsonLd(florist.replace('Florist', 'Organization'))), 'fail structured.none'],
    ['no postcode', start(jsonLd(florist.replace('"postalCode":"45999",', ''))), 'fail structured.incomplete'],
    ['a comma too many', start(jsonLd(florist.replace('}}', '},}'))), 'fail structured.broken structured.none'],
    ['one good and one broken block', start(jsonLd(florist) + jsonLd('{"a":}')), 'fail structured.broken'],
    ['microdata', start('<div itemscope itemtype="http://schema.org/Bakery"><b itemprop="name">x</b><div itemprop="address"><i itemprop="streetAddress">a</i><i itemprop="postalCode">1</i><i itemprop="addressLocality">b</i></div></div>'), 'pass'],
    ['in a comment', start(`<!-- ${jsonLd(florist)} -->`), 'fail structured.none'],
  ],
  'F-05': [
    ['shown and equal', start(hours, { facts: { openingHours: week } }), 'pass'],
    ['shown, nothing to compare', start(hours), 'pass'],
    ['one day differs', start(hours.replace('14.00', '13.00'), { facts: { openingHours: week } }), 'fail hours.page_differs'],
    ['not shown', start('Willkommen'), 'fail hours.not_shown'],
    ['as a picture', start('<h2>Öffnungszeiten</h2><img src="z.gif" alt="Zeiten">'), 'fail hours.not_shown'],
    ['only in the imprint', { pages: { '/': '<a href="/impressum">Impressum</a>', '/impressum': hours } }, 'fail hours.not_shown'],
    ['on the contact page', { pages: { '/': '', '/kontakt': hours } }, 'pass'],
    ['on the page about the shop', { pages: { '/': '', '/laden': '<title>Unser Laden</title><h2>Wir haben für Sie geöffnet</h2>Di – Fr 10 – 18 Uhr' } }, 'pass'],
    ['in a foot without a heading', start('<p>Mo – Fr: 14:00 – 20:00 Uhr</p>'), 'pass'],
    ['a course on one evening', start('<p>Mo 18:00 – 19:00 Uhr Rückenkurs</p>'), 'fail hours.not_shown'],
    ['by phone and for collection', start('<p>Telefonzeiten und Abholung:<br>Montag bis Freitag 10.00 - 13.00 Uhr</p>'), 'pass'],
    ['by arrangement', start('<h2>Sprechzeiten</h2><p>nach Vereinbarung</p>'), 'pass'],
    ['two spans and a day off', start('<h2>Öffnungszeiten</h2>Mo, Di, Do, Fr 9:00–12:30 und 14:30–18:00<br>Mi geschlossen<br>Sa 9–13 Uhr', { facts: { openingHours: [...(['Mo', 'Tu', 'Th', 'Fr'] as const).flatMap(day => [{ day, opens: '09:00', closes: '12:30' }, { day, opens: '14:30', closes: '18:00' }]), { day: 'Sa', opens: '09:00', closes: '13:00' }] } }), 'pass'],
    ['marks differ', start(hours + jsonLd(florist.replace('"name"', '"openingHours":["Mo-Fr 09:00-18:00","Sa 09:00-14:00"],"name"'))), 'fail hours.marks_differ'],
    ['marks of several branches, one of them this one', start(hours + jsonLd(`[${branch('Kurze Str. 1', '45998', 'Mo-Fr 08:00-17:00')},${branch('Lindenstr. 12', '45999', 'Mo-Fr 09:00-18:30","Sa 09:00-14:00')}]`), { facts: { ...facts, openingHours: week } }), 'pass'],
    ['marks of several branches, this one outdated', start(hours + jsonLd(`[${branch('Kurze Str. 1', '45998', 'Mo-Fr 09:00-18:30","Sa 09:00-14:00')},${branch('Lindenstr. 12', '45999', 'Mo-Fr 08:00-17:00')}]`), { facts: { ...facts, openingHours: week } }), 'fail hours.marks_differ'],
    ['marks equal', start(hours + jsonLd(florist.replace('"name"', '"openingHours":["Mo-Fr 09:00-18:30","Sa 09:00-14:00"],"name"'))), 'pass'],
    ['a table', start('<h3>Unsere Öffnungszeiten</h3><table><tr><td>Montag – Freitag</td><td>09:00 – 18:30 Uhr</td></tr><tr><td>Samstag</td><td>09:00 – 14:00 Uhr</td></tr></table>', { facts: { openingHours: week } }), 'pass'],
  ],
  'F-06': [
    ['equal', start(`<footer>Lindenstr. 12, 45999 Musterstadt, Tel. 0 23 45 / 55 50 12</footer>${tel}`, { facts }), 'pass'],
    ['no link', start('<footer>Lindenstr. 12, 45999 Musterstadt</footer>', { facts }), 'fail contact.no_tel_link'],
    ['other number in the link', start('<a href="tel:02345999999">Anruf</a>', { facts }), 'fail contact.other_phone'],
    ['other house number', start(`<footer>Lindenstraße 14, 45999 Musterstadt</footer>${tel}`, { facts }), 'fail contact.other_address'],
    ['other address in a foot of a builder', start(`<div class="u_fcontainer dmFooter"><p>Schlossallee 3</p><p>45998 Musterstadt</p></div>${tel}`, { facts }), 'fail contact.other_address'],
    ['the foot of a card is none', start(`<div class="card-footer">Tel. 02345 999999</div>${tel}`, { facts }), 'pass'],
    ['other number in a foot that is one by its class', start(`<div class="elementor elementor-location-footer">Tel. 02345 999999</div>${tel}`, { facts }), 'fail contact.other_phone'],
    ['a fax number differs', start(`<footer>Tel. 02345 555012, Fax 02345 555013</footer>${tel}`, { facts }), 'pass'],
    ['OpenStreetMap differs', start(tel, { facts, site: { osm: { object: { id: 'node/1', tags: { phone: '+49 2345 1111111' } } } } }), 'fail contact.other_phone'],
    ['marks differ', start(tel + jsonLd(florist.replace('Lindenstr. 12', 'Hauptstr. 1')), { facts }), 'fail contact.other_address'],
    ['marks of several branches', start(tel + jsonLd(`[${branch('Kurze Str. 1', '45998')},${branch('Lindenstr. 12', '45999')}]`), { facts }), 'pass'],
  ],
  'F-07': [
    ['nobody answered', start(''), 'not_checked no_human'],
    ['kept well', start('', { site: { human: { googleProfile: profile } } }), 'pass'],
    ['nine photos', start('', { site: { human: { googleProfile: { ...profile, photos: 9 } } } }), 'fail profile.missing'],
    ['not claimed, though the site is down', { pages: { '/': pageOf('/', '', { status: 500 }) }, site: { human: { googleProfile: { ...profile, claimed: false } } } }, 'fail profile.missing'],
  ],
  'F-08': [
    ['not asked', start(''), 'not_checked no_map'],
    ['none', start('', { site: { osm: {} } }), 'fail map.none'],
    ['complete', start('', { site: { osm: { object: { id: 'n', tags } } } }), 'pass'],
    ['a guest house', start('', { site: { osm: { object: { id: 'n', tags: { ...tags, shop: '', tourism: 'guest_house' } } } } }), 'pass'],
    ['no wheelchair', start('', { site: { osm: { object: { id: 'n', tags: { ...tags, wheelchair: '' } } } } }), 'fail map.missing'],
  ],
  'F-09': [
    ['not asked', start(''), 'not_checked not_asked'],
    ['there', start('', { site: sitemap(urlset('https://www.laden.example/a')) }), 'pass'],
    ['404', start('', { site: sitemap('', 404) }), 'fail sitemap.none'],
    ['a web page instead', start('', { site: sitemap('<!doctype html><html><br></html>') }), 'fail sitemap.malformed'],
    ['an unclosed tag', start('', { site: sitemap('<urlset><url><loc>https://laden.example/</loc></urlset>') }), 'fail sitemap.malformed'],
    ['foreign', start('', { site: sitemap(urlset('https://andere.example/')) }), 'fail sitemap.foreign'],
    ['tomorrow', start('', { site: sitemap(urlset('https://laden.example/', '2026-11-21')) }), 'fail sitemap.future'],
    ['today', start('', { site: sitemap(urlset('https://laden.example/', '2026-11-20T07:00:00+01:00')) }), 'pass'],
    ['a billion laughs', start('', { site: sitemap('<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;">]><urlset>&c;</urlset>') }), 'fail sitemap.malformed'],
  ],
  'F-10': [
    ['good', start(og('https://laden.example/b.jpg')), 'pass'],
    ['nothing', start(''), 'fail sharing.missing'],
    ['relative', start(og('/b.jpg')), 'fail sharing.relative'],
    ['gone', start(og('https://laden.example/b.jpg'), { site: { probes: [{ url: 'https://laden.example/b.jpg', kind: 'image', status: 404 }] } }), 'fail sharing.no_image'],
    ['narrow', start(og('https://laden.example/b.jpg'), { site: { probes: [{ url: 'https://laden.example/b.jpg', kind: 'image', status: 200, width: 599 }] } }), 'fail sharing.small'],
  ],
  'F-11': [
    ['one language', start('<html lang=de>'), 'not_applicable one_language'],
    ['courses named after languages', start('<html lang=de><a href="/kurse/englisch">Englisch</a><a href="/kurse/spanisch">Spanisch</a></html>'), 'not_applicable one_language'],
    ['a switch by a code alone', start('<html lang=de>DE <a href="/en/">en</a></html>'), 'fail languages.not_linked'],
    ['a switch in German words', start('<html lang=de><a href="/index.php?lang=en">Englisch</a></html>'), 'fail languages.not_linked'],
    ['a switch without marks', start('<a href="/en">English</a>'), 'fail languages.not_linked'],
    ['linked both ways', { pages: { '/': linked('de'), '/en': linked('en') } }, 'pass'],
    ['no way back', { pages: { '/': linked('de'), '/en': '<html lang="en"></html>' } }, 'fail languages.not_linked languages.one_way'],
    ['no default', { pages: { '/': linked('de').replace(alternate('x-default', '/'), '') } }, 'fail languages.no_default'],
  ],
  'F-12': [
    ['a telephone link', start(tel), 'pass'],
    ['WhatsApp', start('<a href="https://wa.me/492345">Chat</a>'), 'pass'],
    ['a route', start('<a href="https://www.google.com/maps/dir/?api=1">Route</a>'), 'pass'],
    ['only a number', start('Tel. 02345 555012'), 'fail tap.none'],
    ['far down', start(tel, { site: { rendered: { cookies: [], storage: [], thirdPartyRequests: [], consoleErrors: [], viewportWidth: 360, scrollWidth: 360, contactTopPx: 2_400 } } }), 'fail tap.low'],
    ['a search box is no contact', start('<form><input name=q></form>'), 'fail tap.none'],
  ],
}

const sentOn = (seconds: number): Given => ({
  pages: {
    '/': `<title>Weiterleitung</title><meta http-equiv="refresh" content="${seconds}; URL=/de/">`,
    '/de/': pageOf('/de/', `<title>Blumen Muster in Musterstadt</title>${description(long)}${tel}`, { via: 'meta_refresh', parent: 'https://laden.example/' }),
  },
  facts,
})

describe('a start page that sends on', () => {
  it.each([['F-01', 'pass'], ['F-02', 'pass'], ['F-12', 'pass']])('at once is never seen, so its target is judged by %s', (id, said) => expect(saidBy(id, sentOn(0))).toBe(said))
  it('after five seconds is seen and judged itself', () => expect(saidBy('F-12', sentOn(5))).toBe('fail tap.none'))
})

describe.each(Object.keys(tables))('%s', id => {
  it.each(tables[id] ?? [])('%s', (_, given, said) => expect(saidBy(id, given)).toBe(said))
})
