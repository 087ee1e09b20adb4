import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chooseAccount, type Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { ensureCluster, ensureOwnFiles, hasCluster } from './cluster.ts'
import { EmbeddedError } from './embedded-error.ts'
import { findFreePort } from './free-port.ts'
import { ensureHome, findClusterOwner, type Home } from './home.ts'
import { ensurePassword } from './password.ts'
import { findPostmaster } from './postmaster-file.ts'
import { launch, stopPostmaster } from './postmaster.ts'
import { ensureUsableBinaries } from './usable-binaries.ts'

export interface EmbeddedOptions {
  /** Holds the cluster, the password and the log; made when missing. */
  readonly dataDir: string
  /** A port of 127.0.0.1; without it the next free one. An adopted database keeps the port it has. */
  readonly port?: number
  /** Told in German what is happening; the first start takes a moment. */
  readonly log: (message: string) => void
  /** Further server settings. Those that keep data safe cannot be changed here, see `disposable`. */
  readonly settings?: Readonly<Record<string, string>>
  /** For tests only: data that may be lost at a power failure, in return for speed. */
  readonly disposable?: boolean
}

export interface EmbeddedServer {
  readonly port: number
  readonly superuser: 'postgres'
  readonly password: string
  readonly url: string
  readonly pid: number
  /** The folder that a file backup between pg_backup_start and pg_backup_stop has to copy. */
  readonly cluster: string
  /** The database was running already, left by a process that died; `stop` ends it all the same. */
  readonly adopted: boolean
  stop(): Promise<void>
}

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  log_checkpoints: 'off',
}
const SAFE = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }
const DISPOSABLE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

const TURN_MS = 100
const ORPHANS_LEAVE_MS = 20_000

/**
 * Promises a PostgreSQL of our own on the loopback address: initialised at the first start, adopted when a process that
 * died left it running, started anew otherwise. Refuses with an EmbeddedError whose message says what to do.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const dataDir = resolve(options.dataDir)
  const account = chooseAccount(findClusterOwner(dataDir), options.log)
  const home = ensureHome(dataDir, account, options.log)
  ensureOwnFiles(home, account)
  const binaries = ensureUsableBinaries(home.folder, account, options.log)
  const password = ensurePassword(dataDir, hasCluster(home))
  await ensureCluster({ home, binaries, account, password, disposable: options.disposable ?? false, log: options.log })

  const { pid, port, adopted } = await bringUp({ options, dataDir, home, binaries, account })
  let stopping: Promise<void> | undefined
  return {
    port, pid, adopted, password,
    superuser: 'postgres',
    cluster: home.cluster,
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    stop: () => (stopping ??= stopPostmaster(pid, home.cluster, binaries)),
  }
}

interface Preparation {
  readonly options: EmbeddedOptions
  readonly dataDir: string
  readonly home: Home
  readonly binaries: Binaries
  readonly account: Account
}

interface Running {
  readonly pid: number
  readonly port: number
  readonly adopted: boolean
}

/**
 * Adopts or starts, and looks again when something passing stood in the way: a postmaster on its way up or down,
 * another process that started the same cluster first, backends that have not yet noticed their postmaster's death.
 */
async function bringUp(preparation: Preparation): Promise<Running> {
  const until = Date.now() + ORPHANS_LEAVE_MS
  for (;;) {
    const running = await adopt(preparation)
    if (running) return running
    try {
      return await startNew(preparation)
    } catch (error) {
      if (!isPassing(error, preparation.options) || Date.now() > until) throw error
      await sleep(TURN_MS)
    }
  }
}

async function adopt({ options, home, binaries }: Preparation): Promise<Running | undefined> {
  for (;;) {
    const found = findPostmaster(home.cluster, options.log)
    if (found.kind === 'none') return undefined
    const { pid, port, status } = found.file
    if (found.programGone && status === 'ready') {
      options.log(`Laufende Datenbank (Prozess ${pid}) gehört zu einer früheren Installation und wird neu gestartet.`)
      await stopPostmaster(pid, home.cluster, binaries)
    } else if (status === 'ready') {
      options.log(`Laufende Datenbank übernommen (Prozess ${pid}, Port ${port}).`)
      return { pid, port, adopted: true }
    } else {
      await sleep(TURN_MS)
    }
  }
}

async function startNew({ options, dataDir, home, binaries, account }: Preparation): Promise<Running> {
  const port = options.port ?? (await findFreePort())
  const settings = { ...options.settings, ...SETTINGS, ...(options.disposable ? DISPOSABLE : SAFE) }
  const pid = await launch({
    binaries, account, port, settings,
    cluster: home.cluster,
    logFile: join(dataDir, 'postgres.log'),
    log: options.log,
  })
  options.log(`Datenbank läuft (Port ${port}).`)
  return { pid, port, adopted: false }
}

function isPassing(error: unknown, { port }: EmbeddedOptions): boolean {
  if (!(error instanceof EmbeddedError)) return false
  if (error.code === 'embedded.port_taken') return port === undefined
  return error.code === 'embedded.start_failed' && /lock file|shared memory block/.test(error.message)
}
