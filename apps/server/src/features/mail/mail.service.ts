import { randomUUID } from 'node:crypto'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { normaliseEmail } from '@digitallotsen/domain/identity/email.rules.ts'
import { topicOf, type MailKind, type mailKinds } from '@digitallotsen/domain/mail/mail-kinds.ts'
import { isOptionalTopic, type OptionalMailTopic } from '@digitallotsen/domain/mail/mail-topics.ts'
import { locale as anyLocale, type Locale } from '@digitallotsen/domain/text.schemas.ts'
import type { CalendarFile } from '../../adapters/mail/outgoing-mail.ts'
import { enqueueJob } from '../../queue/queue.repository.ts'
import type { CityEntry } from '../city/city-directory.ts'
import { openWayOut, wantsMail } from './mail-preferences.service.ts'
import type { MailTemplate } from './mail-template.ts'
import { composeMail, oneLine, type MailWords } from './mail-words.ts'
import { findPersonAddressed, insertMail } from './mail.repository.ts'

export type NewMail = {
  recipient: string
  topic: MailKind
  words: MailWords
  city: Pick<CityEntry, 'pack'>
  now: Date
  goodUntil?: Date
  personId?: string
  calendar?: CalendarFile
  unsubscribeLink?: string
}

/**
 * Puts a mail into the outbox and its sending into the queue, both in this transaction: where it falls, no mail goes out.
 * After `goodUntil` it is no longer sent. Throws `email.invalid` for a recipient no account could have.
 */
export const enqueueMail = async (tx: TenantTx, { recipient, topic, words, city, now, goodUntil, personId, calendar, unsubscribeLink }: NewMail): Promise<string> => {
  const id = randomUUID()
  await insertMail(tx, {
    id,
    messageId: `<${id}@${city.pack.hosts[0] ?? 'localhost'}>`,
    recipient: normaliseEmail(recipient),
    personId: personId ?? null,
    topic,
    subject: oneLine(words.subject),
    bodyText: words.text,
    bodyHtml: words.html,
    attachments: calendar ? [calendar] : null,
    unsubscribeLink: unsubscribeLink ?? null,
    goodUntil: goodUntil ?? null,
    createdAt: now,
  })
  await enqueueJob(tx, { task: 'mail.send', key: `mail:${id}`, payload: { mailId: id } })
  return id
}

type Person = { personId: string }
type Stranger = { email: string; locale: Locale }
/** What may be switched off goes to people alone, who have a switch; a stranger gets only what was asked for. */
type Addressee<K extends MailKind> = (typeof mailKinds)[K] extends OptionalMailTopic ? Person : Person | Stranger

export type Letter<K extends MailKind, I> = { to: Addressee<K>; city: CityEntry; origin: string; now: Date; input: I; goodUntil?: Date }

const offered = ({ pack }: CityEntry, wanted: string): Locale => {
  const known = anyLocale.safeParse(wanted)
  return known.success && pack.languages.includes(known.data) ? known.data : 'de'
}

const findAddressee = async (tx: TenantTx, to: Person | Stranger): Promise<{ email: string; locale: string; personId?: string } | undefined> =>
  'personId' in to ? findPersonAddressed(tx, to.personId) : to

const findWayOut = async (tx: TenantTx, topic: OptionalMailTopic, personId: string | undefined, scene: { origin: string; locale: Locale }, now: Date) => {
  if (personId === undefined) throw new Error('a mail of an optional topic goes to a person')
  return (await wantsMail(tx, personId, topic)) ? openWayOut(tx, { personId, topic, scene, now }) : undefined
}

/**
 * Writes a mail in the transaction that causes it. Null, and no mail, where the person has ended or does not want mails of this topic.
 * An optional one carries the link that ends its topic.
 */
export const writeMail = async <K extends MailKind, I>(tx: TenantTx, template: MailTemplate<K, I>, letter: Letter<K, I>): Promise<string | null> => {
  const { city, origin, now, goodUntil } = letter
  const addressee = await findAddressee(tx, letter.to)
  if (!addressee) return null
  const { email: recipient, personId } = addressee
  const scene = { pack: city.pack, origin, locale: offered(city, addressee.locale) }
  const topic = topicOf(template.kind)
  const out = isOptionalTopic(topic) ? await findWayOut(tx, topic, personId, scene, now) : null
  if (out === undefined) return null
  const content = template.say(scene, letter.input)
  return enqueueMail(tx, {
    recipient, topic: template.kind, words: composeMail(scene, content, out), city, now,
    ...(personId !== undefined && { personId }),
    ...(goodUntil && { goodUntil }),
    ...(content.calendar && { calendar: content.calendar }),
    ...(out && { unsubscribeLink: out.link }),
  })
}
