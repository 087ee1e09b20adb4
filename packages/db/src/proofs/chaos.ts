import { setTimeout as sleep } from 'node:timers/promises'
import { runClient, type Observations } from './chaos-load.ts'
import { createDriver, type DriverName, type ProofDriver } from './drivers.ts'
import { createGround, type Ground } from './ground.ts'
import { createChance } from './seeded.ts'

export interface ChaosOptions {
  readonly seed: number
  readonly seconds: number
  readonly tenants: number
  readonly clients: number
  /** A backend of the application is ended this often. */
  readonly killEveryMs: number
  /** A transaction that has not settled by then counts as hung; for lanes that is longer than any of their limits. */
  readonly patienceMs?: number
  /** On a machine too busy to commit so many in that time, the run goes on until it has, up to a limit. */
  readonly atLeast?: number
}

export interface ChaosCounts {
  readonly transactions: number
  readonly committed: number
  readonly kills: number
  readonly foreignReads: number
  /** Notes whose transaction resolved and which are not there. */
  readonly acknowledgedLost: number
  /** Errors that nobody could have caught: the process would have ended. */
  readonly uncaught: number
  /** Transactions that neither resolved nor rejected in time. */
  readonly hung: number
  /** From the last kill until a transaction of every client succeeds at once; null when that never came. */
  readonly recoveredMs: number | null
  readonly verdict: 'holds' | 'broken'
}

const LANES = 8
const IDLE_MS = 60
const TX_MS = 3_000
const PATIENCE_MS = 8_000
const LONGEST_MS = 30_000
const RECOVERY_GOAL_MS = 2_000

/**
 * Runs clients of many cities against one driver while backends are killed, and counts what must never happen.
 * To be run in a process of its own, since it counts that process's uncaught errors.
 */
export async function unleash(options: ChaosOptions, name: DriverName, adminUrl: string): Promise<ChaosCounts> {
  const uncaught = countUncaught()
  const ground = await createGround(adminUrl, options.tenants)
  const driver = await createDriver(name, ground.connection, { max: LANES, idleInTransactionMs: IDLE_MS, txMs: TX_MS, acquireMs: 2_000 })
  const seen: Observations = { begun: 0, committed: 0, failed: 0, hung: 0, foreignReads: 0, acknowledged: new Set() }
  const kills = await rage(options, ground, driver, seen)
  const recoveredMs = await recover(options, ground, driver)
  await sleep(100) // stragglers
  const acknowledgedLost = await countLost(ground, seen.acknowledged)
  await driver.end()
  await ground.drop()
  return judge({
    transactions: seen.begun, committed: seen.committed, kills, foreignReads: seen.foreignReads,
    acknowledgedLost, uncaught: uncaught(), hung: seen.hung, recoveredMs,
  })
}

function judge(counts: Omit<ChaosCounts, 'verdict'>): ChaosCounts {
  const { committed, kills, foreignReads, acknowledgedLost, uncaught, hung, recoveredMs } = counts
  const isClean = foreignReads + acknowledgedLost + uncaught + hung === 0
  const isBack = recoveredMs !== null && recoveredMs <= RECOVERY_GOAL_MS
  return { ...counts, verdict: committed > 0 && kills > 0 && isClean && isBack ? 'holds' : 'broken' }
}

/** Clients and killer side by side; resolves with the number of backends ended. */
async function rage({ patienceMs = PATIENCE_MS, ...options }: ChaosOptions, ground: Ground, driver: ProofDriver, seen: Observations): Promise<number> {
  const start = Date.now()
  const hasEnough = () => seen.committed >= (options.atLeast ?? 0) || seen.hung === options.clients
  const isOver = () => Date.now() >= start + options.seconds * 1_000 && (hasEnough() || Date.now() >= start + LONGEST_MS)
  const clients = Array.from({ length: options.clients }, (_, client) =>
    runClient({ driver, tenants: ground.tenants, seed: options.seed, client, patienceMs, idleInTransactionMs: IDLE_MS }, seen, isOver),
  )
  const [kills] = await Promise.all([killUntil(isOver, options, ground), ...clients])
  return kills
}

async function killUntil(isOver: () => boolean, { seed, killEveryMs }: ChaosOptions, ground: Ground): Promise<number> {
  const chance = createChance(seed)
  let kills = 0
  for (let due = Date.now() + killEveryMs; !isOver(); due += killEveryMs) {
    await sleep(Math.max(0, due - Date.now()))
    const backends = await ground.admin`select pid from pg_stat_activity where usename = ${ground.connection.user} order by pid`
    if (backends.length === 0) continue
    const [row] = await ground.admin`select pg_terminate_backend(${chance.pick(backends)['pid']}) as done`
    if (row?.['done']) kills++
  }
  return kills
}

/** One last kill, then everyone at once, again and again until all succeed. */
async function recover({ clients, killEveryMs, seconds, patienceMs = PATIENCE_MS }: ChaosOptions, ground: Ground, driver: ProofDriver): Promise<number | null> {
  if (killEveryMs < seconds * 1_000) {
    await ground.admin`select pg_terminate_backend(pid) from pg_stat_activity where usename = ${ground.connection.user}`
  }
  const start = performance.now()
  while (performance.now() - start < patienceMs) {
    const attempts = Array.from({ length: clients }, (_, n) => driver.transaction(ground.tenants[n % ground.tenants.length] ?? '', tx => tx.query('select 1')))
    const all = Promise.all(attempts).then(() => true, () => false)
    if (await Promise.race([all, sleep(patienceMs, false)])) return Math.round(performance.now() - start)
    await sleep(10)
  }
  return null
}

async function countLost(ground: Ground, acknowledged: ReadonlySet<string>): Promise<number> {
  const rows = await ground.admin`select tenant_id || '/' || key as note from notes`
  const there = new Set(rows.map(row => String(row['note'])))
  return [...acknowledged].filter(note => !there.has(note)).length
}

function countUncaught(): () => number {
  let count = 0
  process.on('uncaughtException', () => { count++ })
  process.on('unhandledRejection', () => { count++ })
  return () => count
}
