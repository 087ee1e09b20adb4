import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import { createTestDatabase, type TestDatabase } from '@digitallotsen/testing/postgres.ts'
import { asOffice, identityWith, newKey, noon, openTestCity, shopWithPlan, submittedCheck, type TestCity } from '../../test-city.fixture.ts'
import { claimAssessment } from '../check/check.service.ts'
import { hashToken } from '../session/token.ts'
import { rejectGuide, withdrawProposal, proposeGuide } from './assignment.service.ts'
import { answerDeadline, remindAfter } from './answer-time.rules.ts'
import { releaseCheck } from './case-checks.service.ts'
import { getCaseFile, getDesk, getTimeline } from './case-view.service.ts'
import { activeCase, addGuide, addOffice, answer, askedCase, identityNow, noWishes, origin, type AskedCase } from './mentorship.fixture.ts'
import { watchCases } from './mentorship.jobs.ts'
import { closeAccess, endCase, ensureCaseAccess, findMentorship, giveGo, movePhase, openAccess, pauseCase, requestMentorship, resumeCase } from './mentorship.service.ts'
import { addNote, addPrivateNote, getPrivateNotes, removePrivateNote } from './notes.service.ts'

let db: TestDatabase
let place: TestCity
beforeAll(async () => {
  db = await createTestDatabase()
  place = await openTestCity(db)
})
afterAll(() => db.close())

const days = (count: number, from = noon) => new Date(from.getTime() + count * 86_400_000)
const codeOf = (work: Promise<unknown>): Promise<string> => work.then(() => 'ok', (error: unknown) => (error as { code?: string }).code ?? String(error))
const stateOf = (mentorshipId: string) => place.act(tx => findMentorship(tx, mentorshipId))

/** A right in a case is held exactly where a duty in it runs. */
const ensureInvariant = async () => {
  const rows = await db.admin(
    `select (select count(*) from (
        select g.person_id, m.merchant_id from mentorship_guides a join guides g on g.id = a.guide_id join mentorships m on m.id = a.mentorship_id where a.state = 'accepted' and a.tenant_id = $1
        except select person_id, merchant_id from memberships where role = 'guide' and ended_at is null) x)
      + (select count(*) from (
        select person_id, merchant_id from memberships where role = 'guide' and merchant_id is not null and ended_at is null and tenant_id = $1
        except select g.person_id, m.merchant_id from mentorship_guides a join guides g on g.id = a.guide_id join mentorships m on m.id = a.mentorship_id where a.state = 'accepted') y) as wrong`,
    [place.city.tenantId],
  )
  expect(Number(rows[0]?.['wrong'])).toBe(0)
}

