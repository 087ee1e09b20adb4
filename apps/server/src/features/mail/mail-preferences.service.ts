import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import { isWanted, preferencesOf, type MailPreference } from '@digitallotsen/domain/mail/mail-preferences.rules.ts'
import { topicWords } from '@digitallotsen/domain/mail/mail-topic.words.ts'
import type { OptionalMailTopic } from '@digitallotsen/domain/mail/mail-topics.ts'
import { hashToken, newToken } from '../session/token.ts'
import { findLink, insertLink, listSaid, saveSaid, type OpenLink, type Saying } from './mail-preferences.repository.ts'
import { pageAddress, type MailScene, type WayOut } from './mail-words.ts'

export const wantsMail = async (tx: TenantTx, personId: string, topic: OptionalMailTopic): Promise<boolean> => isWanted(topic, await listSaid(tx, personId))

export const getMailTopics = async (tx: TenantTx, personId: string): Promise<MailPreference[]> => preferencesOf(await listSaid(tx, personId))

export const setMailTopic = async (tx: TenantTx, saying: Saying): Promise<MailPreference[]> => {
  await saveSaid(tx, saying)
  return getMailTopics(tx, saying.personId)
}

type Leaving = { personId: string; topic: OptionalMailTopic; scene: Omit<MailScene, 'pack'>; now: Date }

/** The secret stands in the query, which no log keeps. */
export const unsubscribePath = (token: string): string => `/abbestellen?zu=${token}`

/** A link of its own for each mail; it holds long after the mail is gone from the outbox. */
export const openWayOut = async (tx: TenantTx, { personId, topic, scene, now }: Leaving): Promise<WayOut> => {
  const token = newToken()
  await insertLink(tx, { tokenHash: hashToken(token), personId, topic, createdAt: now })
  return { title: topicWords[scene.locale][topic].title, link: pageAddress(scene, unsubscribePath(token)) }
}

/** Throws `link.invalid` for a token that nobody was sent, whatever it looks like. */
export const getWayOut = async (tx: TenantTx, token: string): Promise<OpenLink> => {
  const link = await findLink(tx, hashToken(token))
  if (!link) throw new DomainError('link.invalid')
  return link
}

/** Ends the topic for the person of the link, as often as it is asked. */
export const unsubscribe = async (tx: TenantTx, token: string, now: Date): Promise<OpenLink> => {
  const link = await getWayOut(tx, token)
  await saveSaid(tx, { ...link, wanted: false, now })
  return link
}
