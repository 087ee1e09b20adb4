import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { merchants } from '@digitallotsen/db/schema/merchants.table.ts'
import { people } from '@digitallotsen/db/schema/people.table.ts'
import type { TenantId } from '@digitallotsen/domain/ids.schemas.ts'
import { loadFramework, loadPack } from '@digitallotsen/pack/load.ts'
import { smallCity, smallFramework } from '@digitallotsen/pack/small-pack.fixture.ts'
import { createFullCity } from '@digitallotsen/testing/full-city.builder.ts'
import { createTestDatabase, type TestDatabase } from '@digitallotsen/testing/postgres.ts'
import { createTenant } from '@digitallotsen/testing/tenant.builder.ts'
import type { Host } from '../../plugins/tenant.ts'
import { createCaller } from '../../trpc/procedures.ts'
import { CityDirectory } from '../city/city-directory.ts'
import { openDesk } from '../operator/operator-desk.fixture.ts'
import { enterWithLink } from '../operator/operator-sign-in.service.ts'
import { createOperator, createOperatorLink } from '../operator/operator.service.ts'
import { applyPack } from '../packs/packs.service.ts'
import { consoleRouter } from './console.router.ts'

const tables = ['people', 'memberships', 'sign_in_codes', 'sessions', 'mails', 'files', 'merchants', 'assessments', 'answers', 'plans', 'tasks', 'task_events', 'evidence', 'audit_events']

const nobody = '00000000-0000-4000-8000-000000000000' as TenantId

let db: TestDatabase
let desk: ReturnType<typeof openDesk>
beforeAll(async () => {
  db = await createTestDatabase()
  desk = openDesk(db)
  const token = await db.operator.withoutTenant(async tx => {
    const { id } = await createOperator(tx, { email: 'betrieb@musterbetreiber.example', displayName: null })
    return createOperatorLink(tx, { operatorId: id, hours: 1, now: desk.clock.now })
  })
  await enterWithLink(desk.visit(), { token })
})
afterAll(() => db.close())

const callFrom = (host: Host, claims = desk.browser.claims) =>
  createCaller(consoleRouter)({
    ...desk.visit(),
    host,
    claims,
    client: { address: '127.0.0.1', agent: '' },
    services: { ...desk.services, lanes: db.app, cities: new CityDirectory(db.app) },
  })
const consoleHost: Host = { kind: 'console', name: 'console.localhost' }

const applySmallCity = async (): Promise<string> => {
  const rules = await loadFramework(smallFramework)
  if (!rules.ok) throw new Error('the framework was refused')
  const city = await loadPack(smallCity, rules.framework)
  if (!city.ok) throw new Error('the pack was refused')
  await applyPack(db.operator, { pack: city.pack, hash: city.hash, source: smallCity, framework: rules.framework }, 'test')
  const [row] = await db.admin('select id from tenants where slug = $1', [city.pack.slug])
  return String(row?.['id'])
}

describe('the console', () => {
  it('lists every city with its figures and its open points, by name', async () => {
    const id = await applySmallCity()
    const bare = await createTenant(db, { name: 'Altbeispiel', slug: 'altbeispiel', state: 'ended' })
    await db.app.withTenant(id, tx => tx.execute(sql`select publish_figures(7, 12, 5, 9)`))
    const cities = await callFrom(consoleHost).cities({})
    expect(cities.map(city => city.id)).toEqual([bare.id, id])
    expect(cities[0]).toMatchObject({ state: 'ended', packRevision: 0, hosts: [bare.host], merchants: 0, figuresAt: null, openChecks: 0 })
    expect(cities[1]).toMatchObject({ packRevision: 1, frameworkVersion: '1.0.0', merchants: 7, assessments: 12, plans: 5, tasksDone: 9, figuresAt: expect.any(String) })
    const detail = await callFrom(consoleHost).city({ tenantId: id as TenantId })
    expect(detail.checklist.length).toBeGreaterThan(0)
    expect(cities[1]?.openChecks).toBe(detail.checklist.length)
    expect(detail.checklist[0]).toEqual({ file: expect.any(String), path: expect.any(String), note: expect.any(String), source: null })
    expect(detail.revisions).toMatchObject([{ revision: 1, appliedBy: 'test' }])
  })

  it('shows nothing of a business or a person, whatever the city holds', async () => {
    const { id } = await createFullCity(db, { mark: 'Geheimwort' })
    await db.admin(`update pack_revisions set hash = 'h', applied_by = 'test' where tenant_id = $1`, [id])
    const answers = JSON.stringify([await callFrom(consoleHost).cities({}), await callFrom(consoleHost).city({ tenantId: id as TenantId })])
    expect(answers).toContain(id)
    expect(answers).not.toContain('Geheimwort')
  })

  it('answers nobody who is not signed in as operator', async () => {
    for (const claims of [null, { sid: nobody, tok: 'x'.repeat(43) }]) {
      await expect(callFrom(consoleHost, claims).cities({})).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
      await expect(callFrom(consoleHost, claims).city({ tenantId: nobody })).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    }
  })

  it('is not there on any other host', async () => {
    await expect(callFrom({ kind: 'unknown', name: 'musterstadt.localhost' }).cities({})).rejects.toMatchObject({ message: 'request.unknown' })
  })

  it('knows no city of an unknown id', async () => {
    await expect(callFrom(consoleHost).city({ tenantId: nobody })).rejects.toMatchObject({ message: 'city.not_found' })
  })

  it('serves a dozen operators at once from its few lanes', async () => {
    const all = await Promise.all(Array.from({ length: 12 }, () => callFrom(consoleHost).cities({})))
    expect(new Set(all.map(cities => cities.length)).size).toBe(1)
  })
})

describe('the operator’s role', () => {
  it.each(tables)('may not read %s, in the city or out of it', async table => {
    const { id } = await createFullCity(db)
    const read = sql.raw(`select * from ${table}`)
    await expect(db.operator.withTenant(id, tx => tx.execute(read))).rejects.toThrow(/permission denied/)
    await expect(db.operator.withoutTenant(tx => tx.execute(read))).rejects.toThrow(/permission denied/)
  })

  it('is refused through the product’s own tables as well', async () => {
    const { id } = await createFullCity(db)
    await expect(db.operator.withTenant(id, tx => tx.select().from(merchants))).rejects.toThrow(/permission denied/)
    await expect(db.operator.withTenant(id, tx => tx.select().from(people))).rejects.toThrow(/permission denied/)
  })
})
