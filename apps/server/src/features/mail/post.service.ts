import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import type { MailId } from '@digitallotsen/domain/ids.schemas.ts'
import { isMailKind, topicOf } from '@digitallotsen/domain/mail/mail-kinds.ts'
import type { MailPost, UndeliveredMail } from '@digitallotsen/domain/mail/mail.schemas.ts'
import { enqueueJob } from '../../queue/queue.repository.ts'
import { record } from '../audit/audit.service.ts'
import { clearError, countDelayed, countGivenUp, deleteFailure, findGivenUp, listGivenUp, type GivenUp } from './mail-failures.repository.ts'

/** What the office works off in a sitting; the count tells of more. */
const shown = 100

/** The subject of a sign-in mail names the code, which is nobody else's to know. */
const subjectOf = ({ kind, subject }: GivenUp): string => (isMailKind(kind) && topicOf(kind) === 'sign_in' ? 'E-Mail zur Anmeldung' : subject)

const canRepeat = ({ goodUntil }: GivenUp, now: Date): boolean => goodUntil === null || goodUntil > now

const toUndelivered = (mail: GivenUp, now: Date): UndeliveredMail => ({
  id: mail.id as MailId,
  recipient: mail.recipient,
  subject: subjectOf(mail),
  writtenAt: mail.writtenAt.toISOString(),
  since: mail.since.toISOString(),
  reason: mail.reason,
  canRepeat: canRepeat(mail, now),
})

/** What did not arrive, newest first, and what is still being tried. */
export const getPost = async (tx: TenantTx, now: Date): Promise<MailPost> => {
  const undelivered = await listGivenUp(tx, shown)
  const [total, delayed] = [await countGivenUp(tx), await countDelayed(tx, now)]
  return { undelivered: undelivered.map(mail => toUndelivered(mail, now)), total, delayed: { count: delayed.count, since: delayed.since?.toISOString() ?? null } }
}

export const countPost = async (tx: TenantTx): Promise<{ undelivered: number }> => ({ undelivered: await countGivenUp(tx) })

type Desk = { identity: Identity; now: Date }

const trace = (tx: TenantTx, { identity, now }: Desk, action: 'mail.repeated' | 'mail.settled', mailId: string): Promise<void> =>
  record(tx, { actorPersonId: identity.personId, actorRole: 'office', action, entity: 'mail', entityId: mailId, details: {}, at: now })

const takeOff = async (tx: TenantTx, mailId: string): Promise<void> => {
  if (!(await deleteFailure(tx, mailId))) throw new DomainError('mail.not_found')
  await clearError(tx, mailId)
}

/** Once more to the same address, under the same Message-ID; what would be outdated is refused. */
export const repeatMail = async (tx: TenantTx, desk: Desk, mailId: MailId): Promise<MailPost> => {
  const mail = await findGivenUp(tx, mailId)
  if (!mail) throw new DomainError('mail.not_found')
  if (!canRepeat(mail, desk.now)) throw new DomainError('mail.outdated')
  await takeOff(tx, mailId)
  await enqueueJob(tx, { task: 'mail.send', key: `mail:${mailId}`, payload: { mailId } })
  await trace(tx, desk, 'mail.repeated', mailId)
  return getPost(tx, desk.now)
}

/** The office has dealt with it in another way. */
export const settleMail = async (tx: TenantTx, desk: Desk, mailId: MailId): Promise<MailPost> => {
  if (!(await findGivenUp(tx, mailId))) throw new DomainError('mail.not_found')
  await takeOff(tx, mailId)
  await trace(tx, desk, 'mail.settled', mailId)
  return getPost(tx, desk.now)
}
