import { LaneError, isStatementError } from './lane-errors.ts'
import { begin, ensureTenantId, type Opening } from './lane-opening.ts'
import { withDefaults, type LanesOptions, type Settings } from './lane-options.ts'
import { LanePool, type LaneStats } from './lane-pool.ts'
import { createDrizzleSetup, LaneTransaction, type DrizzleSetup } from './lane-transaction.ts'
import { Lease, refusal, Scope } from './lease.ts'
import { createReading, plan, type Planned, type TenantReading, type Values } from './tenant-reading.ts'
import { toRows, type Ahead } from './written-query.ts'

declare const door: unique symbol

type Tables = Record<string, unknown>

/** A transaction of one city. Only `withTenant` makes one, so a function that asks for it cannot be called without the wall. */
export type TenantTx<TSchema extends Tables = Tables> = LaneTransaction<TSchema> & { readonly tenantId: string; readonly [door]: 'tenant' }

/** A transaction without a city: sees tables that belong to none, and no row of any city. Only `withoutTenant` makes one. */
export type GlobalTx<TSchema extends Tables = Tables> = LaneTransaction<TSchema> & { readonly tenantId: undefined; readonly [door]: 'global' }

export interface TransactionOptions {
  /** Default false. */
  readonly readOnly?: boolean
  /** Default read committed; the others may end with SQLSTATE 40001, then the whole is to be tried again. */
  readonly isolation?: Opening['isolation']
}

export interface Lanes<TSchema extends Tables = Tables> {
  /**
   * Runs `fn` once, in a transaction that sees and writes rows of this city alone, and commits when it resolves.
   * Rejects with the callback's own error, with PostgreSQL's, or with a LaneError; never runs the callback a second time.
   */
  withTenant<T>(tenantId: string, fn: (tx: TenantTx<TSchema>) => Promise<T>, options?: TransactionOptions): Promise<T>
  /** The same, with a first select that costs no trip of its own; the callback runs when BEGIN and the select were answered as they should. */
  withTenantAhead<T, Row>(tenantId: string, ahead: Ahead<Row>, fn: (tx: TenantTx<TSchema>, rows: Row[]) => Promise<T>, options?: TransactionOptions): Promise<T>
  /**
   * A reading that is known beforehand: BEGIN and the selects cost one trip together, and the callback runs when all of them were
   * answered as they should and the lane is free again. It is given what was named, and can read nothing else.
   */
  withTenantReads<T>(tenantId: string, reads: readonly Ahead<unknown>[], fn: (reading: TenantReading) => Promise<T>): Promise<T>
  /** The same without a city: the wall shows no row of any. */
  withoutTenant<T>(fn: (tx: GlobalTx<TSchema>) => Promise<T>, options?: TransactionOptions): Promise<T>
  stats(): LaneStats
  /** Refuses new transactions, lets running ones finish for so long (default 5 s), then ends their lanes. */
  end(graceMs?: number): Promise<void>
}

const ATTEMPTS = 3

/**
 * The one door to the database. `postgres` as it comes carries the rest of a broken transaction into a new session and so
 * into another city's transaction; here each transaction has a lane of its own, and one that is broken reaches nothing.
 */
export function createLanes<TSchema extends Tables>(options: LanesOptions<TSchema>): Lanes<TSchema> {
  const settings = withDefaults(options)
  const pool = new LanePool(settings)
  const drizzle = createDrizzleSetup(options.schema, options.logger)
  return {
    async withTenant(tenantId, fn, transaction = {}) {
      ensureTenantId(tenantId)
      return transact({ settings, pool, drizzle, opening: toOpening(tenantId, transaction) }, tx => fn(tx as TenantTx<TSchema>))
    },
    async withTenantAhead(tenantId, ahead, fn, transaction = {}) {
      ensureTenantId(tenantId)
      const start = { settings, pool, drizzle, opening: toOpening(tenantId, transaction), ahead: [plan(tenantId, ahead)] }
      return transact(start, (tx, [answer]) => fn(tx as TenantTx<TSchema>, toRows(ahead.query, answer ?? [])))
    },
    async withTenantReads(tenantId, reads, fn) {
      ensureTenantId(tenantId)
      const ahead = reads.map(each => plan(tenantId, each))
      const start = { settings, pool, drizzle, opening: toOpening(tenantId, { readOnly: true }), ahead }
      return fn(createReading(tenantId, ahead, await transact(start, async (_tx, answers) => answers)))
    },
    withoutTenant(fn, transaction = {}) {
      return transact({ settings, pool, drizzle, opening: toOpening(undefined, transaction) }, tx => fn(tx as GlobalTx<TSchema>))
    },
    stats: () => pool.stats(),
    end: (graceMs = 5_000) => pool.end(graceMs),
  }
}

