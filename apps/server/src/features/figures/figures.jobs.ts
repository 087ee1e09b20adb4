import * as z from 'zod/mini'
import type { Services } from '../../services.ts'
import { refreshFigures } from './figures.service.ts'

const payload = z.strictObject({ tenant_id: z.uuid() })

/** In one snapshot, so that the four numbers belong together. */
export const refreshFiguresJob = async ({ lanes }: Services, given: unknown): Promise<void> => {
  await lanes.withTenant(payload.parse(given).tenant_id, refreshFigures, { isolation: 'repeatable read' })
}
