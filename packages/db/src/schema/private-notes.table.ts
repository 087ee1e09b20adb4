import { index, text, uuid } from 'drizzle-orm/pg-core'
import { moment, updatedAt } from '../columns.ts'
import { cityReference, walledTable } from '../wall.ts'
import { mentorships } from './mentorships.table.ts'
import { people } from './people.table.ts'

/** What a guide notes for herself alone: no office, export, search, document or successor reads it, and it ends with her account. */
export const privateNotes = walledTable(
  'private_notes',
  {
    mentorshipId: uuid('mentorship_id').notNull(),
    authorPersonId: uuid('author_person_id').notNull(),
    body: text('body').notNull(),
    writtenAt: moment('written_at').notNull(),
    updatedAt: updatedAt(),
  },
  t => [
    cityReference('private_notes_mentorship_fk', t, t.mentorshipId, mentorships).onDelete('cascade'),
    cityReference('private_notes_author_fk', t, t.authorPersonId, people).onDelete('cascade'),
    index('private_notes_author').on(t.tenantId, t.authorPersonId, t.mentorshipId, t.writtenAt),
    index('private_notes_mentorship').on(t.tenantId, t.mentorshipId),
  ],
)
