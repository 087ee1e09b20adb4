import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@digitallotsen/testing/postgres.ts'
import type { HandoverSheet } from '@digitallotsen/domain/handover/handover.schemas.ts'
import type { Identity, Role } from '@digitallotsen/domain/identity/identity.schemas.ts'
import type { MerchantId, PersonId } from '@digitallotsen/domain/ids.schemas.ts'
import { addPerson, addShop, asOffice, identityWith, openTestCity, shopWithPlan, type Shop, type TestCity } from '../../test-city.fixture.ts'
import { listMemberships } from '../session/session.repository.ts'
import { openAccess } from '../mentorship/mentorship.service.ts'
import { answerHandover, completeHandover, decideHandover, getHandover, listHandovers, nameSuccessor, openDueHandovers, saveSheet, settleDueHandovers, settleObjection, startEmergency } from './handover.service.ts'

let db: TestDatabase
let place: TestCity
let office: Identity
const clock = { now: new Date('2026-12-28T08:00:00Z') }
const semesterEnd = '2027-02-05'

beforeAll(async () => {
  db = await createTestDatabase()
})
beforeEach(async () => {
  clock.now = new Date('2026-12-28T08:00:00Z')
  place = await openTestCity(db, () => clock.now)
  office = asOffice(await addPerson(place))
  await place.db.admin(`insert into memberships (tenant_id, person_id, role) values ($1, $2, 'office')`, [place.city.tenantId, office.personId])
})
afterAll(() => db.close())

type Guide = { guideId: string; personId: PersonId }

const addGuide = async (state = 'active'): Promise<Guide> => {
  const personId = await addPerson(place)
  const { tenantId } = place.city
  await db.admin(`insert into memberships (tenant_id, person_id, role) values ($1, $2, 'guide')`, [tenantId, personId])
  const [row] = await db.admin(
    `insert into guides (tenant_id, person_id, recognition, state, semester_id, released_at) values ($1, $2, 'module_5', $3, 'WS26', now()) returning id`,
    [tenantId, personId, state],
  )
  return { personId, guideId: String(row?.['id']) }
}

/** Who somebody is by the rows of this moment, as every request reads it. */
const identityOf = async (personId: PersonId): Promise<Identity> => identityWith(personId, ...(await place.act(tx => listMemberships(tx, personId, clock.now))))

const openCase = async (guide: Guide, shop: Shop): Promise<string> => {
  const [row] = await db.admin(`insert into mentorships (tenant_id, merchant_id, wishes) values ($1, $2, '{"languages":[],"days":[],"note":null}') returning id`, [place.city.tenantId, shop.merchantId])
  const mentorshipId = String(row?.['id'])
  await place.act(tx => openAccess(tx, { mentorshipId, guideId: guide.guideId, duty: 'lead', now: clock.now }))
  return mentorshipId
}

const scope = () => ({ city: place.city, origin: 'http://musterstadt.localhost', now: clock.now })
const as = (identity: Identity) => ({ ...scope(), identity })
const full: HandoverSheet = {
  measures: [], promises: ['Fotos schicken'], works: 'Vor Ladenöffnung sprechen.', worksNot: 'Lange Mails.', nextSteps: ['Profil prüfen', 'Fotos machen', 'Zeiten eintragen'],
  contact: 'Frau Muster', accesses: [{ what: 'Google-Profil', heldBy: 'Inhaberin' }], files: [], dates: [], warnings: null,
}

type Scene = { old: Guide; next: Guide; shop: Shop; mentorshipId: string; handoverId: string }

const listed = async (shop?: Shop): Promise<Scene> => {
  const [old, next] = [await addGuide(), await addGuide()]
  const business = shop ?? (await addShop(place))
  const mentorshipId = await openCase(old, business)
  await place.act(tx => openDueHandovers(tx, scope()))
  const [line] = await place.act(tx => listHandovers(tx, office))
  return { old, next, shop: business, mentorshipId, handoverId: String(line?.handover.id) }
}

const ready = async (): Promise<Scene> => {
  const scene = await listed()
  const guide = await identityOf(scene.old.personId)
  await place.act(tx => decideHandover(tx, as(guide), { handoverId: scene.handoverId, decision: 'hand_over', reason: null }))
  await place.act(tx => saveSheet(tx, as(guide), { handoverId: scene.handoverId, sheet: full }))
  await place.act(tx => nameSuccessor(tx, as(office), { handoverId: scene.handoverId, guideId: scene.next.guideId }))
  return scene
}

const rightsOf = async (personId: PersonId, merchantId: MerchantId): Promise<Role[]> =>
  (await identityOf(personId)).memberships.filter(held => held.merchantId === merchantId).map(({ role }) => role)
const leadOf = async (mentorshipId: string) => (await db.admin('select guide_id, state, contact_person_id from mentorships where id = $1', [mentorshipId]))[0]
const topics = async () => (await db.admin('select topic from mails where tenant_id = $1 order by topic', [place.city.tenantId])).map(row => row['topic'])

