import { date, index, integer, numeric, text, unique, uuid } from 'drizzle-orm/pg-core'
import { taskStage, taskState } from '@digitallotsen/domain/plan/task.schemas.ts'
import { known, moment, updatedAt, word } from '../columns.ts'
import { cityReference, walledTable } from '../wall.ts'
import { merchants } from './merchants.table.ts'
import { plans } from './plans.table.ts'

export const taskOrigins = ['check', 'audit'] as const

/** One measure of a plan; the business stands beside it, so that its own list needs no join. */
export const tasks = walledTable(
  'tasks',
  {
    planId: uuid('plan_id').notNull(),
    merchantId: uuid('merchant_id').notNull(),
    measureId: text('measure_id').notNull(),
    itemId: text('item_id').notNull(),
    stage: word('stage', taskStage.options).notNull(),
    rank: integer('rank').notNull(),
    priority: numeric('priority', { precision: 8, scale: 4, mode: 'number' }).notNull(),
    state: word('state', taskState.options).notNull(),
    owner: text('owner'),
    dueOn: date('due_on', { mode: 'string' }),
    dropReason: text('drop_reason'),
    finishedAt: moment('finished_at'),
    /** Why it stands in the plan: the answers of the check, or findings of the website audit. */
    origin: word('origin', taskOrigins).notNull().default('check'),
    updatedAt: updatedAt(),
  },
  t => [
    unique('tasks_measure_key').on(t.tenantId, t.planId, t.measureId),
    cityReference('tasks_plan_fk', t, t.planId, plans),
    cityReference('tasks_merchant_fk', t, t.merchantId, merchants),
    known('tasks_stage_known', t.stage, taskStage.options),
    known('tasks_state_known', t.state, taskState.options),
    known('tasks_origin_known', t.origin, taskOrigins),
    index('tasks_plan').on(t.tenantId, t.planId, t.rank),
    index('tasks_merchant').on(t.tenantId, t.merchantId, t.state, t.rank),
    index('tasks_by_state').on(t.tenantId, t.state, t.dueOn),
  ],
)
