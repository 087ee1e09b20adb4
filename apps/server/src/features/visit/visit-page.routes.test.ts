import ICAL from 'ical.js'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openJobs, type JobsUnderTest } from '../../jobs/jobs.fixture.ts'
import type { TestCity } from '../../test-city.fixture.ts'
import { createTestApp, type TestApp } from '../../testing/test-app.ts'
import { changeVisit, confirmVisit } from './visit.service.ts'
import { readFeedAddress, renewFeedAddress } from './feed.service.ts'
import { addCase, askingAs, listSent, proposeAs, slotAt, type TestCase } from './visit.fixture.ts'

let jobs: JobsUnderTest
let app: TestApp
let place: TestCity
let kase: TestCase
const clock = { now: new Date('2026-03-02T12:00:00Z') }
const morning = '2026-03-10T09:00:00.000Z'
const host = 'musterstadt.localhost'

beforeAll(async () => {
  jobs = await openJobs()
  app = await createTestApp(jobs.db, { now: () => clock.now })
  const city = await jobs.city('musterstadt')
  await jobs.city('beispielhausen')
  await jobs.db.admin(`update tenants set state = 'live'`)
  place = { db: jobs.db, city, services: { ...jobs.services, now: () => clock.now }, act: work => jobs.db.app.withTenant(city.tenantId, work) }
})
beforeEach(async () => {
  clock.now = new Date('2026-03-02T12:00:00Z')
  await jobs.db.admin('delete from mails')
  await jobs.db.admin('delete from rate_counters')
  kase = await addCase(place)
})
afterAll(async () => {
  await app.close()
  await jobs.close()
})

const tokenOf = async (topic: string) => (await listSent(place)).findLast(mail => mail.topic === topic && mail.token !== null)?.token ?? ''
const proposed = async () => {
  const visitId = await proposeAs(place, kase, kase.guideIdentity, [slotAt('2026-03-10', '10:00'), slotAt('2026-03-10', '15:00')])
  return { visitId, token: await tokenOf('visit_proposed') }
}
const get = (token: string, on = host) => app.send({ method: 'GET', url: `/termin/${token}`, host: on })
const post = (token: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  app.send({ method: 'POST', url: `/termin/${token}`, host, payload: new URLSearchParams(fields).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } })
const stateOf = async (id: string) => (await jobs.db.admin('select state, offer_by from visits where id = $1', [id]))[0]

