import { boolean, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { createdAt, known, updatedAt, word } from '../columns.ts'

export const tenantStates = ['draft', 'live', 'paused', 'ended'] as const

/** Which cities there are. Public knowledge, hence without a wall; written by the operator only. */
export const tenants = pgTable(
  'tenants',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    ags: text('ags'),
    state: word('state', tenantStates).notNull().default('draft'),
    frameworkVersion: text('framework_version').notNull(),
    packRevision: integer('pack_revision').notNull().default(0),
    sample: boolean('sample').notNull().default(false),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  t => [unique('tenants_slug_key').on(t.slug), known('tenants_state_known', t.state, tenantStates)],
)
