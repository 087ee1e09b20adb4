import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { WebReader } from '../../adapters/web/web-reader.ts'
import { openJobs, type JobsUnderTest } from '../../jobs/jobs.fixture.ts'
import type { CityEntry } from '../city/city-directory.ts'
import { createAuditDesk } from './audit-desk.ts'
import { getQuickResult } from './website.service.ts'
import { begin, startQuick } from './website-start.service.ts'
import { auditWebsiteJob } from './website.jobs.ts'

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

it('a desk has so many places for each kind, and each site once', () => {
  const desk = createAuditDesk({ business: 2, visitor: 1 })
  expect((['a', 'a', 'b', 'c'] as const).map(host => desk.enter(host, 'business'))).toEqual([true, false, true, false])
  desk.leave('a')
  expect((['a', 'b'] as const).map(host => desk.enter(host, 'business'))).toEqual([true, false])
})

it('strangers never take a place of the businesses', () => {
  const desk = createAuditDesk()
  expect(['a', 'b', 'c', 'd'].map(host => desk.enter(host, 'visitor'))).toEqual([true, false, false, false])
  expect(['e', 'f'].map(host => desk.enter(host, 'business'))).toEqual([true, true])
})

it('a business is read at once while strangers stand in line', async () => {
  jobs.site.answers = { 'https://hutladen-muster.de/': { body: '<title>Hutladen Muster in Musterstadt</title>' } }
  const held = Promise.withResolvers<void>()
  const read: string[] = []
  const web: WebReader = {
    ...jobs.web,
    audit: async order => {
      read.push(order.entered)
      if (order.entered.includes('langsam')) await held.promise
      return jobs.web.audit(order)
    },
  }
  const reading = { services: jobs.services, web, desk: createAuditDesk() }
  const work = (auditId: string) => auditWebsiteJob(reading, { tenant_id: city.tenantId, auditId })
  const idOf = async (host: string) => String((await jobs.db.admin('select id from website_audits where host = $1', [host]))[0]?.['id'])
  for (const name of ['langsam-1', 'langsam-2']) await quick(`${name}.de`)
  const strangers = [work(await idOf('langsam-1.de')), work(await idOf('langsam-2.de'))]
  const [business] = await jobs.db.admin(`insert into merchants (tenant_id, name, postcode, search) values ($1, 'Laden Muster', '12345', 'laden muster') returning id`, [city.tenantId])
  const merchantId = String(business?.['id'])
  await expect.poll(() => read.length).toBe(1)
  await jobs.services.lanes.withTenant(city.tenantId, tx => begin(tx, { merchantId, trigger: 'merchant', startedBy: null, ticketHash: null, now: jobs.clock.now, address: { entered: 'https://hutladen-muster.de/', host: 'hutladen-muster.de' } }))
  const auditId = await idOf('hutladen-muster.de')
  await work(auditId)
  expect(await jobs.db.admin('select state from website_audits where id = $1', [auditId])).toEqual([{ state: 'done' }])
  held.resolve()
  await Promise.all(strangers)
})
