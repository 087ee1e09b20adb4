import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import { checkRate, oldestSlice, rateLimits, sliceStart, type RateOutcome } from '@digitallotsen/domain/identity/rate.rules.ts'
import type { Services } from '../../services.ts'
import { hashToken } from '../session/token.ts'
import { networkOf } from './network.rules.ts'
import { countOne, listCounts, lockKey } from './rate.repository.ts'

type LimitName = keyof typeof rateLimits

/** Named by what is counted: who is counted by network is not counted by address. */
const counted = (name: LimitName, subject: string): string => (name.endsWith('ByNetwork') ? networkOf(subject) : subject)

const count = async (tx: TenantTx, now: Date, name: LimitName, subject: string): Promise<RateOutcome> => {
  const limit = rateLimits[name]
  const key = `${name}:${hashToken(counted(name, subject))}`
  await lockKey(tx, key)
  const outcome = checkRate(limit, await listCounts(tx, key, oldestSlice(limit, now)), now)
  if (outcome.ok) await countOne(tx, key, sliceStart(limit, now))
  return outcome
}

const ensureOk = (outcome: RateOutcome): void => {
  if (!outcome.ok) throw new DomainError('rate.limited', { retryAfterSeconds: outcome.retryAfterSeconds })
}

/**
 * Counts one attempt, in a transaction of its own so that it stays counted when the act fails. Throws `rate.limited` with the
 * seconds to wait. The key (an address, a network) is kept only as a hash.
 */
export const ensureAllowed = async (services: Services, tenantId: string, name: LimitName, subject: string): Promise<void> => {
  const now = services.now()
  ensureOk(await services.lanes.withTenant(tenantId, tx => count(tx, now, name, subject)))
}

/** Counts one attempt and says whether it was within the limit; nothing fails for it. */
export const isWithin = async (tx: TenantTx, now: Date, name: LimitName, subject: string): Promise<boolean> => (await count(tx, now, name, subject)).ok

/** The same in the transaction of the act itself: only what comes to pass is counted. */
export const ensureAllowedIn = async (tx: TenantTx, now: Date, name: LimitName, subject: string): Promise<void> => ensureOk(await count(tx, now, name, subject))
