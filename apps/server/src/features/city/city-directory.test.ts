import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Lanes } from '@digitallotsen/db/lanes.ts'
import { loadFramework, loadPack } from '@digitallotsen/pack/load.ts'
import { smallCity, smallFramework } from '@digitallotsen/pack/small-pack.fixture.ts'
import { createTestDatabase, type TestDatabase } from '@digitallotsen/testing/postgres.ts'
import { createTenant, type TestTenant } from '@digitallotsen/testing/tenant.builder.ts'
import { CityDirectory } from './city-directory.ts'

let db: TestDatabase
let city: TestTenant
let content: string
beforeAll(async () => {
  db = await createTestDatabase()
  const framework = await loadFramework(smallFramework)
  if (!framework.ok) throw new Error('the framework was refused')
  const loaded = await loadPack(smallCity, framework.framework)
  if (!loaded.ok) throw new Error('the pack was refused')
  content = JSON.stringify(loaded.pack)
  city = await createTenant(db)
  await applyRevision(1)
})
afterAll(() => db.close())

const storeRevision = (revision: number, stored = content) =>
  db.admin(
    `insert into pack_revisions (tenant_id, revision, framework_version, hash, content, source, applied_by) values ($1, $2, '1.0.0', $3, $4::jsonb, '{}', 'test')`,
    [city.id, revision, `hash-${revision}`, stored],
  )
const pointTo = (revision: number) => db.admin('update tenants set pack_revision = $2 where id = $1', [city.id, revision])
const applyRevision = async (revision: number, stored = content) => {
  await storeRevision(revision, stored)
  await pointTo(revision)
}

/** A directory whose clock the test moves, and how often it has read a pack. */
const openDirectory = () => {
  let at = 0
  let packsRead = 0
  const lanes: Lanes = {
    ...db.app,
    withTenant: (id, work, options) => {
      packsRead++
      return db.app.withTenant(id, work, options)
    },
    withoutTenant: (work, options) => db.app.withoutTenant(work, options),
  }
  const directory = new CityDirectory(lanes, () => at)
  return { directory, later: () => void (at += 1_001), packsRead: () => packsRead }
}

describe('the directory of cities', () => {
  it('reads a pack once, however many ask for it at the same time', async () => {
    const { directory, packsRead } = openDirectory()
    const found = await Promise.all(Array.from({ length: 20 }, () => directory.find(city.host)))
    expect(found[0]?.slug).toBe(city.slug)
    expect(new Set(found).size).toBe(1)
    expect(packsRead()).toBe(1)
  })

  it('says at once what it knows, and nothing once that is older than a second', async () => {
    const { directory, later } = openDirectory()
    expect(directory.findKnown(city.host)).toBeUndefined()
    const found = await directory.find(city.host)
    expect(directory.findKnown(city.host)).toBe(found)
    expect(directory.findKnown('unbekannt.localhost')).toBeUndefined()
    later()
    expect(directory.findKnown(city.host)).toBeUndefined()
  })

  it('knows the city anew when its pack, its state or its mark of sample data has changed, and reads the pack only for a new one', async () => {
    const { directory, later, packsRead } = openDirectory()
    const first = await directory.find(city.host)
    await db.admin(`update tenants set state = 'paused', sample = true where id = $1`, [city.id])
    later()
    const paused = await directory.find(city.host)
    expect(paused).toMatchObject({ state: 'paused', sample: true, version: 'hash-1' })
    expect(paused?.pack).toBe(first?.pack)
    expect(packsRead()).toBe(1)
    await applyRevision(2)
    later()
    expect(await directory.find(city.host)).toMatchObject({ revision: 2, version: 'hash-2' })
    expect(packsRead()).toBe(2)
  })

  it('keeps neither the failure to read a pack nor its absence', async () => {
    const { directory, later } = openDirectory()
    await applyRevision(3, '{}')
    await expect(directory.find(city.host)).rejects.toThrow()
    await db.admin('update pack_revisions set content = $2::jsonb where tenant_id = $1 and revision = 3', [city.id, content])
    expect((await directory.find(city.host))?.version).toBe('hash-3')
    await pointTo(4)
    later()
    expect(await directory.find(city.host)).toBeUndefined()
    await storeRevision(4)
    expect((await directory.find(city.host))?.version).toBe('hash-4')
  })
})
