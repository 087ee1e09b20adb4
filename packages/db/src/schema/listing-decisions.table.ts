import { index, text, uuid } from 'drizzle-orm/pg-core'
import { known, moment, word } from '../columns.ts'
import { cityReference, walledTable } from '../wall.ts'
import { listingHands, listingVersions } from './listing-versions.table.ts'
import { listings } from './listings.table.ts'

export const listingDecisionKinds = ['published', 'rejected', 'taken_down', 'withdrawn'] as const

/** What became of a submitted version, append-only. */
export const listingDecisions = walledTable(
  'listing_decisions',
  {
    listingId: uuid('listing_id').notNull(),
    versionId: uuid('version_id').notNull(),
    at: moment('at').notNull().defaultNow(),
    kind: word('kind', listingDecisionKinds).notNull(),
    byRole: word('by_role', listingHands).notNull(),
    personId: uuid('person_id'),
    reason: text('reason'),
  },
  t => [
    cityReference('listing_decisions_listing_fk', t, t.listingId, listings).onDelete('cascade'),
    cityReference('listing_decisions_version_fk', t, t.versionId, listingVersions).onDelete('cascade'),
    known('listing_decisions_kind_known', t.kind, listingDecisionKinds),
    known('listing_decisions_by_role_known', t.byRole, listingHands),
    index('listing_decisions_listing').on(t.tenantId, t.listingId, t.at),
    index('listing_decisions_version').on(t.tenantId, t.versionId),
  ],
)
