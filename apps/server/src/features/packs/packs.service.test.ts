import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@digitallotsen/testing/postgres.ts'
import type { Folder } from '@digitallotsen/pack/folder.ts'
import { loadFramework, loadPack } from '@digitallotsen/pack/load.ts'
import { resolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import { patched, smallCity, smallFramework } from '@digitallotsen/pack/small-pack.fixture.ts'
import { applyPack, planPack, type LoadedPack } from './packs.service.ts'

let db: TestDatabase
beforeAll(async () => void (db = await createTestDatabase()))
afterAll(() => db.close())

const loaded = async (source: Folder, framework: Folder = smallFramework): Promise<LoadedPack> => {
  const rules = await loadFramework(framework)
  if (!rules.ok) throw new Error('the framework was refused')
  const result = await loadPack(source, rules.framework)
  if (!result.ok) throw new Error('the pack was refused')
  return { pack: result.pack, hash: result.hash, source, framework: rules.framework }
}

const renamed = (slug: string, folder: Folder = smallCity) =>
  patched(patched(folder, 'pack.yaml', 'slug: musterstadt', `slug: ${slug}`), 'pack.yaml', 'musterstadt.localhost', `${slug}.localhost`)

const rowsOf = (slug: string) =>
  db.admin(
    `select t.state, t.pack_revision, t.framework_version, (select string_agg(host, ' ' order by host) from tenant_hosts h where h.tenant_id = t.id) as hosts,
       (select string_agg(revision::text, ' ' order by revision) from pack_revisions r where r.tenant_id = t.id) as revisions
     from tenants t where slug = $1`,
    [slug],
  )

describe('applying a pack', () => {
  it('makes a new city with its host, its framework release and its first revision', async () => {
    const city = await loaded(renamed('neustadt'))
    expect(await planPack(db.operator, city)).toMatchObject({ kind: 'planned', revision: null, unchanged: false })
    expect(await rowsOf('neustadt')).toEqual([])
    expect(await applyPack(db.operator, city, 'test')).toMatchObject({ kind: 'applied', revision: 1 })
    expect(await rowsOf('neustadt')).toEqual([{ state: 'draft', pack_revision: 1, framework_version: '1.0.0', hosts: 'neustadt.localhost', revisions: '1' }])
    expect(await db.admin('select version, hash from framework_releases')).toEqual([{ version: '1.0.0', hash: city.framework.hash }])
  })

  it('stores the resolved pack and the files as given', async () => {
    const source = renamed('speicherstadt')
    const city = await loaded(source)
    await applyPack(db.operator, city, 'test')
    const [row] = await db.admin(`select content, source, hash, applied_by from pack_revisions r join tenants t on t.id = r.tenant_id where slug = 'speicherstadt'`)
    expect(resolvedPack.parse(row?.['content'])).toEqual(city.pack)
    expect(row).toMatchObject({ source, hash: city.hash, applied_by: 'test' })
  })

  it('a second time changes nothing and says so', async () => {
    const city = await loaded(renamed('ruhestadt'))
    await applyPack(db.operator, city, 'test')
    const before = await rowsOf('ruhestadt')
    expect(await planPack(db.operator, city)).toEqual({ kind: 'planned', revision: 1, changes: [], unchanged: true })
    expect(await applyPack(db.operator, city, 'test')).toMatchObject({ kind: 'unchanged', revision: 1, changes: [] })
    expect(await rowsOf('ruhestadt')).toEqual(before)
  })

  it('keeps every revision, moves hosts, and plans exactly what it then does', async () => {
    const first = renamed('wandelstadt')
    await applyPack(db.operator, await loaded(first), 'test')
    const next = await loaded(patched(patched(first, 'pack.yaml', 'state: draft', 'state: live'), 'pack.yaml', '[wandelstadt.localhost]', '[wandel.localhost]'))
    const plan = await planPack(db.operator, next)
    const outcome = await applyPack(db.operator, next, 'test')
    expect(plan).toMatchObject({
      revision: 1,
      changes: [
        { path: 'state', before: 'draft', after: 'live' },
        { path: 'hosts', before: 'wandelstadt.localhost', after: 'wandel.localhost' },
      ],
    })
    expect(outcome).toMatchObject({ kind: 'applied', revision: 2, changes: plan.kind === 'planned' ? plan.changes : [] })
    expect(await rowsOf('wandelstadt')).toEqual([{ state: 'live', pack_revision: 2, framework_version: '1.0.0', hosts: 'wandel.localhost', revisions: '1 2' }])
  })

  it('refuses a host of another city and writes nothing', async () => {
    await applyPack(db.operator, await loaded(renamed('erststadt')), 'test')
    const thief = await loaded(patched(renamed('zweitstadt'), 'pack.yaml', '[zweitstadt.localhost]', '[zweitstadt.localhost, erststadt.localhost]'))
    const reasons = ['Der Rechnername „erststadt.localhost“ gehört schon zu „erststadt“. Bitte ändern Sie „hosts“ in pack.yaml.']
    expect(await planPack(db.operator, thief)).toEqual({ kind: 'refused', reasons })
    expect(await applyPack(db.operator, thief, 'test')).toEqual({ kind: 'refused', reasons })
    expect(await rowsOf('zweitstadt')).toEqual([])
    expect(await rowsOf('erststadt')).toMatchObject([{ hosts: 'erststadt.localhost' }])
  })

  it('refuses a framework that changed under the same version', async () => {
    await applyPack(db.operator, await loaded(renamed('altstadt')), 'test')
    const changed = patched(smallFramework, 'check.yaml', 'Wer kümmert sich?', 'Wer macht es?')
    const outcome = await applyPack(db.operator, await loaded(renamed('altstadt'), changed), 'test')
    expect(outcome).toEqual({ kind: 'refused', reasons: ['Der Handlungsrahmen 1.0.0 ist mit anderem Inhalt veröffentlicht. Bitte erhöhen Sie „version“ in framework.yaml.'] })
  })

  it('refuses a city that has ended', async () => {
    const city = await loaded(renamed('endstadt'))
    await applyPack(db.operator, city, 'test')
    await db.admin(`update tenants set state = 'ended' where slug = 'endstadt'`)
    expect(await applyPack(db.operator, city, 'test')).toMatchObject({ kind: 'refused' })
    expect(await rowsOf('endstadt')).toMatchObject([{ state: 'ended', revisions: '1' }])
  })

  it('puts right what was changed by hand', async () => {
    const city = await loaded(renamed('handstadt'))
    await applyPack(db.operator, city, 'test')
    await db.admin(`delete from tenant_hosts where host = 'handstadt.localhost'`)
    expect(await applyPack(db.operator, city, 'test')).toMatchObject({ kind: 'applied', revision: 2 })
    expect(await rowsOf('handstadt')).toMatchObject([{ hosts: 'handstadt.localhost' }])
  })

  it('by two at once leaves one city with one first revision', async () => {
    const city = await loaded(renamed('rennstadt'))
    const outcomes = await Promise.all([applyPack(db.operator, city, 'a'), applyPack(db.operator, city, 'b')])
    expect(outcomes.filter(({ kind }) => kind === 'applied')).toHaveLength(1)
    expect(await rowsOf('rennstadt')).toMatchObject([{ pack_revision: 1, revisions: '1' }])
  })

  it('as a whole: a failure in the middle leaves nothing behind', async () => {
    const city = await loaded(renamed('bruchstadt'))
    await expect(applyPack(db.operator, { ...city, source: undefined as never }, 'test')).rejects.toThrow()
    expect(await rowsOf('bruchstadt')).toEqual([])
    expect(await db.admin(`select 1 from tenant_hosts where host = 'bruchstadt.localhost'`)).toEqual([])
  })

  it('the app may read its own city’s pack and write none', async () => {
    const city = await loaded(renamed('lesestadt'))
    const outcome = await applyPack(db.operator, city, 'test')
    if (outcome.kind === 'refused') throw new Error('refused')
    expect(await planPack(db.app, city)).toMatchObject({ unchanged: true })
    await expect(applyPack(db.app, await loaded(patched(renamed('lesestadt'), 'pack.yaml', 'state: draft', 'state: live')), 'test')).rejects.toThrow(/permission denied/)
  })
})
