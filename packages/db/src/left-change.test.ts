import { and, eq, sql } from 'drizzle-orm'
import { pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import type { LanesOptions } from './lane-options.ts'
import { createLanes, type Lanes, type TenantTx } from './lanes.ts'
import { createCutProxy } from './proofs/cut-proxy.ts'
import { createGround, killBackend, type Ground } from './proofs/ground.ts'
import { loadMutant } from './proofs/mutants.ts'
import { settle } from './proofs/races.ts'
import { writeInsert, writeUpdate } from './written-change.ts'
import { ofCity, writeQuery, type Given } from './written-query.ts'

const notes = pgTable('notes', { tenantId: uuid('tenant_id').notNull(), id: uuid('id').notNull().defaultRandom(), key: text('key').notNull(), body: text('body') })

const insert = writeInsert(notes, ['key', 'body'])
const setBody = writeUpdate(notes, ['body'], (given: Given<'key'>) => eq(notes.key, given('key')))
const byKey = writeQuery({ key: notes.key, body: notes.body }, (select, given: Given<'key'>) =>
  select.from(notes).where(and(eq(notes.tenantId, ofCity), eq(notes.key, given('key')))),
)

let ground: Ground
let musterstadt: string
let beispielhausen: string
let lanes: Lanes

beforeAll(async () => {
  ground = await createGround(inject('embeddedServer').url, 2)
  ;[musterstadt, beispielhausen] = ground.tenants as [string, string]
})
afterEach(() => lanes.end(200))
afterAll(() => ground.drop())

const open = (options: Partial<LanesOptions> = {}) => (lanes = createLanes({ connection: ground.connection, max: 1, ...options }))
const inCity = (fn: (tx: TenantTx) => Promise<unknown>) => open().withTenant(musterstadt, fn)
const pidOf = async (tx: TenantTx) => Number((await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`))[0]?.pid)
const isThere = async (key: string) => (await ground.admin`select 1 from notes where key = ${key}`).length > 0
const note = (tx: TenantTx, key: string) => tx.leave(insert, { key, body: '' })
/** Refused by the database, once it is there. */
const fail = (tx: TenantTx, key: string) => tx.leave(insert, { key, body: null })
const failed = '23502'
const divide = sql`select 1 / 0`

describe('a change that is left', () => {
  test('is there once its transaction has committed, in its city, and is seen by what comes behind it', async () => {
    const rows = await inCity(async tx => {
      note(tx, 'left')
      tx.leave(setBody, { key: 'left', body: 'changed' })
      return tx.read(byKey, { key: 'left' })
    })
    expect(rows).toEqual([{ key: 'left', body: 'changed' }])
    expect(await ground.admin`select tenant_id, body from notes where key = 'left'`).toEqual([{ tenant_id: musterstadt, body: 'changed' }])
  })

  test('is on its way with COMMIT, which does not wait for its answer', async () => {
    const proxy = await createCutProxy(ground.connection)
    open({ connection: proxy.connection })
    await lanes.withTenant(musterstadt, async tx => {
      note(tx, 'held')
      tx.leave(setBody, { key: 'held', body: '' }) // the driver waits for the answer to a text that is new to the session
    })
    const before = proxy.commits()
    let changing: Promise<string> | undefined
    await ground.admin.begin(async holder => {
      await holder`select 1 from notes where key = 'held' for update`
      changing = settle(lanes.withTenant(musterstadt, async tx => tx.leave(setBody, { key: 'held', body: 'free' })))
      await expect.poll(() => proxy.commits()).toBe(before + 1)
    })
    expect([await changing, await ground.admin`select body from notes where key = 'held'`]).toEqual(['resolved', [{ body: 'free' }]])
    await proxy.close()
  })

  test('that fails takes the transaction with it, under its own error, and the lane lives on', async () => {
    const end = await settle(inCity(async tx => {
      note(tx, 'beside the failed')
      fail(tx, 'failed')
      note(tx, 'behind the failed')
    }))
    expect([end, await isThere('beside the failed'), await isThere('behind the failed')]).toEqual([failed, false, false])
    expect(await lanes.withTenant(beispielhausen, async () => 'next')).toBe('next')
    expect(lanes.stats()).toMatchObject({ lanes: 1, idle: 1, deaths: 0 })
  })

  test('is named as the cause where a later statement is the first to be waited for', async () => {
    expect(await settle(inCity(async tx => {
      fail(tx, 'cause')
      await tx.read(byKey, { key: 'cause' })
    }))).toBe(failed)
    expect(await settle(lanes.withTenant(musterstadt, async tx => {
      fail(tx, 'swallowed')
      await tx.read(byKey, { key: 'swallowed' }).catch(() => {})
    }))).toBe(failed)
  })

  test('hides no other error: neither that of the callback, nor a swallowed one before it', async () => {
    expect(await settle(inCity(async tx => {
      fail(tx, 'hidden')
      throw Object.assign(new Error('a rule said no'), { code: 'a rule said no' })
    }))).toBe('a rule said no')
    expect(await settle(lanes.withTenant(musterstadt, async tx => {
      await tx.execute(divide).catch(() => {})
      note(tx, 'after a swallowed error')
    }))).toBe('ABORTED')
  })

  test('fails at COMMIT where the database looks at it only then', async () => {
    expect(await settle(inCity(async tx => tx.leave(insert, { key: 'late', body: 'refused' })))).toBe('23514')
    expect(await isThere('late')).toBe(false)
  })

  test('that cannot be sent is refused at once', async () => {
    let isOver = false
    const refused = inCity(async tx => {
      tx.leave(insert, { key: 'half' } as never)
      isOver = true
    })
    await expect(refused).rejects.toThrow('not given its body')
    await expect(lanes.withTenant(musterstadt, async tx => tx.leave(insert, { key: Object, body: '' } as never))).rejects.toThrow('pass null, text')
    const left = await lanes.withTenant(musterstadt, async tx => tx)
    expect(() => note(left, 'too late')).toThrow('a statement after the end of its transaction')
    expect([isOver, await isThere('half'), await isThere('too late')]).toEqual([false, false, false])
  })

  test('writes nothing where the transaction only reads', async () => {
    expect(await settle(open().withTenant(musterstadt, async tx => note(tx, 'read only'), { readOnly: true }))).toBe('25006')
    expect(await isThere('read only')).toBe(false)
  })

  test('is UNKNOWN where the connection goes while it and COMMIT are under way, and reaches no other transaction', async () => {
    const end = settle(inCity(async tx => {
      const pid = await pidOf(tx)
      tx.leave(insert, { key: 'under way', body: 'slow' })
      void killSoon(pid)
    }))
    expect(await end).toBe('UNKNOWN')
    const seen = await lanes.withTenant(beispielhausen, async tx => tx.select({ tenantId: notes.tenantId }).from(notes))
    expect(new Set(seen.map(row => row.tenantId))).toEqual(new Set([beispielhausen]))
    expect(await isThere('under way')).toBe(false)
  })

  test('control: without the look at the tag of COMMIT a lost change is acknowledged', async () => {
    const mutant = await loadMutant('lanes without the look at the tag of COMMIT')
    const blind = mutant.createLanes({ connection: ground.connection })
    expect(await settle(blind.withTenant(musterstadt, async tx => fail(tx as TenantTx, 'acknowledged')))).toBe('resolved')
    expect(await isThere('acknowledged')).toBe(false)
    await blind.end()
    open()
  })
})

describe('in a savepoint, a change that is left', () => {
  test('fails the savepoint alone, under its own error', async () => {
    const end = await inCity(async tx => {
      note(tx, 'outer')
      const inner = await settle(tx.transaction(async nested => {
        note(nested, 'inner')
        fail(nested, 'inner failed')
      }))
      note(tx, 'outer again')
      return inner
    })
    expect([end, await isThere('outer'), await isThere('inner'), await isThere('outer again')]).toEqual([failed, true, false, true])
  })

  test('is forgotten with it: what goes wrong later is not laid at its door', async () => {
    expect(await settle(inCity(async tx => {
      const inner = settle(tx.transaction(async nested => {
        fail(nested, 'forgotten')
        throw new Error('a rule said no')
      }))
      await inner
      await tx.execute(divide).catch(() => {})
    }))).toBe('ABORTED')
  })
})

test.each([
  ['COMMIT', () => {}, 'ABORTED'],
  ['ROLLBACK', () => { throw Object.assign(new Error('a rule said no'), { code: 'own' }) }, 'own'],
])('a statement that the driver sends again, behind %s, costs the lane', async (_command, end, code) => {
  open()
  await lanes.withTenant(musterstadt, tx => tx.read(byKey, { key: 'again' }))
  await ground.admin`alter table notes alter key type varchar(99)`
  const ended = await settle(lanes.withTenant(musterstadt, async tx => {
    void tx.read(byKey, { key: 'again' }).catch(() => {})
    end()
  }))
  await ground.admin`alter table notes alter key type text`
  expect([ended, lanes.stats().deaths]).toEqual([code, 1])
})

async function killSoon(pid: number): Promise<void> {
  for (;;) {
    const [row] = await ground.admin`select 1 from pg_stat_activity where pid = ${pid} and wait_event = 'PgSleep'`
    if (row) return killBackend(ground, pid)
  }
}
