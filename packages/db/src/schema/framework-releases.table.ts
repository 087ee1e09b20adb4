import { jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { createdAt, moment } from '../columns.ts'

/** The released editions of the Handlungsrahmen, the same for every city; a release never changes. */
export const frameworkReleases = pgTable('framework_releases', {
  version: text('version').primaryKey(),
  hash: text('hash').notNull(),
  content: jsonb('content').notNull(),
  releasedAt: moment('released_at').notNull().defaultNow(),
  createdAt: createdAt(),
})
