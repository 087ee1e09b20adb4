import { index, integer, jsonb, text, unique, uuid } from 'drizzle-orm/pg-core'
import { moment } from '../columns.ts'
import { cityReference, walledTable } from '../wall.ts'
import { people } from './people.table.ts'

/** One-time codes and links by mail. Only hashes are kept; `pending` is the registration that the code completes. */
export const signInCodes = walledTable(
  'sign_in_codes',
  {
    email: text('email').notNull(),
    personId: uuid('person_id'),
    codeHash: text('code_hash').notNull(),
    linkHash: text('link_hash').notNull(),
    browserHash: text('browser_hash'),
    attempts: integer('attempts').notNull().default(0),
    expiresAt: moment('expires_at').notNull(),
    consumedAt: moment('consumed_at'),
    pending: jsonb('pending'),
  },
  t => [
    unique('sign_in_codes_link_key').on(t.tenantId, t.linkHash),
    cityReference('sign_in_codes_person_fk', t, t.personId, people).onDelete('cascade'),
    index('sign_in_codes_email').on(t.tenantId, t.email, t.createdAt),
    index('sign_in_codes_person').on(t.tenantId, t.personId),
  ],
)
