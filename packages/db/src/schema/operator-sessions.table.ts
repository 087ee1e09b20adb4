import { index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { createdAt, moment } from '../columns.ts'
import { operators } from './operators.table.ts'

/** Sessions of the console; like `sessions`, apart from any city. */
export const operatorSessions = pgTable(
  'operator_sessions',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    operatorId: uuid('operator_id').notNull().references(() => operators.id, { onDelete: 'cascade' }),
    tokenHash: text('token_hash').notNull(),
    previousTokenHash: text('previous_token_hash'),
    rotatedAt: moment('rotated_at').notNull().defaultNow(),
    device: text('device').notNull(),
    lastSeenAt: moment('last_seen_at').notNull().defaultNow(),
    expiresAt: moment('expires_at').notNull(),
    endedAt: moment('ended_at'),
    createdAt: createdAt(),
  },
  t => [
    unique('operator_sessions_token_key').on(t.tokenHash),
    index('operator_sessions_previous_token').on(t.previousTokenHash),
    index('operator_sessions_operator').on(t.operatorId),
  ],
)
