import { createTestDatabase, type TestDatabase } from '@digitallotsen/testing/postgres.ts'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ensureWalls, WallBreachError } from './boot-check.ts'
import { parseConnection } from './lane-options.ts'
import { createLanes } from './lanes.ts'

let db: TestDatabase
beforeAll(async () => { db = await createTestDatabase() })
afterEach(() => db.admin('select dl.build_wall(merchants, $1) from to_regclass($2) as merchants', ['select, insert, update, delete', 'merchants']))
afterAll(() => db.close())

const breach = (url: string = db.urls.app, disposable = true) => {
  const lanes = createLanes({ connection: parseConnection(url) })
  const check = ensureWalls(lanes, { disposable }).then(() => undefined, (error: unknown) => error)
  return check.finally(() => lanes.end())
}

describe('a server', () => {
  test('starts on a database as the set-up made it, as the app and as the operator', async () => {
    expect(await breach()).toBeUndefined()
    expect(await breach(db.urls.operator)).toBeUndefined()
  })

  test('does not start when a table has lost its wall, and says where', async () => {
    await db.admin('alter table merchants no force row level security')
    const error = await breach()
    expect(error).toBeInstanceOf(WallBreachError)
    expect((error as WallBreachError).message.split('\n')).toEqual([
      'the database is not as it must be, the server does not start:',
      '  R06  public.merchants: row-level security is not forced',
    ])
  })

  test('names each hole in a line of its own', async () => {
    await db.admin('alter table merchants disable row level security')
    await db.admin('create policy everyone on merchants to dl_app using (true)')
    const error = (await breach()) as WallBreachError
    await db.admin('drop policy everyone on merchants')
    expect(error.violations.map(({ rule }) => rule)).toEqual(['R05', 'R18'])
    expect(error.message.split('\n')).toHaveLength(3)
  })

  test('does not start as a superuser', async () => {
    const error = (await breach(db.adminUrl)) as WallBreachError
    expect(error.violations).toContainEqual({ rule: 'R01', object: 'postgres', message: 'the role is a superuser' })
  })

  test('does not start as a role that owns a table or passes the wall', async () => {
    await db.admin(`create role ${db.name}_owner login bypassrls password 'secret'`)
    await db.admin(`create table mine (id uuid)`)
    await db.admin(`alter table mine owner to ${db.name}_owner`)
    await db.admin(`grant connect on database ${db.name} to ${db.name}_owner`)
    await db.admin(`grant usage on schema drizzle to ${db.name}_owner`)
    await db.admin(`grant select on drizzle.__drizzle_migrations to ${db.name}_owner`)
    const url = new URL(db.adminUrl)
    url.username = `${db.name}_owner`
    url.password = 'secret'
    const error = (await breach(url.href)) as WallBreachError
    await db.admin('drop table mine')
    await db.admin(`drop owned by ${db.name}_owner`)
    await db.admin(`drop role ${db.name}_owner`)
    const own = error.violations.filter(({ object }) => object === `${db.name}_owner`).map(({ message }) => message)
    expect(own).toEqual(['the login is none of our roles', 'the role is allowed past row-level security', 'the role owns table public.mine'])
  })

  test('does not start while a migration is pending', async () => {
    const [last] = await db.admin('delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations) returning hash, created_at::text')
    const error = (await breach()) as WallBreachError
    await db.admin('insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)', [last?.['hash'], last?.['created_at']])
    expect(error.violations.map(({ rule }) => rule)).toEqual(['migrations'])
  })

  test('does not start on a server that may forget what it acknowledged, unless that is disposable', async () => {
    const error = (await breach(db.urls.app, false)) as WallBreachError
    expect(error.violations.map(({ rule, object }) => [rule, object])).toEqual([['R20', 'fsync'], ['R20', 'full_page_writes'], ['R20', 'synchronous_commit']])
  })
})
