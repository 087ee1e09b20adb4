import { boolean, index, integer, text, uuid } from 'drizzle-orm/pg-core'
import { moment } from '../columns.ts'
import { cityReference, walledTable } from '../wall.ts'
import { files } from './files.table.ts'
import { listings } from './listings.table.ts'
import { merchants } from './merchants.table.ts'

/** The pictures of a listing, in the order of the draft. `published` says whether the live version shows it, and so whether anybody may see it. */
export const listingPhotos = walledTable(
  'listing_photos',
  {
    listingId: uuid('listing_id').notNull(),
    merchantId: uuid('merchant_id').notNull(),
    fileId: uuid('file_id').notNull(),
    alt: text('alt').notNull(),
    position: integer('position').notNull(),
    published: boolean('published').notNull().default(false),
    removedAt: moment('removed_at'),
  },
  t => [
    cityReference('listing_photos_listing_fk', t, t.listingId, listings).onDelete('cascade'),
    cityReference('listing_photos_merchant_fk', t, t.merchantId, merchants),
    cityReference('listing_photos_file_fk', t, t.fileId, files),
    index('listing_photos_listing').on(t.tenantId, t.listingId, t.position),
    index('listing_photos_merchant').on(t.tenantId, t.merchantId),
    index('listing_photos_file').on(t.tenantId, t.fileId),
  ],
)
