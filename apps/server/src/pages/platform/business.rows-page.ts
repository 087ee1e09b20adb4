import type { FastifyRequest } from 'fastify'
import type { PublicListing } from '@digitallotsen/domain/listing/listing.schemas.ts'
import type { PublicOffer } from '@digitallotsen/domain/listing/offer.schemas.ts'
import { findPublishedBySlug } from '../../features/listing/directory.service.ts'
import { holidaysFor } from '../../features/listing/holidays.rules.ts'
import type { RowsPage } from '../rows-pages.ts'
import type { PublicPages } from '../public-pages.types.ts'
import { theMinute, type RowsVersionOf } from './page-time.ts'

const slugs = /^[a-z0-9]+(-[a-z0-9]+)*$/
const longestSlug = 120

const pathOf = (slug: string) => `/betriebe/${slug}`

const readSlug = ({ params }: FastifyRequest): string | undefined => {
  const { slug } = params as { slug: string }
  return slug.length <= longestSlug && slugs.test(slug) ? slug : undefined
}

/** The page of one business; an address it had before leads to the one it has now. */
export const businessPage = (
  pages: Pick<PublicPages, 'renderBusiness'>, versionOf: RowsVersionOf,
): RowsPage<string, { listing: PublicListing; offers: PublicOffer[] }> => ({
  path: '/betriebe/:slug',
  isOffered: ({ directory }) => directory,
  read: readSlug,
  pathOf,
  timeOf: theMinute,
  versionOf,
  async find(tx, { pack, now }, slug) {
    const standing = await findPublishedBySlug(tx, slug, now)
    if (standing === undefined) return undefined
    if (standing.kind === 'moved') return { kind: 'moved', path: pathOf(standing.slug), forGood: true }
    return { kind: 'found', found: { listing: standing.listing, offers: pack.features.offers ? standing.offers : [] } }
  },
  render: (view, found, { pack, now }) => pages.renderBusiness({ ...view, ...found, now, holidays: holidaysFor(pack, now) }),
})
