import { describe, expect, it } from 'vitest'
import { pageOf, saidBy } from '../site.fixture.ts'

type Given = Parameters<typeof saidBy>[1]
type Row = [what: string, given: Given, said: string]

const legal = '<footer><a href="/impressum">Impressum</a> <a href="/datenschutz">Datenschutz</a></footer>'
const filler = 'Wir erläutern hier ausführlich, was mit Ihren Angaben geschieht und warum das so ist. '.repeat(10)
const statement = `Verantwortlich ist Petra Muster. Rechtsgrundlage ist Art. 6 DSGVO. Die Speicherdauer beträgt sieben Tage. Sie haben ein Recht auf Auskunft und Beschwerde bei der Aufsichtsbehörde. ${filler}`
const imprintText = 'Blumen Muster<br>Inhaberin: Petra Muster<br>Lindenstraße 12<br>45999 Musterstadt<br>Telefon: 02345 / 55 50 12<br>E-Mail: laden@laden.example<br>Aufsicht: keine. Wir freuen uns über Ihren Besuch in unserem Geschäft in der Altstadt, gleich neben dem Markt.'
const imprint = `<title>Impressum</title><main><h1>Impressum</h1><p>${imprintText}</p></main>${legal}`
const privacy = `<title>Datenschutz</title><main><p>${statement}</p></main>${legal}`
const site = (start = '', more: Record<string, string> = {}): Given => ({ pages: { '/': `<main>${start}</main>${legal}`, '/impressum': imprint, '/datenschutz': privacy, ...more } })
const withImprint = (text: string): Given => ({ pages: { ...site().pages, '/impressum': `<title>Impressum</title><main><p>${text}</p></main>${legal}` } })
const rendered = { cookies: [], storage: [], thirdPartyRequests: [], consoleErrors: [], viewportWidth: 360, scrollWidth: 360 }

