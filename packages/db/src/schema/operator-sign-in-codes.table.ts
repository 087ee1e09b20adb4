import { index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { createdAt, moment } from '../columns.ts'
import { operators } from './operators.table.ts'

/** One-time codes of the console; like `sign_in_codes`, apart from any city. */
export const operatorSignInCodes = pgTable(
  'operator_sign_in_codes',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    email: text('email').notNull(),
    operatorId: uuid('operator_id').references(() => operators.id, { onDelete: 'cascade' }),
    codeHash: text('code_hash').notNull(),
    linkHash: text('link_hash').notNull(),
    browserHash: text('browser_hash'),
    attempts: integer('attempts').notNull().default(0),
    expiresAt: moment('expires_at').notNull(),
    consumedAt: moment('consumed_at'),
    createdAt: createdAt(),
  },
  t => [unique('operator_sign_in_codes_link_key').on(t.linkHash), index('operator_sign_in_codes_email').on(t.email, t.createdAt)],
)
