import { describe, expect, it } from 'vitest'
import { saidBy } from '../site.fixture.ts'

type Given = Parameters<typeof saidBy>[1]

const cart = '<button>In den Warenkorb</button>'
const shop = (body: string, more: Given = {}): Given => ({ pages: { '/': `<body>${body}</body>` }, facts: { shop: true }, ...more })
const product = (inside: string, button = cart) => `<li class="product">${inside}${button}</li>`
const notes = '<p>inkl. MwSt. zzgl. Versand</p>'
const neither = 'fail price.no_shipping_note price.no_tax_note'

describe('O-01 knows as a word on shipping', () => {
  const withShipping = (words: string) => saidBy('O-01', shop(product(`<h2>Tee</h2><p>9,90 €</p><p>inkl. MwSt.</p><p>${words}</p>`)))
  it.each(['zzgl. 4,90 € Versand', '+ 5,90 € Versand', 'Versandkosten extra', 'Versand kommt hinzu', 'portofrei', 'kostenfreier Versand', 'kostenfreie Lieferung', 'Nur Abholung im Laden', 'Lieferung gratis', 'Versand gratis', 'keine Versandkosten', 'inklusive Lieferung', 'inkl. MwSt. und Versand', 'zgl. Versandkosten', 'zzgl. Spedition', 'zzgl. Frachtkosten', '<div>zzgl.</div><div><a href="/v">Versandkosten</a></div>'])('„%s“', words => expect(withShipping(words)).toBe('pass'))
  it.each(['Lieferzeit 2–4 Tage', 'Versand mit der Post', 'Versandkosten', 'Lieferung in 3 Tagen', 'Versandfertig in 24 h', 'Abholung möglich', '<div>zzgl. Pfand</div><div>Lieferung in 3 Tagen</div>'])('not „%s“', words => expect(withShipping(words)).toBe('fail price.no_shipping_note'))
})

describe('O-01 knows as a word on tax', () => {
  const withTax = (words: string) => saidBy('O-01', shop(product(`<h2>Tee</h2><p>9,90 €</p><p>${words}</p><p>zzgl. Versand</p>`)))
  it.each(['MwSt. inklusive', 'Mehrwertsteuer enthalten', '19 % MwSt. inkl.', 'MwSt. bereits enthalten', 'incl. VAT 19 %', 'USt.-frei nach § 19 UStG'])('„%s“', words => expect(withTax(words)).toBe('pass'))
  it.each(['exkl. MwSt.', 'zzgl. MwSt.', 'Nettopreis', 'MwSt. nicht enthalten'])('not „%s“', words => expect(withTax(words)).toBe('fail price.no_tax_note'))
})

describe('O-01 knows as said for all prices', () => {
  const withFoot = (words: string) => saidBy('O-01', shop(`<ul>${product('<h2>Tee</h2><p>9,90 €</p>')}</ul><footer><p>${words}</p></footer>`))
  it.each(['¹ inkl. MwSt., zzgl. Versand', '1) inkl. MwSt. zzgl. Versand', '† inkl. MwSt., zzgl. Versand', 'Preisangaben inkl. gesetzl. MwSt. und zzgl. Versandkosten', 'Die Preise enthalten die gesetzliche MwSt. Hinzu kommen Versandkosten.', 'Alle Preise zzgl. Versand.<br>Kleinunternehmerin nach § 19 UStG'])('„%s“', words => expect(withFoot(words)).toBe('pass'))
  it.each(['Versand weltweit', 'Über uns und unsere Preise', '1. Platz im Wettbewerb'])('not „%s“', words => expect(withFoot(words)).toBe(neither))
})

describe('O-01 sees what is on sale', () => {
  it.each(['EUR 12,50', 'Euro 7,80', '12,– €', '12.50 €'])('at the price „%s“', price => expect(saidBy('O-01', shop(product(`<h2>Kanne</h2><p>${price}</p>`)))).toBe(neither))
  it.each(['<button>Jetzt bestellen</button>', '<a href="/cart?add=1">In die Einkaufstasche</a>', '<button>Add to basket</button>', '<button>In den Einkaufskorb</button>'])('by %s', button => expect(saidBy('O-01', shop(product('<h2>Kanne</h2><p>12,00 €</p>', button)))).toBe(neither))
  it.each(['<button>Zur Wunschliste hinzufügen</button>', '<a href="/karte">Jetzt bestellen</a>', '<button>Zum Vergleich hinzufügen</button>'])('not by %s', button => expect(saidBy('O-01', shop(product('<h2>Kanne</h2><p>12,00 €</p>', button)))).toBe('not_checked no_priced_page'))
})