describe('access to a case', () => {
  let kase: AskedCase
  let who: Record<string, Identity>
  beforeAll(async () => {
    kase = await activeCase(place)
    const other = await activeCase(place)
    const stand = await addGuide(place)
    await place.act(tx => openAccess(tx, { mentorshipId: kase.mentorshipId, guideId: stand.guideId, duty: 'stand_in', now: noon }))
    const past = await addGuide(place)
    await place.act(tx => openAccess(tx, { mentorshipId: kase.mentorshipId, guideId: past.guideId, duty: 'tandem', now: noon }))
    await place.act(tx => closeAccess(tx, { mentorshipId: kase.mentorshipId, guideId: past.guideId, reason: 'handover', readDays: 14, now: noon }))
    const free = await addGuide(place)
    const unheld = { merchantId: null, merchantName: null, position: null, universityId: null }
    who = {
      owner: kase.shop.owner,
      'owner of another shop': other.shop.owner,
      lead: await identityNow(place, kase.guide.personId),
      'stand-in': await identityNow(place, stand.personId),
      'ex-guide within 14 days': await identityNow(place, past.personId, days(13)),
      'ex-guide after 14 days': await identityNow(place, past.personId, days(15)),
      'guide of another case': await identityNow(place, other.guide.personId),
      'guide without a case': await identityNow(place, free.personId),
      university: identityWith(free.personId, { role: 'university', ...unheld, universityId: 'uni' }),
      auditor: identityWith(free.personId, { role: 'auditor', ...unheld }),
      office: asOffice(kase.office.personId),
    }
  })

  it.each([
    ['owner', true, false], ['owner of another shop', false, false], ['lead', true, true], ['stand-in', true, true], ['ex-guide within 14 days', true, false],
    ['ex-guide after 14 days', false, false], ['guide of another case', false, false], ['guide without a case', false, false], ['university', false, false], ['auditor', false, false], ['office', true, true],
  ])('%s reads: %s, works: %s', async (name, reads, works) => {
    const identity = who[name]
    if (!identity) throw new Error(name)
    const told = (may: boolean) => (may ? 'ok' : 'mentorship.not_found')
    expect(await codeOf(place.act(tx => ensureCaseAccess(tx, identity, kase.mentorshipId, 'read')))).toBe(told(reads))
    expect(await codeOf(place.act(tx => ensureCaseAccess(tx, identity, kase.mentorshipId, 'work')))).toBe(told(works))
    expect(await codeOf(place.act(tx => getCaseFile(tx, { identity, now: noon }, kase.mentorshipId)))).toBe(told(reads))
    expect(await codeOf(place.act(tx => getTimeline(tx, { identity, now: noon }, kase.mentorshipId)))).toBe(told(reads))
    expect(await codeOf(place.act(tx => movePhase(tx, { identity, now: noon }, { mentorshipId: kase.mentorshipId, to: 'closing', reason: null })))).toBe(works ? 'mentorship.state_conflict' : 'mentorship.not_found')
  })

  it('in another city there is no such case', async () => {
    const elsewhere = await openTestCity(db)
    expect(await codeOf(elsewhere.act(tx => ensureCaseAccess(tx, asOffice(kase.office.personId), kase.mentorshipId, 'read')))).toBe('mentorship.not_found')
  })

  it('a guide whose role was removed between two calls is refused at the next', async () => {
    const { guide, mentorshipId } = await activeCase(place)
    const before = await identityNow(place, guide.personId)
    expect(await codeOf(place.act(tx => ensureCaseAccess(tx, before, mentorshipId, 'work')))).toBe('ok')
    await db.admin('update memberships set ended_at = $2 where person_id = $1', [guide.personId, noon])
    const after = await identityNow(place, guide.personId)
    expect(await codeOf(place.act(tx => ensureCaseAccess(tx, after, mentorshipId, 'read')))).toBe('mentorship.not_found')
    await db.admin(`update memberships set ended_at = null where person_id = $1`, [guide.personId])
  })

  it('private notes are their author’s alone', async () => {
    const { lead } = who
    if (!lead) throw new Error('nobody leads')
    const { mentorshipId } = kase
    const [note] = await place.act(tx => addPrivateNote(tx, { identity: lead, now: noon }, { mentorshipId, body: 'Nur für mich: ungeduldig', idempotencyKey: newKey() }))
    expect(await place.act(tx => getPrivateNotes(tx, { identity: lead, now: noon }, mentorshipId))).toHaveLength(1)
    for (const [name, identity] of Object.entries(who)) {
      if (name === 'lead') continue
      const seen = await place.act(tx => getPrivateNotes(tx, { identity, now: noon }, mentorshipId)).catch(() => [])
      expect([name, seen]).toEqual([name, []])
      const gone = await codeOf(place.act(tx => removePrivateNote(tx, { identity, now: noon }, { mentorshipId, noteId: note?.id ?? '' })))
      expect([name, ['mentorship.not_found', 'note.not_found'].includes(gone)]).toEqual([name, true])
      const file = await place.act(async tx => [await getCaseFile(tx, { identity, now: noon }, mentorshipId), await getTimeline(tx, { identity, now: noon }, mentorshipId)]).catch(() => [])
      expect(JSON.stringify(file)).not.toContain('ungeduldig')
    }
  })
})

