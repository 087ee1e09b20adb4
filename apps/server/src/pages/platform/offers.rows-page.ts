import type { FastifyRequest } from 'fastify'
import type { PublicOffer } from '@digitallotsen/domain/listing/offer.schemas.ts'
import { addDays } from '@digitallotsen/domain/listing/zone.rules.ts'
import { findPublishedOffer, listCurrentOffers } from '../../features/listing/directory.service.ts'
import type { Features } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import type { RowsPage } from '../rows-pages.ts'
import type { OffersPageQuery, OffersSpan, PublicPages } from '../public-pages.types.ts'
import { kindParams, offerPath, offersPath, platformPaths, usualSpan } from '../platform-addresses.ts'
import { lastPageOf, pageNumberOf, paramsOf, wordOf } from './page-address.ts'
import { theDay, theMinute, type RowsVersionOf } from './page-time.ts'

const pageSize = 24
/** Offers stand on the pages of businesses. */
const hasOffers = ({ directory, offers }: Features): boolean => directory && offers

/** Days ahead, today not counted; „alle“ ends where a city plans no further. */
const daysAhead: Record<OffersSpan, number> = { woche: 6, monat: 30, alle: 730 }
const isSpan = (text: string): text is OffersSpan => Object.hasOwn(daysAhead, text)

const kinds: Readonly<Record<string, OffersPageQuery['kind']>> = { [kindParams.offer]: 'offer', [kindParams.event]: 'event' }

const readQuery = (request: FastifyRequest): OffersPageQuery => {
  const param = paramsOf(request)
  const span = param('zeitraum')
  const kind = param('art')
  return {
    district: wordOf(param('stadtteil')), kind: Object.hasOwn(kinds, kind) ? (kinds[kind] ?? null) : null,
    span: isSpan(span) ? span : usualSpan, page: pageNumberOf(param('seite')),
  }
}

type Found = { query: OffersPageQuery; offers: PublicOffer[]; total: number; pageSize: number; from: string; to: string }

/** What the businesses of a city offer: this week, this month, all that is known. */
export const offersPage = (pages: Pick<PublicPages, 'renderOffers'>, versionOf: RowsVersionOf): RowsPage<OffersPageQuery, Found> => ({
  path: platformPaths.offers,
  isOffered: hasOffers,
  read: readQuery,
  pathOf: offersPath,
  isSearch: ({ district, page }) => district !== null || page > 1,
  timeOf: theDay,
  versionOf,
  async find(tx, { now }, query) {
    const from = theDay(now)
    const to = addDays(from, daysAhead[query.span])
    const { district, kind, page } = query
    const { offers, total } = await listCurrentOffers(tx, { from, to, district: district ?? undefined, kind: kind ?? undefined, page, pageSize })
    const last = lastPageOf(total, pageSize)
    if (page > last) return { kind: 'moved', path: offersPath({ ...query, page: last }), forGood: false }
    return { kind: 'found', found: { query, offers, total, pageSize, from, to } }
  },
  render: (view, found, { now }) => pages.renderOffers({ ...view, ...found, now }),
})

const uuids = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** One offer or event that is not over yet. */
export const offerPage = (pages: Pick<PublicPages, 'renderOffer'>, versionOf: RowsVersionOf): RowsPage<string, PublicOffer> => ({
  path: `${platformPaths.offers}/:offerId`,
  isOffered: hasOffers,
  read: ({ params }) => {
    const { offerId } = params as { offerId: string }
    return uuids.test(offerId) ? offerId : undefined
  },
  pathOf: offerPath,
  timeOf: theMinute,
  versionOf,
  async find(tx, { now }, offerId) {
    const found = await findPublishedOffer(tx, offerId, now)
    return found && { kind: 'found', found }
  },
  render: (view, offer, { now }) => pages.renderOffer({ ...view, offer, now }),
})
