import { makePgArray } from 'drizzle-orm/pg-core'
import { LaneError } from './lane-errors.ts'

const LEADING_NOISE = /^(?:\s+|;|--[^\n]*(?:\n|$)|\/\*[^]*?\*\/)+/
const DOOR_ONLY =
  /^(?:begin|start|commit|end|rollback|abort|prepare|savepoint|release|set|reset|discard|listen|unlisten|declare|deallocate|load|copy)\b/i
const TENANT_SETTING = /\bset_config\b/i
const DOOR_ONLY_TAG = /^(?:BEGIN|START|COMMIT|ROLLBACK|PREPARE|SAVEPOINT|RELEASE|SET|RESET|DISCARD|LISTEN|UNLISTEN|DECLARE|DEALLOCATE|LOAD)\b/

const MAX_PARAMETERS = 65_533

/** A value in a form that the driver can always write, see `toWire`. */
export type WireValue = string | number | boolean | Uint8Array | null

/** Refuses a statement that would begin or end a transaction, or leave something behind in the session for the next caller. */
export function ensureOrdinary(text: string): void {
  if (DOOR_ONLY.test(text.replace(LEADING_NOISE, '')) || TENANT_SETTING.test(text)) {
    throw new LaneError('CLOSED', 'transaction control and session settings belong to withTenant')
  }
}

/** True when the answer shows that such a statement slipped through all the same; its lane must not be used any further. */
export function isDoorOnly(commandTag: string | undefined): boolean {
  return commandTag !== undefined && DOOR_ONLY_TAG.test(commandTag)
}

/**
 * Brings parameters into a form the driver can always write. A value it fails on only while it writes (undefined, a Date,
 * an object) makes `postgres` 3.4 lose count of which answer belongs to which statement.
 */
export function toWireValues(values: readonly unknown[]): WireValue[] {
  if (values.length > MAX_PARAMETERS) throw new TypeError(`a statement takes at most ${MAX_PARAMETERS} parameters`)
  return values.map(toWire)
}

function toWire(value: unknown, index: number): WireValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (typeof value === 'bigint') return String(value)
  if (value instanceof Uint8Array) return value
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return makePgArray(value)
  throw new TypeError(`parameter $${index + 1} is ${value === undefined ? 'undefined' : 'an object'}: pass null, text or a mapped column value`)
}
