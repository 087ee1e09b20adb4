import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import { createFullCity } from '@digitallotsen/testing/full-city.builder.ts'
import { createTestDatabase, type TestDatabase } from '@digitallotsen/testing/postgres.ts'
import { addPerson, addShop, asOffice, openTestCity, shopWithPlan, type TestCity } from '../../test-city.fixture.ts'
import { merchantQuery } from './office.schemas.ts'
import { findMerchants, getFigures, getOfficeMerchant } from './office.service.ts'

const canary = 'Kanarie7f3a'
let db: TestDatabase
let place: TestCity
let office: Identity
let strangers: string[]

type Row = [name: string, score: number | null, openMusts: number | null, state?: string]
const rows: Row[] = [
  ['Bäckerei Müller', 80, 0], ['Café Zimt', 20, 3], ['100% Wolle', 50.5, 1], ['Wolle_Garn', null, null], ['Apotheke', 20, 0, 'paused'],
  ['Überall Reisen', 65, 0], ['Öko-Laden', null, null], ["O'Hara; drop table merchants;--", 10, 2],
]

beforeAll(async () => {
  db = await createTestDatabase()
  place = await openTestCity(db)
  office = asOffice(await addPerson(place))
  const foreign = await createFullCity(db, { mark: canary })
  strangers = [foreign.merchantId, foreign.planId]
  for (const [name, score, openMusts, state = 'active'] of rows) {
    const { merchantId } = await addShop(place, name)
    const band = score === null ? null : score < 25 ? 'start' : score < 50 ? 'build' : score < 75 ? 'secure' : 'model'
    await db.admin('update merchants set score = $2, open_musts = $3, band = $4, state = $5 where id = $1', [merchantId, score, openMusts, band, state])
  }
})
afterAll(() => db.close())

const find = (query: Parameters<typeof merchantQuery.parse>[0]) => place.act(tx => findMerchants(tx, office, merchantQuery.parse(query)))
const names = async (query: Record<string, unknown>) => (await find(query)).rows.map(row => row.name)
const refusal = (work: Promise<unknown>) => work.then(() => 'passed', (error: unknown) => (error instanceof DomainError ? error.code : String(error)))

