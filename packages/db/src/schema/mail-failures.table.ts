import { index, uuid } from 'drizzle-orm/pg-core'
import { mailFailures as reasons } from '@digitallotsen/domain/mail/mail-failures.ts'
import { known, moment, word } from '../columns.ts'
import { cityReference, keyedWalledTable } from '../wall.ts'
import { mails } from './mails.table.ts'

/** The mails that were given up and that the office has not dealt with yet; the row goes when it has. */
export const mailFailures = keyedWalledTable(
  'mail_failures',
  ['mailId'],
  {
    mailId: uuid('mail_id').notNull(),
    reason: word('reason', reasons).notNull(),
    failedAt: moment('failed_at').notNull(),
  },
  t => [
    cityReference('mail_failures_mail_fk', t, t.mailId, mails).onDelete('cascade'),
    known('mail_failures_reason_known', t.reason, reasons),
    index('mail_failures_age').on(t.tenantId, t.failedAt),
  ],
)
