// @vitest-environment jsdom
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hoursWith } from '@digitallotsen/domain/listing/listing.fixture.ts'
import { emptyContent } from '@digitallotsen/domain/listing/listing.rules.ts'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import { loadInventedPack } from './invented-city.fixture.ts'
import { dataIn, hrefsIn, metaOf, parse, textIn } from './page-reading.fixture.ts'
import { buildPages, type BuiltPages } from './pages-build.fixture.ts'
import { businessOf, cardOf, directoryOf, listingOf, photoOf, withPlatform } from './platform-views.fixture.ts'
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

const business = (change: Parameters<typeof listingOf>[0] = {}, rest: Parameters<typeof listingOf>[1] = {}) => parse(pages.renderBusiness(businessOf(viewOf(), listingOf(change, rest))))

describe('the page of a business', () => {
  it('leads to the business’s own website first', () => {
    const page = business()
    expect(hrefsIn(page, '.business-top .button')).toEqual(['https://blumen.example/', 'tel:+49200012345', 'https://www.openstreetmap.org/directions?to=51.5%2C7.2'])
    expect(page.querySelector('.business-top .button')?.textContent).toContain('Zur Website blumen.example')
    expect(hrefsIn(business({ website: 'javascript:alert(1)', phones: [], place: null, address: { ...listingOf().content.address, street: null } }), '.business-top .button')).toEqual([])
  })

  it('tells when it is open: now, in the week, and on the days that differ', () => {
    const hours = hoursWith({ byAppointment: true, note: 'Bitte klingeln', special: [{ date: '2026-11-24', intervals: [], note: 'Vorbei' }, { date: '2026-12-24', intervals: [{ from: '09:00', to: '12:00' }], note: 'Heiligabend' }], vacations: [{ from: '2026-12-27', to: '2027-01-03', note: null }] })
    const page = parse(pages.renderBusiness({ ...businessOf(viewOf(), listingOf({ hours })), now: new Date('2026-12-01T10:00:00Z') }))
    expect(textIn(page, '.opening-state')).toEqual(['Heute bis 13 Uhr geöffnet'])
    expect(textIn(page, '.hours:first-of-type tr').slice(0, 3)).toEqual(['Montag und Dienstag9–13 und 14–18 Uhr', 'Mittwoch9–13 Uhr', 'Donnerstag9–13 und 14–18 Uhr'])
    expect(textIn(page, 'h3 + .hours tr')).toEqual([
      'Donnerstag, 24. DezemberHeiligabend9–12 Uhr', 'Freitag, 25. Dezember1. Weihnachtstaggeschlossen', 'Samstag, 26. Dezember2. Weihnachtstaggeschlossen', '27. Dezember 2026 bis 3. Januar 2027Betriebsferiengeschlossen',
    ])
    expect(textIn(page, '.look-up p').slice(0, 2)).toEqual(['Termine nach Vereinbarung', 'Bitte klingeln'])
    expect(textIn(business({ hours: null }), '.look-up p')[0]).toBe('Öffnungszeiten sind nicht angegeben.')
    expect(business().querySelector('h3 + .hours')).toBeNull()
  })

  it('gives address, every number that can be dialled, mail and the pages elsewhere', () => {
    const phones = [{ kind: 'landline' as const, number: '(02000) 123-45' }, { kind: 'whatsapp' as const, number: '0170 1234567' }, { kind: 'fax' as const, number: '02000 99' }]
    const social = [{ network: 'instagram' as const, url: 'https://instagram.com/blumen' }, { network: 'other' as const, url: 'https://www.markt.example/blumen' }, { network: 'facebook' as const, url: 'javascript:alert(1)' }]
    const page = business({ phones, social })
    expect(hrefsIn(page, '.contact a')).toEqual(['tel:+49200012345', 'https://wa.me/491701234567', 'mailto:laden@example.org', 'https://blumen.example/', 'https://instagram.com/blumen', 'https://www.markt.example/blumen'])
    expect(textIn(page, '.contact li').at(2)).toBe('Fax02000 99')
    expect(textIn(page, '.contact li').slice(-2)).toEqual(['Instagram', 'markt.example'])
    expect(page.querySelector('.look-up address')?.innerHTML).toBe('Blumen am Markt, Inh. Erika Muster<br>Marktstraße 12 a<br>12345 Musterstadt<br><span class="muted">Altmarkt</span>')
    expect(hrefsIn(page, 'a[type="text/vcard"]')).toEqual(['/betriebe/blumen-am-markt.vcf'])
  })

  it('tells its story in paragraphs, with payment, languages and access', () => {
    const page = business({ story: 'Seit 1967\nam Markt.\n\n\nHeute in dritter Hand.' })
    expect([...page.querySelectorAll('.prose p')].map(({ innerHTML }) => innerHTML)).toEqual(['Seit 1967<br>am Markt.', 'Heute in dritter Hand.'])
    expect(textIn(page, '.definitions dd')).toEqual(['Mit dem Rollstuhl teilweise zugänglich, Induktive Höranlage', 'Deutsch, Türkisch', 'Bargeld, Girocard'])
  })

  it('shows the first photo at once and the others as they come near, each with size and words', () => {
    const images = [...business().querySelectorAll('main img')]
    expect(images.map(image => ['src', 'alt', 'width', 'height', 'loading'].map(name => image.getAttribute(name)))).toEqual([
      ['/bilder/file-1', 'Der Laden von außen', '1200', '800', null],
      ['/bilder/file-2', 'Ein Strauß', '1200', '800', 'lazy'],
    ])
    expect(business({}, { photos: [{ ...photoOf('a', ''), width: null, height: null }] }).querySelector('main img')?.getAttributeNames()).not.toContain('width')
  })

  it('tells search engines and messengers what it is', () => {
    const page = business()
    const [data, way] = dataIn(page)
    expect(data).toMatchObject({ '@type': 'Florist', '@id': `${origin}/betriebe/blumen-am-markt#betrieb`, url: 'https://blumen.example', image: [`${origin}/bilder/file-1`, `${origin}/bilder/file-2`] })
    expect(way).toMatchObject({ '@type': 'BreadcrumbList', itemListElement: [{ item: `${origin}/betriebe` }, { item: `${origin}/betriebe?stadtteil=zentrum-0`, name: 'Altmarkt' }, { name: 'Blumen am Markt' }] })
    expect([metaOf(page, 'og:type'), metaOf(page, 'og:image'), metaOf(page, 'og:image:alt'), metaOf(page, 'description')]).toEqual(['business.business', `${origin}/bilder/file-1`, 'Der Laden von außen', 'Sträuße, Kränze und Pflanzen'])
    expect(page.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(`${origin}/betriebe/blumen-am-markt`)
    expect(page.title).toBe('Blumen am Markt – Blumen und Floristik, Beispielhausen')
    const english = parse(pages.renderBusiness(businessOf(viewOf({ locale: 'en' }))))
    expect(dataIn(english)[0]).toEqual(data)
  })

  it('names no address and no data for search engines where it has no address of its own', () => {
    const { origin: _, ...nameless } = viewOf()
    const page = parse(pages.renderBusiness(businessOf(nameless)))
    expect(dataIn(page)).toEqual([])
    expect(page.querySelector('link[rel=canonical], meta[property="og:image"]')).toBeNull()
  })

  it('says how old it is and whom to tell when it is wrong', () => {
    const [report, own] = hrefsIn(business(), '.business-foot a')
    expect(textIn(business(), '.business-foot p')[0]).toBe('Zuletzt geändert am 25. November 2026')
    expect(report).toBe(`mailto:lotsen@beispielhausen.example?subject=${encodeURIComponent('Fehler auf der Seite von Blumen am Markt')}&body=${encodeURIComponent(`${origin}/betriebe/blumen-am-markt`)}`)
    expect(own).toBe('/anmelden')
    const silent = { ...pack, city: { ...pack.city, contact: { ...pack.city.contact, email: null } } }
    expect(hrefsIn(parse(pages.renderBusiness(businessOf(viewOf({ pack: silent })))), '.business-foot a')[0]).toBe('/#kontakt')
  })

  it('marks an invented business', () => {
    expect(textIn(business({}, { sample: true }), '.business-top .badge')).toEqual(['Muster'])
    expect(business().querySelector('.business-top .badge')).toBeNull()
    expect(textIn(parse(pages.renderDirectory(directoryOf(viewOf(), {}, { cards: [cardOf({ sample: true })] }))), '.tile .badge')).toEqual(['Muster'])
  })

  it('stands with a name alone, and leaves out what the city does not know', () => {
    const page = business({ ...emptyContent('Kiosk'), categories: ['gone'], address: { ...emptyContent('').address, districtId: 'gone' } }, { photos: [] })
    expect(page.querySelector('h1')?.textContent).toBe('Kiosk')
    expect(textIn(page, '.crumbs li')).toEqual(['Betriebe', 'Kiosk'])
    expect(page.querySelectorAll('main img, .definitions, .gallery, .business-top .button')).toHaveLength(0)
    expect(page.title).toBe('Kiosk – Beispielhausen')
    expect(metaOf(page, 'og:image')).toBe(`${origin}/bilder/og/blumen-am-markt.png`)
  })

  it('shows its offers where the city has offers', () => {
    expect(textIn(business(), '.offer p, .offer h3')).toEqual(['Angebot', 'Zehn Tulpen zum Preis von acht', 'Bis Samstag, 28. November', '6 €'])
    const without = { ...pack, features: { ...pack.features, offers: false } }
    expect(parse(pages.renderBusiness(businessOf(viewOf({ pack: without })))).querySelector('.offer')).toBeNull()
  })
})
