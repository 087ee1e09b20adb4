import * as z from 'zod/mini'
import type { Services } from '../../services.ts'
import { sweepExpired } from './retention.service.ts'

const payload = z.strictObject({ tenant_id: z.uuid() })

/** The report stands in the log: how many of each kind, and of which city. */
export const sweepExpiredJob = async ({ lanes, now, log }: Services, given: unknown): Promise<void> => {
  const { tenant_id: tenantId } = payload.parse(given)
  log.info({ tenantId, deleted: await sweepExpired({ lanes, tenantId, now: now() }) }, 'swept what has expired')
}
