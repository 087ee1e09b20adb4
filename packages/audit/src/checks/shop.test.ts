import { describe, expect, it } from 'vitest'
import { pageOf, saidBy } from '../site.fixture.ts'

type Given = Parameters<typeof saidBy>[1]
type Row = [what: string, given: Given, said: string]

const product = (text: string) => `<li class="product"><h2>${text}</h2><button>In den Warenkorb</button></li>`
const shop = (start: string, more: Given = {}): Given => ({ pages: { '/': `<ul>${start}</ul>` }, ...more })
const notes = 'inkl. MwSt. zzgl. Versand'
const terms = '<a href="/widerruf">Widerruf</a><a href="/agb">AGB</a><a href="/vz">Versand &amp; Zahlung</a><button>In den Warenkorb</button>'
const answers = (status: number): NonNullable<Given['site']> => ({ probes: ['/widerruf', '/agb', '/vz'].map((path, i) => ({ url: `https://laden.example${path}`, kind: 'link' as const, status: i === 0 ? status : 200 })) })
const withdrawal = '<form><label>Name <input name=a></label><label>Bestellnummer <input name=b></label><label>E-Mail <input type=email name=c></label><button>Widerruf bestätigen</button></form>'
const cart = '<button>In den Warenkorb</button>'

const tables: Record<string, Row[]> = {
  'O-01': [
    ['no shop', { pages: { '/': 'Hallo 9,90 €' } }, 'not_applicable no_shop'],
    ['said to be none', { pages: { '/': product('Tee 9,90 €') }, facts: { shop: false } }, 'not_applicable no_shop'],
    ['a shop without prices here', { pages: { '/': '<a href="https://shop.example">Shop</a>' }, facts: { shop: true } }, 'not_checked no_priced_page'],
    ['a basket known by its title alone', { pages: { '/': '<a href="/checkout/cart" title="Warenkorb"><span>0,00 €*</span></a>' } }, 'not_checked no_priced_page'],
    ['a button made of a div', shop('<li class="product"><h2>Wolle 13,50 €</h2><div role="button" tabindex="0">In den Warenkorb</div></li>', { facts: { shop: true } }), 'fail price.no_shipping_note price.no_tax_note'],
    ['a button that says so in its title', shop('<li class="product"><h2>Met 11,90 €</h2><button title="In den Warenkorb"><span>Zum Warenkorb</span></button></li>', { facts: { shop: true } }), 'fail price.no_shipping_note price.no_tax_note'],
    ['both beside the price', shop(product(`Tee 9,90&nbsp;&euro; ${notes}`)), 'pass'],
    ['neither', shop(product('Tee 9,90 €')), 'fail price.no_shipping_note price.no_tax_note'],
    ['one of three in a flat list', shop('', { pages: { '/': `<body><h2>Tee</h2><div>9,90 €</div><small>${notes}</small><div>${cart}</div><h2>Kanne</h2><div>19 €</div><div>${cart}</div><h2>Sieb</h2><div>4 €</div><small>${notes}</small><div>${cart}</div></body>` } }), 'fail price.no_shipping_note price.no_tax_note'],
    ['only one of two products', shop(product(`Tee 9,90 € ${notes}`) + product('Kanne 19 €')), 'fail price.no_shipping_note price.no_tax_note'],
    ['shipping reckoned at the checkout', shop(product('Tee 9,90 € Inkl. MwSt. Versand wird beim Checkout berechnet')), 'pass'],
    ['the shipping in a row of its own', shop(product('Tinte 12,50 € <table><tr><td>Preis enthält 19 % MwSt.</td></tr><tr><th>Versandkosten</th><td>3,90 € (Brief)</td></tr></table>')), 'pass'],
    ['with a plus', shop(product('Creme 9,90 € inkl. ges. USt. + Versand')), 'pass'],
    ['spelt with c and x', shop(product('Tee 9,90 EUR incl. 19 % USt excl. Versandkosten')), 'pass'],
    ['a link to the basket is nothing on sale', shop(`${product(`Tee 9,90 € ${notes}`)}</ul><div><div><a href="/korb">Warenkorb</a></div><p>Gutscheine ab 10 €</p></div>`), 'pass'],
    ['a footnote for all', shop(`${product('Tee 9,90 €*')}</ul><p>* Alle Preise inkl. gesetzl. MwSt., zzgl. Versandkosten</p>`), 'pass'],
    ['small business under § 19', shop(product('Tee 9,90 €. Gemäß § 19 UStG keine Umsatzsteuer. Versandkostenfrei.')), 'pass'],
    ['shipping missing', shop(product('Tee 9,90 € INKL. MWST')), 'fail price.no_shipping_note'],
  ],
  'O-02': [
    ['no quantity', shop(product(`Kanne 19,90 € ${notes}`)), 'pass'],
    ['a quantity alone', shop(product('Tee 250 g 9,90 €')), 'fail price.no_base_price'],
    ['with base price', shop(product('Tee 250 g 9,90 € (39,60 €/kg)')), 'pass'],
    ['with an asterisk, for 1000 ml', shop(product('Entkalker Inhalt: 500 ml (15,80&nbsp;€* / 1000 ml) 7,90 €*')), 'pass'],
    ['written out', shop(product('Öl 0,5 l 9,90 € – 1 Liter = 19,80 €')), 'pass'],
    ['exactly one litre', shop(product('Öl 1 l 9,90 €')), 'pass'],
    ['a gram of saffron', shop(product('Safran 1 g 9,90 €')), 'pass'],
    ['one of two', shop(product('Tee 250 g 9,90 € 39,60 € je kg') + product('Tee 100 g 5,00 €')), 'fail price.no_base_price'],
    ['the length of a rod', shop(product('Rute, Länge 2,70 m, Wurfgewicht 20–60 g 64,00 €')), 'pass'],
    ['what a thing holds or manages', shop(product('Kanne fasst 0,5 Liter 19,00 €') + product('Trichter für Flaschen ab 50 ml 4 €') + product('Presse, schafft 2 kg in der Stunde, Kabel 1,8 m 149 €')), 'pass'],
    ['weights that are not sold', shop(product('Hocker, trägt 120 kg, Gewicht: ca. 6 kg, 2 m hoch 89,00 €')), 'pass'],
    ['the weight of a food', shop(product('Kaffee, Gewicht: 250 g 7,50 €')), 'fail price.no_base_price'],
    ['a net weight', shop(product('Honig, Nettogewicht: 250 g 6,00 €')), 'fail price.no_base_price'],
    ['joined by hyphens', shop(product('Honig im 500-g-Glas 7,50 €')), 'fail price.no_base_price'],
    ['as a price per litre', shop(product('Brühe 0,4 Liter 4,40 € Literpreis: 11,00 €')), 'pass'],
    ['in a row of its own', shop(product('Tinte 50 ml <table><tr><th>Preis</th><td>12,50 €</td></tr><tr><th>Grundpreis</th><td>25,00 € für 100 ml</td></tr></table>')), 'pass'],
    ['an empty place for it', shop(product('Honig 500 g 7,50 € <span>Grundpreis</span> / pro')), 'fail price.no_base_price'],
    ['a column of its own', { pages: { '/': `<table><tr><th>Sorte</th><th>Preis</th><th>Grundpreis in € je kg</th></tr><tr><td>Kaffee 250 g</td><td>7,50 €</td><td>30,00</td><td>${cart}</td></tr></table>` } }, 'pass'],
    ['a column of its own, left empty', { pages: { '/': `<table><tr><th>Sorte</th><th>Preis</th><th>€ / kg</th></tr><tr><td>Kaffee 250 g</td><td>7,50 €</td><td>–</td><td>${cart}</td></tr></table>` } }, 'fail price.no_base_price'],
    ['thousands of grams', shop(product('Mehl 2.500 g 4,90 €')), 'fail price.no_base_price'],
    ['energy per 100 g is no price', shop(product('Curry, Dose 80 g <p>6,90 €</p><details>Nährwerte<p>je 100 g: 1.360 kJ, Fett 14 g</p></details>')), 'fail price.no_base_price'],
    ['energy per 100 g beside a base price', shop(product('Curry, Dose 80 g 6,90 € <p>Nährwerte je 100 g: 1.360 kJ</p><p>86,25 €</p><p>/ kg</p>')), 'pass'],
    ['a portion in words', shop(product('Müsli 500 g 4,90 € <p>Brennwert pro 100 g 380 kcal</p>')), 'fail price.no_base_price'],
    ['what a rucksack holds and weighs', shop(product('Rucksack Grat, Volumen 28 l, Eigengewicht 980 g, mit Regenhülle 129,00 €')), 'pass'],
    ['the volume of what is drunk', shop(product('Cidre brut, Volumen 0,75 l 7,90 €')), 'fail price.no_base_price'],
    ['the down in a sleeping bag', shop(product('Schlafsack Firn, Füllung 600 g Daune 249,00 €')), 'pass'],
    ['the filling of sweets', shop(product('Pralinen mit Füllung 200 g 9,00 €')), 'fail price.no_base_price'],
    ['a size that is none', shop(product('Poster 100 cm 9,90 €, 5 Mal')), 'pass'],
  ],
  'O-03': [
    ['all there', { pages: { '/': terms }, site: answers(200) }, 'pass'],
    ['one broken', { pages: { '/': terms }, site: answers(404) }, 'fail shop.broken'],
    ['the instructions broken, the button not', { pages: { '/': `${terms}<a href="/w">Vertrag widerrufen</a>`, '/w': withdrawal }, site: answers(404) }, 'fail shop.broken'],
    ['payment by another name', { pages: { '/': terms.replace('Versand &amp; Zahlung', 'Lieferung, Zahlarten') }, site: answers(200) }, 'pass'],
    ['payment as ways to pay', { pages: { '/': terms.replace('Versand &amp; Zahlung', 'Lieferbedingungen, Bezahlmethoden').replace('AGB', 'AGBs') }, site: answers(200) }, 'pass'],
    ['two missing', { pages: { '/': `<a href="/agb">AGB</a>${cart}` } }, 'fail shop.no_payment shop.no_shipping shop.no_withdrawal'],
    ['not asked', { pages: { '/': terms } }, 'not_checked no_answer'],
  ],
  'O-04': [
    ['the day before', { pages: { '/': cart }, today: '2026-06-18' }, 'not_applicable not_yet_valid'],
    ['the day itself', { pages: { '/': cart }, today: '2026-06-19' }, 'fail withdrawal.no_function'],
    ['complete', { pages: { '/': `${cart}<a href="/w">Vertrag widerrufen</a>`, '/w': withdrawal } }, 'pass'],
    ['only instructions', { pages: { '/': `${cart}<a href="/w">Widerrufsbelehrung</a>`, '/w': 'Sie können widerrufen' } }, 'fail withdrawal.no_function'],
    ['a PDF', { pages: { '/': `${cart}<a href="/w.pdf">Vertrag widerrufen</a>` } }, 'fail withdrawal.no_page'],
    ['a mail', { pages: { '/': `${cart}<a href="mailto:a@laden.example">Widerruf erklären</a>` } }, 'fail withdrawal.no_page'],
    ['behind a login', { pages: { '/': `${cart}<a href="/w">Vertrag hier widerrufen</a>`, '/w': '<form><input name=email><input type=password></form>' } }, 'fail withdrawal.login'],
    ['a sign-in box beside the form', { pages: { '/': `${cart}<a href="/w">Vertrag widerrufen</a>`, '/w': `<form><input name=user><input type=password></form>${withdrawal}` } }, 'pass'],
    ['no second step', { pages: { '/': `${cart}<a href="/w">VERTRAG WIDERRUFEN</a>`, '/w': withdrawal.replace('Widerruf bestätigen', 'Senden') } }, 'fail withdrawal.no_confirmation'],
    ['mere text', { pages: { '/': `${cart}<a href="/w">Vertrag widerrufen</a>`, '/w': 'Schreiben Sie uns.' } }, 'fail withdrawal.no_confirmation withdrawal.no_form'],
  ],
  'O-05': [
    ['nobody looked', { pages: { '/': cart } }, 'not_checked no_human'],
    ['clear', { pages: { '/': cart }, site: { human: { orderButton: 'Zahlungspflichtig bestellen' } } }, 'pass'],
    ['buy', { pages: { '/': cart }, site: { human: { orderButton: ' Jetzt kaufen ' } } }, 'pass'],
    ['vague', { pages: { '/': cart }, site: { human: { orderButton: 'Bestellung abschicken' } } }, 'fail shop.unclear_button'],
  ],
}

describe.each(Object.keys(tables))('%s', id => {
  it.each(tables[id] ?? [])('%s', (_, given, said) => expect(saidBy(id, given)).toBe(said))
})

describe('a shop behind a start page that fails', () => {
  it('is not taken for no shop', () => expect(saidBy('O-01', { pages: { '/': pageOf('/', '', { status: 503 }) } })).toBe('not_checked no_page'))
})
