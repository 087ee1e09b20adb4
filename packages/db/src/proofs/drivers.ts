import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import type { Connection } from '../lane-options.ts'
import { createLanes } from '../lanes.ts'
import type { WrittenChange } from '../written-change.ts'
import { loadMutant, type MutantName } from './mutants.ts'

export type Rows = readonly Record<string, unknown>[]

/** The little that a race or the chaos asks of a driver. */
export interface ProofTx {
  query(text: string): Promise<Rows>
  /** Sends a statement that nobody waits for. */
  leave(text: string): void
}

/** One way to reach the database: the product's own, or a control that must fail. */
export interface ProofDriver {
  transaction<T>(tenantId: string, fn: (tx: ProofTx) => Promise<T>, options?: { readonly readOnly: boolean }): Promise<T>
  end(): Promise<void>
}

export interface DriverSettings {
  readonly max: number
  readonly idleInTransactionMs: number
  readonly txMs: number
  readonly acquireMs: number
}

export type DriverName = 'lanes' | 'lanes by set local' | 'plain pool' | 'session setting' | MutantName

/** Makes a driver by name. */
export async function createDriver(name: DriverName, connection: Connection, settings: DriverSettings): Promise<ProofDriver> {
  if (name === 'plain pool') return plainPool(connection, settings)
  if (name === 'session setting') return sessionSetting(connection, settings)
  if (name === 'lanes') return throughLanes(createLanes, connection, settings)
  if (name === 'lanes by set local') return throughLanes(options => createLanes({ ...options, setTenant: 'set_local' }), connection, settings)
  const mutant = await loadMutant(name)
  return throughLanes(mutant.createLanes, connection, settings)
}

function throughLanes(create: typeof createLanes, connection: Connection, settings: DriverSettings): ProofDriver {
  const lanes = create({ connection, ...settings })
  return {
    transaction: (tenantId, fn, options) => lanes.withTenant(tenantId, tx => fn({ query: async text => tx.execute(sql.raw(text)), leave: text => tx.leave(asWritten(text), {}) }), options),
    end: () => lanes.end(500),
  }
}

function asWritten(text: string): WrittenChange<object> {
  return { text, parameters: [], fields: [], names: new Set() }
}

function unheard(sent: Promise<unknown>): void {
  sent.catch(() => {})
}

/** Control: `postgres` as its documentation shows it. */
function plainPool(connection: Connection, settings: DriverSettings): ProofDriver {
  const pool = openPool(connection, settings)
  return {
    async transaction<T>(tenantId: string, fn: (tx: ProofTx) => Promise<T>) {
      return (await pool.begin(async tx => {
        await tx`select set_config('app.tenant_id', ${tenantId}, true)`
        return fn({ query: text => tx.unsafe(text), leave: text => unheard(tx.unsafe(text).execute()) })
      })) as T
    },
    end: () => pool.end({ timeout: 0.5 }),
  }
}

/** Control: the tenant set for the session, and no transaction. */
function sessionSetting(connection: Connection, settings: DriverSettings): ProofDriver {
  const pool = openPool(connection, settings)
  return {
    async transaction(tenantId, fn) {
      await pool`select set_config('app.tenant_id', ${tenantId}, false)`
      return fn({ query: text => pool.unsafe(text), leave: text => unheard(pool.unsafe(text).execute()) })
    },
    end: () => pool.end({ timeout: 0.5 }),
  }
}

function openPool(connection: Connection, { max, idleInTransactionMs }: DriverSettings): postgres.Sql {
  const session = { idle_in_transaction_session_timeout: idleInTransactionMs }
  return postgres({ ...connection, max, onnotice: () => {}, connection: session })
}
