import { createFullCity } from '@digitallotsen/testing/full-city.builder.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openJobs, type JobsUnderTest } from '../../jobs/jobs.fixture.ts'
import { createTestApp, type TestApp } from '../../testing/test-app.ts'
import type { CityEntry } from '../city/city-directory.ts'
import { getMailTopics } from './mail-preferences.service.ts'
import { writeMail } from './mail.service.ts'
import { websiteReviewedMail } from './website-reviewed.mail.ts'

let jobs: JobsUnderTest
let app: TestApp
let city: CityEntry
let personId: string
const host = 'musterstadt.localhost'
beforeAll(async () => {
  jobs = await openJobs()
  city = await jobs.city('musterstadt', text => text.replace(/languages: .*/, 'languages: [de, en]'))
  await jobs.city('beispielhausen')
  app = await createTestApp(jobs.db, { env: { TRUST_PROXY: '127.0.0.1' } })
  personId = String((await jobs.db.admin(`insert into people (tenant_id, email) values ($1, 'laden@example.org') returning id`, [city.tenantId]))[0]?.['id'])
})
afterAll(async () => {
  await app.close()
  await jobs.close()
})
beforeEach(async () => {
  for (const table of ['mail_preferences', 'unsubscribe_links', 'rate_counters', 'mails']) await jobs.db.admin(`delete from ${table} where tenant_id = $1`, [city.tenantId])
})

const input = { merchantId: 'm-1', address: 'laden.example', open: 1, added: 1, fixed: 0 }
const writeOne = () => jobs.db.app.withTenant(city.tenantId, tx => writeMail(tx, websiteReviewedMail, { to: { personId }, city, origin: `http://${host}`, now: jobs.clock.now, input }))
const linkOf = async () => {
  const id = await writeOne()
  const [row] = await jobs.db.admin('select unsubscribe_link from mails where id = $1', [String(id)])
  return String(row?.['unsubscribe_link']).replace(`http://${host}`, '')
}
const wanted = async () => (await jobs.db.app.withTenant(city.tenantId, tx => getMailTopics(tx, personId), { readOnly: true })).find(({ topic }) => topic === 'website_review')?.wanted
const oneClick = { method: 'POST' as const, headers: { origin: 'https://mail.example', 'content-type': 'application/x-www-form-urlencoded' }, payload: 'List-Unsubscribe=One-Click' }

describe('the link in an optional mail', () => {
  it('asks first: whatever opens it on its own ends nothing', async () => {
    const url = await linkOf()
    for (const method of ['GET', 'HEAD', 'GET'] as const) expect((await app.send({ method, url, host })).status).toBe(200)
    const page = await app.send({ method: 'GET', url, host })
    expect(page.body).toContain('"kind":"asking"')
    expect(page.headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex', 'content-type': 'text/html; charset=utf-8' })
    expect(await wanted()).toBe(true)
  })

  it('ends the topic by its button, as often as it is pressed, and no mail of it is written any more', async () => {
    const url = await linkOf()
    for (let times = 0; times < 2; times++) {
      const page = await app.send({ method: 'POST', url, host, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: '' })
      expect(page.status).toBe(200)
      expect(page.body).toContain('"kind":"done"')
    }
    expect(await wanted()).toBe(false)
    expect(await writeOne()).toBeNull()
  })

  it.each([
    ['a form', oneClick],
    ['a form in parts', { ...oneClick, headers: { ...oneClick.headers, 'content-type': 'multipart/form-data; boundary=x' }, payload: '--x--' }],
    ['nothing', { method: 'POST' as const, headers: { origin: 'https://mail.example' } }],
  ])('ends it for a mail program too, which sends %s from anywhere', async (_what, request) => {
    const url = await linkOf()
    expect((await app.send({ ...request, url, host })).status).toBe(200)
    expect(await wanted()).toBe(false)
  })

  it('ends nothing but its own topic, and that of nobody else', async () => {
    const other = await createFullCity(jobs.db)
    await jobs.db.admin('delete from mail_preferences where tenant_id = $1', [other.id])
    await app.send({ ...oneClick, url: await linkOf(), host })
    const said = await jobs.db.admin('select tenant_id, person_id, topic, wanted from mail_preferences')
    expect(said).toEqual([{ tenant_id: city.tenantId, person_id: personId, topic: 'website_review', wanted: false }])
  })

  it('takes a mail back that was already on its way to be sent', async () => {
    const url = await linkOf()
    await app.send({ ...oneClick, url, host })
    await jobs.workOff()
    expect(jobs.sender.sent).toEqual([])
    expect((await jobs.db.admin('select last_error from mails where tenant_id = $1', [city.tenantId]))[0]?.['last_error']).toMatch(/abbestellt/)
  })

  it('holds on in English under its English address', async () => {
    await jobs.db.admin(`update people set locale = 'en' where id = $1`, [personId])
    const url = await linkOf()
    await jobs.db.admin(`update people set locale = 'de' where id = $1`, [personId])
    expect(url).toMatch(/^\/en\/abbestellen\?zu=/)
    expect((await app.send({ method: 'GET', url, host })).body).toContain('"locale":"en"')
  })
})

describe('a link that is none', () => {
  const unknown = `/abbestellen?zu=${'x'.repeat(43)}`

  it.each([unknown, '/abbestellen', '/abbestellen?zu=', '/abbestellen?zu=a&zu=b', `/abbestellen?zu=${'%00'.repeat(43)}`, '/abbestellen?zu[]=a'])('is refused with a page: %s', async url => {
    for (const method of ['GET', 'POST'] as const) {
      const page = await app.send({ method, url, host, headers: { 'x-forwarded-for': '192.0.2.77' } })
      expect(page.status).toBe(422)
      expect(page.body).toContain('"kind":"invalid"')
    }
  })

  it('of another city is one nobody has', async () => {
    const page = await app.send({ ...oneClick, url: await linkOf(), host: 'beispielhausen.localhost' })
    expect(page.status).toBe(422)
    expect(await wanted()).toBe(true)
  })

  it('of somebody who has ended is none any more', async () => {
    const url = await linkOf()
    await jobs.db.admin('update people set ended_at = now() where id = $1', [personId])
    const page = await app.send({ ...oneClick, url, host })
    await jobs.db.admin('update people set ended_at = null where id = $1', [personId])
    expect(page.status).toBe(422)
  })

  it('may be guessed a few times and no more; who has a true one is never kept out', async () => {
    const from = { 'x-forwarded-for': '192.0.2.5' }
    const statuses = []
    for (let times = 0; times < 22; times++) statuses.push((await app.send({ method: 'GET', url: unknown, host, headers: from })).status)
    expect(statuses).toEqual([...Array<number>(20).fill(422), 429, 429])
    expect((await app.send({ method: 'GET', url: await linkOf(), host, headers: from })).status).toBe(200)
  })
})

it('what ends other things still wants its own page’s Origin', async () => {
  const answer = await app.send({ method: 'POST', url: '/trpc/identity.signOut', host, headers: { origin: 'https://mail.example', 'content-type': 'application/json' }, payload: '{}' })
  expect(answer.status).toBe(403)
})
