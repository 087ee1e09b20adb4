import { index, uuid, text } from 'drizzle-orm/pg-core'
import { cityReference, keyedWalledTable } from '../wall.ts'
import { listings } from './listings.table.ts'

/** Every address a business has ever had in the city, so that an old one leads to the new and none is given away twice. */
export const listingSlugs = keyedWalledTable(
  'listing_slugs',
  ['slug'],
  { slug: text('slug').notNull(), listingId: uuid('listing_id').notNull() },
  t => [cityReference('listing_slugs_listing_fk', t, t.listingId, listings).onDelete('cascade'), index('listing_slugs_listing').on(t.tenantId, t.listingId)],
)
