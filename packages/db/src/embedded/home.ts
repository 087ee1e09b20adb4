import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, lstatSync, mkdirSync, realpathSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { asAccount, type Account } from './account.ts'
import { EmbeddedError } from './embedded-error.ts'

const SYSTEM_HOME = '/var/lib/digitallotsen'

/** Where the database's own files lie: `cluster` and, when needed, a copy of the programs. */
export interface Home {
  readonly folder: string
  readonly cluster: string
}

/** Tells who owns the cluster below a data folder, or undefined when there is none yet. */
export function findClusterOwner(dataDir: string): Account {
  for (const folder of [join(dataDir, 'elsewhere'), dataDir]) {
    const cluster = join(folder, 'cluster')
    if (existsSync(cluster)) return ownerOf(cluster)
  }
  return undefined
}

/**
 * Promises a folder that the database's account can enter. That is the data folder itself, unless a folder above it is
 * closed to that account (a project below /root): then it lies under /var/lib, and `elsewhere` in the data folder points to it.
 */
export function ensureHome(dataDir: string, account: Account, log: (message: string) => void): Home {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  const own = realpathSync(dataDir)
  const elsewhere = join(own, 'elsewhere')
  if (existsSync(elsewhere)) return homeAt(realpathSync(elsewhere))
  if (lstatSync(elsewhere, { throwIfNoEntry: false })) {
    throw new EmbeddedError('embedded.files_missing', `Der Ordner, auf den ${elsewhere} zeigt, fehlt: bitte die Datenbank aus der Sicherung zurücklegen.`)
  }
  if (account) chmodSync(own, statSync(own).mode | 0o011)
  if (canEnter(own, account)) return homeAt(own)

  mkdirSync(SYSTEM_HOME, { recursive: true, mode: 0o755 })
  const folder = join(SYSTEM_HOME, randomBytes(6).toString('hex'))
  mkdirSync(folder, { mode: 0o711 })
  symlinkSync(folder, elsewhere)
  log(`Die Datenbank liegt unter ${folder}, weil ihr Benutzer ${own} nicht betreten darf.`)
  return homeAt(folder)
}

function homeAt(folder: string): Home {
  return { folder, cluster: join(folder, 'cluster') }
}

function canEnter(folder: string, account: Account): boolean {
  if (!account) return true
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { cwd: '/', ...asAccount(account) }).status === 0
}

function ownerOf(path: string): Account {
  const { uid, gid } = statSync(path)
  return { uid, gid }
}
