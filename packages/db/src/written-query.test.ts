import { and, eq, inArray, sql } from 'drizzle-orm'
import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { findSqlState } from './lane-errors.ts'
import { createLanes, type Lanes, type TenantTx } from './lanes.ts'
import { createGround, type Ground } from './proofs/ground.ts'
import { ofCity, parametersOf, readAhead, writeQuery, type Given } from './written-query.ts'

const notes = pgTable('notes', { tenantId: uuid('tenant_id'), id: uuid('id').defaultRandom(), key: text('key').notNull(), body: text('body') })

const byKey = writeQuery({ tenantId: notes.tenantId, key: notes.key, body: notes.body, long: sql<number>`length(${notes.key})`, none: sql<null>`null` }, (select, given: Given<'key'>) =>
  select.from(notes).where(and(eq(notes.tenantId, ofCity), eq(notes.key, given('key')))),
)
const allNotes = writeQuery({ tenantId: notes.tenantId }, select => select.from(notes))
const broken = writeQuery({ one: sql<number>`1 / 0` }, select => select.from(notes))

let ground: Ground
let lanes: Lanes
let musterstadt: string
let beispielhausen: string

beforeAll(async () => {
  ground = await createGround(inject('embeddedServer').url, 2)
  ;[musterstadt, beispielhausen] = ground.tenants as [string, string]
})
afterEach(() => lanes.end(200))
afterAll(() => ground.drop())

