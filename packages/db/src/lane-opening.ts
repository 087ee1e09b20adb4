import { LaneError } from './lane-errors.ts'
import type { TenantWay } from './lane-options.ts'
import type { Answer } from './lane.ts'
import type { Lease } from './lease.ts'

/** What a transaction is to be, before it begins. */
export interface Opening {
  /** A validated lower-case uuid; undefined for a transaction that belongs to no city. */
  readonly tenantId: string | undefined
  readonly readOnly: boolean
  readonly isolation: 'read committed' | 'repeatable read' | 'serializable'
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Refuses anything but a lower-case uuid, since the id becomes part of a statement's text. */
export function ensureTenantId(tenantId: string): void {
  if (!UUID.test(tenantId)) throw new TypeError('a tenant id is a lower-case uuid')
}

/**
 * Begins the transaction with its tenant, and promises that both took effect in the session the lane stands for;
 * any other answer rejects, and the lane must not be used.
 */
export async function begin(lease: Lease, opening: Opening, way: TenantWay): Promise<void> {
  const answers = opening.tenantId !== undefined && way === 'set_local' ? await sendApart(lease, opening) : await sendTogether(lease, opening)
  const [began, shown] = [answers[0], answers.at(-1)?.[0]]
  const isBegun = began?.command === 'BEGIN'
  const isOurSession = shown?.['pid'] === lease.lane.pid
  const isOurTenant = (shown?.['tenant'] || undefined) === opening.tenantId
  if (!isBegun || !isOurSession || !isOurTenant) throw new LaneError('LOST', 'BEGIN gave an unexpected answer')
}

/** One round trip: the statements are answered in order, as one string. */
async function sendTogether(lease: Lease, opening: Opening): Promise<Answer[]> {
  const tenant = opening.tenantId === undefined ? `current_setting('app.tenant_id', true)` : `set_config('app.tenant_id', '${opening.tenantId}', true)`
  const answers = await lease.control(`${beginText(opening)}; select ${tenant} as tenant, pg_backend_pid() as pid`)
  return answers as unknown as Answer[]
}

/** Statements of their own, as Citus needs them, yet on their way together. */
function sendApart(lease: Lease, opening: Opening): Promise<Answer[]> {
  return Promise.all([
    lease.control(beginText(opening)),
    lease.control(`set local app.tenant_id = '${opening.tenantId}'`),
    lease.control(`select current_setting('app.tenant_id', true) as tenant, pg_backend_pid() as pid`),
  ])
}

function beginText({ readOnly, isolation }: Opening): string {
  return `begin isolation level ${isolation}${readOnly ? ' read only' : ''}`
}
