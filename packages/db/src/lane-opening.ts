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
 * Begins the transaction with its tenant, after the COMMIT of a reading that was left open on the lane. Promises that all of it
 * took effect in the session the lane stands for; any other answer rejects, and the lane must not be used.
 */
export async function begin(lease: Lease, opening: Opening, way: TenantWay): Promise<void> {
  const isLeftOpen = lease.lane.takeLeftOpen()
  const send = opening.tenantId !== undefined && way === 'set_local' ? sendApart : sendTogether
  const { isBegun, shown } = await send(lease, opening, isLeftOpen ? ['commit'] : [])
  const isOurSession = shown?.['pid'] === lease.lane.pid
  const isOurTenant = (shown?.['tenant'] || undefined) === opening.tenantId
  if (!isBegun || !isOurSession || !isOurTenant) throw new LaneError('LOST', 'BEGIN gave an unexpected answer')
}

interface Begun {
  /** A transaction began, and none that was there before goes on. */
  readonly isBegun: boolean
  readonly shown: Answer[number] | undefined
}

/**
 * One round trip: the statements are answered in order, as one string. The driver shows the last tag before the row alone, so a
 * COMMIT before BEGIN is seen by its effect: the transaction is no older than the string that carried both.
 */
async function sendTogether(lease: Lease, opening: Opening, before: readonly string[]): Promise<Begun> {
  const tenant = opening.tenantId === undefined ? `current_setting('app.tenant_id', true)` : `set_config('app.tenant_id', '${opening.tenantId}', true)`
  const look = `select ${tenant} as tenant, pg_backend_pid() as pid, now() = statement_timestamp() as is_new`
  const [began, shown] = (await lease.control([...before, beginText(opening), look].join('; '))) as unknown as Answer[]
  return { isBegun: began?.command === 'BEGIN' && shown?.[0]?.['is_new'] === true, shown: shown?.[0] }
}

/** Statements of their own, as Citus needs them, yet on their way together. */
async function sendApart(lease: Lease, opening: Opening, before: readonly string[]): Promise<Begun> {
  const texts = [...before, beginText(opening), `set local app.tenant_id = '${opening.tenantId}'`]
  const look = `select current_setting('app.tenant_id', true) as tenant, pg_backend_pid() as pid`
  const answers = await Promise.all([...texts, look].map(text => lease.control(text)))
  const expected = [...before.map(() => 'COMMIT'), 'BEGIN', 'SET']
  return { isBegun: expected.every((command, i) => answers[i]?.command === command), shown: answers.at(-1)?.[0] }
}

function beginText({ readOnly, isolation }: Opening): string {
  return `begin isolation level ${isolation}${readOnly ? ' read only' : ''}`
}