describe('a proposal', () => {
  it('accepted gives the guide the case and the first talk, and tells the business who comes', async () => {
    const { mentorshipId, guide, shop } = await activeCase(place)
    expect(await stateOf(mentorshipId)).toMatchObject({ state: 'active', phase: 'first_talk', guideId: guide.guideId })
    expect((await identityNow(place, guide.personId)).memberships.map(({ role, merchantId }) => [role, merchantId])).toEqual([['guide', null], ['guide', shop.merchantId]])
    const mails = await db.admin('select topic from mails where person_id = $1', [shop.personId])
    expect(mails.map(({ topic }) => topic)).toEqual(['case_guide_named'])
    expect((await place.act(async tx => getDesk(tx, { identity: await identityNow(place, guide.personId), now: noon }))).cases).toHaveLength(1)
    await ensureInvariant()
  })

  it('declined lets the case wait again and tells the office', async () => {
    const asked = await askedCase(place)
    await answer(place, asked, false)
    expect(await stateOf(asked.mentorshipId)).toMatchObject({ state: 'waiting', guideId: null })
    expect(await db.admin(`select 1 from mails where person_id = $1 and topic = 'case_waiting_again'`, [asked.office.personId])).toHaveLength(1)
  })

  it('is answered by nobody but the guide who was asked', async () => {
    const asked = await askedCase(place)
    expect(await codeOf(answer(place, { ...asked, guide: await addGuide(place) }, true))).toBe('assignment.not_found')
  })

  it('of two accepts one counts, ten times over', async () => {
    for (let round = 0; round < 10; round++) {
      const asked = await askedCase(place)
      const codes = await Promise.all([codeOf(answer(place, asked, true)), codeOf(answer(place, asked, true))])
      expect(codes.toSorted()).toEqual(['mentorship.state_conflict', 'ok'])
    }
    await ensureInvariant()
  })

  it('accepted and withdrawn at once ends as one of both, and the right follows', async () => {
    const ends = new Set<string>()
    for (let round = 0; round < 10; round++) {
      const asked = await askedCase(place)
      const withdraw = () => codeOf(place.act(tx => withdrawProposal(tx, { identity: asked.office, now: noon }, { assignmentId: asked.assignmentId })))
      const accept = () => codeOf(answer(place, asked, true))
      const codes = await Promise.all(round % 2 === 0 ? [accept(), withdraw()] : [withdraw(), accept()])
      expect(codes.toSorted()).toEqual(['mentorship.state_conflict', 'ok'])
      ends.add(String((await stateOf(asked.mentorshipId))?.state))
    }
    expect([...ends].every(state => ['active', 'waiting'].includes(state))).toBe(true)
    await ensureInvariant()
  })

  it('goes to one guide at a time, and not to one who takes no cases', async () => {
    const { mentorshipId, office } = await askedCase(place)
    const ask = async (state: string, id = mentorshipId) => {
      const { guideId } = await addGuide(place, state)
      return codeOf(place.act(tx => proposeGuide(tx, { mentorshipId: id, guideId, by: office.personId, reasons: null, overrideReason: null, city: place.city, origin, now: noon })))
    }
    expect(await ask('active')).toBe('mentorship.state_conflict')
    const shop = await shopWithPlan(place)
    const free = await place.act(tx => requestMentorship(tx, { identity: shop.owner, now: noon }, { merchantId: shop.merchantId, wishes: noWishes, idempotencyKey: newKey() }))
    expect([await ask('training', free.mentorshipId), await ask('paused', free.mentorshipId), await ask('active', free.mentorshipId)]).toEqual(['mentorship.guide_unavailable', 'mentorship.guide_unavailable', 'ok'])
  })

  it('is reminded of on the third working day and taken back after the fifth, each once', async () => {
    const own = await openTestCity(db)
    const { mentorshipId, guide, office } = await askedCase(own, noon)
    const count = async (topic: string, personId: string) => (await db.admin('select 1 from mails where person_id = $1 and topic = $2', [personId, topic])).length
    const watch = (now: Date) => own.act(tx => watchCases(tx, { city: own.city, origin, now }))
    await watch(new Date('2026-03-04T10:00:00Z'))
    expect(await count('case_proposed', guide.personId)).toBe(1)
    await watch(new Date('2026-03-05T04:11:00Z'))
    await watch(new Date('2026-03-06T04:11:00Z'))
    expect(await count('case_proposed', guide.personId)).toBe(2)
    expect((await own.act(tx => findMentorship(tx, mentorshipId)))?.state).toBe('offered')
    await watch(new Date('2026-03-10T04:11:00Z'))
    await watch(new Date('2026-03-11T04:11:00Z'))
    expect([(await own.act(tx => findMentorship(tx, mentorshipId)))?.state, await count('case_waiting_again', office.personId)]).toEqual(['waiting', 1])
  })

  it('has the holidays of the city’s Bundesland in its time', () => {
    const day = (at: Date) => at.toISOString().slice(0, 10)
    const asked = new Date('2026-05-29T10:00:00Z')
    expect(day(answerDeadline({ pack: { ...place.city.pack, federalState: 'NW' } }, asked))).toBe('2026-06-08')
    expect(day(answerDeadline({ pack: { ...place.city.pack, federalState: 'HH' } }, asked))).toBe('2026-06-05')
    expect(day(remindAfter({ pack: { ...place.city.pack, federalState: 'NW' } }, asked))).toBe('2026-06-02')
  })
})

