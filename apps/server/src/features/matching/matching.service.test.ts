import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { GuideId, MentorshipId } from '@digitallotsen/domain/ids.schemas.ts'
import { createTestDatabase, type TestDatabase } from '@digitallotsen/testing/postgres.ts'
import { addPerson, addShop, asOffice, asOwner, noon, openTestCity, type TestCity } from '../../test-city.fixture.ts'
import { openSession } from '../session/session.service.ts'
import type { AssignInput } from './matching.schemas.ts'
import { askWhatIf, assign, explain, propose, type Asking, type OfficeDoer } from './matching.service.ts'

let db: TestDatabase
let place: TestCity
let office: OfficeDoer
let asking: Asking
beforeAll(async () => {
  db = await createTestDatabase()
})
beforeEach(async () => {
  place = await openTestCity(db)
  const personId = await addPerson(place)
  await db.admin('insert into memberships (tenant_id, person_id, role) values ($1, $2, $3)', [place.city.tenantId, personId, 'office'])
  const claims = await place.act(tx => openSession(tx, personId, 'test', noon))
  office = { identity: asOffice(personId), city: place.city, origin: 'https://musterstadt.example', now: noon }
  asking = { services: place.services, city: place.city, claims }
})
afterAll(() => db.close())

type Given = { languages?: string[]; capacity?: number; released?: boolean; fields?: string[] }
const list = (words: readonly string[]) => `{${words.join(',')}}`

const addGuide = async (name: string, { languages = ['de'], capacity = 2, released = true, fields = [] }: Given = {}): Promise<GuideId> => {
  const personId = await addPerson(place)
  const { tenantId } = place.city
  await db.admin('update people set display_name = $2 where id = $1', [personId, name])
  const [row] = await db.admin(
    `insert into guides (tenant_id, person_id, state, recognition, languages, districts, fields, capacity, commitment_signed_at, released_at)
     values ($1, $2, 'active', 'volunteer', $3::text[], '{mitte}', $4::text[], $5, now(), case when $6 then now() end) returning id`,
    [tenantId, personId, list(languages), list(fields), capacity, released],
  )
  await db.admin(`insert into guide_modules (tenant_id, guide_id, module_id, state) values ($1, $2, 'L-01', 'passed')`, [tenantId, row?.['id']])
  return String(row?.['id']) as GuideId
}

const addCase = async (business: string, languages: string[] = [], since = '2026-02-01'): Promise<MentorshipId> => {
  const { merchantId } = await addShop(place, business)
  const wishes = JSON.stringify({ languages, days: [], note: null })
  const [row] = await db.admin('insert into mentorships (tenant_id, merchant_id, wishes, requested_at) values ($1, $2, $3::jsonb, $4) returning id', [place.city.tenantId, merchantId, wishes, since])
  return String(row?.['id']) as MentorshipId
}

const refusal = (work: Promise<unknown>) => work.then(() => 'passed', (error: unknown) => (error instanceof DomainError ? error.code : String(error)))
const choose = (given: Pick<AssignInput, 'mentorshipId' | 'guideId'> & Partial<AssignInput>) =>
  place.act(tx => assign(tx, office, { proposedGuideId: given.guideId, state: 'seen', overrideReason: null, ...given }))
const proposedFor = async (mentorshipId: MentorshipId) => (await propose(asking)).waiting.find(each => each.mentorshipId === mentorshipId)?.proposed
const verdictsOf = async (mentorshipId: MentorshipId) => new Map((await explain(asking, mentorshipId)).verdicts.map(({ guideId, verdict }) => [guideId, verdict]))

