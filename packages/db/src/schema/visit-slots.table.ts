import { index, integer, text, uuid } from 'drizzle-orm/pg-core'
import { doubleHour } from '@digitallotsen/domain/visit/visit.schemas.ts'
import { known, moment, word } from '../columns.ts'
import { cityReference, keyedWalledTable } from '../wall.ts'
import { visits } from './visits.table.ts'

/** The times of an offer that stands; another offer takes their place, an answer ends them. */
export const visitSlots = keyedWalledTable(
  'visit_slots',
  ['visitId', 'startsAt'],
  {
    visitId: uuid('visit_id').notNull(),
    startsAt: moment('starts_at').notNull(),
    endsAt: moment('ends_at').notNull(),
    startsLocal: text('starts_local').notNull(),
    minutes: integer('minutes').notNull(),
    doubleHour: word('double_hour', doubleHour.options),
  },
  t => [
    cityReference('visit_slots_visit_fk', t, t.visitId, visits).onDelete('cascade'),
    known('visit_slots_double_hour_known', t.doubleHour, doubleHour.options),
    index('visit_slots_ahead').on(t.tenantId, t.startsAt),
  ],
)