describe('six weeks before the semester ends', () => {
  it('every led case is listed once, and its guide gets a letter', async () => {
    const { old } = await listed()
    expect(await place.act(tx => openDueHandovers(tx, scope()))).toBe(0)
    const lines = await place.act(async tx => listHandovers(tx, await identityOf(old.personId)))
    expect(lines.map(({ handover }) => [handover.dueOn, handover.kind, handover.decision])).toEqual([[semesterEnd, 'regular', null]])
    expect(await topics()).toEqual(['handover_listed'])
  })

  it('and not a day sooner', async () => {
    clock.now = new Date('2026-12-24T08:00:00Z')
    await openCase(await addGuide(), await addShop(place))
    expect(await place.act(tx => openDueHandovers(tx, scope()))).toBe(0)
    clock.now = new Date('2026-12-25T08:00:00Z')
    expect(await place.act(tx => openDueHandovers(tx, scope()))).toBe(1)
  })
})

describe('the sheet', () => {
  it('is filled from the plan, and complete only when nothing is missing', async () => {
    const { old, handoverId } = await listed(await shopWithPlan(place))
    const guide = await identityOf(old.personId)
    const before = await place.act(tx => getHandover(tx, as(guide), handoverId))
    expect(before.handover.sheet.measures.length).toBeGreaterThan(4)
    expect(before.handover.sheet.measures[0]?.title).not.toMatch(/^M-/)
    expect(before.gaps).toEqual(['works', 'works_not', 'next_steps', 'contact'])
    await place.act(tx => saveSheet(tx, as(guide), { handoverId, sheet: full }))
    const after = await place.act(tx => getHandover(tx, as(guide), handoverId))
    expect(after.gaps).toEqual([])
    expect(after.handover.sheetCompletedAt).toEqual(clock.now)
    await place.act(tx => saveSheet(tx, as(guide), { handoverId, sheet: { ...full, works: null } }))
    expect((await place.act(tx => getHandover(tx, as(guide), handoverId))).handover.sheetCompletedAt).toBeNull()
  })

  it('refuses access data wherever they are written', async () => {
    const { old, handoverId } = await listed()
    const guide = await identityOf(old.personId)
    for (const sheet of [{ ...full, warnings: 'Passwort: Blume2024!' }, { ...full, accesses: [{ what: 'Kasse', heldBy: 'PIN 4711' }] }])
      await expect(place.act(tx => saveSheet(tx, as(guide), { handoverId, sheet }))).rejects.toMatchObject({ code: 'text.secret' })
  })
})

describe('a handover', () => {
  it('moves the access in one step: the old guide reads on for 14 days, the new one leads', async () => {
    const { old, next, shop, mentorshipId, handoverId } = await ready()
    expect(await rightsOf(next.personId, shop.merchantId)).toEqual([])
    clock.now = new Date('2027-02-01T12:00:00Z')
    await place.act(tx => completeHandover(tx, as(office), { handoverId }))
    expect(await rightsOf(old.personId, shop.merchantId)).toEqual(['ex-guide'])
    expect(await rightsOf(next.personId, shop.merchantId)).toEqual(['guide'])
    expect(await leadOf(mentorshipId)).toMatchObject({ guide_id: next.guideId, state: 'active' })
    clock.now = new Date('2027-02-15T11:59:00Z')
    expect(await rightsOf(old.personId, shop.merchantId)).toEqual(['ex-guide'])
    clock.now = new Date('2027-02-15T12:00:01Z')
    expect(await rightsOf(old.personId, shop.merchantId)).toEqual([])
    expect(await topics()).toEqual(['handover_announced', 'handover_done', 'handover_listed'])
    await expect(place.act(tx => completeHandover(tx, as(office), { handoverId }))).rejects.toMatchObject({ code: 'handover.closed' })
  })

  it('stays where the business objects, until the office has settled it', async () => {
    const { shop, handoverId } = await ready()
    await place.act(tx => answerHandover(tx, as(shop.owner), { handoverId, agrees: false, note: 'Bitte jemand mit Türkisch.' }))
    await expect(place.act(tx => completeHandover(tx, as(office), { handoverId }))).rejects.toMatchObject({ code: 'handover.objected' })
    clock.now = new Date('2026-12-29T08:00:00Z')
    await place.act(tx => settleObjection(tx, as(office), { handoverId }))
    await place.act(tx => completeHandover(tx, as(office), { handoverId }))
  })

  it('takes the name away again where the guide decides to finish instead', async () => {
    const { old, handoverId } = await ready()
    const guide = await identityOf(old.personId)
    await place.act(tx => decideHandover(tx, as(guide), { handoverId, decision: 'finish', reason: null }))
    expect((await place.act(tx => getHandover(tx, as(office), handoverId))).handover).toMatchObject({ toGuideId: null, informedAt: null })
    await expect(place.act(tx => decideHandover(tx, as(guide), { handoverId, decision: 'end', reason: null }))).rejects.toMatchObject({ code: 'reason.required' })
  })

  it('names nobody who may not take cases, and not the one who leaves', async () => {
    const { old, handoverId } = await ready()
    const trainee = await addGuide('training')
    await expect(place.act(tx => nameSuccessor(tx, as(office), { handoverId, guideId: trainee.guideId }))).rejects.toMatchObject({ code: 'guide.not_ready' })
    await expect(place.act(tx => nameSuccessor(tx, as(office), { handoverId, guideId: old.guideId }))).rejects.toMatchObject({ code: 'handover.same_guide' })
  })
})

