import { randomUUID } from 'node:crypto'
import type { GlobalTx } from '@digitallotsen/db/lanes.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import { deviceLabel } from '@digitallotsen/domain/identity/device.rules.ts'
import { normaliseEmail } from '@digitallotsen/domain/identity/email.rules.ts'
import { checkRate, oldestSlice, rateLimits, sliceStart, type RateCount, type RateLimit } from '@digitallotsen/domain/identity/rate.rules.ts'
import type { ChallengeId } from '@digitallotsen/domain/ids.schemas.ts'
import type { SessionClaims } from '../session/session.types.ts'
import type { Services } from '../../services.ts'
import { hashCode, hashToken, newCode, newToken } from '../session/token.ts'
import { signInMail } from './operator.mail.ts'
import {
  consumeOperatorChallenge, consumeOperatorLink, findOperatorByEmail, findOperatorById, findOperatorChallengeEmail, insertOperatorChallenge,
  insertOperatorSession, listOperatorCodes, lockOperatorSignIn, takeOperatorAttempt, type OperatorChallenge,
} from './operator.repository.ts'
import { endSession, findOperator, type Operator } from './operator.service.ts'

const codeMinutes = 15
const attemptsPerCode = 5
/** A working day: whoever sees all cities signs in anew each morning. */
const sessionHours = 12

/** Attempts are known by the age of their code, which may be 15 minutes older: twice the window keeps the promise of the limit. */
const triesPerAddress: RateLimit = { ...rateLimits.codeTryByEmail, windowSeconds: 2 * rateLimits.codeTryByEmail.windowSeconds }

/** What the door of the console knows of a request before anybody has signed in. */
export type ConsoleVisit = {
  services: Pick<Services, 'env' | 'log' | 'now' | 'operatorLanes' | 'operatorMail' | 'secret'>
  origin: string
  claims: SessionClaims | null
  client: { agent: string }
  cookie: { set(claims: SessionClaims): void; clear(): void }
}
export type ConsoleHome = { home: 'console' }

const ensureBelow = (limit: RateLimit, counts: RateCount[], now: Date) => {
  const outcome = checkRate(limit, counts, now)
  if (!outcome.ok) throw new DomainError('rate.limited', { retryAfterSeconds: outcome.retryAfterSeconds })
}

const ensureMayAsk = async (tx: GlobalTx, limit: RateLimit, now: Date, email?: string): Promise<void> => {
  const codes = await listOperatorCodes(tx, oldestSlice(limit, now), email)
  ensureBelow(limit, codes.map(code => ({ start: sliceStart(limit, code.createdAt), count: 1 })), now)
}

const ensureMayTry = async (tx: GlobalTx, email: string, now: Date): Promise<void> => {
  const codes = await listOperatorCodes(tx, oldestSlice(triesPerAddress, now), email)
  ensureBelow(triesPerAddress, codes.map(code => ({ start: sliceStart(triesPerAddress, code.createdAt), count: code.attempts })), now)
}

type Asked = { id: string; code: string; link: string; operator: Operator | undefined }

const startChallenge = async (tx: GlobalTx, secret: string, email: string, now: Date): Promise<Asked> => {
  await lockOperatorSignIn(tx)
  await ensureMayAsk(tx, rateLimits.codeRequestByNetwork, now)
  await ensureMayAsk(tx, rateLimits.codeRequestByEmail, now, email)
  const [id, code, link] = [randomUUID(), newCode(), newToken()]
  const operator = await findOperatorByEmail(tx, email)
  await insertOperatorChallenge(tx, {
    id, email, operatorId: operator?.id ?? null,
    codeHash: hashCode(secret, id, code),
    linkHash: hashToken(link),
    createdAt: now,
    expiresAt: new Date(now.getTime() + codeMinutes * 60_000),
  })
  return { id, code, link, operator }
}

