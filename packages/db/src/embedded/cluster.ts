import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, lchownSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { asAccount, type Account } from './account.ts'
import { programPath, type Binaries } from './binaries.ts'
import { EmbeddedError } from './embedded-error.ts'
import type { Home } from './home.ts'

export interface ClusterOptions {
  readonly home: Home
  readonly binaries: Binaries
  readonly account: Account
  readonly password: string
  /** Spares the last flush to disk, where the data may be lost at a power failure. */
  readonly disposable: boolean
  readonly log: (message: string) => void
}

/** True once the cluster was initialised to the end. */
export function hasCluster(home: Home): boolean {
  return existsSync(join(home.cluster, 'PG_VERSION'))
}

/** Promises an initialised cluster; refuses one of another major version. */
export async function ensureCluster(options: ClusterOptions): Promise<void> {
  if (!hasCluster(options.home)) await initialise(options)
  ensureSameVersion(options)
}

/**
 * initdb works in a folder beside, which is renamed when complete: a start cut short leaves no half cluster behind.
 * Checksums, scram, UTF-8, and the built-in C.UTF-8 order, whose indexes stay valid on every operating system.
 */
async function initialise({ home, binaries, account, password, disposable, log }: ClusterOptions): Promise<void> {
  ensureVacant(home)
  log('Datenbank wird eingerichtet (nur beim ersten Start, wenige Sekunden) …')
  const suffix = randomBytes(4).toString('hex')
  const draft = `${home.cluster}.${suffix}`
  const passwordFile = join(home.folder, `initdb.${suffix}`)
  try {
    mkdirSync(draft, { mode: 0o700 })
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
    if (account) for (const path of [draft, passwordFile]) chownSync(path, account.uid, account.gid)
    await runInitdb(programPath(binaries, 'initdb'), [`--pgdata=${draft}`, `--pwfile=${passwordFile}`, ...(disposable ? ['--no-sync'] : [])], account)
    moveIntoPlace(draft, home)
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(draft, { recursive: true, force: true })
  }
  log('Datenbank eingerichtet.')
}

async function runInitdb(initdb: string, args: readonly string[], account: Account): Promise<void> {
  const child = spawn(
    initdb,
    [
      ...args, '--username=postgres', '--auth=scram-sha-256', '--data-checksums',
      '--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--set=timezone=UTC', '--set=log_timezone=UTC',
    ],
    { cwd: '/', env: databaseEnv(), stdio: ['ignore', 'ignore', 'pipe'], ...asAccount(account) },
  )
  const [stderr, [status]] = await Promise.all([text(child.stderr), once(child, 'close')])
  if (status === 0) return
  throw new EmbeddedError('embedded.init_failed', `Die Datenbank ließ sich nicht einrichten: ${lastLine(stderr)}`)
}

/** Of two processes that set up the same cluster, the second finds that of the first in its place, and uses it. */
function moveIntoPlace(draft: string, home: Home): void {
  try {
    renameSync(draft, home.cluster)
  } catch (error) {
    if (!hasCluster(home)) throw error
  }
}

function ensureVacant(home: Home): void {
  if (!existsSync(home.cluster) || readdirSync(home.cluster).length === 0) return
  throw new EmbeddedError('embedded.init_failed', `Der Ordner ${home.cluster} ist nicht leer und enthält keine Datenbank: bitte beiseiteräumen.`)
}

function ensureSameVersion({ home, binaries }: ClusterOptions): void {
  const written = readFileSync(join(home.cluster, 'PG_VERSION'), 'utf8').trim()
  const here = binaries.version.split('.')[0] ?? ''
  if (written === here) return
  throw new EmbeddedError(
    'embedded.other_version',
    `Die Daten in ${home.cluster} stammen von PostgreSQL ${written}, mitgeliefert ist ${here}: bitte mit der alten Fassung sichern und hier zurückspielen.`,
  )
}

/** Refuses a cluster whose files belong to another user than the one it is to run as; files that root copied there are handed over. */
export function ensureOwnFiles(home: Home, account: Account): void {
  if (!existsSync(home.cluster)) return
  const { uid } = statSync(home.cluster)
  if (account && uid === 0) return handOver(home.cluster, account)
  const runner = account?.uid ?? process.getuid?.()
  if (runner === undefined || uid === runner) return
  throw new EmbeddedError(
    'embedded.foreign_files',
    `Die Datenbank in ${home.cluster} gehört einem anderen Benutzer (uid ${uid}): bitte als dieser oder als root starten.`,
  )
}

function handOver(cluster: string, { uid, gid }: NonNullable<Account>): void {
  for (const path of readdirSync(cluster, { recursive: true, encoding: 'utf8' })) lchownSync(join(cluster, path), uid, gid)
  chownSync(cluster, uid, gid)
  chmodSync(cluster, 0o700)
}

/** Messages in English whatever the machine speaks, because start-up reads them; no inherited PG* setting. */
export function databaseEnv(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'))
  return { ...Object.fromEntries(inherited), LC_ALL: 'C' }
}

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1) ?? 'unbekannter Grund'
}
