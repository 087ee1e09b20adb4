import { randomUUID } from 'node:crypto'
import { emptyContent } from '@digitallotsen/domain/listing/listing.rules.ts'
import type { ListingContent } from '@digitallotsen/domain/listing/listing.schemas.ts'
import type { OfferContent } from '@digitallotsen/domain/listing/offer.schemas.ts'
import { projectionOf } from '../features/listing/projection.rules.ts'
import type { CityScene, Row } from './city-scene.ts'

/** A page that is live while a newer version waits, with a photo and an offer that waits; beside it a neighbour who asks to join theirs. */
export type ListingIds = {
  slug: string
  neighbourSlug: string
  pendingVersionId: string
  liveVersionId: string
  listingPhotoId: string
  listingFileId: string
  offerId: string
  invitedOfferId: string
  liveOfferId: string
}

export const newListingIds = (): ListingIds => ({
  slug: `laden-${randomUUID()}`, neighbourSlug: `nachbar-${randomUUID()}`, pendingVersionId: randomUUID(), liveVersionId: randomUUID(),
  listingPhotoId: randomUUID(), listingFileId: randomUUID(), offerId: randomUUID(), invitedOfferId: randomUUID(), liveOfferId: randomUUID(),
})

export const contentOf = (mark: string): ListingContent => ({
  ...emptyContent(`Laden ${mark}`), tagline: mark, story: mark, categories: ['florist'], email: 'laden@post.example',
  address: { street: 'Marktstraße', houseNumber: '1', addition: null, postcode: '12345', town: 'Musterstadt', districtId: 'mitte' },
})

export const offerOf = (mark: string): OfferContent => ({
  kind: 'offer', title: mark, text: mark, startsOn: '2027-01-01', endsOn: '2027-03-01', startsAt: null, endsAt: null, priceText: null, venue: null,
})

const published = (mark: string, fileId?: string) => {
  const content = contentOf(mark)
  const { card, nameKey, search, districtId, categoryIds } = projectionOf(content, [])
  const photos = fileId ? [{ fileId, alt: mark, width: 1, height: 1 }] : []
  return { content: JSON.stringify(content), photos: JSON.stringify(photos), live: { card: JSON.stringify(card), name_key: nameKey, search, district_id: districtId, category_ids: categoryIds } }
}

const moment = '2026-01-05T00:00:00Z'

const rowsOfPage = (tenant_id: string, mark: string, page: { merchantId: string; slug: string; liveVersionId: string; pendingVersionId?: string; fileId?: string }) => {
  const { merchantId: merchant_id, slug, liveVersionId, pendingVersionId, fileId } = page
  const listing_id = randomUUID()
  const { content, photos, live } = published(mark, fileId)
  const version = { tenant_id, listing_id, by_role: 'merchant', content, photos, changed: ['name'] }
  const rows: Row[] = [
    [
      'listings',
      {
        tenant_id, id: listing_id, merchant_id, slug, state: 'published', draft: content, ...live, published_version_id: liveVersionId,
        pending_version_id: pendingVersionId ?? null, first_published_at: moment, published_at: moment, updated_at: moment,
      },
    ],
    ['listing_slugs', { tenant_id, slug, listing_id }],
    ['listing_versions', { ...version, id: liveVersionId, number: 1 }],
    ['listing_decisions', { tenant_id, listing_id, version_id: liveVersionId, kind: 'published', by_role: 'office', reason: mark }],
    ...(pendingVersionId ? ([['listing_versions', { ...version, id: pendingVersionId, number: 2 }]] as Row[]) : []),
  ]
  return { listing_id, rows }
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

const rowsOfOffer = (tenant_id: string, mark: string, id: string, merchant_id: string, joined: string[], state = 'pending'): Row[] => [
  ['offers', { tenant_id, id, merchant_id, kind: 'offer', state, title: mark, body: mark, starts_on: inDays(-1), ends_on: inDays(90), submitted_at: moment }],
  ['offer_merchants', { tenant_id, offer_id: id, merchant_id, accepted_at: moment }],
  ...joined.map((merchant): Row => ['offer_merchants', { tenant_id, offer_id: id, merchant_id: merchant }]),
]

export const rowsOfListing = ({ id: tenant_id, mark, people }: CityScene, merchantId: string, ids: ListingIds): Row[] => {
  const neighbour = randomUUID()
  const page = rowsOfPage(tenant_id, mark, { merchantId, slug: ids.slug, liveVersionId: ids.liveVersionId, pendingVersionId: ids.pendingVersionId, fileId: ids.listingFileId })
  const other = rowsOfPage(tenant_id, mark, { merchantId: neighbour, slug: ids.neighbourSlug, liveVersionId: randomUUID() })
  const file = { content_type: 'image/webp', byte_size: mark.length, sha256: randomUUID(), width: 1, height: 1, data: Buffer.from(mark), created_by: people.merchant.id }
  return [
    ['merchants', { tenant_id, id: neighbour, name: `Nachbar ${mark}`, search: mark.toLowerCase() }],
    ...page.rows,
    ...other.rows,
    ['files', { tenant_id, id: ids.listingFileId, ...file }],
    ['listing_photos', { tenant_id, id: ids.listingPhotoId, listing_id: page.listing_id, merchant_id: merchantId, file_id: ids.listingFileId, alt: mark, position: 0, published: true }],
    ...rowsOfOffer(tenant_id, mark, ids.offerId, merchantId, []),
    ...rowsOfOffer(tenant_id, mark, ids.invitedOfferId, neighbour, [merchantId]),
    ...rowsOfOffer(tenant_id, mark, ids.liveOfferId, merchantId, [], 'published'),
    ['profile_checks', { tenant_id, merchant_id: merchantId, channel: 'google', present: true, findings: JSON.stringify([{ field: 'name', finding: 'same', note: mark }]), result: 'agrees', checked_on: '2026-01-05', by_role: 'merchant' }],
  ]
}
