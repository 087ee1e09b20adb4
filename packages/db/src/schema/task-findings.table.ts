import { index, text, uuid } from 'drizzle-orm/pg-core'
import { known, moment, word } from '../columns.ts'
import { cityReference, keyedWalledTable } from '../wall.ts'
import { merchants } from './merchants.table.ts'
import { tasks } from './tasks.table.ts'

export const taskFindingStates = ['open', 'gone'] as const

/** The findings of the website audit that a task is to mend, by check; `audit_id` names the run that said so last, without a reference. */
export const taskFindings = keyedWalledTable(
  'task_findings',
  ['taskId', 'checkId'],
  {
    taskId: uuid('task_id').notNull(),
    checkId: text('check_id').notNull(),
    merchantId: uuid('merchant_id').notNull(),
    state: word('state', taskFindingStates).notNull(),
    auditId: uuid('audit_id').notNull(),
    since: moment('since').notNull(),
  },
  t => [
    cityReference('task_findings_task_fk', t, t.taskId, tasks).onDelete('cascade'),
    cityReference('task_findings_merchant_fk', t, t.merchantId, merchants),
    known('task_findings_state_known', t.state, taskFindingStates),
    index('task_findings_merchant').on(t.tenantId, t.merchantId),
  ],
)
