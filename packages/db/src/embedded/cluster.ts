import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
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
  readonly log: (message: string) => void
}

/** True once the cluster was initialised to the end. */
export function hasCluster(home: Home): boolean {
  return existsSync(join(home.cluster, 'PG_VERSION'))
}

/** Promises an initialised cluster that this account may start; refuses one of another user or another major version. */
export async function ensureCluster(options: ClusterOptions): Promise<void> {
  if (!hasCluster(options.home)) await initialise(options)
  ensureSameVersion(options)
  ensureOwnFiles(options)
}

/**
 * initdb works in a folder beside, which is renamed when complete: a start cut short leaves no half cluster behind.
 * Checksums, scram, UTF-8, and the built-in C.UTF-8 order, whose indexes stay valid on every operating system.
 */
async function initialise({ home, binaries, account, password, log }: ClusterOptions): Promise<void> {
  log('Datenbank wird eingerichtet (nur beim ersten Start, wenige Sekunden) …')
  const suffix = randomBytes(4).toString('hex')
  const draft = `${home.cluster}.${suffix}`
  const passwordFile = join(home.folder, `initdb.${suffix}`)
  try {
    mkdirSync(draft, { mode: 0o700 })
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
    if (account) for (const path of [draft, passwordFile]) chownSync(path, account.uid, account.gid)
    await runInitdb(programPath(binaries, 'initdb'), draft, passwordFile, account)
    moveIntoPlace(draft, home)
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(draft, { recursive: true, force: true })
  }
  log('Datenbank eingerichtet.')
}

async function runInitdb(initdb: string, folder: string, passwordFile: string, account: Account): Promise<void> {
  const child = spawn(
    initdb,
    [
      `--pgdata=${folder}`, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--data-checksums',
      '--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--set=timezone=UTC', '--set=log_timezone=UTC',
    ],
    { cwd: '/', env: databaseEnv(), stdio: ['ignore', 'ignore', 'pipe'], ...asAccount(account) },
  )
  const [stderr, [status]] = await Promise.all([text(child.stderr), once(child, 'close')])
  if (status === 0) return
  throw new EmbeddedError('embedded.init_failed', `Die Datenbank ließ sich nicht einrichten: ${lastLine(stderr)}`)
}

function moveIntoPlace(draft: string, home: Home): void {
  try {
    renameSync(draft, home.cluster)
  } catch (error) {
    if (!hasCluster(home)) {
      throw new EmbeddedError('embedded.init_failed', `Der Ordner ${home.cluster} ist nicht leer und enthält keine Datenbank: bitte beiseiteräumen.`, error)
    }
  }
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

function ensureOwnFiles({ home, account }: ClusterOptions): void {
  const { uid } = statSync(home.cluster)
  const runner = account?.uid ?? process.getuid?.()
  if (runner === undefined || uid === runner) return
  throw new EmbeddedError(
    'embedded.foreign_files',
    `Die Datenbank in ${home.cluster} gehört einem anderen Benutzer (uid ${uid}): bitte als dieser oder als root starten.`,
  )
}

/** Messages in English whatever the machine speaks, because start-up reads them; no inherited PG* setting. */
export function databaseEnv(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'))
  return { ...Object.fromEntries(inherited), LC_ALL: 'C' }
}

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1) ?? 'unbekannter Grund'
}
