import { randomUUID } from 'node:crypto'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { normaliseEmail } from '@digitallotsen/domain/identity/email.rules.ts'
import type { MailSender } from '../../adapters/mail/mail-sender.ts'
import type { MailAddress } from '../../adapters/mail/outgoing-mail.ts'
import { enqueueJob } from '../../queue/queue.repository.ts'
import type { Services } from '../../services.ts'
import type { CityEntry } from '../city/city-directory.ts'
import { oneLine, type MailWords } from './mail-words.ts'
import { findUnsentMail, insertMail, markFailed, markLapsed, markSent, type UnsentMail } from './mail.repository.ts'

export type MailTopic = 'sign_in_code' | 'no_account' | 'new_device' | 'plan_kept' | 'listing_decided' | 'offer_invited'
export type NewMail = { recipient: string; topic: MailTopic; words: MailWords; city: Pick<CityEntry, 'pack'>; now: Date; goodUntil?: Date }

/**
 * Puts a mail into the outbox and its sending into the queue, both in this transaction: where it falls, no mail goes out.
 * After `goodUntil` it is no longer sent. Throws `email.invalid` for a recipient no account could have.
 */
export const enqueueMail = async (tx: TenantTx, { recipient, topic, words, city, now, goodUntil }: NewMail): Promise<string> => {
  const id = randomUUID()
  await insertMail(tx, {
    id,
    messageId: `<${id}@${city.pack.hosts[0] ?? 'localhost'}>`,
    recipient: normaliseEmail(recipient),
    topic,
    subject: oneLine(words.subject),
    bodyText: words.text,
    bodyHtml: words.html,
    createdAt: now,
  })
  await enqueueJob(tx, { task: 'mail.send', key: `mail:${id}`, payload: { mailId: id, ...(goodUntil ? { goodUntil: goodUntil.toISOString() } : {}) } })
  return id
}

/** Says what went wrong without saying to whom: this text also stands in the queue and in the log. */
export class MailNotSent extends Error {
  override readonly name = 'MailNotSent'
}

type Delivery = { tenantId: string; mailId: string; goodUntil?: string | undefined }

/** Stands with the mail, where else the reason of a failure does. */
const lapsed = 'Nicht gesendet: Der Code darin war schon abgelaufen.'

/**
 * Sends a mail that is not sent yet. Between the sending and its mark lies the one gap that SMTP leaves: who dies in it sends again, under
 * the same Message-ID. A failure is kept with the mail and thrown, for the queue to come back. What has lapsed while the mail server was
 * away is let go, and says so.
 */
export const deliverMail = async (services: Services, sender: MailSender, { tenantId, mailId, goodUntil }: Delivery): Promise<void> => {
  const mail = await services.lanes.withTenant(tenantId, tx => findUnsentMail(tx, mailId), { readOnly: true })
  if (!mail) return
  if (goodUntil !== undefined && services.now() >= new Date(goodUntil)) {
    await services.lanes.withTenant(tenantId, tx => markLapsed(tx, mailId, lapsed))
    return
  }
  try {
    await sendAs(await getCity(services, tenantId), services, sender, mail)
  } catch (error) {
    await services.lanes.withTenant(tenantId, tx => markFailed(tx, mailId, reasonOf(error)))
    throw new MailNotSent(codeOf(error))
  }
  await services.lanes.withTenant(tenantId, tx => markSent(tx, mailId, services.now()))
}

const getCity = async ({ cities }: Services, tenantId: string): Promise<CityEntry> => {
  const city = (await cities.list()).find(city => city.tenantId === tenantId)
  if (!city) throw new Error('the city has ended or has no pack')
  return city
}

const sendAs = ({ pack }: CityEntry, { env }: Services, sender: MailSender, mail: UnsentMail): Promise<void> =>
  sender.send({
    messageId: mail.messageId,
    from: { name: oneLine(pack.programme), address: env.MAIL_FROM },
    replyTo: findReplyTo(pack.city.contact),
    to: mail.recipient,
    subject: mail.subject,
    text: mail.bodyText,
    html: mail.bodyHtml,
  })

/** A contact address the pack has wrong costs the answer, not the mail. */
const findReplyTo = ({ email, organisation }: CityEntry['pack']['city']['contact']): MailAddress | null => {
  if (email === null) return null
  try {
    return { name: oneLine(organisation), address: normaliseEmail(email) }
  } catch {
    return null
  }
}

const longestReason = 500
const reasonOf = (error: unknown): string => oneLine(error instanceof Error ? error.message : String(error), longestReason)

/** Such as "EENVELOPE 550". */
const codeOf = (error: unknown): string => {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  return [code, responseCode].filter(part => typeof part === 'string' || typeof part === 'number').join(' ') || 'no code'
}
