import { getTableName, is, sql } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { createTestDatabase, type TestDatabase } from '@digitallotsen/testing/postgres.ts'
import { createFullCity, type FullCity } from '@digitallotsen/testing/full-city.builder.ts'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withAdminSession } from './admin-session.ts'
import { openTables } from './catalogue/exemptions.ts'
import { findSqlState } from './lane-errors.ts'
import * as schema from './schema.ts'
import { assessments } from './schema/assessments.table.ts'
import { auditEvents } from './schema/audit-events.table.ts'
import { merchants } from './schema/merchants.table.ts'
import { packRevisions } from './schema/pack-revisions.table.ts'
import { people } from './schema/people.table.ts'
import { plans } from './schema/plans.table.ts'
import { taskEvents } from './schema/task-events.table.ts'
import { tenantFigures } from './schema/tenant-figures.table.ts'
import { tenants } from './schema/tenants.table.ts'

const open = new Set(openTables.map(({ table }) => table))
const walled = Object.values(schema).filter(table => is(table, PgTable)).filter(table => !open.has(`public.${getTableName(table)}`))
const byName = walled.map(table => [getTableName(table), table] as const)

/** The app may only read it, or only add to it, by its grants: the wall is then not what refuses. */
const READ_ONLY = new Set(['pack_revisions'])
const APPEND_ONLY = new Set(['audit_events', 'task_events', 'mentorship_events', 'listing_versions', 'listing_decisions', ...READ_ONLY])
const REFUSED = '42501'

let db: TestDatabase
let own: FullCity
let foreign: FullCity
beforeAll(async () => {
  db = await createTestDatabase()
  own = await createFullCity(db, { mark: 'Musterstadt' })
  foreign = await createFullCity(db, { mark: 'Beispielhausen' })
})
afterAll(() => db.close())

const stateOf = async (work: Promise<unknown>) => findSqlState(await work.then(() => undefined, (error: unknown) => error))

/** A copy of the city's row, under new names where a key asks for it, as the row of `tenantId`. */
async function copyRow(table: string, tenantId: string): Promise<unknown> {
  const [row] = await db.admin(`select to_jsonb(t) - 'id' as columns from ${table} t where tenant_id = $1`, [own.id])
  const columns = { ...(row?.['columns'] as Record<string, unknown>), tenant_id: tenantId }
  const worked = new Set((await db.admin(`select attname::text from pg_attribute where attrelid = $1::regclass and attgenerated <> ''`, [table])).map(({ attname }) => String(attname)))
  const names = Object.keys(columns).filter(column => !worked.has(column)).join(', ')
  const values = sql.raw(`select ${names} from jsonb_populate_record(null::${table}, '${JSON.stringify(columns).replaceAll("'", "''")}')`)
  return db.app.withTenant(own.id, tx => tx.execute(sql`insert into ${sql.raw(table)} (${sql.raw(names)}) ${values}`))
}

describe.each(byName)('%s', (name, table) => {
  test('has a row in each of the two cities, or the sweep proves nothing', async () => {
    const rows = await db.admin(`select tenant_id from ${name}`)
    expect(rows.map(row => row['tenant_id']).sort()).toEqual([own.id, foreign.id].sort())
  })

  test('shows a city its own row and no other', async () => {
    const rows = await db.app.withTenant(own.id, tx => tx.execute<{ tenant_id: string }>(sql`select tenant_id from ${table}`))
    expect(rows.map(row => row.tenant_id)).toEqual([own.id])
  })

  test('would show the foreign row too if the wall were not there', async () => {
    await db.admin(`alter table ${name} disable row level security`)
    const rows = await db.app.withTenant(own.id, tx => tx.execute(sql`select 1 from ${table}`))
    await db.admin(`alter table ${name} enable row level security`)
    expect(rows).toHaveLength(2)
  })

  test('shows no row without a city', async () => {
    expect(await db.app.withoutTenant(tx => tx.execute(sql`select 1 from ${table}`))).toHaveLength(0)
  })

  test('shows no row to a session that names a city which does not exist', async () => {
    expect(await db.app.withTenant(randomUUID(), tx => tx.execute(sql`select 1 from ${table}`))).toHaveLength(0)
  })

  test('does not show a foreign row to who asks for it by city', async () => {
    expect(await db.app.withTenant(own.id, tx => tx.execute(sql`select 1 from ${table} where tenant_id = ${foreign.id}`))).toHaveLength(0)
  })

  test('takes no row for another city', async () => {
    expect(await stateOf(copyRow(name, foreign.id))).toBe(REFUSED)
  })

  test('is closed to the queue’s role, and to the operator’s unless listed', async () => {
    const rights = await db.admin(`select has_any_column_privilege(role, $1, 'select') as may from unnest(array['dl_operator', 'dl_jobs']) role`, [name])
    expect(rights.map(row => row['may'])).toEqual([READ_ONLY.has(name), false])
  })
})