const tables: Record<string, Row[]> = {
  'R-01': [
    ['linked everywhere', site(), 'pass'],
    ['capitals and entities in the link', { pages: { '/': '<A HREF="/i">I&#77;PRESSUM</A>', '/i': imprint } }, 'pass'],
    ['a picture as link with alt', { pages: { '/': '<a href="/i"><img src="k.gif" alt="Impressum"></a>', '/i': imprint } }, 'pass'],
    ['no link at all', { pages: { '/': '<p>Hallo</p>' } }, 'fail imprint.no_link'],
    ['no link on one page', site('', { '/team': '<p>Team</p>' }), 'fail imprint.no_link'],
    ['two clicks by the contact page', site('', { '/team': '<a href="/kontakt">Kontakt</a>', '/kontakt': `<p>Kontakt</p>${legal}` }), 'pass'],
    ['the page is a picture', { pages: { '/': legal, '/impressum': `<img src="impressum.gif">${legal}`, '/datenschutz': privacy } }, 'fail imprint.too_short'],
    ['the page says hardly anything', { pages: { '/': legal, '/impressum': `<p>Folgt in Kürze.</p>${legal}` } }, 'fail imprint.too_short'],
    ['the page is gone', { pages: { '/': legal, '/impressum': pageOf('/impressum', '', { status: 404 }) } }, 'fail imprint.no_answer'],
    ['a section of the page', { pages: { '/': `<a href="#impressum">Impressum</a><section id="impressum">${imprintText}</section>` } }, 'pass'],
    ['in a frame', { pages: { '/': '<frameset><frame src="/m"></frameset>', '/m': pageOf('/m', '<a href="/impressum">Impressum</a>', { via: 'frame', parent: 'https://laden.example/' }), '/impressum': imprint } }, 'pass'],
    ['in frames of frames', { pages: { '/': '<frameset><frame src="/a"></frameset>', '/a': pageOf('/a', '<frameset><frame src="/b"></frameset>', { via: 'frame', parent: 'https://laden.example/' }), '/b': pageOf('/b', '<a href="/impressum">Impressum</a>', { via: 'frame', parent: 'https://laden.example/a' }), '/impressum': imprint } }, 'pass'],
    ['base href leads to it', { pages: { '/': '<base href="https://www.laden.example/de/"><a href="impressum">Impressum</a>', '/de/impressum': imprint } }, 'pass'],
    ['the imprint under another name, without a link to itself', { pages: { '/': '<a href="/i.htm">Impressum</a>', '/i.htm': `<title>Laden</title><h1>Impressum</h1><p>${imprintText}</p>` } }, 'pass'],
    ['only in a comment', { pages: { '/': '<!-- <a href="/impressum">Impressum</a> -->' } }, 'fail imprint.no_link'],
    ['start page did not answer', { pages: { '/': pageOf('/', '', { status: 500 }) } }, 'not_checked no_page'],
  ],
  'R-02': [
    ['complete', site(), 'pass'],
    ['umlauts as entities', withImprint('Inhaberin: J&uuml;rgen M&uuml;ller<br>Gr&ouml;&szlig;enstra&szlig;e 7a<br>45999 Musterstadt<br>Tel.: +49 (0) 2345 555012<br>info [at] laden.example. Wir freuen uns sehr auf Ihren Besuch bei uns im Laden, gleich am alten Markt in der Stadt.'), 'pass'],
    ['post-office box only', withImprint('Inhaber: Karl Muster<br>Postfach 12 03 40<br>45998 Musterstadt<br>Tel. 02345 555012<br>karl@laden.example. Wir freuen uns sehr auf Ihren Besuch bei uns im Laden, gleich am alten Markt in der Stadt.'), 'fail imprint.no_address'],
    ['a post-office box and the street of an insurer', withImprint('Inhaber: Karl Muster<br>Postfach 12 03 40<br>45998 Musterstadt<br>Tel. 02345 555012<br>karl@laden.example<br>Versicherer: Transportschutz AG, Elbufer 4, 20999 Hafenstadt. Wir freuen uns sehr auf Ihren Besuch bei uns im Laden.'), 'fail imprint.no_address'],
    ['a post-office box and the street', withImprint('Inhaber: Karl Muster<br>Postfach 12 03 40<br>45998 Musterstadt<br>Hausanschrift: Am Markt 3, 45999 Musterstadt<br>Tel. 02345 555012<br>karl@laden.example. Wir freuen uns sehr auf Ihren Besuch bei uns im Laden, gleich am alten Markt.'), 'pass'],
    ['only a fax number, no mail', withImprint('Inhaber: Karl Muster<br>Am Markt 3<br>45998 Musterstadt<br>Fax: 02345 555013. Wir freuen uns sehr auf Ihren Besuch bei uns im Laden, gleich am alten Markt in der Stadt, jeden Tag.'), 'fail imprint.no_email imprint.no_phone'],
    ['a company without register', withImprint('Muster Moden GmbH<br>Geschäftsführer: Karl Muster<br>Am Markt 3<br>45998 Musterstadt<br>Tel. 02345 555012<br>karl@laden.example. Wir freuen uns sehr auf Ihren Besuch bei uns im Laden, jeden Tag.'), 'fail imprint.no_register'],
    ['a company with register', withImprint('Muster Moden GmbH<br>Geschäftsführer: Karl Muster<br>Am Markt 3<br>45998 Musterstadt<br>Tel. 02345 555012<br>karl@laden.example<br>Amtsgericht Musterstadt, HRB 4711. Wir freuen uns sehr auf Ihren Besuch.'), 'pass'],
    ['a register known by its town', withImprint('Muster Moden OHG<br>Gesellschafter: Karl Muster<br>Am Markt 3<br>45998 Musterstadt<br>Tel. 02345 555012<br>karl@laden.example<br>Eingetragen im Handelsregister Musterstadt unter HRA 4 711. Wir freuen uns sehr auf Ihren Besuch bei uns.'), 'pass'],
    ['a register without a town', withImprint('Muster Moden OHG<br>Gesellschafter: Karl Muster<br>Am Markt 3<br>45998 Musterstadt<br>Tel. 02345 555012<br>karl@laden.example<br>Handelsregister Nr. HRA 4711. Wir freuen uns sehr auf Ihren Besuch bei uns im Laden.'), 'fail imprint.no_register'],
    ['a table with a label before each part', { ...withImprint('<table><tr><td>Tierarzt</td><td>Dr. med. vet. Xaver von der Au</td></tr><tr><td>Straße</td><td>Am Bach 3–5</td></tr><tr><td>Ort</td><td>45998 Musterstadt</td></tr><tr><td>Ruf</td><td>0 23 45 / 55 50 12</td></tr><tr><td>Post</td><td>praxis@laden.example</td></tr><tr><td>Kammer</td><td>Tierärztekammer Nordmark</td></tr></table>'), facts: {} }, 'pass'],
    ['words of a disclaimer name nobody', withImprint('Am Markt 3<br>45998 Musterstadt<br>Tel. 02345 555012<br>karl@laden.example<br>Als Diensteanbieter sind wir für eigene Inhalte verantwortlich. Wir freuen uns sehr auf Ihren Besuch bei uns im Laden.'), 'fail imprint.no_name'],
    ['a tax number as VAT id', withImprint(`${imprintText}<br>USt-IdNr.: 123/4567/8901`), 'fail imprint.tax_number_as_vat'],
    ['a tax number as such', withImprint(`${imprintText}<br>Steuernummer: 123/4567/8901`), 'pass'],
    ['no imprint', { pages: { '/': '' } }, 'not_checked no_imprint'],
  ],
  'R-03': [
    ['today’s law', withImprint(`Angaben nach § 5 DDG ${imprintText}`), 'pass'],
    ['the old one', withImprint(`Angaben gem&auml;&szlig; &sect;&nbsp;5&nbsp;TMG ${imprintText}`), 'fail law.outdated'],
    ['an old paragraph with subsections', withImprint(`Gemäß § 7 Abs. 1 TMG sind wir verantwortlich ${imprintText}`), 'fail law.outdated'],
    ['the broadcasting treaty', withImprint(`Verantwortlich nach § 55 Abs. 2 RStV ${imprintText}`), 'fail law.outdated'],
    ['named as former', withImprint(`Angaben nach § 5 DDG (früher § 5 TMG) ${imprintText}`), 'pass'],
    ['named as former in other words', withImprint(`Das frühere Bundesdatenschutzgesetz (BDSG a. F.) gilt nicht mehr. Das Telemediengesetz wurde 2024 abgelöst; aus dem TTDSG wurde das TDDDG. ${imprintText}`), 'pass'],
    ['old wording of a law as today’s', withImprint(`Angaben nach BDSG a. F. ${imprintText}`), 'fail law.outdated'],
    ['a law that replaces something', withImprint(`Das Telemediengesetz ist die Grundlage dieser Angaben. ${imprintText}`), 'fail law.outdated'],
    ['only on another page', site('§ 5 TMG'), 'pass'],
    ['before the day', { ...withImprint(`§ 5 TMG ${imprintText}`), today: '2024-05-13' }, 'not_applicable not_yet_valid'],
    ['no legal page', { pages: { '/': 'Hallo' } }, 'not_checked no_legal_page'],
  ],
  'R-04': [
    ['nothing', site(), 'pass'],
    ['the link', withImprint(`${imprintText}<a href="HTTPS://EC.EUROPA.EU/consumers/odr/">hier</a>`), 'fail dispute.link'],
    ['the words', site('Online-Streitbeilegung (OS)'), 'fail dispute.text'],
    ['a sentence of the Commission', site('Die Europäische Kommission stellt eine Plattform zur Online-Streitbeilegung bereit.'), 'fail dispute.text'],
    ['in a comment', site('<!-- ec.europa.eu/consumers/odr -->'), 'pass'],
    ['the arbitration sentence', site('Wir nehmen an Streitbeilegungsverfahren vor einer Verbraucherschlichtungsstelle nicht teil.'), 'pass'],
    ['while the platform ran', { ...site('Online-Streitbeilegung (OS)'), today: '2025-07-19' }, 'not_applicable not_yet_valid'],
  ],
  'R-05': [
    ['fitting', site(), 'pass'],
    ['no link on one page', site('', { '/team': '<a href="/impressum">Impressum</a>' }), 'fail privacy.no_link'],
    ['too short', { pages: { '/': legal, '/impressum': imprint, '/datenschutz': `<p>Verantwortlich, Art. 6, Speicherdauer, Auskunft, Aufsichtsbehörde</p>${legal}` } }, 'fail privacy.too_short'],
    ['an imprint whose address names it too', { pages: { '/': '<a href="/impressum-datenschutz">Impressum</a><a href="/dsgvo">Datenschutz</a>', '/impressum-datenschutz': `${imprint}<a href="/dsgvo">Datenschutz</a>`, '/dsgvo': `<p>${statement}</p>${legal}` } }, 'pass'],
    ['a file nobody read', { pages: { '/': '<a href="/impressum">Impressum</a><a href="/datenschutz.pdf">Datenschutz</a>' }, site: { probes: [{ url: 'https://laden.example/datenschutz.pdf', kind: 'link', status: 200 }] } }, 'not_checked not_read'],
    ['gone', { pages: { '/': legal, '/datenschutz': pageOf('/datenschutz', '', { status: 404 }) } }, 'fail privacy.no_answer'],
    ['the statement under another name, without a link to itself', { pages: { '/': '<a href="/d.htm">Datenschutz</a>', '/d.htm': `<title>Laden</title><p>${statement}</p>` } }, 'pass'],
    ['a word group missing', { pages: { '/': legal, '/impressum': imprint, '/datenschutz': `<p>${statement.replace('Aufsichtsbehörde', 'Stelle')}</p>${legal}` } }, 'fail privacy.no_authority'],
    ['a service it does not name', site('<iframe data-src="https://www.youtube.com/embed/1"></iframe>'), 'fail privacy.service_not_named'],
    ['a service it names', { pages: { '/': `<img src="https://i.ytimg.com/x.jpg">${legal}`, '/impressum': imprint, '/datenschutz': `<p>${statement} YouTube</p>${legal}` } }, 'pass'],
    ['a plain link to a service', site('<a href="https://www.facebook.com/laden">Facebook</a>'), 'pass'],
  ],
  'R-06': [
    ['no browser, nothing found', site(), 'not_checked no_browser'],
    ['a running script', site('<script src="//www.googletagmanager.com/gtag/js?id=G"></script>'), 'fail tracker.script'],
    ['a blocked script', site('<script type="text/plain" src="https://static.hotjar.com/c.js"></script>'), 'not_checked no_browser'],
    ['a script that waits', site('<script data-src="https://static.hotjar.com/c.js"></script>'), 'not_checked no_browser'],
    ['clean in the browser', { ...site(), site: { rendered: { ...rendered, cookies: [{ name: 'PHPSESSID', domain: 'laden.example' }] } } }, 'pass'],
    ['a tracking cookie', { ...site(), site: { rendered: { ...rendered, cookies: [{ name: '_ga_ABC', domain: 'laden.example' }] } } }, 'fail tracker.mark'],
    ['the tag manager alone', { ...site(), site: { rendered: { ...rendered, thirdPartyRequests: ['https://www.googletagmanager.com/gtm.js'] } } }, 'pass'],
    ['a collecting request', { ...site(), site: { rendered: { ...rendered, thirdPartyRequests: ['https://region1.google-analytics.com/g/collect'] } } }, 'fail tracker.request'],
  ],
  'R-07': [
    ['no browser', site(), 'not_checked no_browser'],
    ['no banner', { ...site(), site: { rendered } }, 'not_applicable no_banner'],
    ['no refusal', banner(['Alle akzeptieren'], ['Einstellungen']), 'fail banner.no_refusal'],
    ['equal', banner(['Alle akzeptieren'], ['Ablehnen']), 'pass'],
    ['a link', banner(['Alle akzeptieren'], ['Nur notwendige', 'link']), 'fail banner.refusal_is_link'],
    ['small', banner(['Akzeptieren'], ['Reject all', 'button', 60]), 'fail banner.refusal_small'],
    ['small beside one in other words', banner(['Cookies zulassen'], ['Ablehnen', 'button', 60]), 'fail banner.refusal_small'],
    ['small beside one in words nobody thought of', banner(['Klaro'], ['Nur Nötiges', 'button', 60]), 'fail banner.refusal_small'],
    ['a choice is no consent', banner(['Einstellungen'], ['Ablehnen', 'button', 60]), 'pass'],
    ['pale', banner(['Akzeptieren', 'button', 160, 5], ['Ablehnen', 'button', 160, 1.1]), 'fail banner.refusal_pale'],
  ],
  'R-08': [
    ['nothing', site('<a href="https://www.google.com/maps/place/x">Karte</a>'), 'pass'],
    ['a style sheet', site('<link rel=stylesheet href=//fonts.googleapis.com/css?family=Lato>'), 'fail remote.font'],
    ['an import', site('<style>@import url("https://fonts.googleapis.com/css2?family=Inter");</style>'), 'fail remote.font'],
    ['only looked up', site('<link rel="dns-prefetch" href="//fonts.googleapis.com">'), 'pass'],
    ['connected early', site('<link rel="preconnect" href="https://fonts.gstatic.com" crossorigin>'), 'fail remote.font'],
    ['a map', site('<IFRAME SRC="https://www.google.com/maps/embed?pb=1"></IFRAME>'), 'fail remote.map'],
    ['a map behind a click', site('<iframe data-src="https://www.google.com/maps/embed?pb=1"></iframe>'), 'pass'],
    ['a video', site('<iframe src="https://www.youtube-nocookie.com/embed/1"></iframe>'), 'fail remote.video'],
    ['a map of OpenStreetMap', site('<iframe src="https://www.openstreetmap.org/export/embed.html?bbox=1"></iframe>'), 'fail remote.map'],
    ['in a template', site('<template><iframe src="https://www.youtube.com/embed/1"></iframe></template>'), 'pass'],
  ],
  'R-09': [
    ['unknown size', site(), 'not_checked unknown_size'],
    ['ten heads', { ...site(), facts: { employees: 10 } }, 'not_applicable small_business'],
    ['eleven and silent', { ...site(), facts: { employees: 11 } }, 'fail arbitration.missing'],
    ['said in another word', { ...site('An einem Verbraucherschlichtungsverfahren nehmen wir nicht teil.'), facts: { employees: 11 } }, 'pass'],
    ['eleven and said', { ...site('Streitbeilegungs&shy;verfahren'), facts: { employees: 11 } }, 'pass'],
  ],
  'R-10': [
    ['neither shop nor booking', site(), 'not_applicable no_shop_or_booking'],
    ['a small shop', { ...site(), facts: { shop: true, employees: 9 } }, 'not_applicable micro_enterprise'],
    ['a small shop with much turnover', { ...site(), facts: { shop: true, employees: 9, aboveTwoMillion: true } }, 'not_checked no_human'],
    ['a shop of unknown size', { ...site(), facts: { shop: true } }, 'not_checked unknown_size'],
    ['linked', { ...site('<a href="/bf">Barrierefreiheit</a>'), facts: { booking: true, employees: 12 } }, 'pass'],
    ['said to be missing', { ...site(), facts: { booking: true, employees: 12 }, site: { human: { accessibilityStatement: 'missing' } } }, 'fail accessibility.no_statement'],
    ['a booking service is linked', { ...site('<a href="https://www.treatwell.de/ort/x">Termin</a>'), facts: { employees: 12 } }, 'not_checked no_human'],
  ],
  'R-11': [
    ['no form', site('<form role=search><input name=suche></form>'), 'not_applicable no_form'],
    ['a search named so', site('<form id="quick_find"><input name="words"></form><form><input name="keywords"></form>'), 'not_applicable no_form'],
    ['a quantity by its label', site('<form><input type="text" id="amountToBasket" name="am" aria-label="Menge"><button>In den Warenkorb</button></form>'), 'not_applicable no_form'],
    ['a quantity typed in', site('<form><input type="text" name="anzahl" value="1"><button>in den Korb</button></form>'), 'not_applicable no_form'],
    ['one form around the whole page with nothing but a search', site('<form><input name="ctl00$txtSuche"><main>Text</main></form>'), 'not_applicable no_form'],
    ['one form around the whole page, its link in a foot by class', { pages: { '/': '<form><p><textarea></textarea></p><div class="fuss"><a href="/datenschutz">Datenschutz</a></div></form>' } }, 'fail form.no_privacy_link'],
    ['days of arrival and departure', site('<form><input type=date name=von><input type=date name=bis><select></select></form>'), 'not_applicable no_form'],
    ['link in the form', site('<form><input name=name><a href="/datenschutz">Datenschutz</a></form>'), 'pass'],
    ['link in the next row of a layout table', site('<table><tr><td><form><input name=name></form></td></tr><tr><td><a href="/datenschutz">Hinweise</a></td></tr></table>'), 'pass'],
    ['the foot of a page without such an element', { pages: { '/': `<div><form><input name=name></form><div class="unten"><a href="/impressum">Impressum</a> <a href="/datenschutz">Datenschutz</a></div></div>` } }, 'fail form.no_privacy_link'],
    ['the foot right beside the form', { pages: { '/': `<body><form><input name=name></form><div><a href="/impressum">Impressum</a> <a href="/datenschutz">Datenschutz</a></div>` } }, 'fail form.no_privacy_link'],
    ['link in the section', site('<section><form><input name=name></form><p><a href="/datenschutz">Hinweise</a></p></section>'), 'pass'],
    ['link in the footer only', site('<div><form><input name=name></form></div>'), 'fail form.no_privacy_link'],
    ['a newsletter form in the footer with its own link', site('</main><footer><form><input type=email><a href="/datenschutz">Datenschutz</a></form></footer>'), 'pass'],
    ['sent in the clear', site('<form action="http://laden.example/s"><textarea></textarea><a href="/datenschutz">Datenschutz</a></form>'), 'fail form.unencrypted'],
    ['ticked', site('<form><input type=email><label><input type=checkbox checked> Newsletter</label><a href="/datenschutz">Datenschutz</a></form>'), 'fail form.ticked'],
    ['seven required fields are a note', site(`<form>${'<input required name=a>'.repeat(7)}<a href="/datenschutz">Datenschutz</a></form>`), 'pass'],
    ['a sign-in', site('<form><input name=user><input type=password></form>'), 'not_applicable no_form'],
  ],
}

function banner(accept: [string, ('button' | 'link')?, number?, number?], refuse: [string, ('button' | 'link')?, number?, number?]): Given {
  const button = ([text, element = 'button', width = 160, groundContrast = 4]: typeof accept) => ({ text, element, width, height: 40, textContrast: 7, groundContrast })
  return { ...site(), site: { rendered: { ...rendered, banner: { selector: '#b', buttons: [button(accept), button(refuse)] } } } }
}

describe.each(Object.keys(tables))('%s', id => {
  it.each(tables[id] ?? [])('%s', (_, given, said) => expect(saidBy(id, given)).toBe(said))
})