describe('a proposal', () => {
  it('brings businesses and guides together by what the rows say, and tells why and why not', async () => {
    const [turkish, german] = [await addGuide('Ayla', { languages: ['de', 'tr'], capacity: 1 }), await addGuide('Britta')]
    const [wishing, other] = [await addCase('Gemüse Yıldız', ['tr']), await addCase('Blumen am Markt')]
    const found = await propose(asking)
    expect(found).toMatchObject({ served: 2, guides: [{ guideId: turkish, name: 'Ayla', places: 1, ready: true }, { guideId: german, name: 'Britta' }] })
    expect((await proposedFor(wishing))?.guideId).toBe(turkish)
    expect((await proposedFor(other))?.guideId).toBe(german)
    expect((await verdictsOf(wishing)).get(german)).toMatchObject({ kind: 'excluded', violations: [{ code: 'language', wished: ['tr'] }] })
    expect((await verdictsOf(other)).get(turkish)).toMatchObject({ kind: 'taken', by: [wishing] })
  })

  it('passes over who is not released, and over those who were asked already', async () => {
    const [untrained, ready] = [await addGuide('Cem', { released: false }), await addGuide('Dora', { capacity: 1 })]
    const [first, second] = [await addCase('Laden Eins'), await addCase('Laden Zwei', [], '2026-02-10')]
    expect((await proposedFor(first))?.guideId).toBe(ready)
    await choose({ mentorshipId: first, guideId: ready })
    expect(await propose(asking)).toMatchObject({ served: 0, waiting: [{ mentorshipId: second, proposed: null, excluded: [{ code: 'capacity', guides: 1 }, { code: 'gate', guides: 1 }] }] })
    expect((await verdictsOf(second)).get(untrained)).toEqual({ kind: 'excluded', violations: [{ code: 'gate', missing: [{ kind: 'release' }] }] })
  })

  it('heeds a conflict told by name and an earlier refusal', async () => {
    const [sister, refuser] = [await addGuide('Elif'), await addGuide('Frida')]
    const mentorshipId = await addCase('Bäckerei Korn')
    await db.admin(`insert into guide_conflicts (tenant_id, guide_id, kind, business) values ($1, $2, 'family', 'bäckerei korn ')`, [place.city.tenantId, sister])
    await db.admin(`insert into mentorship_guides (tenant_id, mentorship_id, guide_id, state, answered_at) values ($1, $2, $3, 'declined', '2026-02-20')`, [place.city.tenantId, mentorshipId, refuser])
    const verdicts = await verdictsOf(mentorshipId)
    expect(verdicts.get(sister)).toEqual({ kind: 'excluded', violations: [{ code: 'conflict', kind: 'family' }] })
    expect(verdicts.get(refuser)).toEqual({ kind: 'excluded', violations: [{ code: 'refused', by: 'guide', on: '2026-02-20' }] })
  })

  it('names what one guide more would change', async () => {
    await addCase('Laden A', ['tr'])
    await addCase('Laden B', ['tr'])
    expect(await askWhatIf(asking)).toMatchObject({ waiting: 2, served: 0, profiles: [{ languages: ['de', 'tr'], district: 'mitte', more: 2 }], places: [] })
  })

  it('is for the office alone, and changes its state with what it rests on', async () => {
    const shop = await addShop(place)
    const owner = await place.act(tx => openSession(tx, shop.personId, 'test', noon))
    expect(await refusal(propose({ ...asking, claims: owner }))).toBe('role.forbidden')
    expect(await refusal(propose({ ...asking, claims: null }))).toBe('session.missing')
    const before = (await propose(asking)).state
    expect((await propose(asking)).state).toBe(before)
    await addCase('Neu dabei')
    expect((await propose(asking)).state).not.toBe(before)
  })
})

describe('asking a guide', () => {
  it('keeps what spoke for the pair', async () => {
    const [guideId, mentorshipId] = [await addGuide('Gül'), await addCase('Laden')]
    await choose({ mentorshipId, guideId })
    const [row] = await db.admin('select state, reasons, override_reason from mentorship_guides where mentorship_id = $1', [mentorshipId])
    expect(row).toMatchObject({ state: 'proposed', override_reason: null, reasons: { proposedGuideId: guideId, state: 'seen', violations: [] } })
    expect(await refusal(choose({ mentorshipId, guideId }))).toBe('mentorship.not_found')
  })

  it('needs a reason for somebody else than proposed, and for a rule that may be set aside', async () => {
    const [guideId, other, mentorshipId] = [await addGuide('Hana'), await addGuide('Ida'), await addCase('Laden', ['tr'])]
    expect(await refusal(choose({ mentorshipId, guideId }))).toBe('reason.required')
    expect(await refusal(choose({ mentorshipId, guideId, proposedGuideId: other }))).toBe('reason.required')
    await choose({ mentorshipId, guideId, overrideReason: 'Die Tochter übersetzt.' })
    const [row] = await db.admin('select override_reason, reasons from mentorship_guides where mentorship_id = $1', [mentorshipId])
    expect(row).toMatchObject({ override_reason: 'Die Tochter übersetzt.', reasons: { violations: [{ code: 'language' }] } })
  })

  it('is refused where a fixed rule stands against it, whatever the reason', async () => {
    const [untrained, full, mentorshipId] = [await addGuide('Jana', { released: false }), await addGuide('Kira', { capacity: 0 }), await addCase('Laden')]
    for (const guideId of [untrained, full]) expect(await refusal(choose({ mentorshipId, guideId, overrideReason: 'Trotzdem' }))).toBe('matching.rule_broken')
    expect(await refusal(choose({ mentorshipId, guideId: randomUUID() as GuideId }))).toBe('guide.not_found')
  })

  it('gives the last place once, however many ask at the same moment', async () => {
    const guideId = await addGuide('Lale', { capacity: 1 })
    const cases = [await addCase('Eins'), await addCase('Zwei'), await addCase('Drei')]
    const ends = await Promise.all(cases.map(mentorshipId => refusal(choose({ mentorshipId, guideId }))))
    expect(ends.toSorted()).toEqual(['matching.rule_broken', 'matching.rule_broken', 'passed'])
  })

  it('is nobody’s right but the office’s', async () => {
    const [guideId, mentorshipId, shop] = [await addGuide('Mia'), await addCase('Laden'), await addShop(place)]
    const input = { mentorshipId, guideId, proposedGuideId: guideId, state: 'seen', overrideReason: null }
    expect(await refusal(place.act(tx => assign(tx, { ...office, identity: asOwner(shop.personId, shop.merchantId) }, input)))).toBe('role.forbidden')
  })
})
