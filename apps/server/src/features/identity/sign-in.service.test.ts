import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PersonId } from '@digitallotsen/domain/ids.schemas.ts'
import { openJobs, type JobsUnderTest } from '../../jobs/jobs.fixture.ts'
import type { CityEntry } from '../city/city-directory.ts'
import { askForCode, type Visit } from './identity.service.ts'
import { signInWithCode } from './sign-in.service.ts'

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
  for (const table of ['graphile_worker._private_jobs', 'mails', 'sign_in_codes', 'sessions', 'people', 'rate_counters']) await jobs.db.admin(`delete from ${table}`)
  jobs.sender.sent.length = 0
})

const email = 'laden@example.org'
const android = 'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36'
const windows = 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0'
const newerWindows = 'Mozilla/5.0 (Windows NT 11.0; rv:151.0) Gecko/20100101 Firefox/151.0'

const addPerson = async (at: CityEntry, locale = 'de'): Promise<PersonId> => {
  const [row] = await jobs.db.admin('insert into people (tenant_id, email, locale) values ($1, $2, $3) returning id', [at.tenantId, email, locale])
  return String(row?.['id']) as PersonId
}

const visitOf = (at: CityEntry, agent: string): Visit => ({
  services: jobs.services, city: at, host: { name: 'musterstadt.localhost' }, origin: 'http://musterstadt.localhost', claims: null,
  client: { address: '192.0.2.1', agent }, cookie: { set: () => {}, clear: () => {} },
})

/** As a person does it: asks for a code, reads it in the mail, and types it in. */
const signIn = async (agent: string, at = city): Promise<void> => {
  const visit = visitOf(at, agent)
  const { challengeId } = await askForCode(visit, { email, locale: 'de' })
  const [mail] = await jobs.db.admin(`select body_text from mails where topic = 'sign_in_code' and tenant_id = $1 order by created_at desc, id limit 1`, [at.tenantId])
  const code = /\b(\d{3}) (\d{3})\b/.exec(String(mail?.['body_text']))?.slice(1).join('') ?? ''
  await signInWithCode({ services: jobs.services, city: at, origin: visit.origin, agent, network: '192.0.2.1' }, challengeId, code)
  await jobs.db.admin(`delete from mails where topic = 'sign_in_code'`)
}

const told = () => jobs.db.admin('select recipient, topic, subject, body_text from mails order by created_at')

describe('signing in from a device that is not known', () => {
  it('is told by mail, once; the first device of all is not, nor one like those before', async () => {
    await addPerson(city)
    await signIn(android)
    expect(await told()).toEqual([])
    await signIn(windows)
    expect(await told()).toMatchObject([{ recipient: email, topic: 'new_device', subject: expect.stringContaining('Neue Anmeldung') }])
    const [mail] = await told()
    expect(mail?.['body_text']).toContain('Firefox auf Windows')
    expect(mail?.['body_text']).toContain('http://musterstadt.localhost/konto')
    await signIn(newerWindows)
    await signIn(android)
    expect(await told()).toHaveLength(1)
  })

  it('knows a device again after its session has ended', async () => {
    await addPerson(city)
    await signIn(android)
    await signIn(windows)
    await jobs.db.admin('delete from mails')
    await jobs.db.admin('update sessions set ended_at = now()')
    await signIn(windows)
    expect(await told()).toEqual([])
  })

  it('is told in the language of the person, where the city offers it', async () => {
    await addPerson(city, 'en')
    await signIn(android)
    await signIn(windows)
    const [mail] = await told()
    expect(mail?.['subject']).toContain(city.pack.languages.includes('en') ? 'New sign-in' : 'Neue Anmeldung')
  })

  it('of another city is of no interest here', async () => {
    await addPerson(city)
    await addPerson(neighbour)
    await signIn(android, neighbour)
    await signIn(windows)
    expect(await told()).toEqual([])
  })
})

it('the mail with a code goes out no longer once the code has lapsed', async () => {
  await addPerson(city)
  const began = jobs.clock.now
  await askForCode(visitOf(city, android), { email, locale: 'de' })
  jobs.clock.now = new Date(began.getTime() + 15 * 60_000)
  await jobs.workOff().finally(() => (jobs.clock.now = began))
  expect(jobs.sender.sent).toEqual([])
  await askForCode(visitOf(city, android), { email, locale: 'de' })
  jobs.clock.now = new Date(began.getTime() + 14 * 60_000)
  await jobs.workOff().finally(() => (jobs.clock.now = began))
  expect(jobs.sender.sent).toHaveLength(1)
})
