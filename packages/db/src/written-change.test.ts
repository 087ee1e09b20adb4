import { and, eq, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import fc from 'fast-check'
import { createTenant, type TestTenant } from '@digitallotsen/testing/tenant.builder.ts'
import { createTestDatabase, type TestDatabase } from '@digitallotsen/testing/postgres.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findSqlState } from './lane-errors.ts'
import type { TenantTx } from './lanes.ts'
import { auditEvents } from './schema/audit-events.table.ts'
import { idempotencyKeys } from './schema/idempotency-keys.table.ts'
import { merchants } from './schema/merchants.table.ts'
import { writeCall, writeInsert, writeUpdate, type WrittenChange } from './written-change.ts'
import { parametersOf, type Given } from './written-query.ts'

const insertEvent = writeInsert(auditEvents, ['at', 'actorPersonId', 'actorRole', 'action', 'entity', 'entityId', 'details'], { returning: { id: auditEvents.id } })
const insertMerchant = writeInsert(merchants, ['name', 'search', 'score'], { returning: { id: merchants.id, state: merchants.state, score: merchants.score, updatedAt: merchants.updatedAt } })
const setScore = writeUpdate(merchants, ['score', 'checkedAt'], (given: Given<'id'>) => eq(merchants.id, given('id')), { returning: { score: merchants.score, checkedAt: merchants.checkedAt } })
const setEverywhere = writeUpdate(merchants, ['phone'], () => undefined)
const claim = writeInsert(idempotencyKeys, ['key', 'procedure', 'subject'], {
  fixed: { response: sql`'null'::jsonb` }, onConflict: 'do nothing', returning: { key: idempotencyKeys.key },
})

let db: TestDatabase
let musterstadt: TestTenant
let beispielhausen: TestTenant
beforeAll(async () => {
  db = await createTestDatabase()
  musterstadt = await createTenant(db)
  beispielhausen = await createTenant(db)
})
afterAll(() => db.close())

const builder = drizzle.mock()
const byKeys = (values: object) => Object.fromEntries(Object.entries(values).toSorted(([a], [b]) => a.localeCompare(b)))
const inCity = <T>(fn: (tx: TenantTx) => Promise<T>, city = musterstadt) => db.app.withTenant(city.id, fn)
const shop = { name: 'Laden', search: 'laden', score: 2.5 }
const addShop = async (city = musterstadt) => (await inCity(tx => tx.write(insertMerchant, shop), city))[0]?.id ?? ''

const moments = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
const words = fc.string({ unit: 'grapheme' }).map(text => text.replaceAll('\0', ''))
const numbers = fc.integer({ min: 0, max: 99_999 }).map(n => n / 100)
const details = fc.dictionary(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), fc.oneof(words, fc.integer(), fc.boolean(), fc.constant(null)), { noNullPrototype: true })
const events = fc.record({
  at: moments, actorPersonId: fc.option(fc.uuid()), actorRole: words, action: words, entity: words, entityId: fc.option(fc.uuid()), details,
})
const scores = fc.record({ score: fc.option(numbers), checkedAt: fc.option(moments), id: fc.uuid() })

describe('a written change', () => {
  test('has the text and the parameters that the builder gives it', () => {
    fc.assert(
      fc.property(events, scores, (event, { id, ...set }) => {
        const tenantId = musterstadt.id
        const own = builder.insert(auditEvents).values({ tenantId, ...event }).returning({ id: auditEvents.id }).toSQL()
        expect({ sql: insertEvent.text, params: parametersOf(insertEvent, { ...event, tenantId }) }).toEqual(own)
        const isIt = and(eq(merchants.tenantId, tenantId), eq(merchants.id, id))
        const update = builder.update(merchants).set(set).where(isIt).returning({ score: merchants.score, checkedAt: merchants.checkedAt }).toSQL()
        expect({ sql: setScore.text, params: parametersOf(setScore, { ...set, id, tenantId }) }).toEqual(update)
      }),
    )
    const once = builder.insert(idempotencyKeys).values({ tenantId: musterstadt.id, key: 'k', procedure: 'p', subject: 's', response: sql`'null'::jsonb` })
    expect(claim.text).toBe(once.onConflictDoNothing().returning({ key: idempotencyKeys.key }).toSQL().sql)
  })

  test('has the effect that the builder has', async () => {
    await fc.assert(
      fc.asyncProperty(events, scores, async (event, { id: _id, ...set }) => {
        await inCity(async tx => {
          const [written] = await tx.write(insertEvent, event)
          const [built] = await tx.insert(auditEvents).values({ tenantId: tx.tenantId, ...event }).returning({ id: auditEvents.id })
          const { id: one, ...first } = await eventOf(tx, written?.id ?? '')
          const { id: other, ...second } = await eventOf(tx, built?.id ?? '')
          expect(first).toEqual(second)
          expect(one).not.toBe(other)
          const [added] = await tx.write(insertMerchant, shop)
          const written2 = await tx.write(setScore, { ...set, id: added?.id ?? '' })
          const isIt = and(eq(merchants.tenantId, tx.tenantId), eq(merchants.id, added?.id ?? ''))
          expect(written2).toEqual(await tx.update(merchants).set(set).where(isIt).returning({ score: merchants.score, checkedAt: merchants.checkedAt }))
        })
      }),
      { numRuns: 30 },
    )
  })

  test('leaves to the database what it does not name, and gives back what was asked for', async () => {
    const [row] = await inCity(tx => tx.write(insertMerchant, shop))
    expect(row).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), state: 'active', score: 2.5, updatedAt: expect.any(Date) })
    expect(await inCity(tx => tx.write(setEverywhere, { phone: '1' }))).toEqual([])
  })

  test('leaves a row alone that is there already, where it says so', async () => {
    const values = { key: 'k', procedure: 'p', subject: 's' }
    expect(await inCity(tx => tx.write(claim, values))).toEqual([{ key: 'k' }])
    expect(await inCity(tx => tx.write(claim, values))).toEqual([])
  })

  test('writes NULL for null, also into a column that has a form of its own', async () => {
    const set = writeInsert(auditEvents, ['actorRole', 'action', 'entity', 'details'])
    const ended = inCity(tx => tx.write(set, { actorRole: 'r', action: 'a', entity: 'e', details: null }))
    expect(findSqlState(await ended.catch((error: unknown) => error))).toBe('23502')
  })

  test('calls a function of the database', async () => {
    const notify = writeCall((given: Given<'city'>) => sql`select set_bit(${given('city')}::bit, 0, 1)`)
    expect(await inCity(tx => tx.write(notify, { city: '0' }))).toEqual([])
  })
})

