import { pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { createdAt, moment } from '../columns.ts'

/** People of the operator; they sign in on the console's host alone. The app role has no right here. */
export const operators = pgTable(
  'operators',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    email: text('email').notNull(),
    displayName: text('display_name'),
    locale: text('locale').notNull().default('de'),
    endedAt: moment('ended_at'),
    createdAt: createdAt(),
  },
  t => [unique('operators_email_key').on(t.email)],
)
