import { index, text, uuid } from 'drizzle-orm/pg-core'
import { known, moment, word } from '../columns.ts'
import { cityReference, walledTable } from '../wall.ts'
import { files } from './files.table.ts'
import { merchants } from './merchants.table.ts'
import { people } from './people.table.ts'
import { tasks } from './tasks.table.ts'

export const evidenceKinds = ['text', 'photo', 'audit'] as const

/** What shows that a task is done: a text, a photo with its description, or an audit of the website (nobody's, named by id without a reference). */
export const evidence = walledTable(
  'evidence',
  {
    taskId: uuid('task_id').notNull(),
    merchantId: uuid('merchant_id').notNull(),
    kind: word('kind', evidenceKinds).notNull(),
    body: text('body'),
    fileId: uuid('file_id'),
    alt: text('alt'),
    createdBy: uuid('created_by'),
    removedAt: moment('removed_at'),
    auditId: uuid('audit_id'),
  },
  t => [
    cityReference('evidence_task_fk', t, t.taskId, tasks),
    cityReference('evidence_merchant_fk', t, t.merchantId, merchants),
    cityReference('evidence_file_fk', t, t.fileId, files),
    cityReference('evidence_created_by_fk', t, t.createdBy, people),
    known('evidence_kind_known', t.kind, evidenceKinds),
    index('evidence_task').on(t.tenantId, t.taskId, t.createdAt),
    index('evidence_merchant').on(t.tenantId, t.merchantId),
    index('evidence_file').on(t.tenantId, t.fileId),
    index('evidence_created_by').on(t.tenantId, t.createdBy),
  ],
)
