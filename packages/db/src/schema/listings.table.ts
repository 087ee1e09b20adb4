import { sql } from 'drizzle-orm'
import { boolean, doublePrecision, index, integer, jsonb, text, unique, uuid } from 'drizzle-orm/pg-core'
import { listingState, type ListingContent } from '@digitallotsen/domain/listing/listing.schemas.ts'
import { known, moment, updatedAt, word } from '../columns.ts'
import { cityReference, walledTable } from '../wall.ts'
import { merchants } from './merchants.table.ts'

const words = (name: string) => text(name).array().notNull().default(sql`'{}'::text[]`)

/**
 * A business as the public may see it: the draft its people work on, and beside it what of the live version lists, searches and the map
 * need. `published_version_id` and `pending_version_id` refer to listing_versions; those references stand in the migration, since the two
 * tables point at each other.
 *
 * `name_key` and `search` are lower case with ä → ae and so on. A server keeps what the directory searches and filters by in its memory,
 * a city at a time, for as long as `directory_marks` says that it holds: no index here serves the search.
 */
export const listings = walledTable(
  'listings',
  {
    merchantId: uuid('merchant_id').notNull(),
    slug: text('slug').notNull(),
    state: word('state', listingState.options).notNull().default('unpublished'),
    draft: jsonb('draft').$type<ListingContent>().notNull(),
    draftVersion: integer('draft_version').notNull().default(1),
    draftSavedAt: moment('draft_saved_at').notNull().defaultNow(),
    publishedVersionId: uuid('published_version_id'),
    pendingVersionId: uuid('pending_version_id'),
    officeReason: text('office_reason'),
    nameKey: text('name_key').notNull().default(''),
    search: text('search').notNull().default(''),
    districtId: text('district_id'),
    categoryIds: words('category_ids'),
    languages: words('languages'),
    accessibility: words('accessibility'),
    lat: doublePrecision('lat'),
    lon: doublePrecision('lon'),
    hours: jsonb('hours').$type<ListingContent['hours']>(),
    /** What a list shows of it, ready to be sent. */
    card: jsonb('card'),
    firstPublishedAt: moment('first_published_at'),
    publishedAt: moment('published_at'),
    sample: boolean('sample').notNull().default(false),
    updatedAt: updatedAt(),
  },
  t => [
    unique('listings_merchant_key').on(t.tenantId, t.merchantId),
    unique('listings_slug_key').on(t.tenantId, t.slug),
    cityReference('listings_merchant_fk', t, t.merchantId, merchants),
    known('listings_state_known', t.state, listingState.options),
    index('listings_by_district').on(t.tenantId, t.districtId, t.state, t.nameKey, t.id),
    index('listings_by_update').on(t.tenantId, t.state, t.updatedAt, t.id),
    index('listings_by_age').on(t.tenantId, t.state, t.firstPublishedAt, t.id),
    index('listings_published_version').on(t.tenantId, t.publishedVersionId),
    index('listings_pending_version').on(t.tenantId, t.pendingVersionId),
  ],
)
