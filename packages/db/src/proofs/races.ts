import { setTimeout as sleep } from 'node:timers/promises'
import { createDriver, type DriverName, type ProofDriver, type ProofTx } from './drivers.ts'
import { killBackend, untilBackendGone, type Ground } from './ground.ts'

/** What came of one forced race between a broken transaction of city A and a healthy one of city B on the same connection. */
export interface RaceOutcome {
  /** The rows of other cities that A's code was shown. */
  readonly foreignReads: number
  /** What A's transaction, and what A's late statement ended with: an error's code, or `resolved`. */
  readonly transaction: string
  readonly late: string
  /** B's acknowledged note is there afterwards. */
  readonly otherIsSafe: boolean
}

const RACES = {
  'idle time-out': idleTimeOut,
  'kill between two statements': killBetween,
  'kill during a statement': killDuring,
  'kill at COMMIT': killAtCommit,
  'late statement after the end': lateStatement,
  'late statement after a reading': lateAfterReading,
} as const

export type RaceName = keyof typeof RACES

const PATIENCE_MS = 10_000
/** One connection, so that both transactions have to share it. */
const SETTINGS = { max: 1, txMs: 20_000, acquireMs: 10_000 }

/** Runs a race so many times, each with a driver of its own. */
export async function runRace(name: RaceName, driverName: DriverName, ground: Ground, rounds: number): Promise<RaceOutcome[]> {
  const outcomes: RaceOutcome[] = []
  for (let round = 0; round < rounds; round++) {
    const idleInTransactionMs = name === 'idle time-out' ? 300 : 20_000
    const driver = await createDriver(driverName, ground.connection, { ...SETTINGS, idleInTransactionMs })
    outcomes.push(await Promise.race([RACES[name]({ driver, ground }), hang()]))
    await driver.end()
  }
  return outcomes
}

/** A driver so broken that a race does not come to its end. */
async function hang(): Promise<RaceOutcome> {
  await sleep(PATIENCE_MS, undefined, { ref: false })
  return { foreignReads: 0, transaction: 'hung', late: 'hung', otherIsSafe: false }
}

interface Race {
  readonly driver: ProofDriver
  readonly ground: Ground
}

const READ = 'select tenant_id from notes'
const PID = 'select pg_backend_pid() as pid'
/** Time for the news of a closed connection to arrive, so that B does not begin on the dying one. */
const CLOSE_MS = 30

/** The server ends a session that leaves its transaction idle. */
function idleTimeOut(race: Race): Promise<RaceOutcome> {
  return breakThenRead(race, async tx => untilBackendGone(race.ground, await pidOf(tx)))
}

function killBetween(race: Race): Promise<RaceOutcome> {
  return breakThenRead(race, async tx => killBackend(race.ground, await pidOf(tx)))
}

function killDuring(race: Race): Promise<RaceOutcome> {
  return breakThenRead(race, async tx => {
    const pid = await pidOf(tx)
    const sleeping = tx.query('select pg_sleep(10)').catch(() => {})
    await untilActive(race.ground, pid)
    await killBackend(race.ground, pid)
    await sleeping
  })
}

/** A's COMMIT dawdles and is killed; what A left running speaks afterwards. */
async function killAtCommit(race: Race): Promise<RaceOutcome> {
  const [a] = cities(race.ground)
  const gate = createGate()
  let late: Promise<string[]> = Promise.resolve([])
  const transaction = settle(race.driver.transaction(a, async tx => {
    await tx.query(`insert into notes (tenant_id, key, body) values ('${a}', 'never seen', 'slow')`)
    const pid = await pidOf(tx)
    late = gate.opened.then(() => tenantsIn(tx))
    void untilActive(race.ground, pid).then(() => killBackend(race.ground, pid))
  }))
  const ended = await transaction
  return besideOther(race, ended, gate, () => late)
}

/** A's transaction ends well, and a statement it left behind comes after. */
function lateStatement(race: Race): Promise<RaceOutcome> {
  return leaveOneBehind(race, { readOnly: false })
}

/** The same where A only read: its COMMIT travels with B's BEGIN. */
function lateAfterReading(race: Race): Promise<RaceOutcome> {
  return leaveOneBehind(race, { readOnly: true })
}

async function leaveOneBehind(race: Race, options: { readonly readOnly: boolean }): Promise<RaceOutcome> {
  const [a] = cities(race.ground)
  const gate = createGate()
  let late: Promise<string[]> = Promise.resolve([])
  const ended = await settle(race.driver.transaction(a, async tx => {
    await tx.query(READ)
    late = gate.opened.then(() => tenantsIn(tx))
  }, options))
  return besideOther(race, ended, gate, () => late)
}

/** A's session breaks while its code goes on: the next statement must not land in B's transaction. */
async function breakThenRead(race: Race, breakSession: (tx: ProofTx) => Promise<void>): Promise<RaceOutcome> {
  const [a] = cities(race.ground)
  const gate = createGate()
  const broken = createGate()
  let late: Promise<string[]> = Promise.resolve([])
  const transaction = settle(race.driver.transaction(a, async tx => {
    await tx.query(READ)
    await breakSession(tx)
    late = gate.opened.then(() => tenantsIn(tx))
    broken.open()
    await late
  }))
  await broken.opened
  return besideOther(race, transaction, gate, () => late)
}

/** Opens B's transaction, lets A's late statement come while it is open, and looks what each of them got. */
async function besideOther({ driver, ground }: Race, transaction: string | Promise<string>, gate: Gate, late: () => Promise<string[]>): Promise<RaceOutcome> {
  const [a, b] = cities(ground)
  await sleep(CLOSE_MS)
  const key = `of b ${Math.random()}`
  let seen: string[] = []
  let lateEnd = ''
  const other = await settle(driver.transaction(b, async tx => {
    await tx.query(`insert into notes (tenant_id, key) values ('${b}', '${key}')`)
    gate.open()
    const straggler = late()
    lateEnd = await settle(straggler)
    seen = await straggler.catch(() => [])
  }))
  const [row] = await ground.admin`select 1 from notes where tenant_id = ${b} and key = ${key}`
  return {
    foreignReads: seen.filter(tenant => tenant !== a).length,
    transaction: await transaction,
    late: lateEnd,
    otherIsSafe: other === 'resolved' && row !== undefined,
  }
}

/** The code of the error a promise ends with, or `resolved`. */
export async function settle(promise: Promise<unknown>): Promise<string> {
  try {
    await promise
    return 'resolved'
  } catch (error) {
    return codeOf(error)
  }
}

function codeOf(error: unknown): string {
  for (let e = error; e instanceof Error; e = e.cause) if ('code' in e && typeof e.code === 'string') return e.code
  return String(error)
}

async function tenantsIn(tx: ProofTx): Promise<string[]> {
  const rows = await tx.query(READ)
  return rows.map(row => String(row['tenant_id']))
}

async function pidOf(tx: ProofTx): Promise<number> {
  const [row] = await tx.query(PID)
  return Number(row?.['pid'])
}

async function untilActive({ admin }: Ground, pid: number): Promise<void> {
  for (;;) {
    const [row] = await admin`select wait_event from pg_stat_activity where pid = ${pid} and state = 'active' and wait_event = 'PgSleep'`
    if (row) return
    await sleep(2)
  }
}

function cities({ tenants }: Ground): [string, string] {
  const [a, b] = tenants
  if (!a || !b) throw new Error('a race takes two cities')
  return [a, b]
}

interface Gate {
  readonly opened: Promise<void>
  open(): void
}

function createGate(): Gate {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { opened: promise, open: resolve }
}
