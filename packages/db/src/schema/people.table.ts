import { boolean, foreignKey, text, unique } from 'drizzle-orm/pg-core'
import { moment } from '../columns.ts'
import { walledTable } from '../wall.ts'
import { tenants } from './tenants.table.ts'

/** A person as one city knows them; the same address in two cities is two people. `email` is the normalised form. */
export const people = walledTable(
  'people',
  {
    email: text('email').notNull(),
    displayName: text('display_name'),
    locale: text('locale').notNull().default('de'),
    sample: boolean('sample').notNull().default(false),
    endedAt: moment('ended_at'),
  },
  t => [
    unique('people_email_key').on(t.tenantId, t.email),
    foreignKey({ name: 'people_tenant_fk', columns: [t.tenantId], foreignColumns: [tenants.id] }),
  ],
)