describe.each(byName.filter(([name]) => !APPEND_ONLY.has(name)))('%s', (_, table) => {
  test('lets nobody change, move or remove a foreign row', async () => {
    const [changed, removed] = await db.app.withTenant(own.id, async tx => [
      await tx.execute(sql`update ${table} set created_at = now() where tenant_id = ${foreign.id}`),
      await tx.execute(sql`delete from ${table} where tenant_id = ${foreign.id}`),
    ])
    expect([changed?.count, removed?.count]).toEqual([0, 0])
    expect(await stateOf(db.app.withTenant(own.id, tx => tx.execute(sql`update ${table} set tenant_id = ${foreign.id}`)))).toBe(REFUSED)
  })
})

describe.each(byName.filter(([name]) => APPEND_ONLY.has(name)))('%s', (_, table) => {
  test('cannot be changed or emptied, not even by its own city', async () => {
    expect(await stateOf(db.app.withTenant(own.id, tx => tx.execute(sql`update ${table} set created_at = now()`)))).toBe(REFUSED)
    expect(await stateOf(db.app.withTenant(own.id, tx => tx.execute(sql`delete from ${table}`)))).toBe(REFUSED)
    expect(await stateOf(db.app.withTenant(own.id, tx => tx.execute(sql`truncate ${table}`)))).toBe(REFUSED)
  })
})

describe('a reference', () => {
  const plan = (merchantId: string, assessmentId: string) =>
    db.app.withTenant(own.id, tx => tx.insert(plans).values({ tenantId: own.id, merchantId, assessmentId, selection: {} }))

  test('to a row of another city is answered like one to a row that does not exist', async () => {
    const answers = await Promise.all([foreign.merchantId, randomUUID()].map(id => plan(id, foreign.assessmentId).catch((error: unknown) => error)))
    expect(answers.map(findSqlState)).toEqual(['23503', '23503'])
    const [message, other] = answers.map(error => String((error as Error).message))
    expect(message).toBe(other)
  })

  test('from a business to a check of another city is refused too', async () => {
    const update = db.app.withTenant(own.id, tx => tx.update(merchants).set({ latestAssessmentId: foreign.assessmentId }))
    expect(await stateOf(update)).toBe('23503')
  })
})

describe('a key', () => {
  test('of another city is no obstacle: the same address is a person of its own there', async () => {
    const [person] = await db.admin('select email from people where tenant_id = $1', [foreign.id])
    const values = { tenantId: own.id, email: String(person?.['email']) }
    expect(await stateOf(db.app.withTenant(own.id, tx => tx.insert(people).values(values)))).toBeUndefined()
    expect(await stateOf(db.app.withTenant(own.id, tx => tx.insert(people).values(values)))).toBe('23505')
  })
})

describe('the operator', () => {
  test('cannot read a business, not even with a city set', async () => {
    expect(await stateOf(db.operator.withTenant(own.id, tx => tx.select().from(merchants)))).toBe(REFUSED)
  })

  test('applies a pack to the city that is set, and to no other', async () => {
    const revision = (tenantId: string) => ({ tenantId, revision: 2, frameworkVersion: '1.0.0', hash: '', content: {}, source: {}, appliedBy: 'Betreiber' })
    await db.operator.withTenant(own.id, tx => tx.insert(packRevisions).values(revision(own.id)))
    expect(await stateOf(db.operator.withTenant(own.id, tx => tx.insert(packRevisions).values(revision(foreign.id))))).toBe(REFUSED)
    await db.admin('delete from pack_revisions where revision = 2')
  })

  test('knows all cities, while the app can change none', async () => {
    expect(await db.operator.withoutTenant(tx => tx.select().from(tenants))).toHaveLength(2)
    expect(await stateOf(db.app.withTenant(own.id, tx => tx.update(tenants).set({ name: 'Neu' })))).toBe(REFUSED)
  })
})

