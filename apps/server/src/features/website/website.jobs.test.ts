import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openJobs, type JobsUnderTest } from '../../jobs/jobs.fixture.ts'
import type { CityEntry } from '../city/city-directory.ts'
import { createAuditDesk } from './audit-desk.ts'
import { getQuickResult } from './website.service.ts'
import { startQuick } from './website-start.service.ts'

let jobs: JobsUnderTest
let city: CityEntry
beforeAll(async () => {
  jobs = await openJobs()
  city = await jobs.city('musterstadt', text => text.replace('learning: true', 'websiteCheck: true'))
})
afterAll(() => jobs.close())
beforeEach(async () => {
  await jobs.db.admin('delete from graphile_worker._private_jobs')
  await jobs.db.admin('delete from rate_counters')
  jobs.site.answers = { 'https://laden-muster.de/': { body: '<title>Laden Muster – Schuhe in Musterstadt</title><h1>Laden</h1>' } }
})

let visitor = 0
const quick = (address: string) => startQuick({ services: jobs.services, city, client: { address: `192.0.2.${visitor++}` } }, { address, idempotencyKey: crypto.randomUUID() })
const result = (ticket: string) => jobs.services.lanes.withTenant(city.tenantId, tx => getQuickResult(tx, { city, now: jobs.clock.now }, ticket))

it('a Schnellcheck goes through the queue from the click to the report', async () => {
  const { ticket } = await quick('laden-muster.de')
  expect(await result(ticket)).toMatchObject({ state: 'queued', report: null })
  await jobs.workOff()
  expect(await result(ticket)).toMatchObject({ state: 'done', score: { passed: 1, failed: 0 }, report: { findings: [{ checkId: 'F-01', verdict: 'pass' }], pages: [{ url: 'https://laden-muster.de/', status: 200 }] } })
  expect(await jobs.queue()).toEqual([])
})

it('more than there are places wait for each other, and none is lost', async () => {
  jobs.site.answers = Object.fromEntries(Array.from({ length: 5 }, (_, n) => [`https://laden-${n}.de/`, { body: '<title>Laden Muster in Musterstadt</title>' }]))
  const tickets = await Promise.all(Array.from({ length: 5 }, (_, n) => quick(`laden-${n}.de`)))
  for (let round = 0; round < 8 && (await jobs.queue()).length > 0; round++) {
    await jobs.db.admin('update graphile_worker._private_jobs set run_at = now()')
    await jobs.workOff()
  }
  expect(await Promise.all(tickets.map(async ({ ticket }) => (await result(ticket)).state))).toEqual(Array(5).fill('done'))
})

it('a desk has so many places, and each site once', () => {
  const desk = createAuditDesk(2)
  expect(['a', 'a', 'b', 'c'].map(host => desk.enter(host))).toEqual([true, false, true, false])
  desk.leave('a')
  expect(['a', 'b'].map(host => desk.enter(host))).toEqual([true, false])
})
