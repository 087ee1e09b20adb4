import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { CityEntry } from '../features/city/city-directory.ts'
import { writeMail } from '../features/mail/mail.service.ts'
import { noAccountMail } from '../features/mail/no-account.mail.ts'
import { openJobs, type JobsUnderTest } from './jobs.fixture.ts'
import { watchLeftJobs } from './left-jobs.ts'
import { startJobs } from './runner.ts'

let jobs: JobsUnderTest
let city: CityEntry
beforeAll(async () => {
  jobs = await openJobs()
  city = await jobs.city('musterstadt')
})
afterAll(() => jobs.close())
beforeEach(() => jobs.db.admin('delete from graphile_worker._private_jobs'))

const lockedBy = async () => (await jobs.db.admin('select locked_by from graphile_worker._private_jobs'))[0]?.['locked_by']
const leave = async (worker: string, age = '1 minute') => {
  const letter = { to: { email: 'laden@example.org', locale: 'de' as const }, city, origin: 'http://x.localhost', now: jobs.clock.now, input: null }
  await jobs.db.app.withTenant(city.tenantId, tx => writeMail(tx, noAccountMail, letter))
  await jobs.db.admin(`update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - $2::interval, attempts = 1`, [worker, age])
}
const watch = (poolId: string) => watchLeftJobs({ connectionString: jobs.db.urls.jobs, poolId, log: jobs.services.log, everyMs: 30, graceMs: 10_000 })
const rounds = () => new Promise(resolve => setTimeout(resolve, 300))

it('the jobs of a worker that was killed are given back, and done by another', async () => {
  await leave('pool-dead')
  const running = await startJobs(jobs.services, { connectionString: jobs.db.urls.jobs, mail: jobs.sender, web: jobs.web, left: { everyMs: 50, graceMs: 10_000 } })
  await vi.waitFor(() => expect(jobs.sender.sent).toHaveLength(1), 15_000)
  await running.stop()
})

it('those of a worker that lives are not, nor what was taken a moment ago, nor one’s own', async () => {
  const living = watch('pool-living')
  const watching = watch('pool-watching')
  await leave('pool-living')
  await rounds()
  expect(await lockedBy()).toBe('pool-living')
  await leave('pool-young', '1 second')
  await rounds()
  expect((await jobs.db.admin(`select count(*)::int from graphile_worker._private_jobs where locked_by = 'pool-young'`))[0]).toEqual({ count: 2 })
  await jobs.db.admin('delete from graphile_worker._private_jobs')
  await leave('pool-watching')
  await living.stop()
  await rounds()
  expect(await lockedBy()).toBe('pool-watching')
  await watching.stop()
})

it('one that lost its session shows itself again in time', async () => {
  const living = watch('pool-living')
  const watching = watch('pool-watching')
  await rounds()
  await leave('pool-living')
  await jobs.db.admin(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'dl_jobs'`)
  await rounds()
  expect(await lockedBy()).toBe('pool-living')
  await living.stop()
  await vi.waitFor(async () => expect(await lockedBy()).toBeNull(), 5_000)
  await watching.stop()
})
