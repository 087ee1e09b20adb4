import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parseConnection } from '../lane-options.ts'
import { createLanes } from '../lanes.ts'
import { findFreePort } from './free-port.ts'
import { isRunning, readProcess } from './process-state.ts'
import { startEmbedded, type EmbeddedOptions, type EmbeddedServer } from './start-embedded.ts'

const folder = mkdtempSync(join(tmpdir(), 'digitallotsen-embedded-'))
chmodSync(folder, 0o755)
const seed = join(folder, 'seed')
let dataDir = ''
let messages: string[] = []
let count = 0
const running: EmbeddedServer[] = []
const others: ChildProcess[] = []

/** An initialised data folder, copied for each test, since initdb takes most of the time. */
beforeAll(async () => {
  const server = await startEmbedded({ dataDir: seed, disposable: true, log: () => {} })
  await server.stop()
})
beforeEach(() => {
  dataDir = join(folder, `data-${++count}`)
  messages = []
  spawnSync('cp', ['-a', seed, dataDir])
})
afterEach(async () => {
  await Promise.all(running.splice(0).map(server => server.stop()))
  for (const child of others.splice(0)) child.kill('SIGKILL')
  rmSync(dataDir, { recursive: true, force: true })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function start(options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedServer> {
  const server = await startEmbedded({ dataDir, disposable: true, log: message => messages.push(message), ...options })
  running.push(server)
  return server
}

async function ask(server: EmbeddedServer, text: string): Promise<Record<string, unknown>[]> {
  const sql = postgres(server.url, { max: 1, onnotice: () => {} })
  try {
    return [...(await sql.unsafe(text))]
  } finally {
    await sql.end()
  }
}

function codeOf(starting: Promise<EmbeddedServer>): Promise<unknown> {
  return starting.then(() => 'started', (error: { code?: string }) => error.code ?? error)
}

describe('the embedded database', () => {
  test('is set up at the first start, and tells so', async () => {
    dataDir = join(folder, 'first')
    const server = await start()
    expect(messages.join(' ')).toMatch(/wird eingerichtet.*eingerichtet\. Datenbank läuft/)
    expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('keeps its rows and its password from one start to the next', async () => {
    const first = await start()
    await ask(first, 'create table kept as select 7 as n')
    await first.stop()
    const second = await start()
    expect(second.password).toBe(first.password)
    expect(await ask(second, 'select n from kept')).toEqual([{ n: 7 }])
  })

  test('is set to keep data safe, whatever else is asked for', async () => {
    const server = await start({ disposable: false, settings: { fsync: 'off', listen_addresses: '*', max_connections: '33' } })
    const names = ['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums', 'listen_addresses', 'unix_socket_directories', 'max_connections', 'server_encoding']
    const rows = await ask(server, `select name, setting from pg_settings where name in ('${names.join("','")}')`)
    expect(Object.fromEntries(rows.map(row => [row['name'], row['setting']]))).toEqual({
      fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on', data_checksums: 'on',
      listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '33', server_encoding: 'UTF8',
    })
  })

  test('lets nobody in without the password, which only the owner may read', async () => {
    const server = await start()
    const url = server.url.replace(server.password, 'wrong')
    const sql = postgres(url, { max: 1 })
    await expect(sql`select 1`).rejects.toMatchObject({ code: '28P01' })
    await sql.end()
    expect(statSync(join(dataDir, 'superuser.password')).mode & 0o077).toBe(0)
  })

  test('takes the port it is given, and says when that is taken', async () => {
    const port = await findFreePort()
    const server = await start({ port })
    expect(server.port).toBe(port)
    const other = join(folder, 'other')
    spawnSync('cp', ['-a', seed, other])
    expect(await codeOf(start({ dataDir: other, port }))).toBe('embedded.port_taken')
  })

  test('serves two processes that start it at the same moment', async () => {
    dataDir = join(folder, 'twice')
    const servers = await Promise.all([start(), start()])
    expect(servers.map(server => server.adopted).sort()).toEqual([false, true])
    expect(new Set(servers.map(server => server.url)).size).toBe(1)
  })

  test('ends when told to, once', async () => {
    const server = await start()
    await Promise.all([server.stop(), server.stop()])
    expect(isRunning(server.pid)).toBe(false)
  })

  test('is found again by the lanes when it comes back on its port', async () => {
    const first = await start()
    const lanes = createLanes({ connection: parseConnection(first.url), acquireMs: 5_000 })
    const ping = () => lanes.withoutTenant(async () => 'there')
    expect(await ping()).toBe('there')
    await first.stop()
    await start({ port: first.port })
    expect(await ping()).toBe('there')
    await lanes.end()
  })
})

describe('after a kill -9', () => {
  test('of the program, the database that goes on running is adopted', async () => {
    const script = `
      import { startEmbedded } from ${JSON.stringify(new URL('start-embedded.ts', import.meta.url).href)}
      const server = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log: () => {} })
      console.log(server.pid)
      process.kill(process.pid, 'SIGKILL')`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [[pid]] = await Promise.all([once(createInterface(child.stdout), 'line'), once(child, 'exit')])
    const server = await start()
    expect(server).toMatchObject({ adopted: true, pid: Number(pid) })
    expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('of the database, it starts again with every committed row', async () => {
    const first = await start({ disposable: false })
    await ask(first, 'create table survivors as select 1 as n')
    process.kill(first.pid, 'SIGKILL')
    const second = await start()
    expect(second.adopted).toBe(false)
    expect(await ask(second, 'select n from survivors')).toEqual([{ n: 1 }])
  })

  test('a lock file that names a zombie is cleared', async () => {
    const parent = spawn('sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] })
    others.push(parent)
    const [pid] = await once(createInterface(parent.stdout), 'line')
    await expect.poll(() => readProcess(Number(pid))?.zombie).toBe(true)
    writeLockFile(Number(pid))
    expect((await start()).adopted).toBe(false)
    expect(messages.join(' ')).toContain('Verwaiste Sperrdatei entfernt')
  })

  test('a lock file whose number belongs to another program by now is cleared', async () => {
    writeLockFile(process.pid)
    expect((await start()).adopted).toBe(false)
  })

  test('a set-up that was cut short does not stand in the way', async () => {
    dataDir = join(folder, 'cut')
    mkdirSync(join(dataDir, 'cluster.12345678', 'base'), { recursive: true })
    expect(await ask(await start(), 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

describe('in an awkward place', () => {
  test('a project below a folder closed to others works', async () => {
    const closed = mkdtempSync(join(tmpdir(), 'digitallotsen-closed-'))
    dataDir = join(closed, 'project', 'data')
    const server = await start()
    expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }])
    await server.stop()
    const elsewhere = join(dataDir, 'elsewhere')
    if (existsSync(elsewhere)) rmSync(realpathSync(elsewhere), { recursive: true })
    rmSync(closed, { recursive: true })
  })

  test('files that were copied back by the user who starts it work', async () => {
    const copy = join(folder, 'copied')
    cpSync(dataDir, copy, { recursive: true })
    rmSync(dataDir, { recursive: true })
    dataDir = copy
    expect(await ask(await start(), 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('a very long path works', async () => {
    const long = join(folder, 'a'.repeat(120), 'b'.repeat(120))
    mkdirSync(join(long, '..'), { recursive: true })
    renameSync(dataDir, long)
    dataDir = long
    expect(await ask(await start(), 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

describe('one clear sentence is said', () => {
  test('when the data come from another version', async () => {
    writeFileSync(join(dataDir, 'cluster', 'PG_VERSION'), '12\n')
    expect(await codeOf(start())).toBe('embedded.other_version')
  })

  test('when the password file is gone', async () => {
    rmSync(join(dataDir, 'superuser.password'))
    expect(await codeOf(start())).toBe('embedded.password_missing')
  })

  test('when something else lies in the folder', async () => {
    dataDir = join(folder, 'occupied')
    mkdirSync(join(dataDir, 'cluster', 'photos'), { recursive: true })
    expect(await codeOf(start())).toBe('embedded.init_failed')
  })

  test('when PostgreSQL itself refuses', async () => {
    const error: Error = await start({ settings: { shared_buffers: 'nonsense' } }).then(() => new Error('started'), e => e)
    expect(error.message).toMatch(/^Die Datenbank startet nicht: .*shared_buffers/)
  })
})

function writeLockFile(pid: number): void {
  const lines = [pid, join(dataDir, 'cluster'), 1, 5432, '', '127.0.0.1', '  1 2', 'ready   ']
  writeFileSync(join(dataDir, 'cluster', 'postmaster.pid'), `${lines.join('\n')}\n`)
  expect(readFileSync(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8')).toContain(String(pid))
}
