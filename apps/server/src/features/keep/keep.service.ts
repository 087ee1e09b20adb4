import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import type { ChallengeId } from '@digitallotsen/domain/ids.schemas.ts'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import type { Services } from '../../services.ts'
import { once } from '../../trpc/idempotency.ts'
import { ensureKeepable } from '../check/check.service.ts'
import type { CityEntry } from '../city/city-directory.ts'
import { ensureMayAsk, startChallenge } from '../identity/challenge.service.ts'
import { ensureKnownPlace, offeredLocale } from '../identity/registration.service.ts'
import type { Business } from '../identity/registration.schemas.ts'
import { hashToken } from '../session/token.ts'

export type KeepRequest = { assessmentId: string; key: string; business: Business; email: string; locale: Locale; idempotencyKey: string }
type Visit = { services: Services; city: CityEntry; origin: string; client: { address: string } }

const challengeFor = async (tx: TenantTx, { services, city, origin, client }: Visit, input: KeepRequest & { address: string }): Promise<ChallengeId> => {
  const keyHash = hashToken(input.key)
  const assessmentId = await ensureKeepable(tx, { assessmentId: input.assessmentId, keyHash })
  const locale = offeredLocale(city, input.locale)
  const pending = { assessmentId, keyHash, business: input.business, locale, acceptedPrivacyAt: services.now().toISOString() }
  return startChallenge(tx, services, city, { email: input.address, locale, network: client.address, origin, pending })
}

/** Asks for the mailbox's word; business, person and plan come to be only when its code returns. */
export const keepPlan = async (visit: Visit, input: KeepRequest): Promise<{ challengeId: ChallengeId }> => {
  const { services, city, client } = visit
  ensureKnownPlace(city, input.business)
  const address = await ensureMayAsk(services, city, input.email, client.address)
  const effect = { key: input.idempotencyKey, procedure: 'keep', subject: input.assessmentId }
  return services.lanes.withTenant(city.tenantId, tx =>
    once(tx, effect, async () => ({ challengeId: await challengeFor(tx, visit, { ...input, address }) })),
  )
}
