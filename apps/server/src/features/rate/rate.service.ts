import { DomainError } from '@digitallotsen/domain/errors.ts'
import { checkRate, oldestSlice, rateLimits, sliceStart } from '@digitallotsen/domain/identity/rate.rules.ts'
import type { Services } from '../../services.ts'
import { hashToken } from '../session/token.ts'
import { countOne, listCounts, lockKey } from './rate.repository.ts'

/**
 * Counts one attempt, in a transaction of its own so that it stays counted when the act fails. Throws `rate.limited` with the
 * seconds to wait. The key (an address, a network) is kept only as a hash.
 */
export const ensureAllowed = async (services: Services, tenantId: string, name: keyof typeof rateLimits, subject: string): Promise<void> => {
  const limit = rateLimits[name]
  const key = `${name}:${hashToken(subject)}`
  const now = services.now()
  const outcome = await services.lanes.withTenant(tenantId, async tx => {
    await lockKey(tx, key)
    const outcome = checkRate(limit, await listCounts(tx, key, oldestSlice(limit, now)), now)
    if (outcome.ok) await countOne(tx, key, sliceStart(limit, now))
    return outcome
  })
  if (!outcome.ok) throw new DomainError('rate.limited', { retryAfterSeconds: outcome.retryAfterSeconds })
}
