import type { FileId, OfferId } from '@digitallotsen/domain/ids.schemas.ts'
import { flowers } from '@digitallotsen/domain/listing/listing.fixture.ts'
import type { ListingCard, ListingContent, ListingPhoto, PublicListing } from '@digitallotsen/domain/listing/listing.schemas.ts'
import type { OfferContent, PublicOffer } from '@digitallotsen/domain/listing/offer.schemas.ts'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import type { BusinessView, DirectoryPageQuery, DirectoryView, OffersPageQuery, OffersView, PageView } from './public-pages.types.ts'

/** What the pages of the platform are made from, for a city that does not exist. */

/** A Wednesday morning, in Germany 11:20. */
export const wednesday = new Date('2026-11-25T10:20:00Z')
export const christmas = new Map([['2026-12-25', '1. Weihnachtstag'], ['2026-12-26', '2. Weihnachtstag']])

export const withPlatform = (pack: ResolvedPack): ResolvedPack => ({ ...pack, features: { ...pack.features, directory: true, offers: true } })

export const photoOf = (fileId: string, alt: string): ListingPhoto => ({ fileId: fileId as FileId, alt, width: 1200, height: 800 })

/** In the district of the invented city that is named Altmarkt. */
export const listingOf = (change: Partial<ListingContent> = {}, rest: Partial<PublicListing> = {}): PublicListing => ({
  slug: 'blumen-am-markt',
  content: { ...flowers, address: { ...flowers.address, districtId: 'zentrum-0' }, ...change },
  photos: [photoOf('file-1', 'Der Laden von außen'), photoOf('file-2', 'Ein Strauß')],
  publishedAt: '2026-11-01T10:00:00.000Z',
  updatedAt: '2026-11-24T23:30:00.000Z',
  sample: false,
  ...rest,
})

export const cardOf = (change: Partial<ListingCard> = {}): ListingCard => ({
  slug: 'blumen-am-markt', name: 'Blumen am Markt', tagline: 'Sträuße, Kränze und Pflanzen', categories: ['florist'], districtId: 'zentrum-0', street: 'Marktstraße 12 a', postcode: '12345',
  lat: 51.5, lon: 7.2, hours: flowers.hours, photo: photoOf('file-1', 'Der Laden von außen'), firstPublishedAt: '2026-11-01T10:00:00.000Z', updatedAt: '2026-11-24T23:30:00.000Z', sample: false,
  ...change,
})

export const offerOf = (change: Partial<OfferContent> = {}, rest: Partial<PublicOffer> = {}): PublicOffer => ({
  id: '0193a1b2-0000-7000-8000-000000000001' as OfferId,
  content: {
    kind: 'offer', title: 'Zehn Tulpen zum Preis von acht', text: 'Nur solange der Eimer voll ist.', startsOn: '2026-11-20', endsOn: '2026-11-28', startsAt: null, endsAt: null, priceText: '6 €', venue: null,
    ...change,
  },
  businesses: [{ slug: 'blumen-am-markt', name: 'Blumen am Markt', districtId: 'zentrum-0' }, { slug: 'cafe-zimt', name: 'Café Zimt', districtId: null }],
  updatedAt: '2026-11-24T10:00:00.000Z',
  sample: false,
  ...rest,
})

export const everything: DirectoryPageQuery = { search: '', district: null, category: null, language: null, accessibility: null, open: false, page: 1 }

export const directoryOf = (view: PageView, query: Partial<DirectoryPageQuery> = {}, result: Partial<DirectoryView['result']> = {}, counts: Partial<DirectoryView['counts']> = {}): DirectoryView => ({
  ...view,
  query: { ...everything, ...query },
  result: { cards: [cardOf(), cardOf({ slug: 'cafe-zimt', name: 'Café Zimt', categories: ['cafe'], districtId: 'zentrum-1', photo: null })], total: 2, page: 1, pageSize: 20, corrected: false, ...result },
  counts: {
    total: 3,
    byDistrict: [{ id: 'zentrum-0', count: 2 }, { id: 'zentrum-1', count: 1 }, { id: 'gone', count: 1 }],
    byCategory: [{ id: 'florist', count: 2 }, { id: 'cafe', count: 1 }, { id: 'gone', count: 1 }],
    ...counts,
  },
  now: wednesday,
  holidays: christmas,
})

export const businessOf = (view: PageView, listing: PublicListing = listingOf(), offers: readonly PublicOffer[] = [offerOf()]): BusinessView => ({
  ...view, listing, offers, now: wednesday, holidays: christmas,
})

export const offersOf = (view: PageView, query: Partial<OffersPageQuery> = {}, rest: Partial<OffersView> = {}): OffersView => ({
  ...view,
  query: { district: null, kind: null, span: 'woche', page: 1, ...query },
  offers: [offerOf()],
  total: 1, pageSize: 20, from: '2026-11-25', to: '2026-12-01', now: wednesday,
  ...rest,
})
