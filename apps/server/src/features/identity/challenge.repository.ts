import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { signInCodes } from '@digitallotsen/db/schema/sign-in-codes.table.ts'
import type { PendingRegistration } from './registration.schemas.ts'

export type NewChallenge = {
  id: string
  email: string
  personId: string | null
  codeHash: string
  linkHash: string
  expiresAt: Date
  pending: PendingRegistration | null
}

export type Challenge = { id: string; email: string; personId: string | null; codeHash: string; pending: PendingRegistration | null }

const columns = {
  id: signInCodes.id, email: signInCodes.email, personId: signInCodes.personId, codeHash: signInCodes.codeHash, pending: signInCodes.pending,
}

const toChallenge = (row: Omit<Challenge, 'pending'> & { pending: unknown }): Challenge => ({ ...row, pending: row.pending as PendingRegistration | null })

export const insertChallenge = async (tx: TenantTx, challenge: NewChallenge): Promise<void> => {
  await tx.insert(signInCodes).values({ tenantId: tx.tenantId, ...challenge })
}

const live = (tx: TenantTx, now: Date) => and(eq(signInCodes.tenantId, tx.tenantId), isNull(signInCodes.consumedAt), gt(signInCodes.expiresAt, now))

/** Takes one of the attempts a code has; undefined when it is spent, expired, unknown, or has none left. */
export const takeAttempt = async (tx: TenantTx, challengeId: string, most: number, now: Date): Promise<Challenge | undefined> => {
  const [row] = await tx
    .update(signInCodes)
    .set({ attempts: sql`${signInCodes.attempts} + 1` })
    .where(and(live(tx, now), eq(signInCodes.id, challengeId), lt(signInCodes.attempts, most)))
    .returning(columns)
  return row && toChallenge(row)
}

/** Spends a challenge; of two at once, one gets it. */
export const consumeChallenge = async (tx: TenantTx, challengeId: string, now: Date): Promise<Challenge | undefined> => {
  const [row] = await tx.update(signInCodes).set({ consumedAt: now }).where(and(live(tx, now), eq(signInCodes.id, challengeId))).returning(columns)
  return row && toChallenge(row)
}

export const consumeLink = async (tx: TenantTx, linkHash: string, now: Date): Promise<Challenge | undefined> => {
  const [row] = await tx.update(signInCodes).set({ consumedAt: now }).where(and(live(tx, now), eq(signInCodes.linkHash, linkHash))).returning(columns)
  return row && toChallenge(row)
}

export const findChallengeEmail = async (tx: TenantTx, challengeId: string): Promise<string | undefined> => {
  const [row] = await tx
    .select({ email: signInCodes.email })
    .from(signInCodes)
    .where(and(eq(signInCodes.tenantId, tx.tenantId), eq(signInCodes.id, challengeId)))
  return row?.email
}
