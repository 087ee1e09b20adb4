import { eq, sql } from 'drizzle-orm'
import { createFullCity, type FullCity } from '@digitallotsen/testing/full-city.builder.ts'
import { createTestDatabase, type TestDatabase } from '@digitallotsen/testing/postgres.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TenantTx } from './lanes.ts'
import { directoryMarks } from './schema/directory-marks.table.ts'
import { listings } from './schema/listings.table.ts'
import { offerMerchants } from './schema/offer-merchants.table.ts'
import { offers } from './schema/offers.table.ts'

let db: TestDatabase
let city: FullCity
let other: FullCity
beforeAll(async () => {
  db = await createTestDatabase()
  city = await createFullCity(db, { mark: 'Musterstadt' })
  other = await createFullCity(db, { mark: 'Beispielhausen' })
})
afterAll(() => db.close())

const markOf = async ({ id }: FullCity) => (await db.app.withTenant(id, tx => tx.select({ number: directoryMarks.number }).from(directoryMarks)))[0]?.number ?? 0
const write = (work: (tx: TenantTx) => Promise<unknown>) => db.app.withTenant(city.id, work)
/** How often a transaction counts. */
const counted = async (work: (tx: TenantTx) => Promise<unknown>) => {
  const before = await markOf(city)
  await write(work)
  return (await markOf(city)) - before
}

const draft = (tx: TenantTx) => tx.update(listings).set({ draft: sql`${listings.draft} || '{"tagline":"neu"}'`, draftVersion: sql`${listings.draftVersion} + 1` })
const setState = (tx: TenantTx, state: 'published' | 'taken_down' | 'unpublished') => tx.update(listings).set({ state })

describe('the mark of a city counts', () => {
  test('a page that appears, changes or vanishes, each once', async () => {
    expect(await counted(tx => setState(tx, 'published'))).toBe(1)
    expect(await counted(tx => tx.update(listings).set({ card: { name: 'Neu' } }))).toBe(1)
    expect(await counted(tx => setState(tx, 'taken_down'))).toBe(1)
  })

  test('neither a draft nor a page that nobody sees', async () => {
    expect(await counted(draft)).toBe(0)
    await write(tx => setState(tx, 'published'))
    expect(await counted(draft)).toBe(0)
    await write(tx => setState(tx, 'unpublished'))
    expect(await counted(tx => tx.update(listings).set({ card: { name: 'Anders' } }))).toBe(0)
  })

  test('an offer and who takes part in it', async () => {
    expect(await counted(tx => tx.update(offers).set({ title: 'Entwurf' }))).toBe(0)
    expect(await counted(tx => tx.update(offers).set({ state: 'published' }))).toBe(1)
    expect(await counted(tx => tx.update(offers).set({ title: 'Neuer Titel' }))).toBe(1)
    expect(await counted(tx => tx.update(offerMerchants).set({ acceptedAt: new Date() }))).toBe(1)
    expect(await counted(tx => tx.delete(offerMerchants))).toBe(1)
    expect(await counted(tx => tx.delete(offers))).toBe(1)
  })

  test('a transaction once, whatever number of rows it changes', async () => {
    expect(await counted(async tx => {
      await setState(tx, 'published')
      await tx.update(listings).set({ card: { name: 'Zweimal' } })
      await tx.insert(offers).values(['eins', 'zwei'].map(title => ({ tenantId: tx.tenantId, merchantId: city.merchantId, kind: 'offer' as const, state: 'published' as const, title, body: title, startsOn: '2026-01-01', endsOn: '2026-12-31' })))
    })).toBe(1)
  })

  test('nothing that was rolled back, and nothing of another city', async () => {
    const before = [await markOf(city), await markOf(other)]
    await expect(write(async tx => {
      await setState(tx, 'taken_down')
      throw new Error('changed my mind')
    })).rejects.toThrow('changed my mind')
    expect([await markOf(city), await markOf(other)]).toEqual(before)
    await write(tx => setState(tx, 'taken_down'))
    expect(await markOf(other)).toBe(before[1])
  })

  test('two transactions that change it at the same time', async () => {
    const add = (title: string) => (tx: TenantTx) =>
      tx.insert(offers).values({ tenantId: tx.tenantId, merchantId: city.merchantId, kind: 'event', state: 'published', title, body: title, startsOn: '2026-01-01', endsOn: '2026-12-31' })
    const before = await markOf(city)
    await Promise.all([write(add('gleich')), write(add('zeitig')), write(tx => tx.delete(offers).where(eq(offers.title, 'eins')))])
    expect((await markOf(city)) - before).toBe(3)
  })
})
