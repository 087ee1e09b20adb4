import { index, text, uuid } from 'drizzle-orm/pg-core'
import { moment } from '../columns.ts'
import { cityReference, walledTable } from '../wall.ts'
import { mentorships } from './mentorships.table.ts'

/** Notes that all who take part in a case read, the business included, and that move on with it. Who wrote is named by id without a reference. */
export const caseNotes = walledTable(
  'case_notes',
  {
    mentorshipId: uuid('mentorship_id').notNull(),
    authorPersonId: uuid('author_person_id').notNull(),
    authorRole: text('author_role').notNull(),
    body: text('body').notNull(),
    writtenAt: moment('written_at').notNull(),
    removedAt: moment('removed_at'),
  },
  t => [
    cityReference('case_notes_mentorship_fk', t, t.mentorshipId, mentorships).onDelete('cascade'),
    index('case_notes_mentorship').on(t.tenantId, t.mentorshipId, t.writtenAt, t.id),
  ],
)
