import { index, integer, unique, uuid } from 'drizzle-orm/pg-core'
import { updatedAt } from '../columns.ts'
import { cityReference, walledTable } from '../wall.ts'
import { merchants } from './merchants.table.ts'
import { people } from './people.table.ts'

/**
 * A calendar that somebody subscribes to: as a guide, or as one of a business. Its address is made of the id, the version and the server's
 * secret, and stands nowhere; another version ends the old address. Whether the person still may is asked each time.
 */
export const calendarFeeds = walledTable(
  'calendar_feeds',
  {
    personId: uuid('person_id').notNull(),
    /** Null: the person's own, as a guide. */
    merchantId: uuid('merchant_id'),
    version: integer('version').notNull().default(1),
    updatedAt: updatedAt(),
  },
  t => [
    unique('calendar_feeds_of_person').on(t.tenantId, t.personId, t.merchantId).nullsNotDistinct(),
    cityReference('calendar_feeds_person_fk', t, t.personId, people).onDelete('cascade'),
    cityReference('calendar_feeds_merchant_fk', t, t.merchantId, merchants).onDelete('cascade'),
    index('calendar_feeds_merchant').on(t.tenantId, t.merchantId),
  ],
)
