import { and, eq, gt, gte, isNull, lt, ne, sql } from 'drizzle-orm'
import type { GlobalTx } from '@digitallotsen/db/lanes.ts'
import { operatorSessions } from '@digitallotsen/db/schema/operator-sessions.table.ts'
import { operatorSignInCodes } from '@digitallotsen/db/schema/operator-sign-in-codes.table.ts'
import { operators } from '@digitallotsen/db/schema/operators.table.ts'

export type Operator = { id: string; email: string; displayName: string | null }
export type OperatorSession = { operator: Operator; tokenHash: string }
export type OperatorChallenge = { id: string; email: string; operatorId: string | null; codeHash: string }

const operatorColumns = { id: operators.id, email: operators.email, displayName: operators.displayName }
const challengeColumns = {
  id: operatorSignInCodes.id, email: operatorSignInCodes.email, operatorId: operatorSignInCodes.operatorId, codeHash: operatorSignInCodes.codeHash,
}

/** Of a row that holds a link alone: no code hashes to it. */
export const noCode = ''

export const findOperatorByEmail = async (tx: GlobalTx, email: string): Promise<Operator | undefined> => {
  const [row] = await tx.select(operatorColumns).from(operators).where(and(eq(operators.email, email), isNull(operators.endedAt)))
  return row
}

export const findOperatorById = async (tx: GlobalTx, operatorId: string): Promise<Operator | undefined> => {
  const [row] = await tx.select(operatorColumns).from(operators).where(and(eq(operators.id, operatorId), isNull(operators.endedAt)))
  return row
}

export const insertOperator = async (tx: GlobalTx, operator: Omit<Operator, 'id'>): Promise<void> => {
  await tx.insert(operators).values(operator).onConflictDoNothing()
}

export const findOperatorSession = async (tx: GlobalTx, sessionId: string, now: Date): Promise<OperatorSession | undefined> => {
  const [row] = await tx
    .select({ operator: operatorColumns, tokenHash: operatorSessions.tokenHash })
    .from(operatorSessions)
    .innerJoin(operators, eq(operators.id, operatorSessions.operatorId))
    .where(and(eq(operatorSessions.id, sessionId), isNull(operatorSessions.endedAt), gt(operatorSessions.expiresAt, now), isNull(operators.endedAt)))
  return row
}

export type NewOperatorSession = { operatorId: string; tokenHash: string; device: string; now: Date; expiresAt: Date }

export const insertOperatorSession = async (tx: GlobalTx, { now, ...session }: NewOperatorSession): Promise<string> => {
  const [row] = await tx
    .insert(operatorSessions)
    .values({ ...session, rotatedAt: now, lastSeenAt: now, createdAt: now })
    .returning({ id: operatorSessions.id })
  if (!row) throw new Error('session was not stored')
  return row.id
}

export const endOperatorSession = async (tx: GlobalTx, sessionId: string, tokenHash: string, now: Date): Promise<void> => {
  await tx
    .update(operatorSessions)
    .set({ endedAt: now })
    .where(and(eq(operatorSessions.id, sessionId), eq(operatorSessions.tokenHash, tokenHash), isNull(operatorSessions.endedAt)))
}

export type NewOperatorChallenge = OperatorChallenge & { linkHash: string; createdAt: Date; expiresAt: Date }

export const insertOperatorChallenge = async (tx: GlobalTx, challenge: NewOperatorChallenge): Promise<void> => {
  await tx.insert(operatorSignInCodes).values(challenge)
}

/** Requests and attempts of operators wait for each other, so that counting and deciding are one act; there are few of them. */
export const lockOperatorSignIn = async (tx: GlobalTx): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('operator sign-in', 0))`)
}

/** When codes were asked for, and how often each was tried; for one address, or for all. */
export const listOperatorCodes = async (tx: GlobalTx, since: Date, email?: string): Promise<{ createdAt: Date; attempts: number }[]> =>
  tx
    .select({ createdAt: operatorSignInCodes.createdAt, attempts: operatorSignInCodes.attempts })
    .from(operatorSignInCodes)
    .where(
      and(
        gte(operatorSignInCodes.createdAt, since),
        ne(operatorSignInCodes.codeHash, noCode),
        email === undefined ? undefined : eq(operatorSignInCodes.email, email),
      ),
    )

export const findOperatorChallengeEmail = async (tx: GlobalTx, challengeId: string): Promise<string | undefined> => {
  const [row] = await tx.select({ email: operatorSignInCodes.email }).from(operatorSignInCodes).where(eq(operatorSignInCodes.id, challengeId))
  return row?.email
}

const live = (now: Date) => and(isNull(operatorSignInCodes.consumedAt), gt(operatorSignInCodes.expiresAt, now))

/** Takes one of the attempts a code has; undefined when it is spent, expired, unknown, or has none left. */
export const takeOperatorAttempt = async (tx: GlobalTx, challengeId: string, most: number, now: Date): Promise<OperatorChallenge | undefined> => {
  const [row] = await tx
    .update(operatorSignInCodes)
    .set({ attempts: sql`${operatorSignInCodes.attempts} + 1` })
    .where(and(live(now), eq(operatorSignInCodes.id, challengeId), ne(operatorSignInCodes.codeHash, noCode), lt(operatorSignInCodes.attempts, most)))
    .returning(challengeColumns)
  return row
}

/** Spends a challenge; of two at once, one gets it. */
export const consumeOperatorChallenge = async (tx: GlobalTx, challengeId: string, now: Date): Promise<OperatorChallenge | undefined> => {
  const [row] = await tx.update(operatorSignInCodes).set({ consumedAt: now }).where(and(live(now), eq(operatorSignInCodes.id, challengeId))).returning(challengeColumns)
  return row
}

export const consumeOperatorLink = async (tx: GlobalTx, linkHash: string, now: Date): Promise<OperatorChallenge | undefined> => {
  const [row] = await tx.update(operatorSignInCodes).set({ consumedAt: now }).where(and(live(now), eq(operatorSignInCodes.linkHash, linkHash))).returning(challengeColumns)
  return row
}
