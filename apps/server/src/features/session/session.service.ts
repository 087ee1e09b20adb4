import type { TenantReading } from '@digitallotsen/db/tenant-reading.ts'
import type { Lanes, TenantTx, TransactionOptions } from '@digitallotsen/db/lanes.ts'
import type { Ahead } from '@digitallotsen/db/written-query.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import { deviceLabel } from '@digitallotsen/domain/identity/device.rules.ts'
import type { Device, Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import { sessionDays, type SessionClaims } from './session.types.ts'
import { endSession, findAcquaintance, findSession, findSessionWithMemberships, identityRead, insertSession, listDevices, rotateSession, toIdentity, toSession, type StoredSession } from './session.repository.ts'
import { hashToken, newToken } from './token.ts'

/** Two tabs may turn a token at the same moment: the one before it is good for so long, and only the one before. */
const graceMs = 10_000
const rotateAfterMs = 60 * 60_000
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const isCurrent = (session: StoredSession, hash: string, now: Date) =>
  session.tokenHash === hash || (session.previousTokenHash === hash && now.getTime() - session.rotatedAt.getTime() <= graceMs)

type Found = ReturnType<typeof toSession>
type Asking = { claims: SessionClaims | null; now: Date }

const identityOf = (found: Found, claims: SessionClaims, now: Date): Identity | null =>
  found && isCurrent(found.session, hashToken(claims.tok), now) ? toIdentity(found.session, found.held) : null

/** Who is asking, with the roles of this very moment; null for a visitor and for a cookie that no longer holds. */
export const findIdentity = async (tx: TenantTx, claims: SessionClaims | null, now: Date): Promise<Identity | null> =>
  claims && uuid.test(claims.sid) ? identityOf(await findSessionWithMemberships(tx, claims.sid, now), claims, now) : null

/** A transaction of a city together with who is asking in it, as `findIdentity` tells it: both come with one trip to the database. */
export const withIdentity = <T>(
  lanes: Lanes,
  tenantId: string,
  { claims, now }: Asking,
  work: (tx: TenantTx, identity: Identity | null) => Promise<T>,
  options: TransactionOptions,
): Promise<T> =>
  claims && uuid.test(claims.sid)
    ? lanes.withTenantAhead(tenantId, identityRead(claims.sid, now), (tx, rows) => work(tx, identityOf(toSession(rows), claims, now)), options)
    : lanes.withTenant(tenantId, tx => work(tx, null), options)

/** The same for what is known beforehand: who is asking and all that will be read come with one trip. */
export const readWithIdentity = <T>(
  lanes: Lanes,
  tenantId: string,
  { claims, now }: Asking,
  reads: readonly Ahead<unknown>[],
  work: (reading: TenantReading, identity: Identity | null) => Promise<T>,
): Promise<T> => {
  if (!claims || !uuid.test(claims.sid)) return lanes.withTenant(tenantId, tx => work(tx, null), { readOnly: true })
  const who = identityRead(claims.sid, now)
  return lanes.withTenantReads(tenantId, [who, ...reads], async reading =>
    work(reading, identityOf(toSession(await reading.read(who.query, who.values)), claims, now)),
  )
}

export const ensureSignedIn = (identity: Identity | null, claims: SessionClaims | null): Identity => {
  if (!identity) throw new DomainError(claims ? 'session.expired' : 'session.missing')
  return identity
}

export const ensureIdentity = async (tx: TenantTx, claims: SessionClaims | null, now: Date): Promise<Identity> =>
  ensureSignedIn(await findIdentity(tx, claims, now), claims)

/** True for somebody who has signed in before, yet never with a device like this one. Asked before the session is opened. */
export const isNewDevice = async (tx: TenantTx, personId: string, agent: string): Promise<boolean> => {
  const { signedInBefore, knowsDevice } = await findAcquaintance(tx, personId, deviceLabel(agent))
  return signedInBefore && !knowsDevice
}

export const openSession = async (tx: TenantTx, personId: string, agent: string, now: Date): Promise<SessionClaims> => {
  const tok = newToken()
  const expiresAt = new Date(now.getTime() + sessionDays * 86_400_000)
  const sid = await insertSession(tx, { personId, tokenHash: hashToken(tok), device: deviceLabel(agent), now, expiresAt })
  return { sid, tok }
}

/**
 * A new token where the present one is older than an hour. A token from before the last turn, shown after its grace, is a copy
 * in other hands: the session ends for everybody. Returns the claims to set, undefined where nothing changes.
 */
export const turnSession = async (tx: TenantTx, claims: SessionClaims, now: Date): Promise<SessionClaims | 'ended' | undefined> => {
  const session = uuid.test(claims.sid) ? await findSession(tx, claims.sid, now) : undefined
  if (!session) return 'ended'
  const from = hashToken(claims.tok)
  if (!isCurrent(session, from, now)) {
    await endSession(tx, session.personId, session.id, now)
    return 'ended'
  }
  if (session.tokenHash !== from || now.getTime() - session.rotatedAt.getTime() < rotateAfterMs) return undefined
  const tok = newToken()
  return (await rotateSession(tx, session.id, { from, to: hashToken(tok), now })) ? { sid: session.id, tok } : undefined
}

export const devicesOf = (tx: TenantTx, identity: Identity, currentId: string, now: Date): Promise<Device[]> =>
  listDevices(tx, identity.personId, currentId, now)

export const endDevice = async (tx: TenantTx, identity: Identity, sessionId: string, now: Date): Promise<void> => {
  if (!(await endSession(tx, identity.personId, sessionId, now))) throw new DomainError('session.not_found')
}