describe('O-01 does not take for a product of its own', () => {
  const noted = product(`<h1>Vase</h1><p>48,00 €</p>${notes}`)
  it('the empty basket at the top', () => expect(saidBy('O-01', shop(`<div><div><button>Warenkorb</button><span>0,00 €</span></div></div><ul>${noted}</ul>`))).toBe('pass'))
  it('the bar that repeats it', () => expect(saidBy('O-01', shop(`<ul>${noted}</ul><div class="bar"><span>Vase</span> <span>48,00 €</span>${cart}</div>`))).toBe('pass'))
  it('but one without a name at the same price', () => expect(saidBy('O-01', shop(`<ul>${product(`<p>48,00 €</p>${notes}`)}${product('<p>48,00 €</p>')}</ul>`))).toBe(neither))
  it('but another one at the same price', () => expect(saidBy('O-01', shop(`<ul>${noted}</ul><div class="bar"><p>Krug</p><p>48,00 €</p>${cart}</div>`))).toBe(neither))
})

describe('O-02 wants a base price for', () => {
  it.each(['Tee 500gr', 'Tee 125 Gr.', 'Saft ½ Liter', 'Saft 1/2 l', 'Honig im Glas 500 g', 'Sahne Becher 200 ml', 'Dose Bier 0,5 l', 'Kanne Olivenöl 3 l', 'Eimer Wandfarbe 10 l', 'Maultaschen 500 g', 'Eintopf 400 g', 'Anis ganz, Beutel 80 g', 'Anis<br>Beutel 80 g', 'Schmierseife<br>Eimer 5 kg', 'Nagellackentferner 100 ml', 'Probierpaket 6 x 0,75 l', 'Glasflasche Limonade 0,33 l', 'Eisbecher Vanille 150 ml', 'Sockengarn 4-fach, 100g/420m', 'Tee 20 x 2 g', 'Geschenkband 25 m', 'Tee asiatisch 100 g', 'Weingut Wilhelm 0,75 l', 'Apfeltasche 120 g', 'Salami im Pfeffermantel 200 g', 'Bohnen für Kaffeemaschinen 500 g', 'Badesalz ohne Parfüm 200 g', 'Whisky Wilder Westen 0,7 l', 'Brie, Durchmesser 12 cm, 400 g', 'Kochbuch-Gewürzmischung 80 g'])('%s', title => expect(saidBy('O-02', shop(product(`<h2>${title}</h2><p>9,90 €</p>${notes}`)))).toBe('fail price.no_base_price'))
})

describe('O-02 wants none for', () => {
  it.each(['Tasse Kiesel, 300 ml', 'Becher mit Daumenmulde (ca. 300 ml)', 'Weinglas 450 ml', 'Karaffe 1,2 l', 'Auflaufform 2,5 l', 'Thermobecher 0,4 l', 'Brotdose 800 ml', 'Wasserkocher 1,7 l', 'Mülleimer 30 l', 'Gießkanne 5 l', 'Umhängetasche 12 l', 'Esstisch 30 kg', 'Krug mit Deckel, 1,5 l', 'Kochtopf 3 l', 'Teekanne Porzellan 0,8 l', 'Rucksack 25 l', 'Einmachglas für Marmelade 500 ml', 'Hantel 5 kg', 'Küchenwaage bis 5 kg', 'Kinderfahrrad 9,5 kg', 'Schlafsack 900 g', 'Geschenkkorb mit Honig 250 g, Tee 100 g und Kerze', 'Eau de Parfum 50 ml', 'Nagellack 12 ml', 'Strickjacke, 50 g leichter', 'Emaille-Becher<br>Füllmenge 350 ml', 'Puzzle 1000 Teile<br>600 g', 'Kinderbuch<br>48 Seiten, 420 g', 'Leiter 3,5 m', 'Teppich 2 x 3 m', 'Smartphone<br>187 g', 'Messer<br>Klinge 20 cm, 180 g', 'Mixer<br>Glasbehälter 1,75 l', 'Aquarium 54 l', 'Anzünder<br>für 2 kg Kohle', 'Bilderrahmen<br>1,2 kg', 'Stoff, Gewicht 150 g/qm', 'Grubber<br>Stiel 1,4 m Esche, Gewicht 1,1 kg'])('%s', title => expect(saidBy('O-02', shop(product(`<h2>${title}</h2><p>9,90 €</p>${notes}`)))).toBe('pass'))
})

