import { createHmac, randomUUID } from 'node:crypto'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { MerchantId, WebsiteAuditId } from '@digitallotsen/domain/ids.schemas.ts'
import type { Services } from '../../services.ts'
import { enqueueJob } from '../../queue/queue.repository.ts'
import { once } from '../../trpc/idempotency.ts'
import { record } from '../audit/audit.service.ts'
import type { CityEntry } from '../city/city-directory.ts'
import { ensureActiveMerchant } from '../merchant/merchant.service.ts'
import { ensureAllowed } from '../rate/rate.service.ts'
import { hashToken } from '../session/token.ts'
import { readSiteAddress, type SiteAddress } from './site-address.rules.ts'
import { checkingHand, ensureOffered, type Asker } from './website-access.service.ts'
import { findUnderWay, insertAudit, listStarts, type NewAudit, type StoredAudit } from './website.repository.ts'

const mostADay = 12
const dayMs = 86_400_000

const getAddress = (text: string): SiteAddress => {
  const address = readSiteAddress(text)
  if (!address) throw new DomainError('website.address_malformed')
  return address
}

/** One waiting job per audit: whoever asks for it again asks for the same. */
export const enqueueAudit = (tx: TenantTx, auditId: string, runAt?: Date): Promise<void> =>
  enqueueJob(tx, { task: 'website.audit', payload: { auditId }, key: `website.audit:${auditId}`, ...(runAt && { runAt }) })

type Begin = Pick<NewAudit, 'merchantId' | 'trigger' | 'startedBy' | 'ticketHash'> & { address: SiteAddress; now: Date; id?: string; runAt?: Date }

/** Undefined where the business has one under way. */
export const begin = async (tx: TenantTx, { address, now, id = randomUUID(), runAt, ...audit }: Begin): Promise<WebsiteAuditId | undefined> => {
  const made = await insertAudit(tx, { ...audit, id, address: address.entered, host: address.host, createdAt: now })
  if (made) await enqueueAudit(tx, made, runAt)
  return made
}

const ensureNotTooOften = async (tx: TenantTx, merchantId: string, now: Date): Promise<void> => {
  const starts = await listStarts(tx, merchantId, new Date(now.getTime() - dayMs))
  const freeing = starts[mostADay - 1]
  if (freeing) throw new DomainError('rate.limited', { retryAfterSeconds: Math.max(1, Math.ceil((freeing.getTime() + dayMs - now.getTime()) / 1000)) })
}

/** Whoever asks for one that was left in the middle need not wait until somebody tidies up. */
const revive = async (tx: TenantTx, { id, state, leaseUntil }: StoredAudit, now: Date): Promise<{ auditId: WebsiteAuditId }> => {
  if (state === 'running' && leaseUntil !== null && leaseUntil < now) await enqueueAudit(tx, id)
  return { auditId: id }
}

export type StartInput = { merchantId: MerchantId; address: string; idempotencyKey: string }

/** Begins a look at the website of a business; where one is under way, that one it is. */
export const startAudit = async (tx: TenantTx, asker: Asker, { merchantId, address: text, idempotencyKey: key }: StartInput): Promise<{ auditId: WebsiteAuditId }> => {
  const trigger = checkingHand(asker, merchantId)
  const { identity, now } = asker
  const { personId } = identity
  await ensureActiveMerchant(tx, merchantId)
  const address = getAddress(text)
  return once(tx, { key, procedure: 'website.start', subject: personId }, async () => {
    const underWay = await findUnderWay(tx, merchantId)
    if (underWay) return revive(tx, underWay, now)
    await ensureNotTooOften(tx, merchantId, now)
    const auditId = await begin(tx, { merchantId, trigger, startedBy: personId, ticketHash: null, address, now })
    if (!auditId) throw new DomainError('idempotency.in_progress')
    await record(tx, { actorPersonId: personId, actorRole: trigger, action: 'website.started', entity: 'website-audit', entityId: auditId, details: { merchantId }, at: now })
    return { auditId }
  })
}

/** Made from the random id by the server's secret, so that a repeat hands out the same ticket although the database knows its hash alone. */
const ticketOf = (secret: string, tenantId: string, auditId: string): string => createHmac('sha256', secret).update(`website-ticket:${tenantId}:${auditId}`).digest('base64url')

export type Visit = { services: Services; city: CityEntry; client: { address: string } }

/** A look at any website for somebody nobody knows: seldom per visitor, per site and per city, and readable by its ticket alone. */
export const startQuick = async ({ services, city, client }: Visit, { address: text, idempotencyKey: key }: { address: string; idempotencyKey: string }): Promise<{ ticket: string }> => {
  ensureOffered(city)
  const { secret, now, lanes } = services
  const { tenantId } = city
  const address = getAddress(text)
  await ensureAllowed(services, tenantId, 'websiteQuickByNetwork', client.address)
  await ensureAllowed(services, tenantId, 'websiteQuickByHost', address.host)
  await ensureAllowed(services, tenantId, 'websiteQuickByCity', 'all')
  const { auditId } = await lanes.withTenant(tenantId, tx =>
    once(tx, { key, procedure: 'website.quick', subject: 'visitor' }, async () => {
      const id = randomUUID()
      await begin(tx, { id, merchantId: null, trigger: 'public', startedBy: null, address, now: now(), ticketHash: hashToken(ticketOf(secret, tenantId, id)) })
      return { auditId: id }
    }),
  )
  return { ticket: ticketOf(secret, tenantId, auditId) }
}
