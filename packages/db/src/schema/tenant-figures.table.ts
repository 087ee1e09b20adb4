import { integer, pgTable, uuid } from 'drizzle-orm/pg-core'
import { updatedAt } from '../columns.ts'
import { tenants } from './tenants.table.ts'

/**
 * A city's figures for the operator: counts, no case. A table without a wall that the app can neither read nor write:
 * its only way in is `publish_figures(…)`, which takes the city from the transaction. So the restrictive policy
 * needs no exception anywhere, and the operator's role needs no sight of a walled table.
 */
export const tenantFigures = pgTable('tenant_figures', {
  tenantId: uuid('tenant_id').primaryKey().references(() => tenants.id),
  merchants: integer('merchants').notNull(),
  assessments: integer('assessments').notNull(),
  plans: integer('plans').notNull(),
  tasksDone: integer('tasks_done').notNull(),
  updatedAt: updatedAt(),
})
