import * as z from 'zod/mini'
import { tenantId } from '@digitallotsen/domain/ids.schemas.ts'
import type { Services } from '../../services.ts'
import { originOf } from '../mail/city-origin.ts'
import { openDueHandovers, settleDueHandovers } from './handover.service.ts'

const payload = z.object({ tenantId })

/** Once a day: lists what is six weeks away, and does what the date asks for. A repeat on the same day finds nothing left to do. */
export const watchHandoversJob = async (services: Services, given: unknown): Promise<void> => {
  const { tenantId: id } = payload.parse(given)
  const city = (await services.cities.list()).find(one => one.tenantId === id)
  if (!city) return
  const scope = { city, origin: originOf(services.env, city), now: services.now() }
  const listed = await services.lanes.withTenant(id, tx => openDueHandovers(tx, scope))
  const settled = await services.lanes.withTenant(id, tx => settleDueHandovers(tx, scope))
  services.log.info({ tenantId: id, listed, ...settled }, 'handovers watched')
}
