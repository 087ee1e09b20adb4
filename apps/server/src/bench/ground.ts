import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { atDatabase } from '@digitallotsen/db/addresses.ts'
import { withAdminSession } from '@digitallotsen/db/admin-session.ts'
import { prepareDatabase } from '@digitallotsen/db/database.ts'
import { startEmbedded } from '@digitallotsen/db/embedded/start-embedded.ts'
import { ensureSeed, type SeedSize } from './seed.ts'

/** All that a route's own process has to know. Addresses are those of one database; `open` passes the wall and may do what the app may. */
export type Place = { appUrl: string; operatorUrl: string; openUrl: string; adminUrl: string }
export type Person = { personId: string; sid: string; tok: string }
export type Ground = {
  root: string
  secret: string
  host: string
  tenantId: string
  merchantId: string
  /** All of the city. */
  merchantIds: readonly string[]
  owner: Person
  office: Person
  /** All the cities, and the same first city alone in a database of its own. */
  full: Place
  alone: Place
  size: SeedSize
}

/** The trace of a change that was only made to measure it. */
export const changedAction = 'bench.changed'

const openRole = 'bench_open'
const openPassword = 'bench-only'

/** The ids that the seed gives, worked out the same way as in the database. */
const made = (given: string): string => {
  const hex = createHash('md5').update(given).digest('hex')
  const marked = `${hex.slice(0, 12)}4${hex.slice(13, 16)}8${hex.slice(17)}`
  return marked.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const person = (seed: number, city: number, number: number): Person => ({
  personId: made(`person:${seed}:${city}:${number}`),
  sid: made(`session:${seed}:${city}:${number}`),
  tok: `token-${seed}-${city}-${number}`,
})

/** A role of this cluster alone, made for measuring what the wall costs; the product has nothing like it. */
const ensureOpenRole = (adminUrl: string, database: string) =>
  withAdminSession(adminUrl, async ({ query }) => {
    const [found] = await query('select 1 from pg_roles where rolname = $1', [openRole])
    if (!found) await query(`create role ${openRole} login bypassrls inherit in role dl_app, dl_operator password '${openPassword}'`)
    await query(`grant connect on database ${database} to ${openRole}`)
  })

const openPlace = async (adminUrl: string, dataDir: string, database: string, log: (message: string) => void): Promise<Place> => {
  const { appUrl, operatorUrl } = await prepareDatabase({ adminUrl, database, secrets: { folder: join(dataDir, 'secrets') }, log })
  await ensureOpenRole(adminUrl, database)
  const open = new URL(appUrl)
  open.username = openRole
  open.password = openPassword
  return { appUrl, operatorUrl, openUrl: open.href, adminUrl: atDatabase(adminUrl, database) }
}

/** The measuring ground: a cluster of its own under .data/bench, filled once and kept. */
export const openGround = async (root: string, size: SeedSize, log: (message: string) => void): Promise<Ground & { close(): Promise<void> }> => {
  const dataDir = join(root, '.data/bench')
  const server = await startEmbedded({ dataDir: join(dataDir, 'postgres'), log, settings: { max_connections: '300' } })
  const full = await openPlace(server.url, dataDir, `bench_${size.cities}`, log)
  const alone = await openPlace(server.url, dataDir, 'bench_alone', log)
  await ensureSeed(full.adminUrl, root, size, log)
  await ensureSeed(alone.adminUrl, root, { ...size, cities: 1 }, log)
  return {
    root, size, full, alone,
    secret: 'a secret that only measuring knows, and long enough',
    host: 'ort-1.localhost',
    tenantId: made(`city:${size.seed}:1`),
    merchantId: made(`merchant:${size.seed}:1:7`),
    merchantIds: Array.from({ length: size.businesses }, (_, i) => made(`merchant:${size.seed}:1:${i + 1}`)),
    owner: person(size.seed, 1, 7),
    office: person(size.seed, 1, 0),
    close: () => server.stop(),
  }
}
