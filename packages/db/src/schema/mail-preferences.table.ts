import { boolean, uuid } from 'drizzle-orm/pg-core'
import { optionalMailTopics } from '@digitallotsen/domain/mail/mail-topics.ts'
import { known, updatedAt, word } from '../columns.ts'
import { cityReference, keyedWalledTable } from '../wall.ts'
import { people } from './people.table.ts'

/** What a person has switched on or off; a topic without a row stands as it is preset. */
export const mailPreferences = keyedWalledTable(
  'mail_preferences',
  ['personId', 'topic'],
  {
    personId: uuid('person_id').notNull(),
    topic: word('topic', optionalMailTopics).notNull(),
    wanted: boolean('wanted').notNull(),
    updatedAt: updatedAt(),
  },
  t => [cityReference('mail_preferences_person_fk', t, t.personId, people).onDelete('cascade'), known('mail_preferences_topic_known', t.topic, optionalMailTopics)],
)
