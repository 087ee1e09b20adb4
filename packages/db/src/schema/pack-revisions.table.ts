import { foreignKey, integer, jsonb, text, unique } from 'drizzle-orm/pg-core'
import { moment } from '../columns.ts'
import { walledTable } from '../wall.ts'
import { tenants } from './tenants.table.ts'

/** Every state of a city's pack that was ever applied, resolved and as given. Rows are added, never changed. */
export const packRevisions = walledTable(
  'pack_revisions',
  {
    revision: integer('revision').notNull(),
    frameworkVersion: text('framework_version').notNull(),
    hash: text('hash').notNull(),
    content: jsonb('content').notNull(),
    source: jsonb('source').notNull(),
    appliedBy: text('applied_by').notNull(),
    appliedAt: moment('applied_at').notNull().defaultNow(),
  },
  t => [
    unique('pack_revisions_revision_key').on(t.tenantId, t.revision),
    foreignKey({ name: 'pack_revisions_tenant_fk', columns: [t.tenantId], foreignColumns: [tenants.id] }),
  ],
)
