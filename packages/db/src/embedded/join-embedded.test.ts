import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { withAdminSession } from '../admin-session.ts'
import { joinEmbedded, type JoinedServer } from './join-embedded.ts'
import { isRunning } from './process-state.ts'
import { startEmbedded } from './start-embedded.ts'

const folder = mkdtempSync(join(tmpdir(), 'digitallotsen-join-'))
chmodSync(folder, 0o755)
const seed = join(folder, 'seed')
let dataDir = ''
let count = 0
const joined: JoinedServer[] = []

beforeAll(async () => {
  const server = await startEmbedded({ dataDir: seed, disposable: true, log: () => {} })
  await server.stop()
})
beforeEach(() => {
  dataDir = join(folder, `data-${++count}`)
  spawnSync('cp', ['-a', seed, dataDir])
})
afterEach(async () => {
  await Promise.all(joined.splice(0).map(server => server.leave()))
  rmSync(dataDir, { recursive: true, force: true })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const options = () => ({ dataDir, disposable: true, log: () => {} })

async function come(): Promise<JoinedServer> {
  const server = await joinEmbedded(options())
  joined.push(server)
  return server
}

const ask = (url: string, text: string) => withAdminSession(url, ({ query }) => query(text))
const pidOf = async ({ url }: JoinedServer) => Number((await ask(url, `select pid from pg_stat_activity where backend_type = 'checkpointer'`))[0]?.['pid'])

describe('a database that several processes use', () => {
  test('stays for the one that came later, and ends with the last', async () => {
    const [first, second] = [await come(), await come()]
    const pid = await pidOf(first)
    await first.leave()
    expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await Promise.all([second.leave(), second.leave()])
    expect(isRunning(pid)).toBe(false)
  })

  test('ends once when all leave at the same moment', async () => {
    const all = [await come(), await come(), await come()]
    const pid = await pidOf(all[0] as JoinedServer)
    await Promise.all(all.map(server => server.leave()))
    expect(isRunning(pid)).toBe(false)
  })

  test('that a process left running when it died belongs to the one that finds it', async () => {
    const orphan = await startEmbedded(options())
    const heir = await come()
    expect(heir.url).toBe(orphan.url)
    await heir.leave()
    expect(isRunning(orphan.pid)).toBe(false)
  })

  test('is not held by a process that died', async () => {
    const [dead, alive] = [await come(), await come()]
    const pid = await pidOf(alive)
    await ask(alive.url, `select pg_terminate_backend(pid) from pg_stat_activity where pid in (select pid from pg_locks where locktype = 'advisory') order by backend_start limit 1`)
    await alive.leave()
    await expect.poll(() => isRunning(pid)).toBe(false)
    await dead.leave()
  })

  test('is there for one that comes while the last leaves', async () => {
    const last = await come()
    const [next] = await Promise.all([come(), last.leave()])
    expect(await ask(next.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('lets sessions of the product that are just ending end by themselves', async () => {
    const server = await come()
    await ask(server.url, `create role dl_jobs login superuser password 'x'`)
    const url = new URL(server.url)
    const session = postgres({ host: url.hostname, port: Number(url.port), username: 'dl_jobs', password: 'x', database: 'postgres', max: 1 })
    const asked = session`select pg_sleep(0.3), 1 as one`.then(rows => rows[0]?.['one'], (error: unknown) => error)
    await sleep(50)
    const leaving = server.leave()
    expect(await asked).toBe(1)
    await session.end()
    await leaving
  })
})
