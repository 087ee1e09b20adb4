import type { EmbeddedServerAddress } from '@digitallotsen/testing/embedded-server.ts'
import { sql } from 'drizzle-orm'
import { pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { LaneError, findSqlState } from './lane-errors.ts'
import type { LanesOptions } from './lane-options.ts'
import { createLanes, type Lanes, type TenantTx } from './lanes.ts'
import { runApart } from './proofs/apart.ts'
import { createCutProxy } from './proofs/cut-proxy.ts'
import { createDriver, type DriverName } from './proofs/drivers.ts'
import { createGround, killBackend, type Ground } from './proofs/ground.ts'
import { loadMutant } from './proofs/mutants.ts'
import { runRace, settle, type RaceName } from './proofs/races.ts'

const notes = pgTable('notes', { tenantId: uuid('tenant_id'), id: uuid('id').defaultRandom(), key: text('key').notNull(), body: text('body') })
const places = pgTable('places', { name: text('name') })

let server: EmbeddedServerAddress
let ground: Ground
let musterstadt: string
let beispielhausen: string
const open: Lanes[] = []

beforeAll(async () => {
  server = inject('embeddedServer')
  ground = await createGround(server.url, 2)
  ;[musterstadt, beispielhausen] = ground.tenants as [string, string]
})
afterEach(async () => {
  await Promise.all(open.splice(0).map(lanes => lanes.end(200)))
})
afterAll(() => ground.drop())

function lanesWith(options: Partial<LanesOptions> = {}): Lanes {
  const lanes = createLanes({ connection: ground.connection, ...options })
  open.push(lanes)
  return lanes
}

function write(tx: TenantTx, key: string, body = '') {
  return tx.insert(notes).values({ tenantId: tx.tenantId, key, body })
}

async function pidOf(tx: TenantTx): Promise<number> {
  const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
  return row?.pid ?? 0
}

async function isThere(key: string): Promise<boolean> {
  const rows = await ground.admin`select 1 from notes where key = ${key}`
  return rows.length > 0
}

describe('a transaction of a city', () => {
  test.each(['set_config', 'set_local'] as const)('sees rows of that city alone (by %s)', async setTenant => {
    const lanes = lanesWith({ setTenant })
    const rows = await lanes.withTenant(musterstadt, tx => tx.select().from(notes))
    expect(rows.length).toBeGreaterThanOrEqual(3)
    expect(new Set(rows.map(row => row.tenantId))).toEqual(new Set([musterstadt]))
  })

  test('cannot write a row of another city', async () => {
    const foreign = lanesWith().withTenant(musterstadt, tx => tx.insert(notes).values({ tenantId: beispielhausen, key: 'foreign' }))
    expect(findSqlState(await foreign.catch(error => error))).toBe('42501')
  })

  test('knows its city', async () => {
    expect(await lanesWith().withTenant(musterstadt, async tx => tx.tenantId)).toBe(musterstadt)
  })

  test('commits when its callback resolves, and gives back what that gave', async () => {
    const result = await lanesWith().withTenant(musterstadt, async tx => {
      await write(tx, 'kept')
      return 42
    })
    expect(result).toBe(42)
    expect(await isThere('kept')).toBe(true)
  })

  test('rolls back when its callback rejects, and hands the error through', async () => {
    const error = new Error('a rule said no')
    const lanes = lanesWith()
    await expect(lanes.withTenant(musterstadt, async tx => {
      await write(tx, 'undone')
      throw error
    })).rejects.toBe(error)
    expect(await isThere('undone')).toBe(false)
    expect(lanes.stats()).toMatchObject({ lanes: 1, idle: 1, deaths: 0 })
  })

  test('refuses to write when it is read-only', async () => {
    const writing = lanesWith().withTenant(musterstadt, tx => write(tx, 'read-only'), { readOnly: true })
    expect(findSqlState(await writing.catch(error => error))).toBe('25006')
  })

  test('sees one state throughout when that is asked for', async () => {
    const lanes = lanesWith()
    const [before, after] = await lanes.withTenant(musterstadt, async tx => {
      const first = await tx.$count(notes)
      await lanes.withTenant(musterstadt, other => write(other, 'meanwhile'))
      return [first, await tx.$count(notes)]
    }, { isolation: 'repeatable read' })
    expect(after).toBe(before)
  })

  test.each(['', 'MUSTERSTADT', "x'; drop table notes; --", '5C1F6A0E-95D5-4F6F-8D6C-0A9B6E0F6A11'])('refuses %j as a tenant id', async id => {
    await expect(lanesWith().withTenant(id, async () => {})).rejects.toThrow(TypeError)
  })

  test('errors of PostgreSQL carry no parameters in their message', async () => {
    const failing = lanesWith().withTenant(musterstadt, tx => tx.insert(notes).values({ tenantId: musterstadt, id: sql`'no uuid'`, key: 'anna@example.org' }))
    const error: Error = await failing.catch(e => e)
    expect(findSqlState(error)).toBe('22P02')
    expect(error.message).not.toContain('anna@example.org')
  })
})

describe('a transaction without a city', () => {
  test('reads and writes tables that belong to none', async () => {
    const lanes = lanesWith()
    await lanes.withoutTenant(tx => tx.insert(places).values({ name: 'Rathaus' }))
    expect(await lanes.withoutTenant(tx => tx.select().from(places))).toEqual([{ name: 'Rathaus' }])
  })

  test('sees no row of any city, whoever used the lane before', async () => {
    const lanes = lanesWith({ max: 1 })
    await lanes.withTenant(musterstadt, tx => tx.select().from(notes))
    expect(await lanes.withoutTenant(tx => tx.select().from(notes))).toEqual([])
  })

  test('is refused when the session carries a tenant all the same', async () => {
    await ground.admin.unsafe(`alter role ${ground.connection.user} set app.tenant_id = '${musterstadt}'`)
    const [end, control] = await Promise.all([
      settle(lanesWith().withoutTenant(async () => {})),
      loadMutant('lanes without the look at the first answer').then(async mutant => {
        const lanes = mutant.createLanes({ connection: ground.connection })
        return lanes.withoutTenant(tx => tx.select().from(notes)).finally(() => lanes.end())
      }),
    ])
    await ground.admin.unsafe(`alter role ${ground.connection.user} reset app.tenant_id`)
    expect(end).toBe('LOST')
    expect(control.length).toBeGreaterThan(0)
  })
})

describe('statements', () => {
  test.each([
    'commit', ' rollback', 'COMMIT;', '/* now */ commit', '-- now\ncommit', ';commit', 'begin', 'savepoint x', 'set role postgres',
    'set local app.tenant_id = 1', 'reset all', 'discard all', 'listen x', 'copy notes to stdout', "select set_config('app.tenant_id', '', true)",
  ])('%j belongs to the door and is refused', async statement => {
    const lanes = lanesWith()
    const end = await settle(lanes.withTenant(musterstadt, async tx => {
      await write(tx, 'with control')
      await tx.execute(sql.raw(statement))
    }))
    expect(end).toBe('CLOSED')
    expect(await isThere('with control')).toBe(false)
  })

  test('a COMMIT that slips through in disguise costs the lane', async () => {
    const lanes = lanesWith()
    const end = await settle(lanes.withTenant(musterstadt, async tx => {
      await tx.execute(sql.raw('/* /* nested */ */ commit'))
      await tx.select().from(notes)
    }))
    expect(end).toBe('CLOSED')
    expect(lanes.stats()).toMatchObject({ lanes: 0, deaths: 1 })
  })

  test('parameters arrive as what they are', async () => {
    const [row] = await lanesWith().withTenant(musterstadt, tx => tx.execute(sql`
      select ${7}::int as number, ${2n ** 60n}::bigint = 1152921504606846976 as big, ${true}::bool as truth, ${null}::text as nothing,
        ${new Date(0)}::timestamptz = 'epoch' as date, ${sql.param(['a "b"', 'c'])}::text[] = array['a "b"', 'c'] as list,
        ${new Uint8Array([0, 255])}::bytea = '\\x00ff' as bytes`))
    expect(row).toEqual({ number: 7, big: true, truth: true, nothing: null, date: true, list: true, bytes: true })
  })

  test('a value that cannot be written fails alone, and the answers beside it stay in order', async () => {
    const answers = await lanesWith().withTenant(musterstadt, tx => Promise.allSettled([
      tx.execute(sql`select 1 as n`), tx.execute(sql`select ${sql.param(undefined)} as n`), tx.execute(sql`select ${sql.param({ a: 1 })} as n`), tx.execute(sql`select 2 as n`),
    ]))
    expect(answers.map(answer => (answer.status === 'fulfilled' ? answer.value[0]?.['n'] : 'refused'))).toEqual([1, 'refused', 'refused', 2])
  })

  test('relational queries work where the tables are named', async () => {
    const lanes = createLanes({ connection: ground.connection, schema: { notes } })
    const rows = await lanes.withTenant(musterstadt, tx => tx.query.notes.findMany({ limit: 2 })).finally(() => lanes.end())
    expect(rows.map(row => row.tenantId)).toEqual([musterstadt, musterstadt])
  })
})

describe('a savepoint', () => {
  test('undoes its own statements when it fails, and the transaction goes on', async () => {
    const end = await lanesWith().withTenant(musterstadt, async tx => {
      await write(tx, 'outer')
      const inner = await settle(tx.transaction(async nested => {
        await write(nested, 'inner')
        await nested.execute(sql`select 1 / 0`)
      }))
      await write(tx, 'outer again')
      return inner
    })
    expect(end).toBe('22012')
    expect([await isThere('outer'), await isThere('inner'), await isThere('outer again')]).toEqual([true, false, true])
  })

  test('does not hide an error swallowed in it', async () => {
    const end = await lanesWith().withTenant(musterstadt, tx => settle(tx.transaction(async nested => {
      await nested.execute(sql`select 1 / 0`).catch(() => {})
    })))
    expect(end).toBe('ABORTED')
  })

  test('ends with its callback: its object is refused afterwards', async () => {
    const end = await lanesWith().withTenant(musterstadt, async tx => {
      const kept = await tx.transaction(async nested => nested)
      return settle(kept.execute(sql`select 1`))
    })
    expect(end).toBe('CLOSED')
  })

  test('is refused beside another one', async () => {
    const ends = await lanesWith().withTenant(musterstadt, tx => Promise.all([
      settle(tx.transaction(nested => write(nested, 'first sibling'))),
      settle(tx.transaction(nested => write(nested, 'second sibling'))),
    ]))
    expect(ends).toEqual(['resolved', 'CLOSED'])
  })

  test('left open at the end spoils the transaction', async () => {
    const end = await settle(lanesWith().withTenant(musterstadt, async tx => {
      void tx.transaction(async nested => {
        await write(nested, 'half')
        await nested.execute(sql`select pg_sleep(0.1)`)
      }).catch(() => {})
      await write(tx, 'beside half')
    }))
    expect(end).toBe('ABORTED')
    expect([await isThere('half'), await isThere('beside half')]).toEqual([false, false])
  })
})

describe('a forced race', () => {
  const ROUNDS = 3
  const control = (driver: DriverName, races: RaceName[]) => runApart({ job: 'races', races, driver, rounds: ROUNDS, adminUrl: server.url })

  test.each([
    ['idle time-out', 'LOST', 'LOST'],
    ['kill between two statements', 'LOST', 'LOST'],
    ['kill during a statement', 'LOST', 'LOST'],
    ['kill at COMMIT', 'UNKNOWN', 'LOST'],
    ['late statement after the end', 'resolved', 'CLOSED'],
    ['late statement after a reading', 'resolved', 'CLOSED'],
  ] as const)('%s: the transaction ends with %s, its late statement with %s, the other city is untouched', async (name, transaction, late) => {
    for (const driver of ['lanes', 'lanes by set local'] as const) {
      expect(await runRace(name, driver, ground, ROUNDS)).toEqual(Array.from({ length: ROUNDS }, () => ({ foreignReads: 0, transaction, late, otherIsSafe: true })))
    }
  })

  test('control: on the plain pool each of them shows foreign rows or breaks the other city', async () => {
    const outcomes = await control('plain pool', ['idle time-out', 'kill between two statements', 'late statement after the end', 'kill during a statement', 'kill at COMMIT'])
    const leaks = [outcomes['idle time-out'], outcomes['kill between two statements'], outcomes['late statement after the end']].flat()
    const breaks = [outcomes['kill during a statement'], outcomes['kill at COMMIT']].flat()
    expect(leaks.map(({ foreignReads }) => foreignReads > 0)).toEqual(leaks.map(() => true))
    expect(breaks.map(({ otherIsSafe }) => otherIsSafe)).toEqual(breaks.map(() => false))
  })

  test('control: without the lease check a late statement shows foreign rows', async () => {
    const outcomes = await control('lanes without the lease check', ['late statement after the end'])
    expect(outcomes['late statement after the end'].every(({ foreignReads }) => foreignReads > 0)).toBe(true)
  })
})

describe('a swallowed error', () => {
  const swallow = async (tx: TenantTx, key: string) => {
    await write(tx, key)
    await tx.execute(sql`select 1 / 0`).catch(() => {})
  }

  test('is not taken for a success: ABORTED', async () => {
    const lanes = lanesWith()
    expect(await settle(lanes.withTenant(musterstadt, tx => swallow(tx, 'swallowed')))).toBe('ABORTED')
    expect(await isThere('swallowed')).toBe(false)
    expect(lanes.stats()).toMatchObject({ lanes: 1, deaths: 0 })
  })

  test('control: without the look at the tag of COMMIT a lost write is acknowledged', async () => {
    const mutant = await loadMutant('lanes without the look at the tag of COMMIT')
    const lanes = mutant.createLanes({ connection: ground.connection })
    expect(await settle(lanes.withTenant(musterstadt, tx => swallow(tx as TenantTx, 'acknowledged')))).toBe('resolved')
    expect(await isThere('acknowledged')).toBe(false)
    await lanes.end()
  })

  test('of a statement nobody waited for counts as well', async () => {
    const end = await settle(lanesWith().withTenant(musterstadt, async tx => {
      void tx.execute(sql`select 1 / 0`).catch(() => {})
    }))
    expect(end).toBe('ABORTED')
  })
})

describe('COMMIT', () => {
  test('refused by a constraint keeps its own error, and the lane', async () => {
    const lanes = lanesWith({ max: 1 })
    expect(await settle(lanes.withTenant(musterstadt, tx => write(tx, 'refused at COMMIT', 'refused')))).toBe('23514')
    expect(await lanes.withTenant(musterstadt, async () => 'next')).toBe('next')
    expect(lanes.stats().deaths).toBe(0)
  })

  test('without an answer is UNKNOWN, for it may well have happened', async () => {
    const proxy = await createCutProxy(ground.connection)
    const lanes = lanesWith({ connection: proxy.connection })
    proxy.swallowCommit()
    expect(await settle(lanes.withTenant(musterstadt, tx => write(tx, 'committed unheard')))).toBe('UNKNOWN')
    await expect.poll(() => isThere('committed unheard')).toBe(true)
    await proxy.close()
  })

  test('is not waited for when there was only reading; a lane that does not answer it serves nobody else', async () => {
    const proxy = await createCutProxy(ground.connection)
    const lanes = lanesWith({ connection: proxy.connection, max: 1 })
    proxy.swallowCommit()
    expect(await settle(lanes.withTenant(musterstadt, tx => tx.select().from(notes), { readOnly: true }))).toBe('resolved')
    await expect.poll(() => lanes.stats()).toMatchObject({ lanes: 0, deaths: 1 })
    await proxy.close()
  })

  test('of a reading that failed or left something running is waited for', async () => {
    const lanes = lanesWith({ max: 1 })
    const swallowed = lanes.withTenant(musterstadt, async tx => void (await tx.execute(sql`select 1 / 0`).catch(() => {})), { readOnly: true })
    const running = lanes.withTenant(musterstadt, async tx => void tx.execute(sql`select 1 / 0`).catch(() => {}), { readOnly: true })
    expect([await settle(swallowed), await settle(running)]).toEqual(['ABORTED', 'ABORTED'])
  })
})

describe('a reading leaves its transaction open', () => {
  const stateOf = async (pid: number) => (await ground.admin`select state, (xact_start is not null) as open from pg_stat_activity where pid = ${pid}`)[0]

  test.each(['set_config', 'set_local'] as const)('until the next one begins on its lane, which is a new one (by %s)', async setTenant => {
    const lanes = lanesWith({ max: 1, setTenant })
    const look = sql`select pg_backend_pid() as pid, now()::text as began, current_setting('transaction_read_only') as read_only`
    const [first] = await lanes.withTenant(musterstadt, tx => tx.execute(look), { readOnly: true })
    const [next] = await lanes.withTenant(beispielhausen, tx => tx.execute(look))
    expect(next).toMatchObject({ pid: first?.['pid'], read_only: 'off' })
    expect(next?.['began']).not.toBe(first?.['began'])
    expect(new Set((await lanes.withTenant(beispielhausen, tx => tx.select().from(notes))).map(row => row.tenantId))).toEqual(new Set([beispielhausen]))
  })

  test('and ends by itself where none follows', async () => {
    const lanes = lanesWith()
    const pid = await lanes.withTenant(musterstadt, pidOf, { readOnly: true })
    await expect.poll(() => stateOf(pid)).toEqual({ state: 'idle', open: false })
    expect(lanes.stats()).toMatchObject({ lanes: 1, idle: 1, deaths: 0 })
  })

  test('and begins elsewhere when its session was ended meanwhile', async () => {
    const lanes = lanesWith({ max: 1 })
    const pid = await lanes.withTenant(musterstadt, pidOf, { readOnly: true })
    await killBackend(ground, pid)
    expect(await lanes.withTenant(beispielhausen, pidOf, { readOnly: true })).not.toBe(pid)
  })

  test('control: without the look at its age, a transaction that was never committed would pass for a new one', async () => {
    const lane = ground.admin
    const shown = await lane.begin(async tx => {
      await tx`select 1`
      return tx.unsafe(`begin; select now() = statement_timestamp() as is_new`)
    })
    expect(shown.at(-1)).toEqual([{ is_new: false }])
  })
})

describe('time', () => {
  test('ends a transaction at its deadline, even one that waits for something else', async () => {
    const lanes = lanesWith({ txMs: 150 })
    let late = ''
    const waiting = Promise.withResolvers<void>()
    const end = await settle(lanes.withTenant(musterstadt, async tx => {
      await write(tx, 'after the deadline')
      await waiting.promise
      late = await settle(tx.select().from(notes))
    }))
    waiting.resolve()
    await expect.poll(() => late).toBe('DEADLINE')
    expect(end).toBe('DEADLINE')
    expect(await isThere('after the deadline')).toBe(false)
  })

  test('control: a time limit around the plain pool does not stop the transaction', async () => {
    const driver = await createDriver('plain pool', ground.connection, { max: 1, idleInTransactionMs: 5_000, txMs: 0, acquireMs: 0 })
    const timedOut = Promise.withResolvers<never>()
    const transaction = driver.transaction(musterstadt, async tx => {
      timedOut.reject(new LaneError('DEADLINE', 'the caller was told it failed'))
      await tx.query(`insert into notes (tenant_id, key) values ('${musterstadt}', 'told it failed')`)
    })
    expect(await settle(Promise.race([transaction, timedOut.promise]))).toBe('DEADLINE')
    await transaction
    expect(await isThere('told it failed')).toBe(true)
    await driver.end()
  })

  test('a statement that takes too long is ended by the server, and the lane lives on', async () => {
    const lanes = lanesWith({ statementTimeoutMs: 100 })
    expect(await settle(lanes.withTenant(musterstadt, tx => tx.execute(sql`select pg_sleep(10)`)))).toBe('57014')
    expect(lanes.stats()).toMatchObject({ lanes: 1, deaths: 0 })
  })

  test('a frozen backend costs its own caller a DEADLINE, those who wait get BUSY, and the next ones a new lane', async () => {
    const lanes = lanesWith({ max: 1, txMs: 600, acquireMs: 100 })
    const frozen = Promise.withResolvers<number>()
    const stuck = settle(lanes.withTenant(musterstadt, async tx => {
      const pid = await pidOf(tx)
      process.kill(pid, 'SIGSTOP')
      frozen.resolve(pid)
      await tx.select().from(notes)
    }))
    const pid = await frozen.promise
    try {
      expect(await settle(lanes.withTenant(beispielhausen, async () => {}))).toBe('BUSY')
      expect(await stuck).toBe('DEADLINE')
      await expect.poll(() => settle(lanes.withTenant(beispielhausen, async () => {})), { timeout: 10_000 }).toBe('resolved')
    } finally {
      process.kill(pid, 'SIGCONT')
    }
  })

  test('a lane that is frozen while idle is replaced before the callback runs', async () => {
    const lanes = lanesWith({ max: 1, beginMs: 150 })
    const pid = await lanes.withTenant(musterstadt, pidOf)
    process.kill(pid, 'SIGSTOP')
    try {
      let runs = 0
      const next = await lanes.withTenant(musterstadt, tx => { runs++; return pidOf(tx) })
      expect(next).not.toBe(pid)
      expect(runs).toBe(1)
    } finally {
      process.kill(pid, 'SIGCONT')
    }
  })
})

describe('the lanes', () => {
  test('replace one that died while idle', async () => {
    const lanes = lanesWith({ max: 1 })
    const pid = await lanes.withTenant(musterstadt, pidOf)
    await killBackend(ground, pid)
    expect(await lanes.withTenant(musterstadt, pidOf)).not.toBe(pid)
  })

  test('never run a callback twice', async () => {
    const lanes = lanesWith({ max: 1 })
    let runs = 0
    const end = await settle(lanes.withTenant(musterstadt, async tx => {
      runs++
      await killBackend(ground, await pidOf(tx))
      await tx.select().from(notes)
    }))
    expect([end, runs]).toEqual(['LOST', 1])
  })

  test('are never more than allowed, and serve all who wait', async () => {
    const lanes = lanesWith({ max: 3, acquireMs: 5_000 })
    const pids = await Promise.all(Array.from({ length: 30 }, () => lanes.withTenant(musterstadt, pidOf)))
    expect(new Set(pids).size).toBeLessThanOrEqual(3)
    await expect.poll(() => lanes.stats()).toEqual({ lanes: 3, idle: 3, opening: 0, waiting: 0, deaths: 0 })
  })

  test('refuse at once when too many wait', async () => {
    const lanes = lanesWith({ max: 1, maxWaiting: 1 })
    const gate = Promise.withResolvers<void>()
    const first = lanes.withTenant(musterstadt, () => gate.promise)
    const second = lanes.withTenant(musterstadt, async () => {})
    await expect.poll(() => lanes.stats()).toMatchObject({ lanes: 1, waiting: 1 })
    expect(await settle(lanes.withTenant(musterstadt, async () => {}))).toBe('BUSY')
    gate.resolve()
    await Promise.all([first, second])
  })

  test('say that there is no database, and why', async () => {
    const lanes = lanesWith({ connection: { ...ground.connection, password: 'wrong' }, acquireMs: 200 })
    const error: LaneError = await lanes.withTenant(musterstadt, async () => {}).catch(e => e)
    expect(error.code).toBe('LOST')
    expect(findSqlState(error)).toBe('28P01')
  })

  test('tell of each lane that died, with the reason', async () => {
    const causes: string[] = []
    const lanes = lanesWith({ onLaneDeath: cause => causes.push(cause.message) })
    await killBackend(ground, await lanes.withTenant(musterstadt, pidOf))
    await expect.poll(() => causes.length).toBe(1)
  })

  test('let running transactions finish at the end, and refuse new ones', async () => {
    const lanes = createLanes({ connection: ground.connection })
    const begun = Promise.withResolvers<void>()
    const gate = Promise.withResolvers<void>()
    const running = lanes.withTenant(musterstadt, async tx => {
      begun.resolve()
      await gate.promise
      await write(tx, 'at the end')
    })
    await begun.promise
    const end = lanes.end()
    expect(await settle(lanes.withTenant(musterstadt, async () => {}))).toBe('BUSY')
    gate.resolve()
    await Promise.all([running, end])
    expect(await isThere('at the end')).toBe(true)
    expect(lanes.stats().lanes).toBe(0)
  })
})
