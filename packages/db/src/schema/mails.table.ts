import { sql } from 'drizzle-orm'
import { index, integer, text, unique } from 'drizzle-orm/pg-core'
import { moment } from '../columns.ts'
import { walledTable } from '../wall.ts'

/** The outbox: a mail is written in the transaction that causes it, and sent by a job under its one Message-ID. */
export const mails = walledTable(
  'mails',
  {
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    bodyText: text('body_text').notNull(),
    bodyHtml: text('body_html').notNull(),
    topic: text('topic').notNull(),
    messageId: text('message_id').notNull(),
    attempts: integer('attempts').notNull().default(0),
    lastError: text('last_error'),
    sentAt: moment('sent_at'),
  },
  t => [
    unique('mails_message_key').on(t.tenantId, t.messageId),
    index('mails_age').on(t.tenantId, t.createdAt),
    index('mails_unsent').on(t.tenantId, t.createdAt).where(sql`${t.sentAt} is null`),
  ],
)
