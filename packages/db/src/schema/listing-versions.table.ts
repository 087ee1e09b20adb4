import { index, integer, jsonb, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { ListingContent, ListingPhoto } from '@digitallotsen/domain/listing/listing.schemas.ts'
import { known, moment, word } from '../columns.ts'
import { cityReference, walledTable } from '../wall.ts'
import { listings } from './listings.table.ts'

export const listingHands = ['merchant', 'guide', 'office'] as const

/** What was submitted, whole, append-only; who did it is named by id without a reference, as in `audit_events`. */
export const listingVersions = walledTable(
  'listing_versions',
  {
    listingId: uuid('listing_id').notNull(),
    number: integer('number').notNull(),
    at: moment('at').notNull().defaultNow(),
    byRole: word('by_role', listingHands).notNull(),
    personId: uuid('person_id'),
    content: jsonb('content').$type<ListingContent>().notNull(),
    photos: jsonb('photos').$type<ListingPhoto[]>().notNull().default([]),
    /** The parts that differ from the version before. */
    changed: text('changed').array().notNull(),
  },
  t => [
    unique('listing_versions_number_key').on(t.tenantId, t.listingId, t.number),
    cityReference('listing_versions_listing_fk', t, t.listingId, listings).onDelete('cascade'),
    known('listing_versions_by_role_known', t.byRole, listingHands),
    index('listing_versions_by_time').on(t.tenantId, t.at, t.id),
  ],
)
