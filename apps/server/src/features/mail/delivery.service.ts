import { setTimeout as sleep } from 'node:timers/promises'
import { normaliseEmail } from '@digitallotsen/domain/identity/email.rules.ts'
import { isMailKind, topicOf } from '@digitallotsen/domain/mail/mail-kinds.ts'
import { isOptionalTopic } from '@digitallotsen/domain/mail/mail-topics.ts'
import type { MailSender } from '../../adapters/mail/mail-sender.ts'
import type { MailAddress, OutgoingMail } from '../../adapters/mail/outgoing-mail.ts'
import type { Services } from '../../services.ts'
import type { CityEntry } from '../city/city-directory.ts'
import { failureOf, type Failure } from './failure.rules.ts'
import { insertFailure } from './mail-failures.repository.ts'
import { wantsMail } from './mail-preferences.service.ts'
import { oneLine } from './mail-words.ts'
import { findUnsentMail, markFailed, markLapsed, markSent, type UnsentMail } from './mail.repository.ts'

/** Says what went wrong without saying to whom: this text also stands in the queue and in the log. */
export class MailNotSent extends Error {
  override readonly name = 'MailNotSent'
}

/** `isLast`: the queue will not come back of itself. */
type Delivery = { tenantId: string; mailId: string; goodUntil?: string | undefined; isLast?: boolean }

/** These stand with the mail, where else the reason of a failure does. */
const lapsed = 'Nicht gesendet: Der Code darin war schon abgelaufen.'
const unwanted = 'Nicht gesendet: Der Empfänger hat diese E-Mails inzwischen abbestellt.'

/** While the mail server was away a code may have lapsed, and a person may have changed their mind. */
const findObjection = async (services: Services, { tenantId, goodUntil }: Delivery, mail: UnsentMail): Promise<string | undefined> => {
  const until = mail.goodUntil ?? (goodUntil === undefined ? null : new Date(goodUntil))
  if (until && services.now() >= until) return lapsed
  const { personId, topic: kind } = mail
  const topic = isMailKind(kind) ? topicOf(kind) : undefined
  if (!topic || !isOptionalTopic(topic) || personId === null) return undefined
  const isWanted = await services.lanes.withTenant(tenantId, tx => wantsMail(tx, personId, topic), { readOnly: true })
  return isWanted ? undefined : unwanted
}

/**
 * Sends a mail that is not sent yet. Between the sending and its mark lies the one gap that SMTP leaves: who dies in it sends again, under
 * the same Message-ID. A failure is kept with the mail and thrown, for the queue to come back; one that is final, or the last, is put before
 * the office. What has lapsed or is no longer wanted is let go, and says so.
 */
export const deliverMail = async (services: Services, sender: MailSender, delivery: Delivery): Promise<void> => {
  const { tenantId, mailId } = delivery
  const mail = await services.lanes.withTenant(tenantId, tx => findUnsentMail(tx, mailId), { readOnly: true })
  if (!mail) return
  const objection = await findObjection(services, delivery, mail)
  if (objection !== undefined) return services.lanes.withTenant(tenantId, tx => markLapsed(tx, mailId, objection))
  try {
    await sender.send(outgoing(await getCity(services, tenantId), services, mail))
  } catch (error) {
    return fail(services, delivery, error)
  }
  await insistOn(() => services.lanes.withTenant(tenantId, tx => markSent(tx, mailId, services.now())))
}

const pausesMs = [100, 400, 1_000, 2_000, 4_000, 8_000, 15_000]

/** The mail is gone: a database that is away for a moment is waited for, or the mail would go out twice. */
const insistOn = async (mark: () => Promise<void>): Promise<void> => {
  for (const pause of pausesMs) {
    try {
      return await mark()
    } catch {
      await sleep(pause)
    }
  }
  await mark()
}

const fail = async (services: Services, { tenantId, mailId, isLast = false }: Delivery, error: unknown): Promise<void> => {
  const failure: Failure = failureOf(error)
  await services.lanes.withTenant(tenantId, async tx => {
    await markFailed(tx, mailId, reasonOf(error))
    if (failure.final || isLast) await insertFailure(tx, mailId, failure.reason, services.now())
  })
  if (!failure.final) throw new MailNotSent(codeOf(error))
  services.log.warn({ tenantId, mailId, reason: failure.reason, code: codeOf(error) }, 'a mail was refused for good')
}

const getCity = async ({ cities }: Services, tenantId: string): Promise<CityEntry> => {
  const city = (await cities.list()).find(city => city.tenantId === tenantId)
  if (!city) throw new Error('the city has ended or has no pack')
  return city
}

const outgoing = ({ pack }: CityEntry, { env }: Services, mail: UnsentMail): OutgoingMail => {
  const [calendar] = mail.attachments ?? []
  return {
    messageId: mail.messageId,
    from: { name: oneLine(pack.programme), address: env.MAIL_FROM },
    replyTo: findReplyTo(pack.city.contact),
    to: mail.recipient,
    subject: mail.subject,
    text: mail.bodyText,
    html: mail.bodyHtml,
    ...(mail.unsubscribeLink !== null && { unsubscribeLink: mail.unsubscribeLink }),
    ...(calendar && { calendar }),
  }
}

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
