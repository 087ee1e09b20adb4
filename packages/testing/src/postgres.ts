import type {} from './embedded-server.ts'
import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { atDatabase, signedInAs } from '@digitallotsen/db/addresses.ts'
import { openAdminSession, withAdminSession, type Query } from '@digitallotsen/db/admin-session.ts'
import { prepareDatabase } from '@digitallotsen/db/database.ts'
import { parseConnection, type Connection } from '@digitallotsen/db/lane-options.ts'
import { createLanes, type Lanes } from '@digitallotsen/db/lanes.ts'
import { migrationsFolder } from '@digitallotsen/db/migrations.ts'
import { loginRoles, roleNames, type LoginRole, type RolePasswords } from '@digitallotsen/db/role-names.ts'
import { databaseGuards } from '@digitallotsen/db/roles.ts'
import { inject } from 'vitest'

/** A migrated database of its own for one test file: look as root, act as a user. */
export interface TestDatabase {
  readonly name: string
  /** Looks past every wall, as the server's superuser. For arranging and for checking, never for what is tested. */
  readonly admin: Query
  readonly adminUrl: string
  /** The address per role, as `prepareDatabase` gives it. */
  readonly urls: Readonly<Record<LoginRole, string>>
  /** Settings for lanes of one's own. */
  readonly connections: Readonly<Record<'app' | 'operator', Connection>>
  /** The doors that the product uses, opened at the first transaction. */
  readonly app: Lanes
  readonly operator: Lanes
  /** Ends all sessions and removes the database; call it in afterAll. */
  close(): Promise<void>
}

/**
 * Clones the migrated template on the run's embedded server; the first caller of a run makes the template. Needs
 * `globalSetup: ['…/testing/src/embedded-server.ts']` in the vitest config.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject('embeddedServer')
  const passwords = passwordsOf(server.password)
  const name = `test_${randomBytes(6).toString('hex')}`
  await withAdminSession(server.url, async ({ query }) => {
    const template = await ensureTemplate(query, server.url, passwords)
    await clone(query, template, name)
  })
  return openTestDatabase(name, server.url, passwords)
}

function openTestDatabase(name: string, serverUrl: string, passwords: RolePasswords): TestDatabase {
  const adminUrl = atDatabase(serverUrl, name)
  const urls = Object.fromEntries(loginRoles.map(role => [role, signedInAs(role, passwords, adminUrl)])) as Record<LoginRole, string>
  const connections = { app: parseConnection(urls.app), operator: parseConnection(urls.operator) }
  const admin = openAdminSession(adminUrl)
  const app = createLanes({ connection: connections.app })
  const operator = createLanes({ connection: connections.operator })
  return {
    name, adminUrl, urls, connections, app, operator,
    admin: admin.query,
    async close() {
      await Promise.all([app.end(0), operator.end(0), admin.end()])
      await withAdminSession(serverUrl, ({ query }) => query(`drop database ${name} with (force)`))
    },
  }
}

/** One template per content of the migrations, made by whichever worker comes first while the others wait. */
async function ensureTemplate(query: Query, serverUrl: string, passwords: RolePasswords): Promise<string> {
  const template = `template_${migrationsHash()}`
  const isThere = async () => (await query('select 1 from pg_database where datname = $1 and datistemplate', [template])).length > 0
  await query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
  if (!(await isThere())) {
    await prepareDatabase({ adminUrl: serverUrl, secrets: { passwords }, database: template, log: () => {} })
    await query(`alter database ${template} with is_template true allow_connections false`)
  }
  await query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK])
  return template
}

async function clone(query: Query, template: string, name: string): Promise<void> {
  await query(`create database ${name} owner ${roleNames.owner} template ${template}`)
  for (const statement of databaseGuards(name)) await query(statement)
}

function migrationsHash(): string {
  const hash = createHash('sha256')
  for (const file of readdirSync(migrationsFolder).filter(file => file.endsWith('.sql')).sort()) hash.update(readFileSync(join(migrationsFolder, file)))
  return hash.digest('hex').slice(0, 12)
}

/** Roles belong to the whole server, so that every worker of the run has to give them the same passwords. */
function passwordsOf(secret: string): RolePasswords {
  return { app: `app-${secret}`, operator: `operator-${secret}`, jobs: `jobs-${secret}`, backup: `backup-${secret}` }
}

const TEMPLATE_LOCK = 717_283_902
