import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getTableName, is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { atDatabase } from '../addresses.ts'
import { withAdminSession, type AdminSession, type Query } from '../admin-session.ts'
import { listRules, listViolations, type Violation } from '../catalogue-proof.ts'
import { openTables } from '../catalogue/exemptions.ts'
import { prepareDatabase } from '../database.ts'
import { startEmbedded } from '../embedded/start-embedded.ts'
import * as schema from '../schema.ts'
import { listFaults, type Fault, type Scene } from './catalogue-faults.ts'
import { withProofServer } from './proof-server.ts'
import { createChance, type Chance } from './seeded.ts'

export interface P1Report {
  readonly proof: 'P1'
  readonly seed: number
  readonly verdict: 'holds' | 'broken'
  readonly rules: number
  readonly walledTables: number
  /** What the untouched catalogue shows to the app's own login; must be empty. */
  readonly violations: readonly Violation[]
  readonly faultsPlanted: number
  readonly faultsFound: number
  /** Faults that the rule meant for them did not find. */
  readonly missed: readonly Fault[]
  /** Rules for which no fault was planted: nothing shows that they can fail. */
  readonly rulesWithoutFault: readonly string[]
  /** Longest time one look at the catalogue took. */
  readonly slowestMs: number
}

const DATABASE = 'catalogue_proof'

/**
 * P1: the rules over pg_catalog show nothing in a freshly prepared database, and each planted fault is found by the rule
 * meant for it; afterwards the catalogue is clean again. Short: every fault once, in tables chosen by the seed; long: every
 * fault in every walled table. Runs on a server of its own, since some faults touch the whole server.
 */
export function run({ long, seed }: { long: boolean; seed: number }): Promise<P1Report> {
  return withProofServer(async serverUrl => {
    const passwords = { app: 'proof-app', operator: 'proof-operator', jobs: 'proof-jobs', backup: 'proof-backup' }
    const { appUrl } = await prepareDatabase({ adminUrl: serverUrl, secrets: { passwords }, database: DATABASE, log: () => {} })
    const clean = () => withAdminSession(appUrl, ({ query }) => listViolations(query, { ownLogin: true }))
    const before = await clean()
    const found = await withAdminSession(atDatabase(serverUrl, DATABASE), session => plantAll(session, long, seed))
    return report(seed, [...before, ...(await clean())], [...found, ...(await plantServerSettings())])
  })
}

interface Finding {
  readonly fault: Fault
  readonly isFound: boolean
  readonly ms: number
}

async function plantAll(session: AdminSession, long: boolean, seed: number): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const scene of chooseScenes(long, createChance(seed))) {
    for (const fault of listFaults(scene)) findings.push(await plant(session, fault))
  }
  return findings
}

function chooseScenes(long: boolean, chance: Chance): Scene[] {
  const tables = long ? walledTables() : [chance.pick(walledTables())]
  return tables.map(table => ({ table, other: chance.pick(walledTables()), role: chance.pick(['dl_app', 'dl_operator'] as const), database: DATABASE }))
}

/** Looks at the fault inside the transaction that planted it, and rolls back. */
async function plant({ query }: AdminSession, fault: Fault): Promise<Finding> {
  await query('begin')
  try {
    for (const statement of fault.plant) await query(statement)
    return await look(query, fault)
  } finally {
    await query('rollback')
  }
}

/** Settings of a whole server are no transaction's to change: they are planted by starting a server with them. */
async function plantServerSettings(): Promise<Finding[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'digitallotsen-proof-'))
  const server = await startEmbedded({ dataDir, disposable: true, log: () => {} })
  try {
    const faults = ['fsync', 'full_page_writes', 'synchronous_commit'].map(name => ({ rule: 'R20', plant: [`${name} = off`], object: name }))
    return await withAdminSession(server.url, ({ query }) => Promise.all(faults.map(fault => look(query, fault))))
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function look(query: Query, fault: Fault & { readonly object?: string }): Promise<Finding> {
  const start = performance.now()
  const violations = await listViolations(query)
  return { fault, isFound: violations.some(({ rule, object }) => rule === fault.rule && object === (fault.object ?? object)), ms: performance.now() - start }
}

function report(seed: number, violations: readonly Violation[], findings: readonly Finding[]): P1Report {
  const missed = findings.filter(({ isFound }) => !isFound).map(({ fault }) => fault)
  const planted = new Set(findings.map(({ fault }) => fault.rule))
  const rules = listRules().map(({ id }) => id)
  const rulesWithoutFault = rules.filter(id => !planted.has(id))
  const holds = violations.length === 0 && missed.length === 0 && rulesWithoutFault.length === 0
  return {
    proof: 'P1', seed, violations, missed, rulesWithoutFault,
    verdict: holds ? 'holds' : 'broken',
    rules: rules.length,
    walledTables: walledTables().length,
    faultsPlanted: findings.length,
    faultsFound: findings.length - missed.length,
    slowestMs: Math.round(Math.max(...findings.map(({ ms }) => ms))),
  }
}

function walledTables(): string[] {
  const open = new Set(openTables.map(({ table }) => table))
  return Object.values(schema).filter(table => is(table, PgTable)).map(getTableName).filter(name => !open.has(`public.${name}`)).sort()
}
