import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import type { MailId } from '@digitallotsen/domain/ids.schemas.ts'
import { openJobs, type JobsUnderTest } from '../../jobs/jobs.fixture.ts'
import type { CityEntry } from '../city/city-directory.ts'
import { sendMailJob } from './mail.jobs.ts'
import { writeMail } from './mail.service.ts'
import { noAccountMail } from './no-account.mail.ts'
import { planKeptMail } from './plan-kept.mail.ts'
import { countPost, getPost, repeatMail, settleMail } from './post.service.ts'
import { signInCodeMail } from './sign-in-code.mail.ts'

let jobs: JobsUnderTest
let city: CityEntry
let identity: Identity
beforeAll(async () => {
  jobs = await openJobs()
  city = await jobs.city('musterstadt')
  const [person] = await jobs.db.admin(`insert into people (tenant_id, email) values ($1, 'amt@example.org') returning id`, [city.tenantId])
  identity = { personId: String(person?.['id']) } as Identity
})
afterAll(() => jobs.close())
beforeEach(async () => {
  for (const table of ['graphile_worker._private_jobs', 'mails', 'audit_events']) await jobs.db.admin(`delete from ${table}`)
  jobs.sender.failWith(null)
  jobs.sender.sent.length = 0
})

const refused = Object.assign(new Error('550 5.1.1 unknown'), { code: 'EENVELOPE', responseCode: 550, response: '550 5.1.1 unknown', command: 'RCPT TO' })
const away = Object.assign(new Error('connect'), { code: 'ECONNECTION' })
const inCity = <T>(work: Parameters<typeof jobs.db.app.withTenant<T>>[1]) => jobs.db.app.withTenant(city.tenantId, work)
const letter = () => ({ to: { email: 'laden@example.org', locale: 'de' as const }, city, origin: 'http://musterstadt.localhost', now: jobs.clock.now })
const write = async () => String(await inCity(tx => writeMail(tx, planKeptMail, { ...letter(), input: { business: 'Laden', merchantId: 'm-1' } }))) as MailId
const post = () => inCity(tx => getPost(tx, jobs.clock.now))
const desk = () => ({ identity, now: jobs.clock.now })
const failOnce = async (reason: Error) => {
  jobs.sender.failWith(reason)
  await jobs.workOff()
  jobs.sender.failWith(null)
}

describe('a mail that was refused for good', () => {
  it('is not tried again, and stands before the office with its reason', async () => {
    const id = await write()
    await failOnce(refused)
    expect(await jobs.queue()).toEqual([])
    expect(await post()).toEqual({
      undelivered: [
        { id, recipient: 'laden@example.org', subject: 'Ihr Maßnahmenplan bei Digitallotsen Musterstadt ist gespeichert', writtenAt: jobs.clock.now.toISOString(), since: jobs.clock.now.toISOString(), reason: 'recipient_unknown', canRepeat: true },
      ],
      total: 1,
      delayed: { count: 0, since: null },
    })
    expect(await inCity(countPost)).toEqual({ undelivered: 1 })
  })

  it('is sent once more under its Message-ID when the office says so', async () => {
    const id = await write()
    await failOnce(refused)
    expect(await inCity(tx => repeatMail(tx, desk(), id))).toMatchObject({ undelivered: [], total: 0 })
    await jobs.workOff()
    expect(jobs.sender.sent.map(({ messageId }) => messageId)).toEqual([`<${id}@musterstadt.localhost>`])
    expect(await jobs.db.admin('select action, entity_id from audit_events')).toEqual([{ action: 'mail.repeated', entity_id: id }])
  })

  it('comes back where it is refused again', async () => {
    const id = await write()
    await failOnce(refused)
    await inCity(tx => repeatMail(tx, desk(), id))
    await failOnce(refused)
    expect(await post()).toMatchObject({ total: 1 })
  })

  it('goes from the list when the office has dealt with it, and is not delayed then', async () => {
    const id = await write()
    await failOnce(refused)
    expect(await inCity(tx => settleMail(tx, desk(), id))).toEqual({ undelivered: [], total: 0, delayed: { count: 0, since: null } })
    await jobs.workOff()
    expect(jobs.sender.sent).toEqual([])
    expect(await jobs.db.admin('select action from audit_events')).toEqual([{ action: 'mail.settled' }])
  })

  it('is dealt with once: the second one is told that it is gone', async () => {
    const id = await write()
    await failOnce(refused)
    await inCity(tx => settleMail(tx, desk(), id))
    for (const act of [settleMail, repeatMail]) await expect(inCity(tx => act(tx, desk(), id))).rejects.toThrow(new DomainError('mail.not_found'))
  })
})

it('a mail that failed for a moment is delayed, not given up', async () => {
  await write()
  await failOnce(away)
  expect(await post()).toEqual({ undelivered: [], total: 0, delayed: { count: 1, since: jobs.clock.now.toISOString() } })
})

it('a mail that failed to the last attempt stands before the office, and its job can be begun anew', async () => {
  const id = await write()
  await jobs.db.admin('update graphile_worker._private_jobs set max_attempts = 1')
  await failOnce(away)
  expect(await post()).toMatchObject({ undelivered: [{ id, reason: 'unreachable' }], delayed: { count: 0 } })
  await inCity(tx => repeatMail(tx, desk(), id))
  await jobs.workOff()
  expect(jobs.sender.sent).toHaveLength(1)
  expect(await jobs.queue()).toMatchObject([{ attempts: 1, max_attempts: 1, key: null }])
})

it('a sign-in mail does not show its code, and is not sent again once that has lapsed', async () => {
  const goodUntil = new Date(jobs.clock.now.getTime() + 60_000)
  const id = String(await inCity(tx => writeMail(tx, signInCodeMail, { ...letter(), input: { code: '123456', link: 'x', minutes: 15 }, goodUntil }))) as MailId
  await failOnce(refused)
  expect(JSON.stringify(await post())).not.toContain('123')
  expect(await post()).toMatchObject({ undelivered: [{ subject: 'E-Mail zur Anmeldung', canRepeat: true }] })
  const late = { identity, now: goodUntil }
  expect(await inCity(tx => getPost(tx, goodUntil))).toMatchObject({ undelivered: [{ canRepeat: false }] })
  await expect(inCity(tx => repeatMail(tx, late, id))).rejects.toThrow(new DomainError('mail.outdated'))
})

it('a stranger’s mistyped address is nobody’s concern', async () => {
  await inCity(tx => writeMail(tx, noAccountMail, { ...letter(), input: null }))
  await failOnce(refused)
  expect(await post()).toMatchObject({ undelivered: [], total: 0 })
})

it('a mail that must not leave is given up at once', async () => {
  const id = await write()
  await jobs.db.admin(`update mails set message_id = 'none' where id = $1`, [id])
  await sendMailJob(jobs.services, jobs.sender, { tenant_id: city.tenantId, mailId: id })
  expect(await post()).toMatchObject({ undelivered: [{ reason: 'unsendable' }] })
})
