import * as z from 'zod/mini'
import type { Services } from '../../services.ts'
import { originOf } from '../mail/city-origin.ts'
import { tellReminder } from './visit-letters.service.ts'
import { lockUnreminded, removeExpiredLinks, setReminded } from './visit-reminders.repository.ts'
import { findStoredVisit } from './visit.repository.ts'

const payload = z.strictObject({ tenant_id: z.uuid() })
const dayMs = 86_400_000
const keptDays = 30

/** Reminds both sides the day before, once, however often it runs. */
export const remindVisitsJob = async (services: Services, given: unknown): Promise<void> => {
  const { tenant_id: tenantId } = payload.parse(given)
  const city = (await services.cities.list()).find(each => each.tenantId === tenantId)
  if (!city) return
  const now = services.now()
  const scope = { city, origin: originOf(services.env, city), now }
  await services.lanes.withTenant(tenantId, async tx => {
    for (const { id } of await lockUnreminded(tx, { from: now, to: new Date(now.getTime() + dayMs) })) {
      const visit = await findStoredVisit(tx, id)
      if (!visit) continue
      await tellReminder(tx, scope, visit)
      await setReminded(tx, id, now)
    }
    await removeExpiredLinks(tx, new Date(now.getTime() - keptDays * dayMs))
  })
}
