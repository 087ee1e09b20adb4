import { atDatabase, signedInAs } from './addresses.ts'
import { lockSetup, withAdminSession, type Query } from './admin-session.ts'
import { migrate } from './migrate.ts'
import { roleNames, type LoginRole, type RolePasswords } from './role-names.ts'
import { databaseGuards, databaseLocale, ensureRoles } from './roles.ts'
import { ensureRolePasswords } from './secrets.ts'

const DEFAULT_DATABASE = 'digitallotsen'

export interface PrepareOptions {
  /** An administrator's address; the database named in it (or `postgres`) is where the set-up begins. */
  readonly adminUrl: string
  /** The roles' passwords, or the folder where they are kept and, the first time, made. */
  readonly secrets: { readonly folder: string } | { readonly passwords: RolePasswords }
  /** Told in German what is being done. */
  readonly log: (message: string) => void
  /** A plain lower-case name. */
  readonly database?: string
}

/** The addresses under which the product itself signs in. None of them may change a table. */
export interface PreparedDatabase {
  readonly appUrl: string
  readonly operatorUrl: string
  readonly jobsUrl: string
  readonly backupUrl: string
}

/**
 * Promises a database with its roles, tables and walls in the version of this software, made anew or brought forward.
 * Does nothing, and quickly, where all is in place; several processes may call it at once.
 */
export async function prepareDatabase(options: PrepareOptions): Promise<PreparedDatabase> {
  const database = options.database ?? DEFAULT_DATABASE
  if (!/^[a-z][a-z0-9_]*$/.test(database)) throw new TypeError(`${database} is no plain name for a database`)
  const passwords = 'passwords' in options.secrets ? options.secrets.passwords : ensureRolePasswords(options.secrets.folder)
  await withAdminSession(options.adminUrl, async session => {
    await lockSetup(session)
    await ensureRoles(session, passwords, options.adminUrl)
    await ensureDatabase(session.query, database, options.log)
  })
  await migrate({ adminUrl: atDatabase(options.adminUrl, database), log: options.log })
  const urlOf = (role: LoginRole) => signedInAs(role, passwords, atDatabase(options.adminUrl, database))
  return { appUrl: urlOf('app'), operatorUrl: urlOf('operator'), jobsUrl: urlOf('jobs'), backupUrl: urlOf('backup') }
}

async function ensureDatabase(query: Query, database: string, log: (message: string) => void): Promise<void> {
  const [found] = await query('select 1 from pg_database where datname = $1', [database])
  if (!found) await createDatabase(query, database, log)
  const [entry] = await query(`select has_database_privilege($1, $2, 'temporary') as is_open, has_database_privilege($1, $2, 'connect') as may_enter`, [
    roleNames.app,
    database,
  ])
  if (entry?.['may_enter'] && !entry['is_open']) return
  for (const statement of databaseGuards(database)) await query(statement)
}

async function createDatabase(query: Query, database: string, log: (message: string) => void): Promise<void> {
  log(`Die Datenbank ${database} wird angelegt.`)
  const [server] = await query(`select current_setting('server_version_num')::int as version`)
  await query(`create database ${database} owner ${roleNames.owner} template template0 encoding 'UTF8' ${databaseLocale(Number(server?.['version']))}`)
}