const open = (options = {}) => (lanes = createLanes({ connection: ground.connection, ...options }))
const note = (tx: TenantTx, key: string) => tx.insert(notes).values({ tenantId: tx.tenantId, key, body: '' })
const pidOf = async (tx: TenantTx) => Number((await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`))[0]?.pid)

describe('a written query', () => {
  test('gives the rows that the builder gives', async () => {
    await open().withTenant(musterstadt, async tx => {
      await note(tx, 'written')
      const built = await tx
        .select({ tenantId: notes.tenantId, key: notes.key, body: notes.body, long: sql<number>`length(${notes.key})`, none: sql<null>`null` })
        .from(notes)
        .where(and(eq(notes.tenantId, tx.tenantId), eq(notes.key, 'written')))
      expect(built).toHaveLength(1)
      expect(await tx.read(byKey, { key: 'written' })).toEqual(built)
    })
  })

  test('is of the city of its transaction, whichever one it is given', async () => {
    await open().withTenant(beispielhausen, tx => note(tx, 'of beispielhausen'))
    const forged = { key: 'of beispielhausen', tenantId: beispielhausen }
    expect(await lanes.withTenant(musterstadt, tx => tx.read(byKey, forged))).toEqual([])
    expect(await lanes.withTenant(beispielhausen, tx => tx.read(byKey, forged))).toHaveLength(1)
  })

  test('sees no other city behind the wall, even where it forgets to ask', async () => {
    const rows = await open().withTenant(musterstadt, tx => tx.read(allNotes, {}))
    expect(new Set(rows.map(row => row.tenantId))).toEqual(new Set([musterstadt]))
  })

  test('refuses to be read without one of its values', () => {
    expect(() => parametersOf(byKey, { tenantId: musterstadt })).toThrow('the query was not given its key')
  })

  test('refuses a selection that is not flat', () => {
    expect(() => writeQuery({ note: { key: notes.key } } as never, select => select.from(notes) as never)).toThrow('note is no plain column')
  })

  test('writes a Date, a list and a flag as the builder does', async () => {
    const at = timestamp('at', { withTimezone: true })
    const moments = pgTable('notes', { tenantId: uuid('tenant_id'), key: text('key').notNull(), at })
    const values = { after: new Date('2026-01-01T00:00:00Z'), flag: true }
    const query = writeQuery({ key: moments.key }, (select, given: Given<'after' | 'flag'>) =>
      select.from(moments).where(and(sql`${given('after')}::timestamptz < now()`, sql`${given('flag')}::boolean`, inArray(moments.key, ['a', 'b']))),
    )
    expect(parametersOf(query, values)).toEqual([values.after, true, 'a', 'b'])
    expect(await open().withTenant(musterstadt, tx => tx.read(query, values))).toEqual(expect.any(Array))
  })
})

describe('a query that travels with BEGIN', () => {
  test.each(['set_config', 'set_local'] as const)('is read in the city, and in the same transaction (by %s)', async setTenant => {
    await open({ setTenant }).withTenant(musterstadt, tx => note(tx, `ahead ${setTenant}`))
    const ahead = { query: byKey, values: { key: `ahead ${setTenant}`, tenantId: beispielhausen } }
    const [rows, again] = await lanes.withTenantAhead(musterstadt, ahead, async (tx, given) => [given, await tx.read(byKey, ahead.values)])
    expect(rows).toEqual([expect.objectContaining({ tenantId: musterstadt, key: `ahead ${setTenant}` })])
    expect(again).toEqual(rows)
    expect(await lanes.withTenantAhead(beispielhausen, ahead, async (_tx, given) => given)).toEqual([])
  })

  test('ends the transaction with its error before the callback runs', async () => {
    let runs = 0
    const end = open().withTenantAhead(musterstadt, { query: broken, values: {} }, async () => runs++)
    expect([findSqlState(await end.catch((error: unknown) => error)), runs]).toEqual(['22012', 0])
    expect(lanes.stats()).toMatchObject({ lanes: 1, idle: 1, deaths: 0 })
  })

  test('is sent again with BEGIN where the lane was frozen, and the callback runs once', async () => {
    open({ max: 1, beginMs: 150 })
    const pid = await lanes.withTenant(musterstadt, pidOf)
    process.kill(pid, 'SIGSTOP')
    try {
      let runs = 0
      const rows = await lanes.withTenantAhead(musterstadt, { query: allNotes, values: {} }, async (_tx, given) => {
        runs++
        return given
      })
      expect([new Set(rows.map(row => row.tenantId)), runs]).toEqual([new Set([musterstadt]), 1])
    } finally {
      process.kill(pid, 'SIGCONT')
    }
  })
})

describe('a reading known beforehand', () => {
  const named = (key = 'known') => [readAhead(allNotes, {}), readAhead(byKey, { key })]

  test.each(['set_config', 'set_local'] as const)('gives the rows of its city, as often as they are asked for (by %s)', async setTenant => {
    const key = `known by ${setTenant}`
    await open({ setTenant }).withTenant(musterstadt, tx => note(tx, key))
    const read = (city: string) =>
      lanes.withTenantReads(city, named(key), async reading => [await reading.read(byKey, { key }), await reading.read(byKey, { key }), await reading.read(allNotes, {})])
    const [rows, again, all] = await read(musterstadt)
    expect(rows).toEqual([expect.objectContaining({ tenantId: musterstadt, key })])
    expect(again).toEqual(rows)
    expect(new Set(all?.map(row => row.tenantId))).toEqual(new Set([musterstadt]))
    expect((await read(beispielhausen))[0]).toEqual([])
  })

  test('gives nothing that was not named, nor with other values', async () => {
    const other = open().withTenantReads(musterstadt, named(), reading => reading.read(byKey, { key: 'another' }))
    await expect(other).rejects.toMatchObject({ code: 'CLOSED' })
  })

  test('holds no lane while its callback runs', async () => {
    open({ max: 1 })
    expect(await lanes.withTenantReads(musterstadt, named(), () => lanes.withTenant(musterstadt, async () => 'within'))).toBe('within')
  })

  test('ends with the error of a select, and its callback does not run', async () => {
    let runs = 0
    const end = open().withTenantReads(musterstadt, [...named(), { query: broken, values: {} }], async () => runs++)
    expect([findSqlState(await end.catch((error: unknown) => error)), runs]).toEqual(['22012', 0])
    expect(lanes.stats()).toMatchObject({ lanes: 1, idle: 1, deaths: 0 })
  })

  test('cannot write', async () => {
    const locks = writeQuery({ key: notes.key }, select => select.from(notes).for('update'))
    expect(findSqlState(await open().withTenantReads(musterstadt, [readAhead(locks, {})], async () => 1).catch((error: unknown) => error))).toBe('25006')
  })
})
