import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import { openJobs, type JobsUnderTest } from '../../jobs/jobs.fixture.ts'
import { enqueueJob } from '../../queue/queue.repository.ts'
import type { CityEntry } from '../city/city-directory.ts'
import { sendMailJob } from './mail.jobs.ts'
import { enqueueMail } from './mail.service.ts'

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
  await jobs.db.admin('delete from mails')
  jobs.sender.failWith(null)
  jobs.sender.sent.length = 0
})

const words = { subject: 'Guten Tag', text: 'Text', html: '<p>Text</p>' }
const newMail = (change = {}) => ({ recipient: 'laden@example.org', topic: 'plan_kept' as const, words, city, now: jobs.clock.now, ...change })
const enqueue = (change = {}) => jobs.db.app.withTenant(city.tenantId, tx => enqueueMail(tx, newMail(change)))
const rows = () => jobs.db.admin('select id, message_id, recipient, subject, attempts, last_error, sent_at is not null as sent from mails order by created_at')
const retry = () => jobs.db.admin('update graphile_worker._private_jobs set run_at = now()')

describe('a mail', () => {
  it('is sent once the transaction that caused it has committed', async () => {
    const id = await enqueue()
    expect(jobs.sender.sent).toEqual([])
    await jobs.workOff()
    expect(jobs.sender.sent).toEqual([
      {
        messageId: `<${id}@musterstadt.localhost>`,
        from: { name: 'Digitallotsen Musterstadt', address: 'lotsen@example.org' },
        replyTo: { name: 'Wirtschaftsförderung Musterstadt', address: 'lotsen@example.org' },
        to: 'laden@example.org',
        subject: 'Guten Tag',
        text: 'Text',
        html: '<p>Text</p>',
      },
    ])
    expect(await rows()).toMatchObject([{ id, attempts: 1, last_error: null, sent: true }])
    expect(await jobs.queue()).toEqual([])
  })

  it('is never sent when that transaction fell', async () => {
    const fallen = jobs.db.app.withTenant(city.tenantId, async tx => {
      await enqueueMail(tx, newMail())
      throw new Error('changed my mind')
    })
    await expect(fallen).rejects.toThrow('changed my mind')
    await jobs.workOff()
    expect(jobs.sender.sent).toEqual([])
    expect(await rows()).toEqual([])
    expect(await jobs.queue()).toEqual([])
  })

  it('is sent once, however often its job runs', async () => {
    const mailId = await enqueue()
    const payload = { tenant_id: city.tenantId, mailId }
    for (let run = 0; run < 3; run++) await sendMailJob(jobs.services, jobs.sender, payload)
    await jobs.workOff()
    expect(jobs.sender.sent).toHaveLength(1)
    expect(await rows()).toMatchObject([{ attempts: 1 }])
  })

  it('that was sent by one who died before saying so goes again under the same Message-ID', async () => {
    await enqueue()
    const { lanes } = jobs.services
    let opened = 0
    const dying = { ...lanes, withTenant: (...given: Parameters<typeof lanes.withTenant>) => (++opened === 2 ? new Promise(() => {}) : lanes.withTenant(...given)) }
    const [row] = await rows()
    const payload = { tenant_id: city.tenantId, mailId: row?.['id'] }
    void sendMailJob({ ...jobs.services, lanes: dying as typeof lanes }, jobs.sender, payload)
    await vi.waitFor(() => expect(jobs.sender.sent).toHaveLength(1))
    await jobs.workOff()
    expect(jobs.sender.sent.map(({ messageId }) => messageId)).toEqual([row?.['message_id'], row?.['message_id']])
    expect(await rows()).toMatchObject([{ sent: true }])
  })

  it('that is gone is marked once the database is back, and does not go again', async () => {
    await enqueue()
    const { lanes } = jobs.services
    let opened = 0
    const away = { ...lanes, withTenant: (...given: Parameters<typeof lanes.withTenant>) => (++opened === 2 ? Promise.reject(new Error('connection lost')) : lanes.withTenant(...given)) }
    const [row] = await rows()
    await sendMailJob({ ...jobs.services, lanes: away as typeof lanes }, jobs.sender, { tenant_id: city.tenantId, mailId: row?.['id'] })
    await jobs.workOff()
    expect(jobs.sender.sent).toHaveLength(1)
    expect(await rows()).toMatchObject([{ sent: true, attempts: 1 }])
  })

  it('that could not be sent keeps the reason, and goes out when it can', async () => {
    jobs.sender.failWith(Object.assign(new Error('451 try again later <laden@example.org>'), { code: 'EENVELOPE', responseCode: 451 }))
    await enqueue()
    await jobs.workOff()
    expect(await rows()).toMatchObject([{ attempts: 1, sent: false, last_error: '451 try again later <laden@example.org>' }])
    const [job] = await jobs.queue()
    expect(job).toMatchObject({ attempts: 1, max_attempts: 25 })
    expect(job?.['last_error']).toContain('EENVELOPE 451')
    expect(job?.['last_error']).not.toContain('laden@')
    jobs.sender.failWith(null)
    await retry()
    await jobs.workOff()
    expect(await rows()).toMatchObject([{ attempts: 2, last_error: null, sent: true }])
    expect(jobs.sender.sent).toHaveLength(1)
  })

  it('whose code has lapsed is let go, marked, and not tried again; a moment before, it is sent', async () => {
    const goodUntil = new Date(jobs.clock.now.getTime() + 15 * 60_000)
    const [late, punctual] = [await enqueue({ topic: 'sign_in_code', goodUntil }), await enqueue({ topic: 'sign_in_code', goodUntil })]
    const began = jobs.clock.now
    try {
      jobs.clock.now = new Date(goodUntil.getTime() - 1)
      await sendMailJob(jobs.services, jobs.sender, { tenant_id: city.tenantId, mailId: punctual, goodUntil: goodUntil.toISOString() })
      jobs.clock.now = goodUntil
      await jobs.workOff()
    } finally {
      jobs.clock.now = began
    }
    expect(jobs.sender.sent.map(({ messageId }) => messageId)).toEqual([`<${punctual}@musterstadt.localhost>`])
    expect(await jobs.queue()).toEqual([])
    const marked = { sent: false, attempts: 0, last_error: 'Nicht gesendet: Der Code darin war schon abgelaufen.' }
    expect((await rows()).find(({ id }) => id === late)).toMatchObject(marked)
    expect((await rows()).find(({ id }) => id === punctual)).toMatchObject({ sent: true, last_error: null })
  })

  it('makes no header out of a subject, and goes to one plain address alone', async () => {
    await enqueue({ words: { ...words, subject: 'Hallo\r\nBcc: opfer@example.org' } })
    expect(await rows()).toMatchObject([{ subject: 'Hallo Bcc: opfer@example.org' }])
    for (const recipient of ['a@example.org, b@example.org', 'a@example.org\r\nBcc: b@example.org', 'Name <a@example.org>', '', '@', 'a@b']) {
      await expect(enqueue({ recipient }), recipient).rejects.toThrow(DomainError)
    }
    expect(await rows()).toHaveLength(1)
  })

  it('goes to the one form of the address', async () => {
    await enqueue({ recipient: ' Laden@Exämple.org ' })
    expect(await rows()).toMatchObject([{ recipient: 'laden@xn--exmple-cua.org' }])
  })

  it('of another city cannot be asked for', async () => {
    const mailId = await enqueue()
    await sendMailJob(jobs.services, jobs.sender, { tenant_id: neighbour.tenantId, mailId })
    expect(jobs.sender.sent).toEqual([])
    expect(await rows()).toMatchObject([{ sent: false, attempts: 0 }])
  })
})

describe('a job', () => {
  it('belongs to the city of its transaction, whatever its payload says', async () => {
    await jobs.db.app.withTenant(city.tenantId, tx => enqueueJob(tx, { task: 'figures.refresh', key: 'k', payload: { tenant_id: neighbour.tenantId } }))
    expect(await jobs.queue()).toMatchObject([{ payload: { tenant_id: city.tenantId }, key: `${city.tenantId}:k` }])
  })

  it('cannot be put into the queue without a city', async () => {
    const without = jobs.db.app.withoutTenant(tx => enqueueJob(tx as never, { task: 'figures.refresh', key: 'k' }))
    await expect(without).rejects.toThrow(/no tenant is set/)
  })

  it.each([{}, { tenant_id: 'x', mailId: 'y' }, { tenant_id: '00000000-0000-4000-8000-000000000000' }, null, 'text'])('with the payload %j sends nothing', async payload => {
    await expect(sendMailJob(jobs.services, jobs.sender, payload)).rejects.toThrow()
    expect(jobs.sender.sent).toEqual([])
  })
})
