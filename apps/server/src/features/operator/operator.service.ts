import { randomUUID } from 'node:crypto'
import type { GlobalTx } from '@digitallotsen/db/lanes.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import { normaliseEmail } from '@digitallotsen/domain/identity/email.rules.ts'
import type { SessionClaims } from '../session/session.types.ts'
import { hashToken, newToken } from '../session/token.ts'
import {
  endOperatorSession, findOperatorByEmail, findOperatorById, findOperatorSession, insertOperator, insertOperatorChallenge, noCode, type Operator,
} from './operator.repository.ts'

export type { Operator }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Who is asking on the console's host, read from the rows of this moment; null for a visitor and for a cookie that no longer holds. */
export const findOperator = async (tx: GlobalTx, claims: SessionClaims | null, now: Date): Promise<Operator | null> => {
  if (!claims || !uuid.test(claims.sid)) return null
  const session = await findOperatorSession(tx, claims.sid, now)
  return session?.tokenHash === hashToken(claims.tok) ? session.operator : null
}

export const ensureOperator = async (tx: GlobalTx, claims: SessionClaims | null, now: Date): Promise<Operator> => {
  const operator = await findOperator(tx, claims, now)
  if (!operator) throw new DomainError(claims ? 'session.expired' : 'session.missing')
  return operator
}

/** Only the holder of the token ends its session; ending it twice is no error. */
export const endSession = async (tx: GlobalTx, claims: SessionClaims, now: Date): Promise<void> => {
  if (uuid.test(claims.sid)) await endOperatorSession(tx, claims.sid, hashToken(claims.tok), now)
}

/** The operator of this address, made where there is none; an ended account stays ended. */
export const createOperator = async (tx: GlobalTx, { email, displayName }: { email: string; displayName: string | null }): Promise<Operator> => {
  const address = normaliseEmail(email)
  await insertOperator(tx, { email: address, displayName })
  const operator = await findOperatorByEmail(tx, address)
  if (!operator) throw new DomainError('person.not_found')
  return operator
}

export type LinkRequest = ({ operatorId: string } | { email: string }) & { hours: number; now: Date }

/** A link that signs in once, for `/anmelden/link#<token>`; the token is told here and nowhere kept. */
export const createOperatorLink = async (tx: GlobalTx, request: LinkRequest): Promise<string> => {
  const operator = await ('operatorId' in request ? findOperatorById(tx, request.operatorId) : findOperatorByEmail(tx, normaliseEmail(request.email)))
  if (!operator) throw new DomainError('person.not_found')
  const token = newToken()
  await insertOperatorChallenge(tx, {
    id: randomUUID(),
    email: operator.email,
    operatorId: operator.id,
    codeHash: noCode,
    linkHash: hashToken(token),
    createdAt: request.now,
    expiresAt: new Date(request.now.getTime() + request.hours * 3_600_000),
  })
  return token
}
