import type { ListingCard } from '@digitallotsen/domain/listing/listing.schemas.ts'
import type { PublicOffer } from '@digitallotsen/domain/listing/offer.schemas.ts'
import { addDays } from '@digitallotsen/domain/listing/zone.rules.ts'
import { listCurrentOffers, recentlyPublished } from '../../features/listing/directory.service.ts'
import type { RowsPage } from '../rows-pages.ts'
import type { PublicPages } from '../public-pages.types.ts'
import { theDay, type RowsVersionOf } from './page-time.ts'

const mostRecent = 6
const mostOffers = 4
const thisWeek = 6

/** The start page of a city, with what is new and what is on. */
export const homePage = (pages: Pick<PublicPages, 'renderHome'>, recentVersionOf: RowsVersionOf): RowsPage<'/', { recent: ListingCard[]; offers: PublicOffer[] }> => ({
  path: '/',
  isOffered: () => true,
  read: () => '/',
  pathOf: path => path,
  timeOf: theDay,
  versionOf: city => (city.pack.features.directory ? recentVersionOf(city) : 'pack'),
  async find(tx, { pack: { features }, now }) {
    const from = theDay(now)
    const recent = features.directory ? await recentlyPublished(tx, mostRecent) : []
    const { offers } = features.offers && features.directory ? await listCurrentOffers(tx, { from, to: addDays(from, thisWeek), page: 1, pageSize: mostOffers }) : { offers: [] }
    return { kind: 'found', found: { recent, offers } }
  },
  render: (view, found, { now }) => pages.renderHome({ ...view, ...found, now }),
})
