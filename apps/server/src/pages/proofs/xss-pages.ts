import type { PublicListing } from '@digitallotsen/domain/listing/listing.schemas.ts'
import type { PublicOffer } from '@digitallotsen/domain/listing/offer.schemas.ts'
import { hoursWith } from '@digitallotsen/domain/listing/listing.fixture.ts'
import { businessOf, cardOf, directoryOf, listingOf, offerOf, offersOf, wednesday } from '../platform-views.fixture.ts'
import type { PageView, PublicPages } from '../public-pages.types.ts'

/** Everything that somebody outside may write, and that a public page shows. */
export type World = {
  listing: PublicListing
  offer: PublicOffer
  card: ReturnType<typeof cardOf>
  asked: { search: string; district: string; category: string; language: string; accessibility: string; path: string }
}

export const harmlessWorld = (): World => ({
  listing: listingOf({
    hours: hoursWith({ note: 'Muster', special: [{ date: '2026-12-24', intervals: [], note: 'Muster' }], vacations: [{ from: '2026-12-27', to: '2026-12-30', note: 'Muster' }] }),
    accessibility: { wheelchair: 'limited', facts: ['lift'], note: 'Muster' },
    address: { street: 'Muster', houseNumber: '1', addition: 'Muster', postcode: '12345', town: 'Muster', districtId: 'zentrum-0' },
  }),
  offer: offerOf({ priceText: 'Muster', venue: 'Muster' }),
  card: cardOf(),
  asked: { search: 'Muster', district: 'zentrum-0', category: 'florist', language: 'de', accessibility: 'lift', path: '/betriebe?suche=Muster' },
})

/** Words of closed lists, days and keys: the database refuses any other, and some decide which words are looked up. */
const closed = /(^|\.)(slug|id|fileId|kind|network|date|from|to|startsOn|endsOn|startsAt|endsAt|publishedAt|updatedAt|firstPublishedAt|wheelchair|source|categories|languages|payment|facts|districtId|week|intervals)(\.|$)/

export type Field = { path: string; isAddress: boolean }

/** Every free text in it, by its path. */
export const listFields = (world: World): Field[] => {
  const walk = (value: unknown, path: string): string[] => {
    if (typeof value === 'string') return closed.test(path) ? [] : [path]
    if (typeof value !== 'object' || value === null) return []
    return Object.entries(value).flatMap(([name, inner]) => walk(inner, path === '' ? name : `${path}.${name}`))
  }
  return walk(world, '').map(path => ({ path, isAddress: /\.(website|url)$/.test(path) }))
}

/** The world with this text in these fields. */
export const withText = (fields: readonly Field[], text: string): World => {
  const world = structuredClone(harmlessWorld()) as unknown as Record<string, unknown>
  for (const { path } of fields) {
    const names = path.split('.')
    const last = names.pop() ?? ''
    const place = names.reduce<Record<string, unknown>>((inner, name) => inner[name] as Record<string, unknown>, world)
    place[last] = text
  }
  return world as unknown as World
}

/** Each public page that shows something of it. */
export const drawAll = (pages: PublicPages, view: PageView, { listing, offer, card, asked }: World): Record<string, string> => {
  const { path, ...query } = asked
  return {
    business: pages.renderBusiness(businessOf({ ...view, path: '/betriebe/muster' }, listing, [offer])),
    directory: pages.renderDirectory(directoryOf({ ...view, path }, query, { cards: [card], total: 1 })),
    nothing: pages.renderDirectory(directoryOf({ ...view, path }, query, { cards: [], total: 0 })),
    offers: pages.renderOffers(offersOf({ ...view, path: '/angebote' }, { district: asked.district }, { offers: [offer] })),
    offer: pages.renderOffer({ ...view, path: '/angebote/1', offer, now: wednesday }),
    home: pages.renderHome({ ...view, path: '/', recent: [card], offers: [offer] }),
    missing: pages.renderNotFound({ ...view, path: asked.path }),
  }
}