describe('the office\'s list', () => {
  it('finds by parts of words, with and without umlauts, in any order', async () => {
    expect(await names({ search: 'müll' })).toEqual(['Bäckerei Müller'])
    expect(await names({ search: 'MUELLER baeck' })).toEqual(['Bäckerei Müller'])
    expect(await names({ search: 'cafe' })).toEqual(['Café Zimt'])
    expect(await names({ search: '12345' })).toHaveLength(rows.length)
    expect(await names({ search: 'gibt es nicht' })).toEqual([])
  })

  it('takes signs of the search language for themselves', async () => {
    expect(await names({ search: '%' })).toEqual(['100% Wolle'])
    expect(await names({ search: '_' })).toEqual(['Wolle_Garn'])
    expect(await names({ search: '\\' })).toEqual([])
    expect(await names({ search: "o'hara; drop table merchants;--" })).toEqual(["O'Hara; drop table merchants;--"])
    expect(await names({ search: "') or true;--" })).toEqual([])
  })

  it('puts what has no value last in either direction', async () => {
    const up = (await find({ sort: 'score' })).rows.map(row => row.score)
    const down = (await find({ sort: 'score', direction: 'desc' })).rows.map(row => row.score)
    expect(up).toEqual([10, 20, 20, 50.5, 65, 80, null, null])
    expect(down).toEqual([80, 65, 50.5, 20, 20, 10, null, null])
  })

  it('sorts names as they are looked for', async () => {
    expect(await names({ sort: 'name' })).toEqual([
      '100% Wolle', 'Apotheke', 'Bäckerei Müller', 'Café Zimt', "O'Hara; drop table merchants;--", 'Öko-Laden', 'Überall Reisen', 'Wolle_Garn',
    ])
  })

  it('filters by band, state, district and open musts, also together', async () => {
    expect(await names({ band: 'start' })).toEqual(['Apotheke', 'Café Zimt', "O'Hara; drop table merchants;--"])
    expect(await names({ band: 'start', state: 'active' })).toEqual(['Café Zimt', "O'Hara; drop table merchants;--"])
    expect(await names({ openMusts: true, sort: 'open_musts', direction: 'desc' })).toEqual(['Café Zimt', "O'Hara; drop table merchants;--", '100% Wolle'])
    expect(await names({ openMusts: false })).toHaveLength(5)
    expect(await names({ districtId: 'mitte' })).toHaveLength(rows.length)
    expect(await names({ districtId: "x' or 'a'='a" })).toEqual([])
  })

  it('gives each business on exactly one page, with the number of all', async () => {
    const branches = Array.from({ length: 24 }, (_, i) => `Filiale ${String(24 - i).padStart(2, '0')}`)
    for (const name of branches) await addShop(place, name)
    const pages = await Promise.all([1, 2, 3, 4].map(page => find({ search: 'filiale', page, pageSize: 10, sort: 'score' })))
    expect(pages.map(({ rows, total, page }) => [rows.length, total, page])).toEqual([[10, 24, 1], [10, 24, 2], [4, 24, 3], [0, 24, 4]])
    expect(pages.flatMap(({ rows }) => rows.map(row => row.name))).toEqual(branches.toReversed())
  })

  it('has bounds for its pages', () => {
    expect(merchantQuery.safeParse({ pageSize: 101 }).success).toBe(false)
    expect(merchantQuery.safeParse({ pageSize: 9 }).success).toBe(false)
    expect(merchantQuery.safeParse({ page: 0 }).success).toBe(false)
    expect(merchantQuery.parse({})).toMatchObject({ page: 1, pageSize: 25, sort: 'name', direction: 'asc' })
  })

  it('is for the office alone', async () => {
    const { owner } = await addShop(place)
    expect(await refusal(place.act(tx => findMerchants(tx, owner, merchantQuery.parse({}))))).toBe('role.forbidden')
    expect(await refusal(place.act(tx => getFigures(tx, owner)))).toBe('role.forbidden')
  })
})

describe('a business as the office sees it', () => {
  it('comes with its contact, its history, its plan and its result', async () => {
    const shop = await shopWithPlan(place)
    const seen = await place.act(tx => getOfficeMerchant(tx, office, shop.merchantId))
    expect(seen).toMatchObject({ merchant: { id: shop.merchantId, band: 'build' }, contactEmail: expect.stringContaining('@example.org'), result: { total: 25 } })
    expect(seen.plan?.tasks).toHaveLength(30)
    expect(seen.assessments).toMatchObject([{ state: 'submitted', total: 25, band: 'build' }])
  })

  it('of another city is not found', async () => {
    for (const id of strangers) expect(await refusal(place.act(tx => getOfficeMerchant(tx, office, id as never)))).toBe('merchant.not_found')
  })
})

describe('the figures', () => {
  it('count this city and nobody else', async () => {
    const figures = await place.act(tx => getFigures(tx, office))
    const [merchants] = await db.admin('select count(*)::int as n from merchants where tenant_id = $1', [place.city.tenantId])
    expect(figures).toMatchObject({ merchants: merchants?.['n'], checked: 1, planned: 1, tasksDone: 0 })
    expect(figures.byBand).toEqual({ start: 3, build: 1, secure: 2, model: 1 })
    expect(figures.byDistrict).toEqual([{ districtId: 'mitte', merchants: merchants?.['n'] }])
  })
})

it('the canary of another city is in no answer', async () => {
  const pages = await Promise.all([{}, { search: canary }, { search: 'laden' }, { sort: 'created_at', pageSize: 100 }].map(find))
  const answers = JSON.stringify([pages, await place.act(tx => getFigures(tx, office))])
  expect(answers).not.toContain(canary)
  for (const id of strangers) expect(answers).not.toContain(id)
})