describe('the city of a written change', () => {
  test('is that of its transaction', async () => {
    const id = await addShop(beispielhausen)
    expect(await db.admin('select tenant_id from merchants where id = $1', [id])).toEqual([{ tenant_id: beispielhausen.id }])
    expect(await inCity(tx => tx.write(setScore, { score: 1, checkedAt: null, id }))).toEqual([])
    expect(await inCity(tx => tx.write(setScore, { score: 1, checkedAt: null, id }), beispielhausen)).toEqual([{ score: 1, checkedAt: null }])
  })

  test('is asked for even where its condition forgets to, and where no wall stands', async () => {
    const [own, foreign] = [await addShop(), await addShop(beispielhausen)]
    await db.admin('alter table merchants no force row level security; alter table merchants disable row level security')
    await inCity(tx => tx.write(setEverywhere, { phone: 'everywhere' }))
    await db.admin('alter table merchants enable row level security; alter table merchants force row level security')
    const phones = await db.admin('select id, phone from merchants where id = any($1)', [[own, foreign]])
    expect(byKeys(Object.fromEntries(phones.map(({ id, phone }) => [id, phone])))).toEqual(byKeys({ [own]: 'everywhere', [foreign]: null }))
  })

  test('is taken from no caller', async () => {
    const forged = { ...shop, tenantId: beispielhausen.id }
    await expect(inCity(tx => tx.write(insertMerchant, forged))).rejects.toThrow('does not take its tenantId')
    expect(() => writeInsert(merchants, ['name', 'search', 'tenantId'] as never)).toThrow('tenantId is given already')
    expect(() => writeUpdate(merchants, ['tenantId'] as never, () => undefined)).toThrow('tenantId is given already')
  })

  test('is needed: without one nothing is written', async () => {
    await expect(db.app.withoutTenant(tx => tx.write(insertMerchant, shop))).rejects.toThrow('not given its tenantId')
  })
})

describe('a written change refuses', () => {
  const write = (change: WrittenChange<never, unknown>, values: object) => inCity(tx => tx.write(change as WrittenChange<object, unknown>, values))

  test.each([
    ['a value left out', insertMerchant, { name: 'Laden', search: 'laden' }, 'not given its score'],
    ['a value that is undefined', insertMerchant, { ...shop, score: undefined }, 'not given its score'],
    ['a value it does not ask for', insertMerchant, { ...shop, phone: '1' }, 'does not take its phone'],
    ['a condition left out', setScore, { score: 1, checkedAt: null }, 'not given its id'],
  ])('%s', async (_what, change, values, message) => {
    await expect(write(change as WrittenChange<never, unknown>, values)).rejects.toThrow(message)
  })

  test('a condition that goes by the name of a column to be set', () => {
    expect(() => writeUpdate(merchants, ['phone'], (given: Given<'phone'>) => eq(merchants.phone, given('phone')))).toThrow('phone is given already')
  })

  test('to be made once its transaction is over', async () => {
    const left = await inCity(async tx => tx)
    await expect(left.write(insertMerchant, shop)).rejects.toMatchObject({ code: 'CLOSED' })
  })
})

const eventOf = async (tx: TenantTx, id: string) => {
  const [event] = await tx.select().from(auditEvents).where(and(eq(auditEvents.tenantId, tx.tenantId), eq(auditEvents.id, id)))
  if (!event) throw new Error('the event is not there')
  const { createdAt: _createdAt, ...rest } = event
  return rest
}
