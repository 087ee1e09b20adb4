import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { mails } from '@digitallotsen/db/schema/mails.table.ts'
import { people } from '@digitallotsen/db/schema/people.table.ts'
import type { CalendarFile } from '../../adapters/mail/outgoing-mail.ts'

export type NewMailRow = {
  id: string
  messageId: string
  recipient: string
  personId: string | null
  topic: string
  subject: string
  bodyText: string
  bodyHtml: string
  attachments: readonly CalendarFile[] | null
  unsubscribeLink: string | null
  goodUntil: Date | null
  createdAt: Date
}

export type UnsentMail = Omit<NewMailRow, 'createdAt'>

export type MailLine = { id: string; recipient: string; subject: string; createdAt: Date; sentAt: Date | null; lastError: string | null }

const ofCity = (tx: TenantTx, mailId: string) => and(eq(mails.tenantId, tx.tenantId), eq(mails.id, mailId))

export const insertMail = async (tx: TenantTx, mail: NewMailRow): Promise<void> => {
  await tx.insert(mails).values({ tenantId: tx.tenantId, ...mail })
}

export type PersonAddressed = { personId: string; email: string; locale: string }

export const findPersonAddressed = async (tx: TenantTx, personId: string): Promise<PersonAddressed | undefined> => {
  const alive = and(eq(people.tenantId, tx.tenantId), eq(people.id, personId), isNull(people.endedAt))
  const [person] = await tx.select({ personId: people.id, email: people.email, locale: people.locale }).from(people).where(alive)
  return person
}

const unsent = {
  id: mails.id, messageId: mails.messageId, recipient: mails.recipient, personId: mails.personId, topic: mails.topic, subject: mails.subject,
  bodyText: mails.bodyText, bodyHtml: mails.bodyHtml, attachments: mails.attachments, unsubscribeLink: mails.unsubscribeLink, goodUntil: mails.goodUntil,
}

export const findUnsentMail = async (tx: TenantTx, mailId: string): Promise<UnsentMail | undefined> => {
  const [mail] = await tx.select(unsent).from(mails).where(and(ofCity(tx, mailId), isNull(mails.sentAt)))
  return mail && { ...mail, attachments: mail.attachments as CalendarFile[] | null }
}

export const markSent = async (tx: TenantTx, mailId: string, now: Date): Promise<void> => {
  await tx.update(mails).set({ sentAt: now, attempts: sql`${mails.attempts} + 1`, lastError: null }).where(and(ofCity(tx, mailId), isNull(mails.sentAt)))
}

export const markFailed = async (tx: TenantTx, mailId: string, lastError: string): Promise<void> => {
  await tx.update(mails).set({ attempts: sql`${mails.attempts} + 1`, lastError }).where(and(ofCity(tx, mailId), isNull(mails.sentAt)))
}

/** No attempt: the mail was not tried any more. */
export const markLapsed = async (tx: TenantTx, mailId: string, lastError: string): Promise<void> => {
  await tx.update(mails).set({ lastError }).where(and(ofCity(tx, mailId), isNull(mails.sentAt)))
}

const line = { id: mails.id, recipient: mails.recipient, subject: mails.subject, createdAt: mails.createdAt, sentAt: mails.sentAt, lastError: mails.lastError }

export const listNewestMails = (tx: TenantTx, most: number): Promise<MailLine[]> =>
  tx.select(line).from(mails).where(eq(mails.tenantId, tx.tenantId)).orderBy(desc(mails.createdAt), desc(mails.id)).limit(most)

export const findMail = async (tx: TenantTx, mailId: string): Promise<(MailLine & { bodyText: string }) | undefined> => {
  const [mail] = await tx.select({ ...line, bodyText: mails.bodyText }).from(mails).where(ofCity(tx, mailId))
  return mail
}
