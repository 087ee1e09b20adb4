import { JSDOM } from 'jsdom'
import type { ListingContent, PublicListing } from '@digitallotsen/domain/listing/listing.schemas.ts'
import { flowers, florist } from '@digitallotsen/domain/listing/listing.fixture.ts'
import type { OfferContent, PublicOffer } from '@digitallotsen/domain/listing/offer.schemas.ts'
import type { OfferId } from '@digitallotsen/domain/ids.schemas.ts'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import { loadInventedPack } from '../../pages/invented-city.fixture.ts'
import type { FeedCard, FeedScene } from './feed-scene.types.ts'

/** What somebody might put into a name or text to break what is made of it. */
export const hostileTexts = [
  ']]></title><script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '&amp;&#0;&unbekannt;', 'Nul\u0000 Bell\u0007 Esc\u001B Form\u000C', 'halb \uD83D und \uDC00',
  'nichts \uFFFE\uFFFF', '<!-- --> <?xml version="1.0"?> <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', 'a;b,c\\d\r\nBEGIN:VALARM\r\nEND:VEVENT', 'gedreht \u202E txt.exe',
  'Zeilen\u2028und\u2029Absätze\u0085', '=cmd|\' /C calc\'!A0', '🙂'.repeat(50), `${'ü'.repeat(119)}x`,
] as const

export const sceneWith = async (change: Partial<FeedScene> = {}): Promise<FeedScene> => {
  const pack: ResolvedPack = { ...(await loadInventedPack()), categories: [florist] }
  return { pack, origin: 'https://stadt.example', sample: false, district: null, now: new Date('2026-03-02T12:00:00Z'), ...change }
}

export const cardWith = (change: Partial<FeedCard> = {}): FeedCard => ({
  slug: 'blumen-am-markt', name: 'Blumen am Markt', tagline: 'Sträuße & Kränze', categories: ['florist'], districtId: 'zentrum-0', street: 'Marktstraße 12 a', postcode: '12345',
  firstPublishedAt: '2026-02-01T08:00:00.000Z', updatedAt: '2026-02-03T08:00:00.000Z', sample: false, ...change,
})

export const listingWith = (content: Partial<ListingContent> = {}, change: Partial<PublicListing> = {}): PublicListing => ({
  slug: 'blumen-am-markt', content: { ...flowers, address: { ...flowers.address, districtId: 'zentrum-0' }, ...content }, photos: [], publishedAt: '2026-02-01T08:00:00.000Z',
  updatedAt: '2026-02-03T08:00:00.000Z', sample: false, ...change,
})

const summer: OfferContent = {
  kind: 'offer', title: 'Sommerstrauß', text: 'Drei zum Preis von zwei.', startsOn: '2026-06-05', endsOn: '2026-06-07', startsAt: null, endsAt: null, priceText: '3 für 2', venue: null,
}

export const offerWith = (content: Partial<OfferContent> = {}, change: Partial<PublicOffer> = {}): PublicOffer => ({
  id: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff' as OfferId, content: { ...summer, ...content }, businesses: [{ slug: 'blumen-am-markt', name: 'Blumen am Markt', districtId: 'zentrum-0' }],
  updatedAt: '2026-02-10T08:00:00.000Z', sample: false, ...change,
})

/** Read by a strict XML parser, which refuses what is not well-formed. */
export const parseXml = (text: string): Document => new JSDOM(text, { contentType: 'application/xml' }).window.document
