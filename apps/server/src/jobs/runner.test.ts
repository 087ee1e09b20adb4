import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CityEntry } from '../features/city/city-directory.ts'
import { enqueueMail } from '../features/mail/mail.service.ts'
import { eachCityJob } from './cities-each.jobs.ts'
import { timetable } from './crontab.ts'
import { openJobs, type JobsUnderTest } from './jobs.fixture.ts'
import { createTasks } from './registry.ts'
import { startJobs } from './runner.ts'

let jobs: JobsUnderTest
let city: CityEntry
let neighbour: CityEntry
beforeAll(async () => {
  jobs = await openJobs()
  city = await jobs.city('musterstadt')
  neighbour = await jobs.city('beispielhausen')
})
afterAll(() => jobs.close())
beforeEach(async () => {
  await jobs.db.admin('delete from graphile_worker._private_jobs')
  jobs.sender.failWith(null)
  jobs.sender.sent.length = 0
})

const write = (to: CityEntry) =>
  jobs.db.app.withTenant(to.tenantId, tx =>
    enqueueMail(tx, { recipient: 'laden@example.org', topic: 'plan_kept', words: { subject: 'x', text: 'x', html: 'x' }, city: to, now: jobs.clock.now }),
  )

describe('what belongs to every city', () => {
  it('becomes one job per city, and one still when asked twice', async () => {
    await eachCityJob(jobs.services, { task: 'sweep.expired' })
    await eachCityJob(jobs.services, { task: 'sweep.expired' })
    expect((await jobs.queue()).map(({ task, payload }) => ({ task, payload })).toSorted(byCity)).toEqual(
      [city, neighbour].map(({ tenantId }) => ({ task: 'sweep.expired', payload: { tenant_id: tenantId } })).toSorted(byCity),
    )
    await jobs.workOff()
    expect(await jobs.queue()).toEqual([])
  })

  it('reaches the other cities when one is in trouble, and says so', async () => {
    const { lanes } = jobs.services
    const withTenant = ((tenantId: string, ...rest: unknown[]) =>
      tenantId === city.tenantId ? Promise.reject(new Error('out of order')) : (lanes.withTenant as (...given: unknown[]) => unknown)(tenantId, ...rest)) as typeof lanes.withTenant
    await expect(eachCityJob({ ...jobs.services, lanes: { ...lanes, withTenant } }, { task: 'figures.refresh' })).rejects.toThrow('1 cities')
    expect(await jobs.queue()).toMatchObject([{ payload: { tenant_id: neighbour.tenantId } }])
  })

  it('is never a job that needs more than its city', async () => {
    await expect(eachCityJob(jobs.services, { task: 'mail.send' })).rejects.toThrow()
    expect(await jobs.queue()).toEqual([])
  })
})

it('the timetable names jobs that exist, the figures each hour and the sweep each day', () => {
  expect(timetable.map(({ task, payload, identifier }) => ({ task, payload, identifier }))).toEqual([
    { task: 'cities.each', payload: { task: 'figures.refresh' }, identifier: 'figures.refresh' },
    { task: 'cities.each', payload: { task: 'sweep.expired' }, identifier: 'sweep.expired' },
    { task: 'cities.each', payload: { task: 'visit.remind' }, identifier: 'visit.remind' },
    { task: 'cities.each', payload: { task: 'cases.watch' }, identifier: 'cases.watch' },
    { task: 'cities.each', payload: { task: 'handovers.watch' }, identifier: 'handovers.watch' },
    { task: 'cities.each', payload: { task: 'website.monthly' }, identifier: 'website.monthly' },
    { task: 'cities.each', payload: { task: 'website.tidy' }, identifier: 'website.tidy' },
  ])
  for (const { task } of timetable) expect(createTasks(jobs.services, jobs.sender, jobs.web)).toHaveProperty([task])
})

describe('the running queue', () => {
  const start = () => startJobs(jobs.services, { connectionString: jobs.db.urls.jobs, mail: jobs.sender, web: jobs.web })
  const figures = () => jobs.db.admin('select count(*)::int from tenant_figures')

  it('sends what comes in, makes the figures at its start, and stops', async () => {
    const running = await start()
    await write(city)
    await vi.waitFor(() => expect(jobs.sender.sent).toHaveLength(1), 10_000)
    await vi.waitFor(async () => expect(await figures()).toEqual([{ count: 2 }]), 10_000)
    await Promise.all([running.stop(), running.stop()])
    await running.ended
    await write(city)
    expect(await jobs.queue()).toHaveLength(1)
  })

  it('keeps a job that has failed to the last where it can be seen, and goes on with the others', async () => {
    await write(city)
    await jobs.db.admin('update graphile_worker._private_jobs set max_attempts = 1')
    jobs.sender.failWith(new Error('mail server is down'))
    const running = await start()
    await vi.waitFor(async () => expect(await jobs.queue()).toMatchObject([{ task: 'mail.send', attempts: 1 }]), 10_000)
    jobs.sender.failWith(null)
    await write(neighbour)
    await vi.waitFor(() => expect(jobs.sender.sent).toHaveLength(1), 10_000)
    await running.stop()
    const [poison] = await jobs.queue()
    expect(poison).toMatchObject({ task: 'mail.send', attempts: 1, max_attempts: 1, payload: { tenant_id: city.tenantId } })
    expect(poison?.['last_error']).toContain('no code')
  })
})

it('the jobs role sees no row of any city', async () => {
  const { withAdminSession } = await import('@digitallotsen/db/admin-session.ts')
  await withAdminSession(jobs.db.urls.jobs, async ({ query }) => {
    await expect(query('select * from mails')).rejects.toThrow(/permission denied/)
    await expect(query('select * from tenants')).rejects.toThrow(/permission denied/)
  })
})

const byCity = (a: { payload: unknown }, b: { payload: unknown }) => JSON.stringify(a.payload).localeCompare(JSON.stringify(b.payload))
