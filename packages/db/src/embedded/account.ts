import { spawnSync } from 'node:child_process'
import { EmbeddedError } from './embedded-error.ts'

/** The operating-system account the database runs as; undefined means: the one that runs this process. */
export type Account = { readonly uid: number; readonly gid: number } | undefined

const SYSTEM_USER = 'postgres'

/**
 * Chooses the account: PostgreSQL refuses to run as root, so root hands over to the owner of existing files
 * or to the system user `postgres`, which is made when missing. Refuses with the command to run when it cannot be made.
 */
export function chooseAccount(owner: Account, log: (message: string) => void): Account {
  if (process.getuid?.() !== 0) return undefined
  if (owner && owner.uid !== 0) return owner
  return findSystemUser() ?? createSystemUser(log)
}

/** Spreads into the options of `spawn`, so that the child runs as that account. */
export function asAccount(account: Account): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {}
}

function createSystemUser(log: (message: string) => void): Account {
  const made = spawnSync(
    'useradd',
    ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', SYSTEM_USER],
    { encoding: 'utf8' },
  )
  const account = findSystemUser()
  if (account) {
    log(`Systembenutzer „${SYSTEM_USER}“ angelegt, denn PostgreSQL läuft nicht als root.`)
    return account
  }
  const reason = made.error ? 'der Befehl useradd fehlt' : made.stderr.trim()
  throw new EmbeddedError(
    'embedded.account_missing',
    `PostgreSQL läuft nicht als root, und der Systembenutzer „${SYSTEM_USER}“ ließ sich nicht anlegen (${reason}): ` +
      `bitte als gewöhnlicher Benutzer starten oder ihn anlegen, etwa mit „adduser -S -H ${SYSTEM_USER}“.`,
  )
}

function findSystemUser(): Account {
  const uid = askId('-u')
  const gid = askId('-g')
  return uid === undefined || gid === undefined ? undefined : { uid, gid }
}

function askId(flag: '-u' | '-g'): number | undefined {
  const id = spawnSync('id', [flag, SYSTEM_USER], { encoding: 'utf8' })
  return id.status === 0 ? Number(id.stdout) : undefined
}
