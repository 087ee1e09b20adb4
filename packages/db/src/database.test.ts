import type {} from '@digitallotsen/testing/embedded-server.ts'
import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { atDatabase } from './addresses.ts'
import { withAdminSession } from './admin-session.ts'
import { listViolations } from './catalogue-proof.ts'
import { prepareDatabase } from './database.ts'
import { migrate } from './migrate.ts'
import { hasPendingMigrations, MigrationChangedError, migrationsFolder } from './migrations.ts'
import { withProofServer } from './proofs/proof-server.ts'
import { printRolesSql } from './roles.ts'
import { isScramVerifierOf } from './scram-verifier.ts'
import { ensureRolePasswords } from './secrets.ts'

const folder = mkdtempSync(join(tmpdir(), 'digitallotsen-database-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

const newFolder = () => mkdtempSync(join(folder, 'case-'))

/** What the set-up said. Roles belong to the whole server, so each case has a server of its own. */
const spoken: string[] = []
const log = (message: string) => void spoken.push(message)
afterEach(() => void spoken.splice(0))

describe('the set-up', () => {
  test('makes roles, database and tables, and does nothing the second time', () =>
    withProofServer(async adminUrl => {
      const options = { adminUrl, secrets: { folder: newFolder() }, log }
      const first = await prepareDatabase(options)
      expect(spoken).toEqual(['Die Datenbank digitallotsen wird angelegt.', 'Die Datenbank wird auf den neuen Stand gebracht.', 'Die Warteschlange für Aufträge wird eingerichtet.'])
      spoken.splice(0)
      const before = await stateOf(adminUrl)
      expect(await prepareDatabase(options)).toEqual(first)
      expect(spoken).toEqual([])
      expect(await stateOf(adminUrl)).toEqual(before)
      for (const url of Object.values(first)) expect(await loginOf(url)).toBe(new URL(url).username)
    }))

  test('may be run by several processes at once', () =>
    withProofServer(async adminUrl => {
      const options = { adminUrl, secrets: { folder: newFolder() }, log }
      const all = await Promise.all([1, 2, 3].map(() => prepareDatabase(options)))
      expect(new Set(all.map(urls => JSON.stringify(urls))).size).toBe(1)
      expect(spoken).toHaveLength(3)
    }))

  test('sets right what someone changed about a role', () =>
    withProofServer(async adminUrl => {
      const options = { adminUrl, secrets: { folder: newFolder() }, log }
      const { appUrl } = await prepareDatabase(options)
      await withAdminSession(adminUrl, ({ query }) => query(`alter role dl_app createdb bypassrls password 'another'`))
      await prepareDatabase(options)
      const [role] = await withAdminSession(appUrl, ({ query }) => query('select rolcreatedb, rolbypassrls from pg_roles where rolname = current_user'))
      expect(role).toEqual({ rolcreatedb: false, rolbypassrls: false })
    }))

  test('an administrator who is no superuser can do it where the roles and the database were made by hand', () =>
    withProofServer(async adminUrl => {
      const passwords = ensureRolePasswords(newFolder())
      await withAdminSession(adminUrl, async ({ query }) => {
        for (const statement of printRolesSql(passwords, 'digitallotsen').split(';\n')) await query(statement)
        await query(`create role chief login password 'chief'`)
        await query('grant dl_owner, dl_jobs to chief')
      })
      const chief = new URL(atDatabase(adminUrl, 'digitallotsen'))
      chief.username = 'chief'
      chief.password = 'chief'
      const { appUrl } = await prepareDatabase({ adminUrl: chief.href, secrets: { passwords }, log })
      expect(await pending(appUrl)).toBe(false)
      expect(await withAdminSession(appUrl, ({ query }) => listViolations(query, { ownLogin: true }))).toEqual([])
    }))

  test.each(['Digitallotsen', 'a b', 'x; drop database y', ''])('refuses %j as a name', async database => {
    await expect(prepareDatabase({ adminUrl: 'postgres://nobody@127.0.0.1:1/x', secrets: { folder: newFolder() }, log, database })).rejects.toThrow(TypeError)
  })
})

describe('migrations', () => {
  test('are pending in a new database, and no longer after they ran', () =>
    withProofServer(async adminUrl => {
      expect(await pending(adminUrl)).toBe(true)
      await prepareDatabase({ adminUrl, secrets: { folder: newFolder() }, log })
      expect(await pending(atDatabase(adminUrl, 'digitallotsen'))).toBe(false)

      const later = withMigration('alter table tenants add column motto text')
      expect(await pending(atDatabase(adminUrl, 'digitallotsen'), later)).toBe(true)
      await migrate({ adminUrl: atDatabase(adminUrl, 'digitallotsen'), log, folder: later })
      expect(await pending(atDatabase(adminUrl, 'digitallotsen'), later)).toBe(false)
      expect(await pending(atDatabase(adminUrl, 'digitallotsen'))).toBe(false)

      const broken = withMigration('create table half (id uuid); select 1 / 0')
      await expect(migrate({ adminUrl: atDatabase(adminUrl, 'digitallotsen'), log, folder: broken })).rejects.toThrow()
      const [half] = await withAdminSession(atDatabase(adminUrl, 'digitallotsen'), ({ query }) => query(`select to_regclass('half') as half`))
      expect(half).toEqual({ half: null })
    }))

  test('that were changed after they ran are refused', async () => {
    const applied = [{ created_at: firstMigration().when, hash: 'of another text' }]
    const query = async (text: string) => (text.includes('to_regclass') ? [{ there: true }] : applied)
    await expect(hasPendingMigrations(query)).rejects.toThrow(MigrationChangedError)
  })
})

describe('the roles’ passwords', () => {
  test('are made once and readable by their owner alone', () => {
    const dataDir = newFolder()
    const passwords = ensureRolePasswords(dataDir)
    expect(ensureRolePasswords(dataDir)).toEqual(passwords)
    expect(statSync(join(dataDir, 'roles.json')).mode & 0o777).toBe(0o600)
    expect(new Set(Object.values(passwords)).size).toBe(4)
  })

  test('are refused when one is missing', () => {
    const dataDir = newFolder()
    writeFileSync(join(dataDir, 'roles.json'), '{"app":"x"}')
    expect(() => ensureRolePasswords(dataDir)).toThrow('roles.json has no password for the role operator')
  })

  test('do not stand in the statements for an administrator', () => {
    const passwords = ensureRolePasswords(newFolder())
    const text = printRolesSql(passwords, 'digitallotsen')
    for (const password of Object.values(passwords)) expect(text).not.toContain(password)
    const verifier = /create role dl_app .* password '(.*)';/.exec(text)?.[1] ?? ''
    expect(isScramVerifierOf(verifier, passwords.app)).toBe(true)
    expect(isScramVerifierOf(verifier, passwords.jobs)).toBe(false)
  })
})

const pending = (url: string, from?: string) => withAdminSession(url, ({ query }) => hasPendingMigrations(query, from))

const loginOf = async (url: string) => (await withAdminSession(url, ({ query }) => query('select current_user as name')))[0]?.['name']

/** All that the set-up could touch: verifiers of the passwords, memberships, and the catalogue of the tables. */
const stateOf = (adminUrl: string) =>
  withAdminSession(atDatabase(adminUrl, 'digitallotsen'), ({ query }) =>
    query(`
      select (select json_agg(a order by a.oid) from pg_authid a where rolname like 'dl_%') as roles, (select json_agg(m order by m.oid) from pg_auth_members m) as members,
        (select json_agg(d order by oid) from pg_database d where datname = 'digitallotsen')::jsonb - 'datfrozenxid' as databases,
        (select md5(string_agg(concat(oid, xmin, relacl), ' ' order by oid)) from pg_class) as relations`))

interface Journal {
  readonly entries: { readonly idx: number; readonly version: string; readonly when: number; readonly tag: string; readonly breakpoints: boolean }[]
}

function firstMigration() {
  const journal = JSON.parse(readFileSync(join(migrationsFolder, 'meta', '_journal.json'), 'utf8')) as Journal
  const [first] = journal.entries
  if (!first) throw new Error('there are no migrations')
  return first
}

/** Our migrations and one more after them. */
function withMigration(statement: string): string {
  const copy = newFolder()
  cpSync(migrationsFolder, copy, { recursive: true })
  const path = join(copy, 'meta', '_journal.json')
  const journal = JSON.parse(readFileSync(path, 'utf8')) as Journal
  const tag = `9999_${randomBytes(4).toString('hex')}`
  const when = Math.max(...journal.entries.map(entry => entry.when)) + 1
  writeFileSync(path, JSON.stringify({ ...journal, entries: [...journal.entries, { idx: journal.entries.length, version: '7', when, tag, breakpoints: true }] }))
  writeFileSync(join(copy, `${tag}.sql`), statement)
  return copy
}
