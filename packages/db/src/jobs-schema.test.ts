import { sql } from 'drizzle-orm'
import { withAdminSession } from './admin-session.ts'
import { createTenant, type TestTenant } from '@digitallotsen/testing/tenant.builder.ts'
import { createTestDatabase, type TestDatabase } from '@digitallotsen/testing/postgres.ts'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { findSqlState } from './lane-errors.ts'

let db: TestDatabase
let city: TestTenant
let other: TestTenant
beforeAll(async () => {
  db = await createTestDatabase()
  city = await createTenant(db)
  other = await createTenant(db)
})
afterEach(() => db.admin('delete from graphile_worker._private_jobs'))
afterAll(() => db.close())

const enqueue = (tenantId: string, payload: Record<string, unknown>, key: string | null = null) =>
  db.app.withTenant(tenantId, tx => tx.execute(sql`select enqueue_job('send_mail', ${JSON.stringify(payload)}::jsonb, ${key})`))

const listJobs = () => db.admin('select t.identifier, j.payload, j.key from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id order by j.id')

const stateOf = async (work: Promise<unknown>) => findSqlState(await work.then(() => undefined, (error: unknown) => error))

describe('a job', () => {
  test('carries the city of its transaction', async () => {
    await enqueue(city.id, { mailId: 'm1' })
    expect(await listJobs()).toEqual([{ identifier: 'send_mail', payload: { mailId: 'm1', tenant_id: city.id }, key: null }])
  })

  test('cannot be given to another city by its payload', async () => {
    await enqueue(city.id, { tenant_id: other.id })
    expect(await listJobs()).toMatchObject([{ payload: { tenant_id: city.id } }])
  })

  test('is refused without a city', async () => {
    expect(await stateOf(db.app.withoutTenant(tx => tx.execute(sql`select enqueue_job('send_mail', '{}', null)`)))).toBe('42501')
    expect(await listJobs()).toEqual([])
  })

  test.each(['[]', '"text"', 'null'])('is refused with the payload %s', async payload => {
    expect(await stateOf(db.app.withTenant(city.id, tx => tx.execute(sql`select enqueue_job('send_mail', ${payload}::jsonb, null)`)))).toBe('22023')
  })

  test('replaces one with the same key of the same city, and none of another city', async () => {
    await enqueue(city.id, { n: 1 }, 'reminder')
    await enqueue(city.id, { n: 2 }, 'reminder')
    await enqueue(other.id, { n: 3 }, 'reminder')
    expect((await listJobs()).map(job => (job['payload'] as { n: number }).n)).toEqual([2, 3])
  })

  test('falls with its transaction', async () => {
    const failing = db.app.withTenant(city.id, async tx => {
      await tx.execute(sql`select enqueue_job('send_mail', '{}', null)`)
      throw new Error('a rule said no')
    })
    await expect(failing).rejects.toThrow('a rule said no')
    expect(await listJobs()).toEqual([])
  })

  test('may wait until a time', async () => {
    await db.app.withTenant(city.id, tx => tx.execute(sql`select enqueue_job('send_mail', '{}', null, '2100-01-01')`))
    expect(await db.admin(`select run_at = '2100-01-01' as waits from graphile_worker._private_jobs`)).toEqual([{ waits: true }])
  })
})

describe('the queue', () => {
  test('is closed to the app, which can only add', async () => {
    expect(await stateOf(db.app.withTenant(city.id, tx => tx.execute(sql`select * from graphile_worker._private_jobs`)))).toBe('42501')
    expect(await stateOf(db.app.withTenant(city.id, tx => tx.execute(sql`select graphile_worker.add_job('send_mail')`)))).toBe('42501')
  })

  test('has a role that takes jobs and sees nothing of a city', async () => {
    await enqueue(city.id, {})
    await withAdminSession(db.urls.jobs, async ({ query }) => {
      expect(await query('select 1 from graphile_worker._private_jobs')).toHaveLength(1)
      for (const table of ['merchants', 'people', 'tenants', 'mails']) expect(await stateOf(query(`select 1 from ${table}`))).toBe('42501')
      expect(await stateOf(query('create table mine (id int)'))).toBe('42501')
      expect(await stateOf(query('create schema mine'))).toBe('42501')
    })
  })
})
