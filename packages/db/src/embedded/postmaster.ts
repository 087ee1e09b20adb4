import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { closeSync, existsSync, fstatSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { asAccount, type Account } from './account.ts'
import { programPath, type Binaries } from './binaries.ts'
import { databaseEnv } from './cluster.ts'
import { EmbeddedError } from './embedded-error.ts'
import { readPostmasterFile } from './postmaster-file.ts'
import { isRunning } from './process-state.ts'

const POLL_MS = 15
const TELL_EVERY_MS = 5_000
const LOG_LIMIT_BYTES = 10_000_000
const FAST_STOP_MS = 30_000
const IMMEDIATE_STOP_MS = 10_000

export interface LaunchOptions {
  readonly binaries: Binaries
  readonly cluster: string
  readonly account: Account
  readonly port: number
  readonly settings: Readonly<Record<string, string>>
  readonly logFile: string
  readonly log: (message: string) => void
}

/** Starts the postmaster and resolves with its process id once it accepts connections; rejects with the reason when it ends before. */
export async function launch(options: LaunchOptions): Promise<number> {
  rotate(options.logFile)
  const output = openSync(options.logFile, 'a', 0o600)
  const offset = fstatSync(output).size
  try {
    const child = spawnPostgres(options, output)
    await untilReady(child, options, offset)
    child.unref()
    return child.pid ?? 0
  } finally {
    closeSync(output)
  }
}

/** Stops a postmaster: open transactions are rolled back, and after 30 s it is told to leave at once (recovery then runs at the next start). */
export async function stopPostmaster(pid: number, cluster: string, binaries: Binaries): Promise<void> {
  if (process.platform === 'win32') {
    spawnSync(programPath(binaries, 'pg_ctl'), ['stop', '-D', cluster, '-m', 'fast', '-w'], { env: databaseEnv() })
    return
  }
  if (signal(pid, 'SIGINT') && (await endsWithin(pid, FAST_STOP_MS))) return
  if (!isRunning(pid)) return
  if (signal(pid, 'SIGQUIT') && (await endsWithin(pid, IMMEDIATE_STOP_MS))) return
  if (isRunning(pid)) throw new EmbeddedError('embedded.stop_failed', `Die Datenbank (Prozess ${pid}) beendet sich nicht.`)
}

/**
 * A session of its own, so that Ctrl-C reaches the application first, which then closes in order.
 * Output goes to a file and not to a pipe, since the database may outlive this process.
 */
function spawnPostgres({ binaries, cluster, account, port, settings }: LaunchOptions, output: number): ChildProcess {
  const args = ['-D', cluster, '-p', String(port)]
  for (const [name, value] of Object.entries(settings)) args.push('-c', `${name}=${value}`)
  return spawn(programPath(binaries, 'postgres'), args, {
    cwd: '/', env: databaseEnv(), stdio: ['ignore', output, output], detached: true, windowsHide: true, ...asAccount(account),
  })
}

async function untilReady(child: ChildProcess, { cluster, logFile, port, log }: LaunchOptions, offset: number): Promise<void> {
  let ended = false
  let failure: Error | undefined
  child.once('exit', () => { ended = true })
  child.once('error', error => { failure = error })
  for (let waited = 0; ; waited += POLL_MS) {
    if (ended || failure) throw explain(failure?.message ?? readFileSync(logFile).subarray(offset).toString('utf8'), port)
    const file = readPostmasterFile(cluster)
    if (file && file.pid === child.pid && file.status === 'ready') return
    if (waited > 0 && waited % TELL_EVERY_MS < POLL_MS) log('Datenbank startet noch (sie stellt den letzten Stand wieder her) …')
    await sleep(POLL_MS)
  }
}

/** Turns the output of a failed start into one sentence. */
function explain(output: string, port: number): EmbeddedError {
  if (/could not bind IPv4 address/.test(output)) {
    return new EmbeddedError('embedded.port_taken', `Der Port ${port} ist belegt: bitte einen anderen wählen.`)
  }
  const fatal = output.split('\n').filter(line => /FATAL|PANIC/.test(line)).at(-1) ?? output.trim().split('\n').at(-1)
  const reason = fatal?.replace(/^.*?(?:FATAL|PANIC):\s*/, '') || 'ohne Meldung beendet'
  return new EmbeddedError('embedded.start_failed', `Die Datenbank startet nicht: ${reason}`)
}

function rotate(logFile: string): void {
  if (existsSync(logFile) && statSync(logFile).size > LOG_LIMIT_BYTES) renameSync(logFile, `${logFile}.1`)
}

async function endsWithin(pid: number, ms: number): Promise<boolean> {
  for (let waited = 0; waited < ms; waited += POLL_MS) {
    if (!isRunning(pid)) return true
    await sleep(POLL_MS)
  }
  return false
}

function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name)
  } catch {
    return false
  }
}
