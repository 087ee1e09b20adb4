import { index, text, uuid } from 'drizzle-orm/pg-core'
import { optionalMailTopics } from '@digitallotsen/domain/mail/mail-topics.ts'
import { known, word } from '../columns.ts'
import { cityReference, keyedWalledTable } from '../wall.ts'
import { people } from './people.table.ts'

/** The link in an optional mail that ends its topic without a sign-in; it outlives the mail. Only the token's hash is kept. */
export const unsubscribeLinks = keyedWalledTable(
  'unsubscribe_links',
  ['tokenHash'],
  {
    tokenHash: text('token_hash').notNull(),
    personId: uuid('person_id').notNull(),
    topic: word('topic', optionalMailTopics).notNull(),
  },
  t => [
    cityReference('unsubscribe_links_person_fk', t, t.personId, people).onDelete('cascade'),
    known('unsubscribe_links_topic_known', t.topic, optionalMailTopics),
    index('unsubscribe_links_person').on(t.tenantId, t.personId),
    index('unsubscribe_links_age').on(t.tenantId, t.createdAt),
  ],
)