describe('O-02 reads a base price in', () => {
  it.each(['kg-Preis: 39,60 €', '(1 kg / 39,60 €)', '(1 kg 39,60 €)', 'kg = 39,60 €', '39,60 € pro Ltr.', '39,60 €/Ltr', 'l: 39,60 €', 'EUR 39,60 pro kg', '<span>39,60 €</span><span> / </span><span>kg</span>', 'kg/39,60 €', '<div>Grundpreis</div><div>39,60 €</div><div>/ kg</div>'])('%s', words => expect(saidBy('O-02', shop(product(`<h2>Tee 250 g</h2><p>9,90 €</p><p>${words}</p>${notes}`)))).toBe('pass'))
})

describe('O-03 knows the links', () => {
  it.each([
    ['Liefer- und Zahlungsbedingungen', 'Widerrufsbelehrung', 'AGB'],
    ['Zahlen & Liefern', 'Widerruf', 'A.G.B.'],
    ['Shipping', 'Payment', 'Widerruf', 'Unsere AGBs'],
    ['Porto & Verpackung', 'Zahlweisen', 'Widerruf', 'Allg. Geschäftsbed.'],
    ['Liefer-Infos', 'So können Sie zahlen', 'Widerruf', 'Allgemeine Verkaufsbedingungen'],
  ])('%s, %s, %s', (...names) => {
    const body = names.map((name, i) => `<a href="/x${i}">${name}</a>`).join('') + cart
    const probes = names.map((_, i) => ({ url: `https://laden.example/x${i}`, kind: 'link' as const, status: 200 }))
    expect(saidBy('O-03', shop(body, { site: { probes } }))).toBe('pass')
  })
  it.each([['Unsere Lieferanten', 'shop.no_shipping'], ['Zahlen und Fakten', 'shop.no_payment']])('not %s', (name, cause) => {
    const names = ['Widerruf', 'AGB', name, cause === 'shop.no_payment' ? 'Versand' : 'Zahlung']
    const probes = names.map((_, i) => ({ url: `https://laden.example/x${i}`, kind: 'link' as const, status: 200 }))
    expect(saidBy('O-03', shop(names.map((text, i) => `<a href="/x${i}">${text}</a>`).join('') + cart, { site: { probes } }))).toBe(`fail ${cause}`)
  })
})

describe('R-11 does not take for a form that asks', () => {
  it.each([
    ['an engraving for a thing put into the basket', `<form action="/cart"><label>Gravur <input name=gravur></label>${cart}</form>`],
    ['quantities in a price list', '<form action="/korb"><input size=2 name="m[1]"><input type=submit value="in den Korb"></form>'],
    ['a filter by price', '<form action="/shop"><input name=min_price><input name=max_price><button>Filtern</button></form>'],
    ['words on a card for a gift', `<form action="/cart"><textarea name=grusskarte></textarea>${cart}</form>`],
    ['a postcode that is looked up', '<form action="/liefern"><input name=postleitzahl><button>Prüfen</button></form>'],
  ])('%s', (_, body) => expect(saidBy('R-11', shop(body))).toBe('not_applicable no_form'))
  it('but an address beside the basket', () => expect(saidBy('R-11', shop(`<form action="/cart"><input name=name><input type=email name=mail>${cart}</form>`))).toBe('fail form.no_privacy_link'))
})

