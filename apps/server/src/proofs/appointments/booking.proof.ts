import { randomUUID } from 'node:crypto'
import { atDatabase } from '@digitallotsen/db/addresses.ts'
import { withAdminSession } from '@digitallotsen/db/admin-session.ts'
import { prepareDatabase } from '@digitallotsen/db/database.ts'
import { parseConnection } from '@digitallotsen/db/lane-options.ts'
import { createLanes } from '@digitallotsen/db/lanes.ts'
import { withProofServer } from '@digitallotsen/db/proofs/proof-server.ts'
import { loadFramework, loadPack } from '@digitallotsen/pack/load.ts'
import { smallCity, smallFramework } from '@digitallotsen/pack/small-pack.fixture.ts'
import type { CityEntry } from '../../features/city/city-directory.ts'
import { bookByLooking, dropWall, holds, raceForSlots, type RaceFigures, type RaceGround } from './booking-race.ts'

export type P14Report = { proof: 'P14'; seed: number; verdict: 'holds' | 'broken'; races: readonly (RaceFigures & { seed: number })[]; control: RaceFigures }

const DATABASE = 'booking_proof'
const sessionsEach = 8

const loadCity = async (): Promise<CityEntry> => {
  const rules = await loadFramework(smallFramework)
  const loaded = rules.ok && (await loadPack(smallCity, rules.framework))
  if (!loaded || !loaded.ok) throw new Error('the pack was refused')
  return { tenantId: randomUUID(), slug: 'musterstadt', state: 'live', sample: false, revision: 1, version: 'v1', pack: loaded.pack }
}

/**
 * P14: 400 businesses that ask at once for eight times of one guide get exactly eight, and no two overlap. Long: ten seeds; short: two.
 * The control looks first and then books, without the constraint, and must book more.
 */
export const run = ({ long, seed }: { long: boolean; seed: number }): Promise<P14Report> =>
  withProofServer(async serverUrl => {
    const passwords = { app: 'proof-app', operator: 'proof-operator', jobs: 'proof-jobs', backup: 'proof-backup' }
    const { appUrl } = await prepareDatabase({ adminUrl: serverUrl, secrets: { passwords }, database: DATABASE, log: () => {} })
    const connection = parseConnection(appUrl)
    const lanes = [0, 1, 2].map(() => createLanes({ connection, max: sessionsEach, acquireMs: 20_000, statementTimeoutMs: 20_000 }))
    try {
      return await withAdminSession(atDatabase(serverUrl, DATABASE), async ({ query: admin }) => {
        const ground: RaceGround = { lanes, admin, city: await loadCity(), now: new Date() }
        const open = async () => String((await admin(`insert into tenants (slug, name, state, framework_version) values ($1, 'Musterstadt', 'live', '1.0.0') returning id`, [`stadt-${randomUUID()}`]))[0]?.['id'])
        const races = []
        for (let n = 0; n < (long ? 10 : 2); n++) races.push({ seed: seed + n, ...(await raceForSlots(ground, await open(), seed + n)) })
        await dropWall(admin)
        const control = await raceForSlots(ground, await open(), seed, bookByLooking)
        const isSharp = control.booked > 8 && control.overlaps > 0
        return { proof: 'P14' as const, seed, verdict: races.every(holds) && isSharp ? ('holds' as const) : ('broken' as const), races, control }
      })
    } finally {
      await Promise.all(lanes.map(lane => lane.end(0)))
    }
  })