interface Transaction<TSchema extends Tables> {
  readonly settings: Settings
  readonly pool: LanePool
  readonly drizzle: DrizzleSetup<TSchema>
  readonly opening: Opening
  readonly ahead?: readonly Planned[]
}

type Started = { readonly lease: Lease; readonly answers: readonly Promise<Values>[] }

function toOpening(tenantId: string | undefined, { readOnly = false, isolation = 'read committed' }: TransactionOptions): Opening {
  return { tenantId, readOnly, isolation }
}

async function transact<TSchema extends Tables, T>(
  transaction: Transaction<TSchema>,
  fn: (tx: LaneTransaction<TSchema>, ahead: readonly Values[]) => Promise<T>,
): Promise<T> {
  const { pool, drizzle, opening } = transaction
  const { lease, answers } = await start(transaction)
  try {
    const scope = new Scope(lease)
    const result = await runCallback(lease, scope, async () => fn(new LaneTransaction(scope, drizzle, opening.tenantId), await Promise.all(answers)))
    await commit(lease, opening)
    return result
  } finally {
    lease.end()
    pool.release(lease.lane)
  }
}

/**
 * Nothing of the caller has run yet, so a lane that turns out to be broken is replaced and the start tried again. What travels
 * with BEGIN is believed only after BEGIN was answered as it should; without its tenant it would have seen no row of any city.
 */
async function start<TSchema extends Tables>({ pool, settings, opening, ahead = [] }: Transaction<TSchema>): Promise<Started> {
  for (let attempt = 1; ; attempt++) {
    const lane = await pool.acquire()
    const lease = new Lease(lane)
    try {
      lease.limit(settings.beginMs, () => new LaneError('LOST', `BEGIN was not answered within ${settings.beginMs} ms`))
      const begun = begin(lease, opening, settings.setTenant)
      const answers = ahead.map(planned => readAhead(lease, planned))
      for (const answer of answers) answer.catch(() => {}) // the callback waits for them; after a failed BEGIN nobody does
      await begun
      lease.limit(settings.txMs, () => new LaneError('DEADLINE', `the transaction took longer than ${settings.txMs} ms`))
      return { lease, answers }
    } catch (error) {
      lease.end()
      lane.kill(error instanceof Error ? error : new Error(String(error)))
      if (attempt === ATTEMPTS) throw refusal(lane.death)
    }
  }
}

async function readAhead(lease: Lease, { query, parameters }: Planned): Promise<Values> {
  return (await lease.statement(query.text, parameters, 'values')) as unknown as Values
}

/** Resolves with what the callback gave; whatever it ends with, its right to speak ends here. */
async function runCallback<T>(lease: Lease, scope: Scope, fn: () => Promise<T>): Promise<T> {
  try {
    const result = await Promise.race([lease.lost, (async () => fn())()])
    if (scope.hasOpenSavepoint) throw new LaneError('ABORTED', 'the callback ended before a savepoint in it')
    return result
  } catch (error) {
    scope.close()
    await rollBack(lease, error)
    throw lease.blame(error)
  } finally {
    scope.close()
  }
}

/**
 * COMMIT stands behind all that was sent; only its own tag counts as success. A statement that the driver sent a second time comes
 * after it and outside of the transaction, so its lane is destroyed. Where nothing was written and every statement was
 * answered well, there is nothing to learn from it: it is left to travel with the next BEGIN on the lane.
 */
async function commit(lease: Lease, { readOnly }: Opening): Promise<void> {
  if (lease.lane.death) throw refusal(lease.lane.death)
  if (readOnly && lease.isClean) return lease.lane.leaveOpen()
  const answer = await lease.control('commit').catch((error: unknown) => {
    if (isStatementError(error)) throw error // such as a deferred constraint: known not to be committed
    throw readOnly ? error : new LaneError('UNKNOWN', 'the connection was lost during COMMIT', error)
  })
  if (lease.isFlying) lease.lane.kill(new LaneError('LOST', 'a statement without an answer at the end of its transaction'))
  if (answer.command !== 'COMMIT') throw lease.takeLeftFailure() ?? new LaneError('ABORTED', `COMMIT answered ${answer.command}: a statement had failed`)
}

/** A lane that does not roll back as it should is destroyed; the server then rolls back by itself. */
async function rollBack(lease: Lease, reason: unknown): Promise<void> {
  if (lease.lane.death) return
  const answer = await lease.control('rollback').catch(() => undefined)
  if (answer?.command !== 'ROLLBACK' || lease.isFlying) lease.lane.kill(new LaneError('LOST', 'ROLLBACK gave an unexpected answer', reason))
}
