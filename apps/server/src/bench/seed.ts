import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { inTransaction, withAdminSession, type AdminSession, type Query } from '@digitallotsen/db/admin-session.ts'
import { loadFramework, loadPack } from '@digitallotsen/pack/load.ts'
import { patched, smallCity } from '@digitallotsen/pack/small-pack.fixture.ts'
import { businessTables, functions, statements } from './seed-statements.ts'
import { cityName, districts, nameParts, postcodes, tradeCategories } from './words.ts'

export type SeedSize = { seed: number; cities: number; businesses: number }
type Log = (message: string) => void

/** Live pages of the first city, whose directory is measured, and of each other one. */
const livePages = ['5000', '25']

/** Cities loaded per statement: a bar that moves, and no transaction of minutes. */
const atOnce = 20

const places = `postcodes:
${postcodes.map((code, i) => `  - code: "${code}"\n    district: ${districts[i]}`).join('\n')}
districts:
${districts.map((id, i) => `  - id: ${id}\n    name: ${id}\n    tier: Zentrum\n    lat: 51.${i}\n    lon: 7.${i}\n    radius: 500`).join('\n')}
`

/** The pack of an invented city upon the real framework, so that pages and catalogues weigh what they do in earnest. */
const readPack = async (root: string) => {
  const framework = await loadFramework(join(root, 'tenants/framework'))
  if (!framework.ok) throw new Error('the framework was refused')
  const city = patched(smallCity, 'pack.yaml', 'framework: "1.0.0"', `framework: "${framework.framework.release.version}"`)
  const loaded = await loadPack({ ...city, 'places.yaml': places }, framework.framework)
  if (!loaded.ok) throw new Error(`the invented city was refused: ${loaded.faults.map(fault => JSON.stringify(fault)).join(' ')}`)
  return loaded
}

const mark = ({ seed, cities, businesses }: SeedSize) =>
  `seed ${seed}, ${cities} × ${businesses}, ${createHash('sha256').update(JSON.stringify([statements, nameParts])).digest('hex').slice(0, 8)}`

const storedMark = async (query: Query): Promise<string | undefined> => {
  const [row] = await query(`select shobj_description(oid, 'pg_database') as mark from pg_database where datname = current_database()`)
  return row?.['mark'] === null ? undefined : String(row?.['mark'])
}

/** Fills a fresh database with so many cities; does nothing where they are there already, and refuses one that holds another set. */
export const ensureSeed = (adminUrl: string, root: string, size: SeedSize, log: Log): Promise<void> =>
  withAdminSession(adminUrl, async session => {
    const stored = await storedMark(session.query)
    if (stored === mark(size)) return
    const begun = performance.now()
    await empty(session)
    await fill(session, root, size, log)
    await session.query(`do $$ begin execute format('comment on database %I is %L', current_database(), '${mark(size)}'); end $$`)
    log(`${size.cities} Städte × ${size.businesses} Betriebe geladen in ${Math.round((performance.now() - begun) / 1000)} s`)
  })

const empty = async ({ query }: AdminSession): Promise<void> => {
  await query(`truncate tenants, ${businessTables.join(', ')}, pack_revisions cascade`)
}

const fill = async (session: AdminSession, root: string, { seed, cities, businesses }: SeedSize, log: Log): Promise<void> => {
  const { query } = session
  const { pack, hash } = await readPack(root)
  for (const statement of functions) await query(statement)
  await query(`set session_replication_role = replica`) // the rows fit by their making; checking 5 million references takes minutes
  await query(`set synchronous_commit = off`)
  const { trades, families, additions } = nameParts
  const words = [trades.words, trades.search, families.words, families.search, additions.words, additions.search, postcodes, districts]
  for (let from = 1; from <= cities; from += atOnce) {
    const range = [seed, from, Math.min(from + atOnce - 1, cities)].map(String)
    const names = Array.from({ length: atOnce }, (_, i) => cityName(from + i))
    await inTransaction(session, async () => {
      await query(statements.tenants, [...range, names])
      await query(statements.hosts, range)
      await query(statements.packs, [...range, hash, JSON.stringify({ ...pack, state: 'live' })])
      for (const table of ['people', 'memberships', 'sessions', 'assessments', 'plans', 'tasks', 'taskEvents'] as const) await query(statements[table], [...range, String(businesses)])
      await query(statements.merchants, [...range, String(businesses), ...words])
      await query(statements.listings, [...range, ...livePages, ...words, tradeCategories])
    })
    if ((from - 1) % 100 === 0) log(`… ${from - 1} von ${cities} Städten`)
  }
  await query(statements.figures)
  await query(`set session_replication_role = origin`)
  await query('vacuum analyze')
}
