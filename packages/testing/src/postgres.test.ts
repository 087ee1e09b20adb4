import { tenants } from '@digitallotsen/db/schema/tenants.table.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from './postgres.ts'
import { createTenant } from './tenant.builder.ts'

let db: TestDatabase
beforeAll(async () => { db = await createTestDatabase() })
afterAll(() => db.close())

test('a test looks as root and acts as the app', async () => {
  const city = await createTenant(db)
  expect(await db.admin('select current_user, count(*)::int from tenants')).toEqual([{ current_user: 'postgres', count: 1 }])
  expect(await db.app.withoutTenant(tx => tx.select({ slug: tenants.slug }).from(tenants))).toEqual([{ slug: city.slug }])
})

test('two databases of a run share nothing', async () => {
  await createTenant(db)
  const other = await createTestDatabase()
  const rows = await other.admin('select * from tenants').finally(() => other.close())
  expect(rows).toEqual([])
})

test('a closed database is gone', async () => {
  const other = await createTestDatabase()
  await other.app.withoutTenant(tx => tx.select().from(tenants))
  await other.close()
  expect(await db.admin('select 1 from pg_database where datname = $1', [other.name])).toEqual([])
})
