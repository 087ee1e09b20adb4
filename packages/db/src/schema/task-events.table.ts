import { index, jsonb, text, uuid } from 'drizzle-orm/pg-core'
import { moment } from '../columns.ts'
import { cityReference, walledTable } from '../wall.ts'
import { merchants } from './merchants.table.ts'
import { tasks } from './tasks.table.ts'

/** What happened to a task, append-only; who did it is named by id without a reference, as in `audit_events`. */
export const taskEvents = walledTable(
  'task_events',
  {
    taskId: uuid('task_id').notNull(),
    merchantId: uuid('merchant_id').notNull(),
    at: moment('at').notNull().defaultNow(),
    actorPersonId: uuid('actor_person_id'),
    kind: text('kind').notNull(),
    details: jsonb('details').notNull().default({}),
  },
  t => [
    cityReference('task_events_task_fk', t, t.taskId, tasks).onDelete('cascade'),
    cityReference('task_events_merchant_fk', t, t.merchantId, merchants),
    index('task_events_task').on(t.tenantId, t.taskId, t.at),
    index('task_events_merchant').on(t.tenantId, t.merchantId, t.at),
  ],
)
