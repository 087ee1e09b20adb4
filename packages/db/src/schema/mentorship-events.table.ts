import { index, jsonb, text, uuid } from 'drizzle-orm/pg-core'
import { moment } from '../columns.ts'
import { cityReference, walledTable } from '../wall.ts'
import { mentorships } from './mentorships.table.ts'

/** The timeline of a case, append-only: each step, visit and decision with who and when. Who acted is named by id without a reference: the trace outlives them. */
export const mentorshipEvents = walledTable(
  'mentorship_events',
  {
    mentorshipId: uuid('mentorship_id').notNull(),
    at: moment('at').notNull().defaultNow(),
    kind: text('kind').notNull(),
    actorPersonId: uuid('actor_person_id'),
    actorRole: text('actor_role').notNull(),
    details: jsonb('details').notNull().default({}),
  },
  t => [
    cityReference('mentorship_events_mentorship_fk', t, t.mentorshipId, mentorships).onDelete('cascade'),
    index('mentorship_events_mentorship').on(t.tenantId, t.mentorshipId, t.at, t.id),
  ],
)
