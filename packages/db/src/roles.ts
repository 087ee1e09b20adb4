import { signedInAs } from './addresses.ts'
import { withAdminSession, type AdminSession, type Query } from './admin-session.ts'
import { loginRoles, roleNames, type LoginRole, type RolePasswords } from './role-names.ts'
import { createScramVerifier, isScramVerifierOf } from './scram-verifier.ts'

interface Attributes {
  readonly login: boolean
  readonly bypassrls: boolean
}

const attributes: Readonly<Record<keyof typeof roleNames, Attributes>> = {
  owner: { login: false, bypassrls: false },
  app: { login: true, bypassrls: false },
  operator: { login: true, bypassrls: false },
  jobs: { login: true, bypassrls: false },
  backup: { login: true, bypassrls: true },
}

/** What each role must be, as PostgreSQL writes it. */
const wordsOf = ({ login, bypassrls }: Attributes): string[] => [
  login ? 'login' : 'nologin',
  bypassrls ? 'bypassrls' : 'nobypassrls',
  'nosuperuser', 'nocreatedb', 'nocreaterole', 'noreplication',
]

/** PostgreSQL 17 brought a C.UTF-8 of its own, the same on every operating system. */
const BUILTIN_SINCE = 170_000

const CURRENT_WORDS = `
  select rolname as name, array_to_string(array[
    case when rolcanlogin then 'login' else 'nologin' end,
    case when rolbypassrls then 'bypassrls' else 'nobypassrls' end,
    case when rolsuper then 'superuser' else 'nosuperuser' end,
    case when rolcreatedb then 'createdb' else 'nocreatedb' end,
    case when rolcreaterole then 'createrole' else 'nocreaterole' end,
    case when rolreplication then 'replication' else 'noreplication' end], ' ') as words
  from pg_roles where rolname like 'dl\\_%'`

/** dl_owner hands enqueue_job to dl_jobs; dl_backup reads every table, later ones too. */
const GRANTS = [
  { role: roleNames.jobs, to: roleNames.owner },
  { role: 'pg_read_all_data', to: roleNames.backup },
] as const

/**
 * Promises that the five roles exist with exactly the attributes they should have, and that the four with login have these
 * passwords (stored as SCRAM verifiers). Changes nothing that is right already, so that roles made by hand need no more than
 * an administrator of the database. `adminUrl` is the address that the session has.
 */
export async function ensureRoles({ query }: AdminSession, passwords: RolePasswords, adminUrl: string): Promise<void> {
  const existing = new Map((await query(CURRENT_WORDS)).map(row => [row['name'], String(row['words']).split(' ')]))
  for (const [key, name] of Object.entries(roleNames) as [keyof typeof roleNames, string][]) {
    const wanted = wordsOf(attributes[key])
    const current = existing.get(name)
    const missing = current ? wanted.filter(word => !current.includes(word)) : wanted
    if (missing.length > 0) await query(`${current ? 'alter' : 'create'} role ${name} ${missing.join(' ')}`)
  }
  await ensurePasswords(query, passwords, adminUrl)
  for (const { role, to } of [...GRANTS, ...(await grantsForAdministrator(query))]) await ensureMember(query, role, to)
}

/** The statements by which an administrator prepares a server by hand, for where we are not given the right to. */
export function printRolesSql(passwords: RolePasswords, database: string): string {
  const statements = Object.entries(attributes).map(([key, value]) => {
    const verifier = value.login ? ` password '${createScramVerifier(passwords[key as LoginRole])}'` : ''
    return `create role ${roleNames[key as keyof typeof roleNames]} ${wordsOf(value).join(' ')}${verifier};`
  })
  return [
    ...statements,
    ...GRANTS.map(({ role, to }) => `grant ${role} to ${to};`),
    `create database ${database} owner ${roleNames.owner} template template0 encoding 'UTF8' ${databaseLocale(BUILTIN_SINCE)};`,
    `-- PostgreSQL 15 und 16: ${databaseLocale(BUILTIN_SINCE - 1)}`,
    ...databaseGuards(database).map(statement => `${statement};`),
    '-- Zum Einrichten und bei jedem Update meldet sich ein Konto an, das die Tabellen anlegen darf:',
    `-- grant ${roleNames.owner}, ${roleNames.jobs} to <Konto>;`,
  ].join('\n')
}

/**
 * Order by code point: it never changes, so that no update of a library can turn an index wrong. Columns that people see
 * sorted have a collation of their own.
 */
export function databaseLocale(serverVersion: number): string {
  return serverVersion >= BUILTIN_SINCE ? `locale 'C' locale_provider builtin builtin_locale 'C.UTF-8'` : `locale 'C.UTF-8'`
}

/** Who may enter a database and what for; a clone does not take these over from its template. */
export function databaseGuards(database: string): string[] {
  const logins = loginRoles.map(role => roleNames[role]).join(', ')
  return [`revoke all on database ${database} from public`, `grant connect on database ${database} to ${logins}`]
}

async function ensurePasswords(query: Query, passwords: RolePasswords, adminUrl: string): Promise<void> {
  const stored = await findVerifiers(query)
  const isRight = (role: LoginRole) =>
    stored ? isScramVerifierOf(stored.get(roleNames[role]) ?? '', passwords[role]) : canSignIn(signedInAs(role, passwords, adminUrl))
  for (const role of loginRoles) {
    if (!(await isRight(role))) await query(`alter role ${roleNames[role]} password '${createScramVerifier(passwords[role])}'`)
  }
}

/** Undefined for anyone but a superuser, who alone may read them. */
async function findVerifiers(query: Query): Promise<Map<string, string> | undefined> {
  const [may] = await query(`select has_table_privilege('pg_authid', 'select') as allowed`)
  if (may?.['allowed'] !== true) return undefined
  const rows = await query(`select rolname, rolpassword from pg_authid where rolname like 'dl\\_%' and rolpassword is not null`)
  return new Map(rows.map(row => [String(row['rolname']), String(row['rolpassword'])]))
}

function canSignIn(url: string): Promise<boolean> {
  return withAdminSession(url, ({ query }) => query('select 1')).then(() => true, () => false)
}

/** Someone who is no superuser must be a member to act as the owner. */
async function grantsForAdministrator(query: Query): Promise<{ role: string; to: string }[]> {
  const [me] = await query('select quote_ident(rolname) as name, rolsuper from pg_roles where rolname = current_user')
  if (me?.['rolsuper'] !== false) return []
  return [roleNames.owner, roleNames.jobs].map(role => ({ role, to: String(me['name']) }))
}

async function ensureMember(query: Query, role: string, to: string): Promise<void> {
  const [found] = await query(
    `select 1 from pg_auth_members where roleid = $1::regrole and member = $2::regrole and pg_has_role(member, roleid, 'usage')`,
    [role, to],
  )
  if (!found) await query(`grant ${role} to ${to}`)
}
