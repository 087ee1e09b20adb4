import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { readPostmasterFile } from '@digitallotsen/db/embedded/postmaster-file.ts'
import { isRunning } from '@digitallotsen/db/embedded/process-state.ts'
import { ask } from './ask.ts'
import { until } from './until.ts'

export const root = resolve(import.meta.dirname, '../../..')
const startFile = join(root, 'apps/server/src/start.ts')

export const findFreePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => done(port))
    })
  })

export const pidFile = (dataDir: string): string => join(dataDir, 'server.pid')
export const readPid = (dataDir: string): number => Number(readFileSync(pidFile(dataDir), 'utf8'))

const isReady = (port: number): Promise<boolean> =>
  ask({ host: 'localhost', port, path: '/ready' }).then(
    ({ status }) => status === 200,
    () => false,
  )

/** `stop` ends the database too, and refuses where the server had ended by itself before. */
export type ServerProcess = { port: number; ready(): Promise<unknown>; stop(): Promise<void> }

/** The product in a process of its own, which comes back by itself when a test has killed it. */
export const keepServer = (dataDir: string, port: number, settings: Readonly<Record<string, string>>): ServerProcess => {
  const logFile = join(dataDir, 'server.log')
  let child: ChildProcess | undefined
  let stopping = false
  let ended: string | undefined
  const start = (): void => {
    const log = openSync(logFile, 'a')
    child = spawn(process.execPath, [startFile], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', ...settings, DATA_DIR: dataDir, PORT: String(port) },
      stdio: ['ignore', log, log],
    })
    closeSync(log)
    writeFileSync(pidFile(dataDir), String(child.pid))
    child.once('exit', (code, signal) => {
      if (stopping) return
      if (signal === 'SIGKILL') return start()
      ended = `The server has ended by itself (${signal ?? code}). Its last words:\n${readFileSync(logFile, 'utf8').slice(-4000)}`
    })
  }
  const ready = () =>
    until(async () => {
      if (ended) throw new Error(ended)
      return isReady(port)
    }, 'the server is ready', 120_000)
  const stop = async (): Promise<void> => {
    stopping = true
    const running = child
    if (running && running.exitCode === null && running.signalCode === null) {
      const gone = new Promise(done => running.once('exit', done))
      running.kill('SIGTERM')
      await gone
    }
    await removeDatabase(dataDir)
    if (ended) throw new Error(ended)
  }
  start()
  return { port, ready, stop }
}

/** Where the database's files lie: below the data folder, or where that one points to when the database's account cannot enter it. */
const databaseFolder = (dataDir: string): string => {
  const own = join(dataDir, 'postgres')
  try {
    return realpathSync(join(own, 'elsewhere'))
  } catch {
    return own
  }
}

/** A server that has found its database running leaves it running, as after a kill; here nobody would come back for it. */
const removeDatabase = async (dataDir: string): Promise<void> => {
  const folder = databaseFolder(dataDir)
  const pid = readPostmasterFile(join(folder, 'cluster'))?.pid
  if (pid && isRunning(pid)) {
    process.kill(pid, 'SIGINT')
    await until(() => !isRunning(pid), 'the database has stopped')
  }
  rmSync(folder, { recursive: true, force: true })
}