describe('the link of a mail', () => {
  it('shows and changes nothing, however often it is opened', async () => {
    const { visitId, token } = await proposed()
    for (let n = 0; n < 5; n++) expect((await get(token)).status).toBe(200)
    const { body, headers } = await get(token)
    expect(body).toContain('"kind":"open"')
    expect([headers['cache-control'], headers['referrer-policy'], headers['x-robots-tag']]).toEqual(['no-store', 'same-origin', 'noindex'])
    expect(await stateOf(visitId)).toEqual({ state: 'proposed', offer_by: 'guide' })
  })

  it('confirms once, and then shows what was agreed', async () => {
    const { visitId, token } = await proposed()
    expect(await post(token, { was: 'zusagen', zeit: morning })).toMatchObject({ status: 303, headers: { location: `/termin/${token}` } })
    expect(await stateOf(visitId)).toEqual({ state: 'confirmed', offer_by: null })
    expect((await get(token)).body).toContain('"kind":"closed"')
    expect((await post(token, { was: 'absagen' })).status).toBe(200)
    expect((await stateOf(visitId))?.['state']).toBe('confirmed')
  })

  it('proposes other times, and cancels with the link of the confirmation', async () => {
    const first = await proposed()
    expect((await post(first.token, { was: 'vorschlagen', tag1: '2026-03-12', uhr1: '09:30', tag2: '', uhr2: '', dauer: '45', nachricht: 'Vormittags ist es ruhiger' })).status).toBe(303)
    expect(await stateOf(first.visitId)).toEqual({ state: 'proposed', offer_by: 'merchant' })
    await place.act(tx => changeVisit(tx, askingAs(place, kase.guideIdentity), first.visitId, (inner, doer, visit) => confirmVisit(inner, doer, visit, '2026-03-12T08:30:00.000Z')))
    const change = await tokenOf('visit_confirmed')
    expect((await post(change, { was: 'absagen', grund: 'Krank' })).status).toBe(303)
    expect((await stateOf(first.visitId))?.['state']).toBe('cancelled')
  })

  it('keeps what was filled in where a time cannot be', async () => {
    const { visitId, token } = await proposed()
    const { status, body } = await post(token, { was: 'vorschlagen', tag1: '2026-03-29', uhr1: '02:30', dauer: '60', nachricht: 'Gern nachts' })
    expect(status).toBe(422)
    expect(body).toContain('visit.time_left_out')
    expect(body).toContain('"instead":"03:30"')
    expect(body).toContain('Gern nachts')
    expect(await stateOf(visitId)).toEqual({ state: 'proposed', offer_by: 'guide' })
  })

  it('tells calmly that a time has just been taken, and may be used again', async () => {
    const { visitId, token } = await proposed()
    const other = await addCase(place, kase.guide)
    const taken = await proposeAs(place, other, other.guideIdentity, [slotAt('2026-03-10', '10:00')])
    await place.act(tx => changeVisit(tx, askingAs(place, other.owner), taken, (inner, doer, visit) => confirmVisit(inner, doer, visit, morning)))
    const refused = await post(token, { was: 'zusagen', zeit: morning })
    expect(refused.status).toBe(409)
    expect(refused.body).toContain('visit.slot_taken')
    expect((await post(token, { was: 'zusagen', zeit: '2026-03-10T14:00:00.000Z' })).status).toBe(303)
    expect((await stateOf(visitId))?.['state']).toBe('confirmed')
  })

  it('takes nothing from another page, nor what is no form of ours', async () => {
    const { visitId, token } = await proposed()
    expect((await post(token, { was: 'zusagen', zeit: morning }, { origin: 'https://boese.example' })).status).toBe(403)
    expect((await post(token, { was: 'loeschen' })).status).toBe(400)
    expect((await post(token, { was: 'zusagen', zeit: 'morgen' })).status).toBe(400)
    expect((await stateOf(visitId))?.['state']).toBe('proposed')
  })

  it('ends with its time, with a newer mail, with the membership, and is none in another city', async () => {
    const { visitId, token } = await proposed()
    expect((await get(token, 'beispielhausen.localhost')).status).toBe(422)
    await jobs.db.admin('update memberships set ended_at = $2 where merchant_id = $1', [kase.merchantId, clock.now])
    expect((await get(token)).body).toContain('"kind":"invalid"')
    await jobs.db.admin('update memberships set ended_at = null where merchant_id = $1', [kase.merchantId])
    clock.now = new Date('2026-08-01T12:00:00Z')
    expect((await get(token)).status).toBe(422)
    expect((await stateOf(visitId))?.['state']).toBe('proposed')
  })

  it('that is none is counted, and soon told to wait', async () => {
    const tries = []
    for (let n = 0; n < 22; n++) tries.push((await get('x'.repeat(43))).status)
    expect(tries.slice(0, 20).every(status => status === 422)).toBe(true)
    expect(tries.at(-1)).toBe(429)
  })
})

describe('a calendar to subscribe to', () => {
  const feedOf = async (whose: 'guide' | 'merchant') => {
    const asking = { ...askingAs(place, whose === 'guide' ? kase.guideIdentity : kase.owner), secret: app.services.secret }
    return (await place.act(tx => renewFeedAddress(tx, asking, whose === 'guide' ? null : kase.merchantId))).path
  }
  const look = (url: string, headers: Record<string, string> = {}, on = host) => app.send({ method: 'GET', url, host: on, headers })
  const agree = async () => {
    const { visitId, token } = await proposed()
    await post(token, { was: 'zusagen', zeit: morning })
    return visitId
  }

  it.each(['guide', 'merchant'] as const)('of a %s shows what is agreed, and what was called off as such', async whose => {
    await agree()
    const path = await feedOf(whose)
    const first = await look(path)
    expect(first).toMatchObject({ status: 200, headers: { 'content-type': 'text/calendar; charset=utf-8' } })
    expect((await look(path, { 'if-none-match': String(first.headers['etag']) })).status).toBe(304)
    await post(await tokenOf('visit_confirmed'), { was: 'absagen' })
    const second = await look(path, { 'if-none-match': String(first.headers['etag']) })
    const [event] = new ICAL.Component(ICAL.parse(second.body)).getAllSubcomponents('vevent')
    expect([event?.getFirstPropertyValue('status'), event?.getFirstPropertyValue('sequence')]).toEqual(['CANCELLED', 1])
  })

  it('has an address that ends when another is asked for, and none in another city', async () => {
    const old = await feedOf('guide')
    const asking = { ...askingAs(place, kase.guideIdentity), secret: app.services.secret }
    expect((await place.act(tx => readFeedAddress(tx, asking, null)))?.path).toBe(old)
    const renewed = await feedOf('guide')
    expect([(await look(old)).status, (await look(renewed)).status, (await look(renewed, {}, 'beispielhausen.localhost')).status]).toEqual([404, 200, 404])
  })

  it('ends with the right to it', async () => {
    await agree()
    const [guides, shops] = [await feedOf('guide'), await feedOf('merchant')]
    await jobs.db.admin('update memberships set ended_at = now() where merchant_id = $1', [kase.merchantId])
    expect((await look(guides)).body).not.toContain('BEGIN:VEVENT')
    expect((await look(shops)).status).toBe(404)
  })
})
