import { setTimeout as sleep } from 'node:timers/promises'
import type { ProofDriver, ProofTx } from './drivers.ts'
import { createChance, type Chance } from './seeded.ts'

/** What the clients of a chaos run saw; filled while they run. */
export interface Observations {
  begun: number
  committed: number
  failed: number
  hung: number
  foreignReads: number
  /** `tenant/key` of each note whose transaction resolved. */
  readonly acknowledged: Set<string>
}

export interface LoadOptions {
  readonly driver: ProofDriver
  readonly tenants: readonly string[]
  readonly seed: number
  readonly client: number
  /** Longer than any healthy transaction: one that has not settled by then hangs. */
  readonly patienceMs: number
  readonly idleInTransactionMs: number
}

type Work = (tx: ProofTx, tenantId: string, key: string, context: Context) => Promise<void>

interface Context {
  readonly seen: Observations
  readonly chance: Chance
  readonly idleInTransactionMs: number
}

const READ = 'select tenant_id from notes order by id limit 100'

/** What a client does, and how often; the same steps a careless feature would take. */
const WORKS: readonly { readonly share: number; readonly writes: boolean; readonly work: Work }[] = [
  { share: 0.35, writes: false, work: read },
  { share: 0.55, writes: true, work: writeAndRead },
  { share: 0.66, writes: true, work: writeUnheard },
  { share: 0.7, writes: true, work: failUnheard },
  { share: 0.82, writes: false, work: idleThenRead },
  { share: 0.92, writes: true, work: writeAndLeaveOneBehind },
  { share: 1, writes: true, work: swallowAnError },
]

/** One client: transaction after transaction until told to stop. */
export async function runClient(options: LoadOptions, seen: Observations, isOver: () => boolean): Promise<void> {
  const chance = createChance(options.seed * 1_000 + options.client)
  const context = { seen, chance, idleInTransactionMs: options.idleInTransactionMs }
  for (let n = 0; !isOver(); n++) {
    const tenantId = chance.pick(options.tenants)
    const draw = chance.next()
    const { work, writes } = WORKS.find(({ share }) => draw < share) ?? { work: read, writes: false }
    const key = `c${options.client} n${n}`
    seen.begun++
    const running = options.driver.transaction(tenantId, tx => work(tx, tenantId, key, context), { readOnly: !writes })
    const end = await endOf(running, options.patienceMs)
    seen[end]++
    if (end === 'committed' && writes) seen.acknowledged.add(`${tenantId}/${key}`)
    if (end === 'hung') return
  }
}

async function endOf(running: Promise<void>, patienceMs: number): Promise<'committed' | 'failed' | 'hung'> {
  const stop = new AbortController()
  const impatience = sleep(patienceMs, 'hung' as const, { signal: stop.signal }).catch(() => 'hung' as const)
  const end = await Promise.race([running.then(() => 'committed' as const, () => 'failed' as const), impatience])
  stop.abort()
  return end
}

async function read(tx: ProofTx, tenantId: string, _key: string, { seen }: Context): Promise<void> {
  const rows = await tx.query(READ)
  seen.foreignReads += rows.filter(row => row['tenant_id'] !== tenantId).length
}

async function writeAndRead(tx: ProofTx, tenantId: string, key: string, context: Context): Promise<void> {
  await insert(tx, tenantId, key)
  await read(tx, tenantId, key, context)
}

/** As the trace and the queue do it: the write is on its way together with COMMIT. */
async function writeUnheard(tx: ProofTx, tenantId: string, key: string, { chance }: Context): Promise<void> {
  if (chance.next() < 0.3) await tx.query(READ)
  tx.leave(insertText(tenantId, key))
}

/** The same where a write fails beside it: it must not seem to have committed. */
async function failUnheard(tx: ProofTx, tenantId: string, key: string): Promise<void> {
  tx.leave(insertText(tenantId, key))
  tx.leave('insert into notes (key) values (null)')
}

/** As a page that asks a foreign service in the middle of its transaction. */
async function idleThenRead(tx: ProofTx, tenantId: string, key: string, context: Context): Promise<void> {
  await read(tx, tenantId, key, context)
  await sleep(context.chance.below(context.idleInTransactionMs * 2))
  await read(tx, tenantId, key, context)
}

/** As code that forgot to wait: the statement may come while the next city is using the connection. */
async function writeAndLeaveOneBehind(tx: ProofTx, tenantId: string, key: string, context: Context): Promise<void> {
  await insert(tx, tenantId, key)
  void sleep(context.chance.below(30)).then(() => read(tx, tenantId, key, context)).catch(() => {})
}

/** As code that catches too much: the transaction is spoilt, so it must not seem to have committed. */
async function swallowAnError(tx: ProofTx, tenantId: string, key: string): Promise<void> {
  await insert(tx, tenantId, key)
  await tx.query('insert into notes (key) values (null)').catch(() => {})
}

async function insert(tx: ProofTx, tenantId: string, key: string): Promise<void> {
  await tx.query(insertText(tenantId, key))
}

function insertText(tenantId: string, key: string): string {
  return `insert into notes (tenant_id, key) values ('${tenantId}', '${key}')`
}
