import { and, desc, eq, gt, isNull, or, sql, type Placeholder } from 'drizzle-orm'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { memberships } from '@digitallotsen/db/schema/memberships.table.ts'
import { merchants } from '@digitallotsen/db/schema/merchants.table.ts'
import { people } from '@digitallotsen/db/schema/people.table.ts'
import { sessions } from '@digitallotsen/db/schema/sessions.table.ts'
import { ofCity, readAhead, writeQuery, type Given, type RowOf } from '@digitallotsen/db/written-query.ts'
import type { Device, Identity, Membership } from '@digitallotsen/domain/identity/identity.schemas.ts'
import type { MerchantId, PersonId, SessionId } from '@digitallotsen/domain/ids.schemas.ts'

const sessionColumns = {
  id: sessions.id, personId: sessions.personId, email: people.email, displayName: people.displayName,
  tokenHash: sessions.tokenHash, previousTokenHash: sessions.previousTokenHash, rotatedAt: sessions.rotatedAt,
} as const

export type StoredSession = {
  id: string
  personId: string
  email: string
  displayName: string | null
  tokenHash: string
  previousTokenHash: string | null
  rotatedAt: Date
}

const isLive = (now: Placeholder | Date) => and(isNull(sessions.endedAt), gt(sessions.expiresAt, now), isNull(people.endedAt))

export const findSession = async (tx: TenantTx, sessionId: string, now: Date): Promise<StoredSession | undefined> => {
  const [row] = await tx
    .select(sessionColumns)
    .from(sessions)
    .innerJoin(people, and(eq(people.tenantId, sessions.tenantId), eq(people.id, sessions.personId)))
    .where(and(eq(sessions.tenantId, tx.tenantId), eq(sessions.id, sessionId), isLive(now)))
  return row
}

const membershipColumns = { role: memberships.role, merchantId: memberships.merchantId, merchantName: merchants.name, position: memberships.position, universityId: memberships.universityId } as const

const isHeld = (now: Placeholder | Date) => and(isNull(memberships.endedAt), or(isNull(memberships.validUntil), gt(memberships.validUntil, now)))

const merchantOfMembership = and(eq(merchants.tenantId, memberships.tenantId), eq(merchants.id, memberships.merchantId))

export const listMemberships = async (tx: TenantTx, personId: string, now: Date): Promise<Membership[]> => {
  const rows = await tx
    .select(membershipColumns)
    .from(memberships)
    .leftJoin(merchants, merchantOfMembership)
    .where(and(eq(memberships.tenantId, tx.tenantId), eq(memberships.personId, personId), isHeld(now)))
    .orderBy(memberships.createdAt)
  return rows.map(row => ({ ...row, merchantId: row.merchantId as MerchantId | null }))
}

/** A row per membership, and one without where there is none: it runs before every answer to somebody signed in, so it is one trip. */
const sessionWithMemberships = writeQuery(
  { ...sessionColumns, ...membershipColumns },
  (select, given: Given<'sessionId' | 'now'>) =>
    select
      .from(sessions)
      .innerJoin(people, and(eq(people.tenantId, sessions.tenantId), eq(people.id, sessions.personId)))
      .leftJoin(memberships, and(eq(memberships.tenantId, sessions.tenantId), eq(memberships.personId, sessions.personId), isHeld(given('now'))))
      .leftJoin(merchants, merchantOfMembership)
      .where(and(eq(sessions.tenantId, ofCity), eq(sessions.id, given('sessionId')), isLive(given('now'))))
      .orderBy(memberships.createdAt),
)

type SessionRow = RowOf<typeof sessionWithMemberships>

/** What `toSession` takes, to be read in a transaction of its city. */
export const identityRead = (sessionId: string, now: Date) => readAhead(sessionWithMemberships, { sessionId, now })

export const toSession = (rows: readonly SessionRow[]): { session: StoredSession; held: Membership[] } | undefined => {
  const [session] = rows
  const held = rows.flatMap(({ role, merchantId, merchantName, position, universityId }) =>
    role === null ? [] : [{ role, merchantId: merchantId as MerchantId | null, merchantName, position, universityId }],
  )
  return session && { session, held }
}

export const findSessionWithMemberships = async (tx: TenantTx, sessionId: string, now: Date) =>
  toSession(await tx.read(sessionWithMemberships, { sessionId, now }))

export const toIdentity = (session: StoredSession, held: Membership[]): Identity => ({
  personId: session.personId as PersonId,
  email: session.email,
  displayName: session.displayName,
  memberships: held,
})

export type NewSession = { personId: string; tokenHash: string; device: string; now: Date; expiresAt: Date }

export const insertSession = async (tx: TenantTx, { personId, tokenHash, device, now, expiresAt }: NewSession): Promise<string> => {
  const [row] = await tx
    .insert(sessions)
    .values({ tenantId: tx.tenantId, personId, tokenHash, device, rotatedAt: now, lastSeenAt: now, expiresAt })
    .returning({ id: sessions.id })
  if (!row) throw new Error('session was not stored')
  return row.id
}

/** Whether this person has ever signed in, and ever with a device of this name; sessions that have ended count. */
export const findAcquaintance = async (tx: TenantTx, personId: string, device: string): Promise<{ signedInBefore: boolean; knowsDevice: boolean }> => {
  const [row] = await tx
    .select({ sessions: sql<number>`count(*)::int`, alike: sql<number>`count(*) filter (where ${sessions.device} = ${device})::int` })
    .from(sessions)
    .where(and(eq(sessions.tenantId, tx.tenantId), eq(sessions.personId, personId)))
  return { signedInBefore: (row?.sessions ?? 0) > 0, knowsDevice: (row?.alike ?? 0) > 0 }
}

/** Only the holder of the present token turns it; of two at once, one does. */
export const rotateSession = async (tx: TenantTx, sessionId: string, change: { from: string; to: string; now: Date }): Promise<boolean> => {
  const turned = await tx
    .update(sessions)
    .set({ tokenHash: change.to, previousTokenHash: change.from, rotatedAt: change.now, lastSeenAt: change.now })
    .where(and(eq(sessions.tenantId, tx.tenantId), eq(sessions.id, sessionId), eq(sessions.tokenHash, change.from), isNull(sessions.endedAt)))
    .returning({ id: sessions.id })
  return turned.length === 1
}

export const endSession = async (tx: TenantTx, personId: string, sessionId: string, now: Date): Promise<boolean> => {
  const ended = await tx
    .update(sessions)
    .set({ endedAt: now })
    .where(and(eq(sessions.tenantId, tx.tenantId), eq(sessions.id, sessionId), eq(sessions.personId, personId), isNull(sessions.endedAt)))
    .returning({ id: sessions.id })
  return ended.length === 1
}

export const listDevices = async (tx: TenantTx, personId: string, currentId: string, now: Date): Promise<Device[]> => {
  const rows = await tx
    .select({ id: sessions.id, label: sessions.device, createdAt: sessions.createdAt, lastSeenAt: sessions.lastSeenAt })
    .from(sessions)
    .where(and(eq(sessions.tenantId, tx.tenantId), eq(sessions.personId, personId), isNull(sessions.endedAt), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.lastSeenAt))
    .limit(50)
  return rows.map(row => ({
    id: row.id as SessionId, label: row.label, createdAt: row.createdAt.toISOString(), lastSeenAt: row.lastSeenAt.toISOString(), current: row.id === currentId,
  }))
}