describe('on the date', () => {
  it('what is ready moves by itself, once', async () => {
    const { next, mentorshipId } = await ready()
    clock.now = new Date('2027-02-05T06:00:00Z')
    expect(await place.act(tx => settleDueHandovers(tx, scope()))).toEqual({ moved: 1, gaps: 0 })
    expect(await leadOf(mentorshipId)).toMatchObject({ guide_id: next.guideId })
    expect(await place.act(tx => settleDueHandovers(tx, scope()))).toEqual({ moved: 0, gaps: 0 })
  })

  it('what is not ready goes to the office: the old right ends all the same, and somebody is named', async () => {
    const { old, shop, mentorshipId, handoverId } = await listed()
    clock.now = new Date('2027-02-05T06:00:00Z')
    expect(await place.act(tx => settleDueHandovers(tx, scope()))).toEqual({ moved: 0, gaps: 1 })
    expect(await rightsOf(old.personId, shop.merchantId)).toEqual(['ex-guide'])
    expect(await leadOf(mentorshipId)).toMatchObject({ guide_id: null, state: 'waiting', contact_person_id: office.personId })
    expect(await place.act(tx => settleDueHandovers(tx, scope()))).toEqual({ moved: 0, gaps: 0 })
    const next = await addGuide()
    await place.act(tx => decideHandover(tx, as(office), { handoverId, decision: 'hand_over', reason: null }))
    await place.act(tx => saveSheet(tx, as(office), { handoverId, sheet: full }))
    await place.act(tx => nameSuccessor(tx, as(office), { handoverId, guideId: next.guideId }))
    await place.act(tx => completeHandover(tx, as(office), { handoverId }))
    expect(await leadOf(mentorshipId)).toMatchObject({ guide_id: next.guideId, state: 'active' })
  })
})

describe('an emergency', () => {
  it('ends the access at once, without reading on, and names who acts', async () => {
    const [old, next, shop] = [await addGuide(), await addGuide(), await addShop(place)]
    const mentorshipId = await openCase(old, shop)
    const { handoverId } = await place.act(tx => startEmergency(tx, as(office), { mentorshipId, reason: 'Erkrankt' }))
    expect(await rightsOf(old.personId, shop.merchantId)).toEqual([])
    expect(await leadOf(mentorshipId)).toMatchObject({ guide_id: null, contact_person_id: office.personId })
    await place.act(tx => nameSuccessor(tx, as(office), { handoverId, guideId: next.guideId }))
    await place.act(tx => completeHandover(tx, as(office), { handoverId }))
    expect(await rightsOf(next.personId, shop.merchantId)).toEqual(['guide'])
  })

  it('is not begun beside an open handover', async () => {
    const { mentorshipId } = await listed()
    await expect(place.act(tx => startEmergency(tx, as(office), { mentorshipId, reason: 'Erkrankt' }))).rejects.toMatchObject({ code: 'handover.already_open' })
  })
})

describe('nobody else', () => {
  it('reads or changes a handover: another guide, another business, the old guide after the access moved', async () => {
    const { old, handoverId } = await ready()
    const [stranger, otherShop] = [await identityOf((await addGuide()).personId), await addShop(place)]
    const refused = { code: 'handover.not_found' }
    await expect(place.act(tx => getHandover(tx, as(stranger), handoverId))).rejects.toMatchObject(refused)
    await expect(place.act(tx => getHandover(tx, as(otherShop.owner), handoverId))).rejects.toMatchObject(refused)
    await expect(place.act(tx => answerHandover(tx, as(otherShop.owner), { handoverId, agrees: true, note: null }))).rejects.toMatchObject(refused)
    await expect(place.act(tx => saveSheet(tx, as(stranger), { handoverId, sheet: full }))).rejects.toMatchObject(refused)
    await expect(place.act(tx => nameSuccessor(tx, as(stranger), { handoverId, guideId: 'x' }))).rejects.toMatchObject(refused)
    await place.act(tx => completeHandover(tx, as(office), { handoverId }))
    const gone = await identityOf(old.personId)
    await expect(place.act(tx => saveSheet(tx, as(gone), { handoverId, sheet: full }))).rejects.toThrow()
    expect((await place.act(tx => getHandover(tx, as(gone), handoverId))).handover.state).toBe('done')
  })

  it('moves it twice at the same time', async () => {
    const { next, mentorshipId, handoverId } = await ready()
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => place.act(tx => completeHandover(tx, as(office), { handoverId }))))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await db.admin(`select count(*)::int as n from mentorship_guides where mentorship_id = $1 and state = 'accepted'`, [mentorshipId]))[0]).toEqual({ n: 1 })
    expect(await leadOf(mentorshipId)).toMatchObject({ guide_id: next.guideId })
  })
})
