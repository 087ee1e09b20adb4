import { sql } from 'drizzle-orm'
import { index, integer, jsonb, text, unique, uuid } from 'drizzle-orm/pg-core'
import { moment } from '../columns.ts'
import { walledTable } from '../wall.ts'

/**
 * The outbox: a mail is written in the transaction that causes it, and sent by a job under its one Message-ID. `topic` holds the mail's
 * kind (domain/mail/mail-kinds.ts); `person_id` is whom it was written to, without a reference; `unsubscribe_link` stands with optional
 * mails alone.
 */
export const mails = walledTable(
  'mails',
  {
    recipient: text('recipient').notNull(),
    personId: uuid('person_id'),
    subject: text('subject').notNull(),
    bodyText: text('body_text').notNull(),
    bodyHtml: text('body_html').notNull(),
    attachments: jsonb('attachments'),
    topic: text('topic').notNull(),
    messageId: text('message_id').notNull(),
    unsubscribeLink: text('unsubscribe_link'),
    goodUntil: moment('good_until'),
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
