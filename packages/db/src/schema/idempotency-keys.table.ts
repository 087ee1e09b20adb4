import { index, jsonb, text } from 'drizzle-orm/pg-core'
import { keyedWalledTable } from '../wall.ts'

/** The answer a client got for a key it chose, so that a repeat answers and does not act; swept by age. */
export const idempotencyKeys = keyedWalledTable(
  'idempotency_keys',
  ['key', 'procedure', 'subject'],
  {
    key: text('key').notNull(),
    procedure: text('procedure').notNull(),
    subject: text('subject').notNull(),
    response: jsonb('response').notNull(),
  },
  t => [index('idempotency_keys_age').on(t.tenantId, t.createdAt)],
)
