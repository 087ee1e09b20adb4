import type { FastifyRequest } from 'fastify'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import type { Services } from '../../services.ts'
import type { CityEntry } from '../city/city-directory.ts'
import { ensureIdentity } from '../session/session.service.ts'

export const cityOf = ({ dlHost }: FastifyRequest): CityEntry => {
  if (dlHost.kind !== 'city') throw new DomainError('tenant.unknown_host')
  if (dlHost.city.state === 'paused') throw new DomainError('city.paused')
  return dlHost.city
}

/** The same door as a member's procedure, for the few routes beside tRPC: one transaction in the host's city, with who is asking. */
export const asMember = <T>(
  services: Services,
  request: FastifyRequest,
  act: (tx: TenantTx, identity: Identity) => Promise<T>,
  options: { readOnly: boolean } = { readOnly: false },
): Promise<T> =>
  services.lanes.withTenant(
    cityOf(request).tenantId,
    async tx => act(tx, await ensureIdentity(tx, request.sessionClaims(), services.now())),
    options,
  )