describe('the backup', () => {
  test('reads every city, and writes nowhere', async () => {
    await withAdminSession(db.urls.backup, async ({ query }) => {
      for (const [name] of byName) expect(await query(`select distinct tenant_id from ${name}`)).toHaveLength(2)
      expect(await stateOf(query('delete from mails'))).toBe(REFUSED)
    })
  })
})

describe('figures', () => {
  const publish = (count: number) => sql`select publish_figures(${count}, 1, 1, 0)`

  test('reach the operator for the city of the transaction, and the latest count', async () => {
    await db.app.withTenant(own.id, tx => tx.execute(publish(1)))
    await db.app.withTenant(own.id, tx => tx.execute(publish(7)))
    const figures = await db.operator.withoutTenant(tx => tx.select({ tenantId: tenantFigures.tenantId, merchants: tenantFigures.merchants }).from(tenantFigures))
    expect(figures).toEqual([{ tenantId: own.id, merchants: 7 }])
  })

  test('belong to a city, and cannot be read or written by the app', async () => {
    expect(await stateOf(db.app.withoutTenant(tx => tx.execute(publish(1))))).toBe(REFUSED)
    expect(await stateOf(db.app.withTenant(own.id, tx => tx.select().from(tenantFigures)))).toBe(REFUSED)
  })
})

describe('values', () => {
  test.each([
    ['a level with another kind of answer', `update answers set kind = 'unknown'`],
    ['an answer of a level without one', `update answers set level = null`],
    ['a level beyond four', 'update answers set level = 5'],
    ['a state nobody knows', `update merchants set state = 'asleep'`],
    ['a second plan from one check', `insert into plans (tenant_id, merchant_id, assessment_id, selection) select tenant_id, merchant_id, assessment_id, '{}' from plans`],
    ['a membership twice', `insert into memberships (tenant_id, person_id, role, merchant_id) select tenant_id, person_id, role, merchant_id from memberships`],
  ])('refused: %s', async (_, statement) => {
    expect(await stateOf(db.app.withTenant(own.id, tx => tx.execute(sql.raw(statement))))).toMatch(/^23/)
  })

  test('a role without a business is held once as well', async () => {
    const office = () => db.app.withTenant(own.id, tx => tx.execute(sql`insert into memberships (tenant_id, person_id, role) values (${own.id}, ${own.personId}, 'office')`))
    expect(await stateOf(office())).toBeUndefined()
    expect(await stateOf(office())).toBe('23505')
    await db.admin(`delete from memberships where role = 'office'`)
  })

  test('names are sorted as people expect', async () => {
    const names = await db.app.withTenant(own.id, async tx => {
      await tx.insert(merchants).values(['Zoo', 'Äpfel', 'apfel', 'Birne'].map(name => ({ tenantId: own.id, name, search: '' })))
      const rows = await tx.select({ name: merchants.name }).from(merchants).orderBy(merchants.name)
      await tx.delete(merchants).where(sql`${merchants.search} = ''`)
      return rows.map(row => row.name)
    })
    expect(names.filter(name => !name.startsWith('Laden'))).toEqual(['apfel', 'Äpfel', 'Birne', 'Zoo'])
  })

  test('numbers, dates and objects come back as what they are', async () => {
    const [row] = await db.app.withTenant(own.id, async tx => {
      await tx.update(merchants).set({ score: 61.25, checkedAt: new Date(0), openMusts: 2, band: 'secure' })
      await tx.update(assessments).set({ result: { total: 61.25 } })
      return tx.select({ score: merchants.score, at: merchants.checkedAt, result: assessments.result }).from(merchants)
        .innerJoin(assessments, sql`${assessments.tenantId} = ${merchants.tenantId} and ${assessments.id} = ${merchants.latestAssessmentId}`)
    })
    expect(row).toEqual({ score: 61.25, at: new Date(0), result: { total: 61.25 } })
  })
})

test('traces can be added', async () => {
  await db.app.withTenant(own.id, async tx => {
    await tx.insert(auditEvents).values({ tenantId: own.id, actorRole: 'office', action: 'merchant.viewed', entity: 'merchant' })
    await tx.insert(taskEvents).values({ tenantId: own.id, taskId: own.taskId, merchantId: own.merchantId, kind: 'started' })
  })
  const [events] = await db.admin(`select count(*)::int from audit_events where action = 'merchant.viewed'`)
  expect(events).toEqual({ count: 1 })
})
