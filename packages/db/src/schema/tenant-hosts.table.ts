import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt } from '../columns.ts'
import { tenants } from './tenants.table.ts'

/** Which host name belongs to which city; an unknown host gets no city. */
export const tenantHosts = pgTable(
  'tenant_hosts',
  {
    host: text('host').primaryKey(),
    tenantId: uuid('tenant_id').notNull().references(() => tenants.id),
    createdAt: createdAt(),
  },
  t => [index('tenant_hosts_tenant').on(t.tenantId), check('tenant_hosts_host_plain', sql`${t.host} ~ '^[a-z0-9.-]+$'`)],
)
