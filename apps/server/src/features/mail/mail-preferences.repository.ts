import { and, eq, isNull } from 'drizzle-orm'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { mailPreferences } from '@digitallotsen/db/schema/mail-preferences.table.ts'
import { people } from '@digitallotsen/db/schema/people.table.ts'
import { unsubscribeLinks } from '@digitallotsen/db/schema/unsubscribe-links.table.ts'
import type { MailPreference } from '@digitallotsen/domain/mail/mail-preferences.rules.ts'
import type { OptionalMailTopic } from '@digitallotsen/domain/mail/mail-topics.ts'

export const listSaid = (tx: TenantTx, personId: string): Promise<MailPreference[]> =>
  tx
    .select({ topic: mailPreferences.topic, wanted: mailPreferences.wanted })
    .from(mailPreferences)
    .where(and(eq(mailPreferences.tenantId, tx.tenantId), eq(mailPreferences.personId, personId)))

export type Saying = { personId: string; topic: OptionalMailTopic; wanted: boolean; now: Date }

export const saveSaid = async (tx: TenantTx, { personId, topic, wanted, now }: Saying): Promise<void> => {
  await tx
    .insert(mailPreferences)
    .values({ tenantId: tx.tenantId, personId, topic, wanted, updatedAt: now })
    .onConflictDoUpdate({ target: [mailPreferences.tenantId, mailPreferences.personId, mailPreferences.topic], set: { wanted, updatedAt: now } })
}

export type NewLink = { tokenHash: string; personId: string; topic: OptionalMailTopic; createdAt: Date }

export const insertLink = async (tx: TenantTx, link: NewLink): Promise<void> => {
  await tx.insert(unsubscribeLinks).values({ tenantId: tx.tenantId, ...link })
}

export type OpenLink = { personId: string; topic: OptionalMailTopic }

export const findLink = async (tx: TenantTx, tokenHash: string): Promise<OpenLink | undefined> => {
  const own = and(eq(people.tenantId, unsubscribeLinks.tenantId), eq(people.id, unsubscribeLinks.personId))
  const [link] = await tx
    .select({ personId: unsubscribeLinks.personId, topic: unsubscribeLinks.topic })
    .from(unsubscribeLinks)
    .innerJoin(people, own)
    .where(and(eq(unsubscribeLinks.tenantId, tx.tenantId), eq(unsubscribeLinks.tokenHash, tokenHash), isNull(people.endedAt)))
  return link
}