describe('a case', () => {
  it('goes to somebody else when the business asks, and never back to her', async () => {
    const { mentorshipId, shop, guide, office } = await activeCase(place)
    await place.act(tx => rejectGuide(tx, { identity: shop.owner, city: place.city, origin, now: noon }, { mentorshipId }))
    expect(await stateOf(mentorshipId)).toMatchObject({ state: 'waiting', guideId: null })
    expect(await codeOf(place.act(async tx => ensureCaseAccess(tx, await identityNow(place, guide.personId), mentorshipId, 'read')))).toBe('mentorship.not_found')
    const again = { mentorshipId, guideId: guide.guideId, by: office.personId, reasons: null, overrideReason: null, city: place.city, origin, now: noon }
    expect(await codeOf(place.act(tx => proposeGuide(tx, again)))).toBe('mentorship.guide_unavailable')
    await ensureInvariant()
  })

  it('goes all its way only with check, Go and T1', async () => {
    const { mentorshipId, shop, guide } = await activeCase(place)
    const identity = await identityNow(place, guide.personId)
    const move = (to: Parameters<typeof movePhase>[2]['to'], reason: string | null = null) => codeOf(place.act(tx => movePhase(tx, { identity, now: noon }, { mentorshipId, to, reason })))
    expect(await move('check')).toBe('ok')
    expect(await move('plan')).toBe('mentorship.phase_blocked')
    const { releasable } = await place.act(tx => getCaseFile(tx, { identity, now: noon }, mentorshipId))
    const assessmentId = releasable[0]?.assessmentId ?? ''
    const release = (id: string, reason: string | null = null) => codeOf(place.act(tx => releaseCheck(tx, { identity, now: noon }, { mentorshipId, assessmentId: id, reason })))
    expect(await release(assessmentId)).toBe('ok')
    expect(await release(assessmentId, 'Noch einmal')).toBe('mentorship.check_released')
    const again = await submittedCheck(place, 1)
    await place.act(tx => claimAssessment(tx, { pack: place.city.pack, assessmentId: again.assessmentId, keyHash: hashToken(again.key), merchantId: shop.merchantId, now: noon }))
    expect([await release(again.assessmentId), await release(again.assessmentId, 'Zahl verwechselt')]).toEqual(['mentorship.check_released', 'ok'])
    expect((await place.act(tx => getCaseFile(tx, { identity, now: noon }, mentorshipId))).checks.map(({ moment, version }) => [moment, version])).toEqual([['T0', 2], ['T0', 1]])
    expect(await move('plan')).toBe('ok')
    expect(await move('implementation')).toBe('mentorship.phase_blocked')
    expect(await codeOf(place.act(tx => giveGo(tx, { identity, now: noon }, { mentorshipId })))).toBe('mentorship.not_found')
    await place.act(tx => giveGo(tx, { identity: shop.owner, now: noon }, { mentorshipId }))
    expect(await move('implementation')).toBe('ok')
    expect(await move('closing')).toBe('mentorship.phase_blocked')
    await db.admin(`update tasks set state = 'dropped' where merchant_id = $1`, [shop.merchantId])
    expect(await move('closing')).toBe('ok')
    expect([await move('aftercare'), await move('aftercare', 'Laden zieht um')]).toEqual(['mentorship.phase_blocked', 'ok'])
    await place.act(tx => endCase(tx, { identity, now: noon }, { mentorshipId, outcome: 'helped', reason: null }))
    const after = await identityNow(place, guide.personId, days(1))
    expect(after.memberships.map(({ role }) => role)).toEqual(['guide', 'ex-guide'])
    expect(await codeOf(place.act(tx => ensureCaseAccess(tx, after, mentorshipId, 'work')))).toBe('mentorship.not_found')
    await ensureInvariant()
  })

  it('rests with a reason and a day, and comes back', async () => {
    const { mentorshipId, shop } = await activeCase(place)
    const rest = (resumeOn: string) => codeOf(place.act(tx => pauseCase(tx, { identity: shop.owner, now: noon }, { mentorshipId, reason: 'season', note: null, resumeOn })))
    expect([await rest('2026-03-02'), await rest('2026-04-01')]).toEqual(['date.order', 'ok'])
    expect(await stateOf(mentorshipId)).toMatchObject({ state: 'paused', pauseReason: 'season', resumeOn: '2026-04-01' })
    await place.act(tx => resumeCase(tx, { identity: shop.owner, now: days(30) }, { mentorshipId }))
    expect(await stateOf(mentorshipId)).toMatchObject({ state: 'active', pauseReason: null, lastContactAt: days(30) })
  })

  it('is reminded of after 9 and 21 days with the guide, after 45 with the office, each once', async () => {
    const city = await openTestCity(db)
    const { guide, office, mentorshipId } = await activeCase(city)
    const count = async (personId: string) => (await db.admin(`select 1 from mails where person_id = $1 and topic = 'case_contact_due'`, [personId])).length
    const counts: number[][] = []
    for (const day of [8, 9, 10, 21, 22, 45, 46, 60]) {
      await city.act(tx => watchCases(tx, { city: city.city, origin, now: days(day) }))
      counts.push([await count(guide.personId), await count(office.personId)])
    }
    expect(counts).toEqual([[0, 0], [1, 0], [1, 0], [2, 0], [2, 0], [2, 1], [2, 1], [2, 1]])
    expect(await codeOf(city.act(tx => findMentorship(tx, mentorshipId)))).toBe('ok')
  })

  it('is one for a business at a time, asked twice at once or not', async () => {
    const shop = await shopWithPlan(place)
    const ask = () => codeOf(place.act(tx => requestMentorship(tx, { identity: shop.owner, now: noon }, { merchantId: shop.merchantId, wishes: noWishes, idempotencyKey: newKey() })))
    expect((await Promise.all([ask(), ask()])).toSorted()).toEqual(['mentorship.already_open', 'ok'])
    expect(await codeOf(place.act(async tx => requestMentorship(tx, { identity: await addOffice(place), now: noon }, { merchantId: shop.merchantId, wishes: noWishes, idempotencyKey: newKey() })))).toBe('mentorship.already_open')
  })

  it('has notes that the business, the guide and the office read', async () => {
    const { mentorshipId, shop, guide, office } = await activeCase(place)
    await place.act(async tx => addNote(tx, { identity: await identityNow(place, guide.personId), now: noon }, { mentorshipId, body: 'Zugang liegt bei: Frau Muster', idempotencyKey: newKey() }))
    for (const identity of [shop.owner, office, await identityNow(place, guide.personId)]) {
      expect((await place.act(tx => getCaseFile(tx, { identity, now: noon }, mentorshipId))).notes.map(({ body }) => body)).toEqual(['Zugang liegt bei: Frau Muster'])
    }
  })
})

it('private notes are read by one file alone, so that no export, search or document can', async () => {
  const readers: string[] = []
  for await (const file of glob('**/*.{ts,tsx}', { cwd: join(import.meta.dirname, '../..') })) {
    const isTest = /\.(test|fixture)\.ts$/.test(file) || file.startsWith('sweeps/')
    if (!isTest && /private-notes\.table|private_notes/.test(await readFile(join(import.meta.dirname, '../..', file), 'utf8'))) readers.push(file)
  }
  expect(readers).toEqual(['features/mentorship/notes.repository.ts'])
})
