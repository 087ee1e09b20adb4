import { describe, expect, it } from 'vitest'
import { writeAtom } from './atom.rules.ts'
import { feedOfBusinesses, feedOfOffers } from './feed-entries.rules.ts'
import { cardWith, hostileTexts, offerWith, parseXml, sceneWith } from './feeds.fixture.ts'
import { writeRss } from './rss.rules.ts'
import { element } from './xml.rules.ts'

const scene = await sceneWith()
const inDistrict = await sceneWith({ district: scene.pack.city.districts[0] ?? null })
const texts = (document: Document, selector: string) => [...document.querySelectorAll(selector)].map(({ textContent }) => textContent)

describe('the feed of new businesses', () => {
  it('names each with its page, since when it is there, and what it is, in RSS', () => {
    const document = parseXml(writeRss(feedOfBusinesses(scene, [cardWith()], 'rss')))
    expect(texts(document, 'channel > title')).toEqual(['Neue Betriebe: Beispielhausen'])
    expect(texts(document, 'channel > link')[0]).toBe('https://stadt.example/betriebe')
    expect(document.querySelector('channel > *|link[rel=self]')?.getAttribute('href')).toBe('https://stadt.example/betriebe.rss')
    expect(Object.fromEntries([...(document.querySelector('item')?.children ?? [])].map(({ tagName, textContent }) => [tagName, textContent]))).toEqual({
      title: 'Blumen am Markt', link: 'https://stadt.example/betriebe/blumen-am-markt', guid: 'https://stadt.example/betriebe/blumen-am-markt',
      pubDate: 'Sun, 01 Feb 2026 08:00:00 GMT', category: 'Blumen und Floristik', description: 'Sträuße & Kränze\nMarktstraße 12 a, 12345 Beispielhausen, Altmarkt',
    })
  })

  it('says the same in Atom, with the newest change as its own', () => {
    const document = parseXml(writeAtom(feedOfBusinesses(inDistrict, [cardWith(), cardWith({ slug: 'b', updatedAt: '2026-02-20T08:00:00.000Z' })], 'atom')))
    expect(texts(document, 'feed > title')).toEqual(['Neue Betriebe: Altmarkt, Beispielhausen'])
    expect(texts(document, 'feed > updated')).toEqual(['2026-02-20T08:00:00.000Z'])
    expect(texts(document, 'entry > id')).toEqual(['https://stadt.example/betriebe/blumen-am-markt', 'https://stadt.example/betriebe/b'])
    expect([...document.querySelectorAll('feed > link')].map(link => link.getAttribute('href'))).toEqual([
      'https://stadt.example/betriebe.atom?stadtteil=zentrum-0', 'https://stadt.example/betriebe?stadtteil=zentrum-0',
    ])
  })

  it('is a feed as well where nobody is in it', () => {
    expect(texts(parseXml(writeAtom(feedOfBusinesses(scene, [], 'atom'))), 'feed > updated')).toEqual(['2026-03-02T12:00:00.000Z'])
    expect(texts(parseXml(writeRss(feedOfBusinesses(scene, [], 'rss'))), 'lastBuildDate')).toEqual(['Mon, 02 Mar 2026 12:00:00 GMT'])
  })

  it('marks who is invented, the one business or all of the city', () => {
    const titles = (sample: boolean) => texts(parseXml(writeRss(feedOfBusinesses({ ...scene, sample }, [cardWith(), cardWith({ slug: 'b', sample: true })], 'rss'))), 'title')
    expect(titles(false)).toEqual(['Neue Betriebe: Beispielhausen', 'Blumen am Markt', 'Blumen am Markt (Muster)'])
    expect(titles(true)).toEqual(['Neue Betriebe: Beispielhausen (Muster)', 'Blumen am Markt (Muster)', 'Blumen am Markt (Muster)'])
  })
})

describe('the feed of offers', () => {
  it('says what, when, where and for how much, and names both kinds', () => {
    const event = offerWith({ kind: 'event', startsOn: '2026-06-05', endsOn: '2026-06-05', startsAt: '18:00', endsAt: '20:30', venue: 'Rathausplatz', priceText: null })
    const document = parseXml(writeAtom(feedOfOffers(scene, [offerWith(), event], 'atom')))
    expect(texts(document, 'summary')).toEqual([
      'Fr., 5. Juni 2026 bis So., 7. Juni 2026\nBlumen am Markt\n3 für 2\nDrei zum Preis von zwei.',
      'Fr., 5. Juni 2026, 18:00 bis 20:30 Uhr\nRathausplatz\nBlumen am Markt\nDrei zum Preis von zwei.',
    ])
    expect(texts(document, 'entry > id')[0]).toBe('urn:uuid:6f9619ff-8b86-4d01-b42d-00cf4fc964ff')
    expect([...document.querySelectorAll('entry > category')].map(category => category.getAttribute('term'))).toEqual(['Angebot', 'Altmarkt', 'Veranstaltung', 'Altmarkt'])
  })
})

describe('whatever people write', () => {
  it.each(hostileTexts)('%j stays a text in a well-formed feed', text => {
    const hostile = { ...scene, pack: { ...scene.pack, name: text, programme: text } }
    const cards = [cardWith({ name: text, tagline: text, street: text })]
    const offers = [offerWith({ title: text, text, venue: text, priceText: text }, { businesses: [{ slug: 'x', name: text, districtId: null }] })]
    for (const feed of [feedOfBusinesses(hostile, cards, 'rss'), feedOfOffers(hostile, offers, 'rss')]) {
      for (const written of [writeRss(feed), writeAtom(feed)]) {
        const document = parseXml(written)
        expect(document.querySelectorAll('item, entry')).toHaveLength(1)
        expect(document.querySelectorAll('script, img')).toHaveLength(0)
        expect(document.doctype).toBeNull()
      }
    }
  })

  it('is not well-formed once a sign is not escaped: the parser would tell', () => {
    expect(() => parseXml(`<feed>${hostileTexts[0]}</feed>`)).toThrow()
    expect(() => parseXml('<feed>\u0007</feed>')).toThrow()
    expect(element('a', { b: '"<' }, '<>', { xml: '<c/>' }).xml).toBe('<a b="&quot;&lt;">&lt;&gt;<c/></a>')
  })
})
