import { and, asc, count, desc, eq, gt, isNotNull, isNull, min, ne, notExists, or, sql } from 'drizzle-orm'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { mailFailures } from '@digitallotsen/db/schema/mail-failures.table.ts'
import { mails } from '@digitallotsen/db/schema/mails.table.ts'
import type { MailFailure } from '@digitallotsen/domain/mail/mail-failures.ts'
import type { MailKind } from '@digitallotsen/domain/mail/mail-kinds.ts'

export type GivenUp = {
  id: string
  recipient: string
  kind: string
  subject: string
  goodUntil: Date | null
  writtenAt: Date
  since: Date
  reason: MailFailure
}

/** Nobody waits for it: a stranger has typed an address that no account has. */
const ofNoConcern: MailKind = 'no_account'

export const insertFailure = async (tx: TenantTx, mailId: string, reason: MailFailure, failedAt: Date): Promise<void> => {
  await tx.insert(mailFailures).values({ tenantId: tx.tenantId, mailId, reason, failedAt }).onConflictDoUpdate({ target: [mailFailures.tenantId, mailFailures.mailId], set: { reason, failedAt } })
}

const ofMail = and(eq(mails.tenantId, mailFailures.tenantId), eq(mails.id, mailFailures.mailId))
const shown = (tx: TenantTx) => and(eq(mailFailures.tenantId, tx.tenantId), ne(mails.topic, ofNoConcern))

const columns = {
  id: mails.id, recipient: mails.recipient, kind: mails.topic, subject: mails.subject, goodUntil: mails.goodUntil, writtenAt: mails.createdAt,
  since: mailFailures.failedAt, reason: mailFailures.reason,
}

export const listGivenUp = (tx: TenantTx, most: number): Promise<GivenUp[]> =>
  tx.select(columns).from(mailFailures).innerJoin(mails, ofMail).where(shown(tx)).orderBy(desc(mailFailures.failedAt), asc(mailFailures.mailId)).limit(most)

export const countGivenUp = async (tx: TenantTx): Promise<number> => {
  const [row] = await tx.select({ all: count() }).from(mailFailures).innerJoin(mails, ofMail).where(shown(tx))
  return row?.all ?? 0
}

export const findGivenUp = async (tx: TenantTx, mailId: string): Promise<GivenUp | undefined> => {
  const [row] = await tx.select(columns).from(mailFailures).innerJoin(mails, ofMail).where(and(shown(tx), eq(mailFailures.mailId, mailId)))
  return row
}

/** Says whether it was there: of two at once, one has dealt with it. */
export const deleteFailure = async (tx: TenantTx, mailId: string): Promise<boolean> => {
  const gone = await tx.delete(mailFailures).where(and(eq(mailFailures.tenantId, tx.tenantId), eq(mailFailures.mailId, mailId))).returning({ mailId: mailFailures.mailId })
  return gone.length > 0
}

/** A mail that is done with no longer says that it has failed. */
export const clearError = async (tx: TenantTx, mailId: string): Promise<void> => {
  await tx.update(mails).set({ lastError: null }).where(and(eq(mails.tenantId, tx.tenantId), eq(mails.id, mailId)))
}

/** What has been tried in vain and is still being tried; what nobody must have is left out. */
export const countDelayed = async (tx: TenantTx, now: Date): Promise<{ count: number; since: Date | null }> => {
  const givenUp = tx.select({ one: sql`1` }).from(mailFailures).where(ofMail)
  const waiting = and(eq(mails.tenantId, tx.tenantId), isNull(mails.sentAt), isNotNull(mails.lastError), gt(mails.attempts, 0), isNull(mails.unsubscribeLink))
  const [row] = await tx
    .select({ count: count(), since: min(mails.createdAt) })
    .from(mails)
    .where(and(waiting, ne(mails.topic, ofNoConcern), or(isNull(mails.goodUntil), gt(mails.goodUntil, now)), notExists(givenUp)))
  return { count: row?.count ?? 0, since: row?.since ?? null }
}
