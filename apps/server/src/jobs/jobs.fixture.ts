import { runOnce } from 'graphile-worker'
import { vi } from 'vitest'
import { pino } from 'pino'
import { loadFramework, loadPack } from '@digitallotsen/pack/load.ts'
import { patched, smallCity, smallFramework } from '@digitallotsen/pack/small-pack.fixture.ts'
import { createTestDatabase, type TestDatabase } from '@digitallotsen/testing/postgres.ts'
import { createMemorySender, type MemorySender } from '../adapters/mail/memory-sender.ts'
import { createMemoryReader, type MemoryWeb } from '../adapters/web/memory-reader.ts'
import type { WebReader } from '../adapters/web/web-reader.ts'
import { readEnv } from '../env.ts'
import { CityDirectory, type CityEntry } from '../features/city/city-directory.ts'
import { applyPack, type LoadedPack } from '../features/packs/packs.service.ts'
import type { Services } from '../services.ts'
import { createJobLogger } from './job-log.ts'
import { createTasks } from './registry.ts'

export const loadSmallPack = async (slug: string, change = (text: string) => text): Promise<LoadedPack> => {
  const renamed = patched(patched(smallCity, 'pack.yaml', 'slug: musterstadt', `slug: ${slug}`), 'pack.yaml', 'musterstadt.localhost', `${slug}.localhost`)
  const source = { ...renamed, 'pack.yaml': change(renamed['pack.yaml'] ?? '') }
  const rules = await loadFramework(smallFramework)
  if (!rules.ok) throw new Error('the framework was refused')
  const result = await loadPack(source, rules.framework)
  if (!result.ok) throw new Error(`the pack was refused: ${JSON.stringify(result.faults)}`)
  return { pack: result.pack, hash: result.hash, source, framework: rules.framework }
}

/** Cities with their packs, the server's services, and the queue as the jobs role has it. */
export type JobsUnderTest = {
  db: TestDatabase
  services: Services
  sender: MemorySender
  clock: { now: Date }
  /** What stands in the web, by address; whatever a test puts there is read from then on. */
  site: MemoryWeb
  web: WebReader
  /** Works off what is due, as the worker does, and ends. */
  workOff(): Promise<void>
  /** What stands in the queue. */
  queue(): Promise<readonly Readonly<Record<string, unknown>>[]>
  city(slug: string, change?: (text: string) => string): Promise<CityEntry>
  close(): Promise<void>
}

const queued = `select t.identifier as task, j.payload, j.key, j.attempts, j.max_attempts, j.last_error
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`

export const openJobs = async (): Promise<JobsUnderTest> => {
  const db = await createTestDatabase()
  const clock = { now: new Date() }
  const sender = createMemorySender()
  const site: MemoryWeb = { answers: {} }
  const reader = createMemoryReader(site)
  const services: Services = {
    env: readEnv({ NODE_ENV: 'test', MAIL_FROM: 'lotsen@example.org' }),
    now: () => clock.now,
    lanes: db.app,
    operatorLanes: db.operator,
    cities: new CityDirectory(db.app),
    secret: 'x'.repeat(32),
    log: pino({ level: 'silent' }),
  }
  /** `runOnce` may return while the last answer to the queue is still under way. */
  const settled = async () => {
    const [row] = await db.admin('select count(*)::int as held from graphile_worker._private_jobs where locked_at is not null')
    if (row?.['held'] !== 0) throw new Error('a job is still held')
  }
  const workOff = async () => {
    await runOnce({ connectionString: db.urls.jobs, taskList: createTasks(services, sender, reader), noHandleSignals: true, maxPoolSize: 3, logger: createJobLogger(services) })
    await vi.waitFor(settled, { timeout: 10_000 })
  }
  const city = async (slug: string, change?: (text: string) => string) => {
    await applyPack(db.operator, await loadSmallPack(slug, change), 'test')
    const entry = await services.cities.findBySlug(slug)
    if (!entry) throw new Error(`there is no city ${slug}`)
    return entry
  }
  return { db, services, sender, clock, site, web: reader, workOff, city, queue: () => db.admin(queued), close: () => db.close() }
}