describe('R-11 on a form that asks', () => {
  const ask = (inside: string) => saidBy('R-11', { pages: { '/': `<body><main><form action="/a"><input name=name><input type=email name=mail>${inside}</form></main></body>` } })
  const link = '<a href="/datenschutz">Datenschutz</a>'
  it('knows other words for the privacy page', () => expect(ask('<a href="/dv">Hinweise zur Datenverarbeitung</a>')).toBe('pass'))
  it.each(['<p>Newsletter? <label><input type=radio name=newsletter value=1 checked> ja</label> <label><input type=radio name=newsletter value=0> nein</label></p>', '<label><input type=checkbox checked> Bitte erinnern Sie mich per E-Mail an eine Bewertung</label>', '<label><input type=checkbox checked> Senden Sie mir Ihren Katalog zu</label>'])('sees the tick in %s', box => expect(ask(link + box)).toBe('fail form.ticked'))
  it.each(['<p>Newsletter? <label><input type=radio name=newsletter value=1> ja</label> <label><input type=radio name=newsletter value=0 checked> nein</label></p>', '<label><input type=checkbox checked> Lieferadresse entspricht Rechnungsadresse</label>'])('has nothing against %s', box => expect(ask(link + box)).toBe('pass'))
})

describe('R-02 reads', () => {
  const more = 'Wir freuen uns, wenn Sie uns schreiben oder anrufen. Für Links auf fremde Seiten übernehmen wir trotz aller Sorgfalt keine Haftung, denn dort wirken andere.'
  const imprint = (text: string): string => saidBy('R-02', { pages: { '/': '<a href="/impressum">Impressum</a>', '/impressum': `<h1>Impressum</h1>${text}<p>${more}</p>` } })
  const place = '<p>Inhaber: Max Reb<br>Am Markt 3<br>45998 Musterstadt</p>'
  const phone = '<p>Tel. 02345 555012</p>'
  const mail = '<p>post@laden.example</p>'
  it.each(['info(a)laden.example', 'info AT laden DOT example', 'info_at_laden.example', 'info -at- laden.example'])('the address %s', address => expect(imprint(place + phone + address)).toBe('pass'))
  it.each(['Am Markt 3 · DE–45998 Musterstadt', '45998 Musterstadt, Am Markt 3', 'Dorfstraße 4 b, OT Altdorf<br>45998 Musterstadt', 'Q7, 24<br>45998 Musterstadt'])('the street in %s', address => expect(imprint(`<p>Inhaber: Max Reb<br>${address}</p>${phone}${mail}`)).toBe('pass'))
  it('no telephone in a bank account', () => expect(imprint(`${place}${mail}<p>IBAN DE02 1203 0000 0000 2020 51</p>`)).toBe('fail imprint.no_phone'))
  it.each(['Zoë Çelik', 'Anna-Lena von Berg', 'Jan Peter Müller', 'Łukasz Nowak', 'Weinbau Georg Reb', 'Ş. Yılmaz'])('the name %s', name => expect(imprint(`<p>${name}<br>Am Markt 3<br>45998 Musterstadt</p>${phone}${mail}`)).toBe('pass'))
  it('no name in the heading and a link', () => expect(imprint(`<a href="/impressum">Impressum</a><p>Am Markt 3<br>45998 Musterstadt</p>${phone}${mail}`)).toBe('fail imprint.no_name'))
  it('no name in „Unser Laden“', () => expect(imprint(`<p>Unser Laden<br>Am Markt 3<br>45998 Musterstadt</p>${phone}${mail}`)).toBe('fail imprint.no_name'))
  it('a tax number beside a VAT id asked for', () => expect(imprint(`${place}${phone}${mail}<p>USt-IdNr.: beantragt<br>St.-Nr.: 312/4567/8901</p>`)).toBe('pass'))
  it('a tax number with blanks as VAT id', () => expect(imprint(`${place}${phone}${mail}<p>USt-ID: 12 345 67890</p>`)).toBe('fail imprint.tax_number_as_vat'))
  it('a VAT id with blanks', () => expect(imprint(`${place}${phone}${mail}<p>USt-ID: DE 123 4567 89</p>`)).toBe('pass'))
})
