import { bigint, text } from 'drizzle-orm/pg-core'
import { moment } from '../columns.ts'
import { keyedWalledTable } from '../wall.ts'

/**
 * One row per city that has ever shown a business: it counts the transactions that changed what everybody may see.
 * Triggers on the rows themselves count, at COMMIT and once per transaction, so that no way of writing forgets it.
 */
export const directoryMarks = keyedWalledTable('directory_marks', [], {
  number: bigint('number', { mode: 'number' }).notNull(),
  /** The transaction that counted last, by PostgreSQL's own number. */
  transaction: text('transaction').notNull(),
  changedAt: moment('changed_at').notNull().defaultNow(),
})
