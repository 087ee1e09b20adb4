import { index, text, unique, uuid } from 'drizzle-orm/pg-core'
import { moment } from '../columns.ts'
import { cityReference, walledTable } from '../wall.ts'
import { people } from './people.table.ts'

/** A signed-in device. Tokens are kept as hashes; the immediately previous one too, for the few seconds of a refresh race. */
export const sessions = walledTable(
  'sessions',
  {
    personId: uuid('person_id').notNull(),
    tokenHash: text('token_hash').notNull(),
    previousTokenHash: text('previous_token_hash'),
    rotatedAt: moment('rotated_at').notNull().defaultNow(),
    device: text('device').notNull(),
    lastSeenAt: moment('last_seen_at').notNull().defaultNow(),
    expiresAt: moment('expires_at').notNull(),
    endedAt: moment('ended_at'),
  },
  t => [
    unique('sessions_token_key').on(t.tenantId, t.tokenHash),
    cityReference('sessions_person_fk', t, t.personId, people).onDelete('cascade'),
    index('sessions_previous_token').on(t.tenantId, t.previousTokenHash),
    index('sessions_person').on(t.tenantId, t.personId),
  ],
)
