import { createFullCity, type FullCity } from '@digitallotsen/testing/full-city.builder.ts'
import { createTestDatabase, type TestDatabase } from '@digitallotsen/testing/postgres.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sweepExpired } from './retention.service.ts'

let db: TestDatabase
let city: FullCity
beforeAll(async () => void (db = await createTestDatabase()))
afterAll(() => db.close())
beforeEach(async () => void (city = await createFullCity(db)))

const now = new Date('2026-06-15T12:00:00Z')
const daysAgo = (days: number, extraMs = 0) => new Date(now.getTime() - days * 86_400_000 - extraMs)
const sweep = () => sweepExpired({ lanes: db.app, tenantId: city.id, now })
const age = (table: string, at: Date, column = 'created_at', tenantId = city.id) => db.admin(`update ${table} set ${column} = $1 where tenant_id = $2`, [at.toISOString(), tenantId])
const count = async (table: string, tenantId = city.id) => Number((await db.admin(`select count(*) from ${table} where tenant_id = $1`, [tenantId]))[0]?.['count'])

describe('the sweep', () => {
  it.each([
    ['idempotency_keys', 7, 'created_at'],
    ['rate_counters', 1, 'window_start'],
    ['sign_in_codes', 30, 'created_at'],
    ['mails', 90, 'created_at'],
  ])('keeps %s for %i days and not longer', async (table, days, column) => {
    await age(table, daysAgo(days), column)
    await sweep()
    expect(await count(table)).toBe(1)
    await age(table, daysAgo(days, 1), column)
    await sweep()
    expect(await count(table)).toBe(0)
  })

  it('takes a check that nobody has claimed or finished in 90 days, with its answers', async () => {
    await db.admin('update merchants set latest_assessment_id = null where tenant_id = $1', [city.id])
    const [other] = await db.admin(
      `insert into assessments (tenant_id, edition, kind, moment, perspective, framework_version, pack_revision) values ($1, 'DLC-1.0', 'quick', 'T0', 'self', '1.0.0', 1) returning id`,
      [city.id],
    )
    await db.admin(`insert into answers (tenant_id, assessment_id, item_id, source, kind, level, answered_at) values ($1, $2, '1.1', 'self', 'level', 2, now())`, [city.id, String(other?.['id'])])
    await age('assessments', daysAgo(90))
    expect(await sweep()).toMatchObject({ unclaimedAssessments: 0 })
    await age('assessments', daysAgo(90, 1))
    expect(await sweep()).toMatchObject({ unclaimedAssessments: 1 })
    expect(await db.admin('select id from assessments where tenant_id = $1', [city.id])).toEqual([{ id: city.assessmentId }])
    expect(await count('answers')).toBe(1)
  })

  it('leaves a submitted check and a claimed one, however old', async () => {
    await db.admin('update merchants set latest_assessment_id = null where tenant_id = $1', [city.id])
    await db.admin(
      `insert into assessments (tenant_id, edition, kind, moment, perspective, state, framework_version, pack_revision) values ($1, 'DLC-1.0', 'quick', 'T0', 'self', 'submitted', '1.0.0', 1)`,
      [city.id],
    )
    await age('assessments', daysAgo(900))
    await sweep()
    expect(await count('assessments')).toBe(2)
  })

  it('keeps what a visitor had looked at for seven days, with its findings, and what a business had for good', async () => {
    const [audit] = await db.admin(`insert into website_audits (tenant_id, address, host, trigger, state) values ($1, 'x.de', 'x.de', 'public', 'done') returning id`, [city.id])
    await db.admin(
      `insert into website_findings (tenant_id, audit_id, check_id, position, area, title, item_id, verdict, severity, certainty, keys) values ($1, $2, 'R-01', 0, '', '', '5.1', 'pass', 'high', 'sure', '{}')`,
      [city.id, String(audit?.['id'])],
    )
    await age('website_audits', daysAgo(7))
    expect(await sweep()).toMatchObject({ publicAudits: 0 })
    await age('website_audits', daysAgo(7, 1))
    expect(await sweep()).toMatchObject({ publicAudits: 1 })
    expect(await db.admin('select trigger from website_audits where tenant_id = $1', [city.id])).toEqual([{ trigger: 'merchant' }])
    expect(await count('website_findings')).toBe(1)
  })

  it('takes more than one batch', async () => {
    await db.admin(`insert into rate_counters (tenant_id, key, window_start, count) select $1, n::text, $2, 1 from generate_series(1, 1200) n`, [city.id, daysAgo(2).toISOString()])
    expect(await sweep()).toMatchObject({ rateCounters: 1200 })
    expect(await count('rate_counters')).toBe(1)
  })

  it('touches no other city', async () => {
    const neighbour = await createFullCity(db)
    await age('mails', daysAgo(900), 'created_at', neighbour.id)
    await sweep()
    expect(await count('mails', neighbour.id)).toBe(1)
  })
})