/** Nobody waits for the mail: how long it takes would tell a known address from an unknown one. */
const deliver = ({ services, origin }: ConsoleVisit, to: string, { code, link }: Asked): void => {
  const mail = signInMail({ to, code, link: `${origin}/anmelden/link#${link}`, minutes: codeMinutes })
  if (services.operatorMail) {
    services.operatorMail(mail).catch((error: unknown) => services.log.error({ err: error }, 'the mail with a sign-in code was not sent'))
    return
  }
  if (services.env.DATABASE_URL === undefined) services.log.warn(`Code für die Konsole (kein Mailversand eingerichtet): ${code}`)
  else services.log.error('the mail with a sign-in code was not sent: no mail is set up')
}

/** The same answer, known address or not. */
export const askForCode = async (visit: ConsoleVisit, { email }: { email: string }): Promise<{ challengeId: ChallengeId }> => {
  const { services } = visit
  const address = normaliseEmail(email)
  const asked = await services.operatorLanes.withoutTenant(tx => startChallenge(tx, services.secret, address, services.now()))
  if (asked.operator) deliver(visit, address, asked)
  return { challengeId: asked.id as ChallengeId }
}

const openSession = async (tx: GlobalTx, { services, client }: ConsoleVisit, challenge: OperatorChallenge): Promise<SessionClaims | undefined> => {
  const now = services.now()
  const operator = challenge.operatorId ? await findOperatorById(tx, challenge.operatorId) : undefined
  if (!operator) return undefined
  const tok = newToken()
  const expiresAt = new Date(now.getTime() + sessionHours * 3_600_000)
  const sid = await insertOperatorSession(tx, { operatorId: operator.id, tokenHash: hashToken(tok), device: deviceLabel(client.agent), now, expiresAt })
  services.log.info({ operatorId: operator.id }, 'operator signed in')
  return { sid, tok }
}

const welcome = (visit: ConsoleVisit, claims: SessionClaims): ConsoleHome => {
  visit.cookie.set(claims)
  return { home: 'console' }
}

const takeAttempt = async (tx: GlobalTx, challengeId: string, now: Date): Promise<OperatorChallenge | undefined> => {
  await lockOperatorSignIn(tx)
  const email = await findOperatorChallengeEmail(tx, challengeId)
  if (email !== undefined) await ensureMayTry(tx, email, now)
  return takeOperatorAttempt(tx, challengeId, attemptsPerCode, now)
}

/** An attempt is taken in a transaction of its own, so a wrong one stays counted; a right code is spent together with the new session. */
export const enterWithCode = async (visit: ConsoleVisit, { challengeId, code }: { challengeId: string; code: string }): Promise<ConsoleHome> => {
  const { services } = visit
  const now = services.now()
  const challenge = await services.operatorLanes.withoutTenant(tx => takeAttempt(tx, challengeId, now))
  if (!challenge) throw new DomainError('code.expired')
  if (challenge.codeHash !== hashCode(services.secret, challengeId, code)) throw new DomainError('code.wrong')
  const claims = await services.operatorLanes.withoutTenant(async tx => {
    const spent = await consumeOperatorChallenge(tx, challengeId, now)
    if (!spent) throw new DomainError('code.expired')
    return openSession(tx, visit, spent)
  })
  if (!claims) throw new DomainError('code.wrong')
  return welcome(visit, claims)
}

export const enterWithLink = async (visit: ConsoleVisit, { token }: { token: string }): Promise<ConsoleHome> => {
  const { services } = visit
  const claims = await services.operatorLanes.withoutTenant(async tx => {
    const spent = await consumeOperatorLink(tx, hashToken(token), services.now())
    return spent && openSession(tx, visit, spent)
  })
  if (!claims) throw new DomainError('link.invalid')
  return welcome(visit, claims)
}

export const whoAmI = ({ services, claims }: ConsoleVisit): Promise<Operator | null> =>
  services.operatorLanes.withoutTenant(tx => findOperator(tx, claims, services.now()), { readOnly: true })

export const signOut = async ({ services, claims, cookie }: ConsoleVisit): Promise<{ ended: true }> => {
  if (claims) await services.operatorLanes.withoutTenant(tx => endSession(tx, claims, services.now()))
  cookie.clear()
  return { ended: true }
}
