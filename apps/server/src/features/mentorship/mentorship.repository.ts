import { and, asc, desc, eq, inArray, isNull, lt, ne, or } from 'drizzle-orm'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { mentorshipEvents } from '@digitallotsen/db/schema/mentorship-events.table.ts'
import { mentorships } from '@digitallotsen/db/schema/mentorships.table.ts'
import type { Wishes } from '@digitallotsen/domain/mentorship/mentorship.schemas.ts'
import type { MentorshipId } from '@digitallotsen/domain/ids.schemas.ts'
import type { CaseActor, Mentorship } from './mentorship.types.ts'

type Row = typeof mentorships.$inferSelect
const toMentorship = ({ tenantId: _city, createdAt: _made, updatedAt: _changed, ...row }: Row): Mentorship => row as Mentorship

const isIt = (tx: TenantTx, id: string) => and(eq(mentorships.tenantId, tx.tenantId), eq(mentorships.id, id))

export const findMentorship = async (tx: TenantTx, mentorshipId: string): Promise<Mentorship | undefined> => {
  const [row] = await tx.select().from(mentorships).where(isIt(tx, mentorshipId))
  return row && toMentorship(row)
}

/** All that changes a case waits for each other here. */
export const lockMentorship = async (tx: TenantTx, mentorshipId: string): Promise<Mentorship | undefined> => {
  const [row] = await tx.select().from(mentorships).where(isIt(tx, mentorshipId)).for('update')
  return row && toMentorship(row)
}

export const findOpenMentorshipOf = async (tx: TenantTx, merchantId: string): Promise<Mentorship | undefined> => {
  const [row] = await tx
    .select()
    .from(mentorships)
    .where(and(eq(mentorships.tenantId, tx.tenantId), eq(mentorships.merchantId, merchantId), ne(mentorships.state, 'ended')))
  return row && toMentorship(row)
}

export const findLatestMentorshipOf = async (tx: TenantTx, merchantId: string): Promise<Mentorship | undefined> => {
  const [row] = await tx
    .select()
    .from(mentorships)
    .where(and(eq(mentorships.tenantId, tx.tenantId), eq(mentorships.merchantId, merchantId)))
    .orderBy(desc(mentorships.requestedAt))
    .limit(1)
  return row && toMentorship(row)
}

/** The cases that this guide leads and that are not ended. */
export const listMentorshipsOfGuide = async (tx: TenantTx, guideId: string): Promise<Mentorship[]> => {
  const rows = await tx
    .select()
    .from(mentorships)
    .where(and(eq(mentorships.tenantId, tx.tenantId), eq(mentorships.guideId, guideId), ne(mentorships.state, 'ended')))
    .orderBy(asc(mentorships.lastContactAt))
  return rows.map(toMentorship)
}

export const listActive = async (tx: TenantTx): Promise<Mentorship[]> =>
  (await tx.select().from(mentorships).where(and(eq(mentorships.tenantId, tx.tenantId), eq(mentorships.state, 'active')))).map(toMentorship)

export type NewMentorship = { merchantId: string; wishes: Wishes; requestedBy: string | null; contactPersonId: string | null; now: Date; sample: boolean }

/** Undefined where the business has an open one already; of two at once, one is made. */
export const insertMentorship = async (tx: TenantTx, { now, ...values }: NewMentorship): Promise<MentorshipId | undefined> => {
  const [row] = await tx
    .insert(mentorships)
    .values({ tenantId: tx.tenantId, ...values, requestedAt: now, phaseSince: now, updatedAt: now })
    .onConflictDoNothing()
    .returning({ id: mentorships.id })
  return row?.id as MentorshipId | undefined
}

export type MentorshipPatch = Partial<Omit<Mentorship, 'id' | 'merchantId' | 'requestedAt' | 'requestedBy'>>

export const updateMentorship = async (tx: TenantTx, mentorshipId: string, patch: MentorshipPatch, now: Date): Promise<void> => {
  await tx.update(mentorships).set({ ...patch, updatedAt: now }).where(isIt(tx, mentorshipId))
}

/** Only forward: an earlier contact does not take a later one's place. */
export const touchContact = async (tx: TenantTx, mentorshipId: string, at: Date): Promise<void> => {
  await tx.update(mentorships).set({ lastContactAt: at, updatedAt: at }).where(and(isIt(tx, mentorshipId), or(isNull(mentorships.lastContactAt), lt(mentorships.lastContactAt, at))))
}

export type CaseTrace = { mentorshipId: string; kind: `${string}.${string}`; actor: CaseActor; details?: Readonly<Record<string, unknown>>; now: Date }

export const insertCaseEvent = async (tx: TenantTx, { mentorshipId, kind, actor, details = {}, now }: CaseTrace): Promise<void> => {
  await tx.insert(mentorshipEvents).values({ tenantId: tx.tenantId, mentorshipId, kind, actorPersonId: actor.personId, actorRole: actor.role, details, at: now })
}

export type StoredCaseEvent = { mentorshipId: string; at: Date; kind: string; actorPersonId: string | null; actorRole: string; details: Record<string, unknown> }

const eventColumns = {
  mentorshipId: mentorshipEvents.mentorshipId, at: mentorshipEvents.at, kind: mentorshipEvents.kind, actorPersonId: mentorshipEvents.actorPersonId,
  actorRole: mentorshipEvents.actorRole, details: mentorshipEvents.details,
}

export const listCaseEvents = async (tx: TenantTx, mentorshipId: string, most: number): Promise<StoredCaseEvent[]> => {
  const rows = await tx
    .select(eventColumns)
    .from(mentorshipEvents)
    .where(and(eq(mentorshipEvents.tenantId, tx.tenantId), eq(mentorshipEvents.mentorshipId, mentorshipId)))
    .orderBy(desc(mentorshipEvents.at), desc(mentorshipEvents.id))
    .limit(most)
  return rows as StoredCaseEvent[]
}

export const listEventsOfKind = async (tx: TenantTx, mentorshipIds: readonly string[], kind: string): Promise<StoredCaseEvent[]> => {
  if (mentorshipIds.length === 0) return []
  const rows = await tx
    .select(eventColumns)
    .from(mentorshipEvents)
    .where(and(eq(mentorshipEvents.tenantId, tx.tenantId), inArray(mentorshipEvents.mentorshipId, [...mentorshipIds]), eq(mentorshipEvents.kind, kind)))
  return rows as StoredCaseEvent[]
}
