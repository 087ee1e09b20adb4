import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@digitallotsen/testing/postgres.ts'
import type { Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import { addPerson, addShop, asOffice, identityWith, openTestCity, type TestCity } from '../../test-city.fixture.ts'
import { remindVisitsJob } from './visit.jobs.ts'
import { findNextVisit, listCaseVisits, readAgenda, weighTimes } from './visit-view.service.ts'
import { cancelVisit, changeVisit, confirmVisit, markHeld, missVisit, offerOtherTimes } from './visit.service.ts'
import { addCase, addGuide, askingAs, exGuideOf, listSent, proposeAs, slotAt, type TestCase } from './visit.fixture.ts'

let db: TestDatabase
let place: TestCity
const clock = { now: new Date('2026-03-02T12:00:00Z') }
beforeAll(async () => {
  db = await createTestDatabase()
})
beforeEach(async () => {
  clock.now = new Date('2026-03-02T12:00:00Z')
  place = await openTestCity(db, () => clock.now)
})
afterAll(() => db.close())

const morning = '2026-03-10T09:00:00.000Z'
const confirm = (identity: Identity, visitId: string, startsAt = morning) =>
  place.act(tx => changeVisit(tx, askingAs(place, identity), visitId, (inner, doer, visit) => confirmVisit(inner, doer, visit, startsAt)))
const cancel = (identity: Identity, visitId: string, reason: string | null = null) =>
  place.act(tx => changeVisit(tx, askingAs(place, identity), visitId, (inner, doer, visit) => cancelVisit(inner, doer, visit, reason)))
const offer = (identity: Identity, visitId: string, time: string) =>
  place.act(tx => changeVisit(tx, askingAs(place, identity), visitId, (inner, doer, visit) => offerOtherTimes(inner, doer, visit, { slots: [slotAt('2026-03-11', time)], note: null })))
const see = async (kase: TestCase, identity: Identity) => (await place.act(tx => listCaseVisits(tx, askingAs(place, identity), kase.mentorshipId)))[0]
const agreed = async (kase: TestCase) => {
  const id = await proposeAs(place, kase, kase.guideIdentity, [slotAt('2026-03-10', '10:00'), slotAt('2026-03-10', '15:00')])
  await confirm(kase.owner, id)
  return id
}
const events = async () => (await db.admin('select kind, actor_role from mentorship_events where tenant_id = $1 order by created_at, kind', [place.city.tenantId])).map(row => `${row['kind']} ${row['actor_role']}`)

describe('a visit', () => {
  it('is proposed by the guide, chosen by the business, and known to both', async () => {
    const kase = await addCase(place)
    const id = await proposeAs(place, kase, kase.guideIdentity, [slotAt('2026-03-10', '10:00'), slotAt('2026-03-10', '15:00')], 'Bitte Laptop bereithalten')
    expect(await see(kase, kase.owner)).toMatchObject({ state: 'proposed', agreed: null, may: ['confirm', 'offer', 'cancel'], offer: { by: 'guide', note: 'Bitte Laptop bereithalten', slots: [{ startsAt: morning }, { time: '15:00' }] } })
    await confirm(kase.owner, id)
    expect(await see(kase, kase.guideIdentity)).toMatchObject({ state: 'confirmed', agreed: { date: '2026-03-10', time: '10:00', startsAt: morning }, offer: null, may: ['offer', 'cancel'] })
    const sent = await listSent(place)
    expect(sent.map(({ topic }) => topic).sort()).toEqual(['visit_confirmed', 'visit_confirmed', 'visit_proposed'])
    expect(sent.find(({ topic }) => topic === 'visit_proposed')?.text).toContain('Dienstag, 10. März 2026, 10:00 bis 11:00 Uhr')
    expect(await events()).toEqual(['visit.proposed guide', 'visit.confirmed merchant'])
  })

  it('is proposed by the office for a guide, too', async () => {
    const kase = await addCase(place)
    await proposeAs(place, kase, asOffice(await addPerson(place)), [slotAt('2026-03-10', '10:00')])
    expect(await see(kase, kase.owner)).toMatchObject({ offer: { by: 'guide' }, may: ['confirm', 'offer', 'cancel'] })
  })

  it('is moved only once the other side agrees, and then under the same name one number on', async () => {
    const kase = await addCase(place)
    const id = await agreed(kase)
    await offer(kase.owner, id, '14:00')
    expect(await see(kase, kase.guideIdentity)).toMatchObject({ state: 'confirmed', agreed: { startsAt: morning }, offer: { by: 'merchant' } })
    await confirm(kase.guideIdentity, id, '2026-03-11T13:00:00.000Z')
    expect(await see(kase, kase.guideIdentity)).toMatchObject({ state: 'confirmed', agreed: { date: '2026-03-11', time: '14:00' }, offer: null })
    const files = (await listSent(place)).filter(({ topic }) => topic === 'visit_rescheduled').map(({ calendar }) => calendar?.content ?? '')
    expect(files).toHaveLength(2)
    for (const file of files) expect(file).toContain('SEQUENCE:1')
  })

  it('is called off by either until it begins, with a file that takes it out of calendars; late is said so', async () => {
    const kase = await addCase(place)
    const id = await agreed(kase)
    clock.now = new Date('2026-03-10T08:00:00Z')
    await cancel(kase.owner, id, 'Krank')
    expect(await see(kase, kase.guideIdentity)).toMatchObject({ state: 'cancelled', cancelledBy: 'merchant', cancelReason: 'Krank', shortNotice: true, may: [] })
    const files = (await listSent(place)).filter(({ topic }) => topic === 'visit_cancelled')
    expect(files.map(({ calendar }) => calendar?.method)).toEqual(['CANCEL', 'CANCEL'])
    const late = await addCase(place)
    clock.now = new Date('2026-03-02T12:00:00Z')
    const other = await agreed(late)
    clock.now = new Date('2026-03-10T09:00:00Z')
    await expect(cancel(late.owner, other)).rejects.toMatchObject({ code: 'visit.begun' })
  })

  it('is not given twice: not to one guide, not to one business, and nothing is lost', async () => {
    const guide = await addGuide(place)
    const [first, second] = [await addCase(place, guide), await addCase(place, guide)]
    await agreed(first)
    const id = await proposeAs(place, second, second.guideIdentity, [slotAt('2026-03-10', '10:30'), slotAt('2026-03-10', '11:00')])
    await expect(confirm(second.owner, id, '2026-03-10T09:30:00.000Z')).rejects.toMatchObject({ code: 'visit.slot_taken' })
    expect(await see(second, second.owner)).toMatchObject({ state: 'proposed', offer: { slots: [{ time: '10:30' }, { time: '11:00' }] } })
    await confirm(second.owner, id, '2026-03-10T10:00:00.000Z')
    expect(await see(second, second.owner)).toMatchObject({ state: 'confirmed', agreed: { time: '11:00' } })
    const again = await proposeAs(place, first, first.guideIdentity, [slotAt('2026-03-10', '10:15')])
    await expect(confirm(first.owner, again, '2026-03-10T09:15:00.000Z')).rejects.toMatchObject({ code: 'visit.slot_taken' })
  })

  it('frees its time when it is called off', async () => {
    const guide = await addGuide(place)
    const [first, second] = [await addCase(place, guide), await addCase(place, guide)]
    await cancel(first.owner, await agreed(first))
    await agreed(second)
    expect(await see(second, second.owner)).toMatchObject({ state: 'confirmed' })
  })

  it('cannot be confirmed by who proposed it, nor at a time that was not offered', async () => {
    const kase = await addCase(place)
    const id = await proposeAs(place, kase, kase.guideIdentity, [slotAt('2026-03-10', '10:00')])
    await expect(confirm(kase.guideIdentity, id)).rejects.toMatchObject({ code: 'visit.own_offer' })
    await expect(confirm(kase.owner, id, '2026-03-10T20:00:00.000Z')).rejects.toMatchObject({ code: 'visit.slot_gone' })
  })

  it('that took place counts as contact; a missed one does not', async () => {
    const kase = await addCase(place)
    const id = await agreed(kase)
    const contact = async () => (await db.admin('select last_contact_at from mentorships where id = $1', [kase.mentorshipId]))[0]?.['last_contact_at']
    await expect(place.act(tx => changeVisit(tx, askingAs(place, kase.guideIdentity), id, missVisit))).rejects.toMatchObject({ code: 'visit.state_conflict' })
    clock.now = new Date('2026-03-10T12:00:00Z')
    await place.act(tx => changeVisit(tx, askingAs(place, kase.guideIdentity), id, missVisit))
    expect([(await see(kase, kase.owner))?.state, await contact()]).toEqual(['missed', null])
    const held = () => place.act(tx => markHeld(tx, id, randomUUID(), { personId: kase.guide.personId, now: clock.now }))
    await held()
    await held()
    expect((await see(kase, kase.owner))?.state).toBe('held')
    expect(new Date(String(await contact())).toISOString()).toBe('2026-03-10T10:00:00.000Z')
    expect((await events()).filter(kind => kind.startsWith('visit.held'))).toHaveLength(1)
  })
})

describe('who may', () => {
  it.each(['another guide', 'another business', 'nobody', 'a university'])('%s finds no visit', async who => {
    const kase = await addCase(place)
    const id = await agreed(kase)
    const other = await addCase(place)
    const stranger = await addPerson(place)
    const identity = {
      'another guide': other.guideIdentity, 'another business': (await addShop(place)).owner, nobody: identityWith(stranger),
      'a university': identityWith(stranger, { role: 'university', merchantId: null, merchantName: null, position: null, universityId: 'hs' }),
    }[who]
    if (!identity) throw new Error('nobody of that name')
    await expect(see(kase, identity)).rejects.toMatchObject({ code: 'mentorship.not_found' })
    await expect(cancel(identity, id)).rejects.toMatchObject({ code: 'visit.not_found' })
    await expect(proposeAs(place, kase, identity, [slotAt('2026-03-12', '10:00')])).rejects.toMatchObject({ code: 'mentorship.not_found' })
  })

  it('reads and does no more, once she is no longer the guide', async () => {
    const kase = await addCase(place)
    const id = await agreed(kase)
    expect(await see(kase, exGuideOf(kase))).toMatchObject({ state: 'confirmed', may: [] })
    await expect(cancel(exGuideOf(kase), id)).rejects.toMatchObject({ code: 'visit.not_found' })
  })
})

describe('what is known beforehand', () => {
  it('is told: holidays, blocked days and other visits', async () => {
    const guide = await addGuide(place)
    const [first, second] = [await addCase(place, guide), await addCase(place, guide)]
    await agreed(first)
    await db.admin(`insert into blocked_times (tenant_id, guide_id, kind, starts_on, ends_on) values ($1, $2, 'exams', '2026-03-17', '2026-03-18')`, [place.city.tenantId, guide.guideId])
    const slots = [slotAt('2026-03-10', '10:30'), slotAt('2026-03-17', '10:00'), slotAt('2026-04-03', '10:00'), slotAt('2026-03-12', '10:00')]
    const weighed = await place.act(tx => weighTimes(tx, askingAs(place, second.guideIdentity), { mentorshipId: second.mentorshipId, slots }))
    expect(weighed.map(({ date, warnings }) => [date, warnings])).toEqual([['2026-03-10', ['guide_busy']], ['2026-03-12', []], ['2026-03-17', ['blocked_guide']], ['2026-04-03', ['holiday']]])
  })

  it('is the next visit, and a guide’s week', async () => {
    const kase = await addCase(place)
    const id = await agreed(kase)
    expect((await place.act(tx => findNextVisit(tx, kase.mentorshipId, clock.now)))?.id).toBe(id)
    const week = (monday: string) => place.act(tx => readAgenda(tx, askingAs(place, kase.guideIdentity), monday))
    expect((await week('2026-03-09')).visits.map(({ visitId }) => visitId)).toEqual([id])
    expect((await week('2026-03-16')).visits).toEqual([])
  })
})

describe('the day before', () => {
  const remind = () => remindVisitsJob({ ...place.services, cities: Object.assign(Object.create(place.services.cities) as typeof place.services.cities, { list: async () => [place.city] }) }, { tenant_id: place.city.tenantId })
  const reminders = async () => (await listSent(place)).filter(({ topic }) => topic === 'visit_reminder').length

  it('both are reminded, once, and not too early', async () => {
    await agreed(await addCase(place))
    clock.now = new Date('2026-03-09T08:00:00Z')
    await remind()
    expect(await reminders()).toBe(0)
    clock.now = new Date('2026-03-09T09:10:00Z')
    await remind()
    await remind()
    expect(await reminders()).toBe(2)
  })

  it('nobody is reminded of what was called off, or was agreed since', async () => {
    const kase = await addCase(place)
    await cancel(kase.owner, await agreed(kase))
    clock.now = new Date('2026-03-09T10:00:00Z')
    await agreed(await addCase(place))
    await remind()
    expect(await reminders()).toBe(0)
  })
})
