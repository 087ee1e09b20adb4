import { randomInt } from 'node:crypto'
import { merchantId, websiteAuditId } from '@digitallotsen/domain/ids.schemas.ts'
import * as z from 'zod/mini'
import type { WebReader } from '../../adapters/web/web-reader.ts'
import type { Services } from '../../services.ts'
import type { AuditDesk } from './audit-desk.ts'
import { rejudgeLatest } from './website-answers.service.ts'
import { beginRepeat, planRepeats, tidyAudits } from './website-repeat.service.ts'
import { claim, findWaiting, runAudit, type Run } from './website-run.service.ts'
import { enqueueAudit } from './website-start.service.ts'

const ofCity = z.strictObject({ tenant_id: z.uuid() })
const ofAudit = z.strictObject({ tenant_id: z.uuid(), auditId: websiteAuditId })
const ofMerchant = z.strictObject({ tenant_id: z.uuid(), merchantId })

/** What a job needs of the server; a test hands in its own cities. */
export type JobServices = Pick<Services, 'env' | 'lanes' | 'now' | 'log'> & { cities: Pick<Services['cities'], 'list'> }
export type Reading = { services: JobServices; web: WebReader; desk: AuditDesk }

const findCity = async (cities: JobServices['cities'], tenantId: string) => (await cities.list()).find(entry => entry.tenantId === tenantId)

/** The site or all places are taken: it comes again a little later, not all at the same moment. */
const postpone = ({ services: { lanes, now }, city }: Run, auditId: string): Promise<void> =>
  lanes.withTenant(city.tenantId, tx => enqueueAudit(tx, auditId, new Date(now().getTime() + randomInt(4_000, 12_000))))

export const auditWebsiteJob = async ({ services, web, desk }: Reading, given: unknown): Promise<void> => {
  const { tenant_id: tenantId, auditId } = ofAudit.parse(given)
  const city = await findCity(services.cities, tenantId)
  if (!city) return
  const run: Run = { services, web, city }
  const waiting = await findWaiting(run, auditId)
  if (!waiting) return
  const { host } = waiting
  if (!desk.enter(host, waiting.merchantId === null ? 'visitor' : 'business')) return postpone(run, auditId)
  try {
    const claimed = await claim(run, auditId)
    if (claimed.kind === 'busy') return await postpone(run, auditId)
    if (claimed.kind === 'yours') await runAudit(run, claimed)
  } finally {
    desk.leave(host)
  }
}

/** What somebody saw with their own eyes elsewhere counts in the newest audit at once. */
export const rejudgeWebsiteJob = async ({ lanes, cities, now }: JobServices, given: unknown): Promise<void> => {
  const { tenant_id: tenantId, merchantId: id } = ofMerchant.parse(given)
  const city = await findCity(cities, tenantId)
  if (city) await lanes.withTenant(tenantId, tx => rejudgeLatest(tx, { city, now: now() }, id))
}

export const repeatWebsiteJob = async ({ lanes, now }: JobServices, given: unknown): Promise<void> => {
  const { tenant_id: tenantId, merchantId: id } = ofMerchant.parse(given)
  await lanes.withTenant(tenantId, tx => beginRepeat(tx, id, now()))
}

/** Only where the city offers the check. */
export const monthlyWebsitesJob = async ({ lanes, cities, now }: JobServices, given: unknown): Promise<void> => {
  const { tenant_id: tenantId } = ofCity.parse(given)
  const city = await findCity(cities, tenantId)
  if (city?.pack.features.websiteCheck) await lanes.withTenant(tenantId, tx => planRepeats(tx, now()))
}

export const tidyWebsitesJob = async ({ lanes, now }: JobServices, given: unknown): Promise<void> => {
  await lanes.withTenant(ofCity.parse(given).tenant_id, tx => tidyAudits(tx, now()))
}
