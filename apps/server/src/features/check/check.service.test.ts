import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import { createTestDatabase, type TestDatabase } from '@digitallotsen/testing/postgres.ts'
import { addShop, answersAt, asOffice, addPerson, beginCheck, newKey, noon, openTestCity, submittedCheck, type TestCheck, type TestCity } from '../../test-city.fixture.ts'
import { hashToken } from '../session/token.ts'
import { askerOf } from './check-access.service.ts'
import { extendCheck, startCheck, startFollowUp } from './check-start.service.ts'
import { claimAssessment, ensureKeepable, getCheck, getResult, saveAnswers, submitCheck } from './check.service.ts'
import type { TimedAnswer } from '@digitallotsen/domain/check/answer.schemas.ts'

let db: TestDatabase
let place: TestCity
beforeAll(async () => {
  db = await createTestDatabase()
  place = await openTestCity(db)
})
afterAll(() => db.close())

const minutes = (after: number) => new Date(noon.getTime() + after * 60_000)
const given = (itemId: string, level: 0 | 1 | 2 | 3 | 4, after = 0): TimedAnswer => ({ itemId, value: { kind: 'level', level }, relevance: 'normal', answeredAt: minutes(after).toISOString() })
const by = (check: TestCheck | undefined, now = noon) => ({ asker: askerOf(null, check?.key), pack: place.city.pack, now })
const save = (check: TestCheck, answers: TimedAnswer[], now = noon) => place.act(tx => saveAnswers(tx, by(check, now), { ...check, answers }))
const submit = (check: TestCheck) => place.act(tx => submitCheck(tx, by(check), check))
const levels = async (check: TestCheck) =>
  (await place.act(tx => getCheck(tx, askerOf(null, check.key), check))).answers.map(({ itemId, value }) => [itemId, value.kind === 'level' ? value.level : value.kind])
const refusal = (work: Promise<unknown>) => work.then(() => 'passed', (error: unknown) => (error instanceof DomainError ? error.code : String(error)))

describe('starting a check', () => {
  it('hands out the same check and key to a repeat, and keeps only the hash', async () => {
    const start = { services: place.services, city: place.city, client: { address: '192.0.2.1' } }
    const input = { kind: 'full', locale: 'de', idempotencyKey: newKey() } as const
    const [first, again] = await Promise.all([startCheck(start, input), startCheck(start, input)])
    expect(again).toEqual(first)
    expect(first.key).toMatch(/^[\w-]{43}$/)
    expect(await db.admin('select key_hash from assessments where id = $1', [first.assessmentId])).toEqual([{ key_hash: hashToken(first.key) }])
    const kept = JSON.stringify(await db.admin('select * from idempotency_keys'))
    expect(kept).not.toContain(first.key)
  })

  it('gives another check another key', async () => {
    const [one, other] = [await beginCheck(place), await beginCheck(place)]
    expect(one.key).not.toBe(other.key)
  })
})

describe('a kind of check that the city has switched off', () => {
  type Features = typeof place.city.pack.features
  const cityWith = (change: Partial<Features>) => ({ ...place.city, pack: { ...place.city.pack, features: { ...place.city.pack.features, ...change } } })
  const starting = (city: TestCity['city'], kind: 'quick' | 'full') =>
    refusal(startCheck({ services: place.services, city, client: { address: '192.0.2.7' } }, { kind, locale: 'de', idempotencyKey: newKey() }))
  const following = (city: TestCity['city'], shop: Awaited<ReturnType<typeof addShop>>) =>
    place.act(tx => startFollowUp({ tx, identity: shop.owner, services: place.services, city }, { merchantId: shop.merchantId, idempotencyKey: newKey() }))
  const kindOf = async (id: string) => (await db.admin('select kind from assessments where id = $1', [id]))[0]?.['kind']

  it('cannot be begun; the other one can', async () => {
    expect([await starting(cityWith({ quickCheck: false }), 'quick'), await starting(cityWith({ quickCheck: false }), 'full')]).toEqual(['assessment.not_offered', 'passed'])
    expect([await starting(cityWith({ fullCheck: false }), 'quick'), await starting(cityWith({ fullCheck: false }), 'full')]).toEqual(['passed', 'assessment.not_offered'])
    expect([await starting(place.city, 'quick'), await starting(place.city, 'full')]).toEqual(['passed', 'passed'])
  })

  it('is not what a quick check is extended to', async () => {
    const quick = await beginCheck(place, 'quick')
    const extending = (city: TestCity['city']) =>
      refusal(extendCheck({ services: place.services, city, client: { address: '192.0.2.7' }, claims: null }, { ...quick, idempotencyKey: newKey() }))
    expect(await extending(cityWith({ fullCheck: false }))).toBe('assessment.not_offered')
    expect(await extending(cityWith({ quickCheck: false }))).toBe('passed')
  })

  it('is not the first check of a business, but goes on where it was begun', async () => {
    const first = await following(cityWith({ fullCheck: false }), await addShop(place))
    expect(await kindOf(first.assessmentId)).toBe('quick')
    expect(await refusal(following(cityWith({ fullCheck: false, quickCheck: false }), await addShop(place)))).toBe('assessment.not_offered')
    const shop = await addShop(place)
    const check = await submittedCheck(place)
    await place.act(tx => claimAssessment(tx, { pack: place.city.pack, assessmentId: check.assessmentId, keyHash: hashToken(check.key), merchantId: shop.merchantId, now: noon }))
    expect(await kindOf((await following(cityWith({ fullCheck: false }), shop)).assessmentId)).toBe('full')
  })
})

describe('saving answers', () => {
  it('merges two devices: of each item the later answer stays, whichever arrives last', async () => {
    const check = await beginCheck(place)
    await save(check, [given('1.1', 1, -10), given('1.2', 3, -1)])
    const second = await save(check, [given('1.1', 2, -5), given('1.2', 0, -8), given('2.1', 4, -3)])
    expect(second.saved.toSorted()).toEqual(['1.1', '2.1'])
    expect(second.stale).toEqual([given('1.2', 3, -1)])
    expect(await levels(check)).toEqual([['1.1', 2], ['1.2', 3], ['2.1', 4]])
  })

  it('loses nothing when two devices save at the same moment', async () => {
    const check = await beginCheck(place)
    const early = answersAt(1, minutes(-9))
    const late = answersAt(3, minutes(-4)).toReversed()
    await Promise.all([save(check, early), save(check, late), save(check, early)])
    expect((await levels(check)).map(([, level]) => level)).toEqual(early.map(() => 3))
  })

  it('answers a repeat as it answered at first', async () => {
    const check = await beginCheck(place)
    const answers = [given('1.1', 1, -2), given('1.2', 2, -2)]
    const first = await save(check, answers)
    const again = await save(check, answers)
    expect(again).toEqual({ saved: first.saved, stale: [] })
    expect(await levels(check)).toEqual([['1.1', 1], ['1.2', 2]])
  })

  it('takes the later of two answers to one item in one call', async () => {
    const check = await beginCheck(place)
    expect(await save(check, [given('1.1', 4, -1), given('1.1', 0, -3)])).toEqual({ saved: ['1.1'], stale: [] })
    expect(await levels(check)).toEqual([['1.1', 4]])
  })

  it('bounds a clock that runs ahead, so that it does not win for ever', async () => {
    const check = await beginCheck(place)
    await save(check, [given('1.1', 1, 60 * 24 * 365)])
    await save(check, [given('1.1', 2, 6)], minutes(6))
    expect(await levels(check)).toEqual([['1.1', 2]])
  })

  it('refuses items it does not ask, and "trifft nicht zu" where it is not offered', async () => {
    const full = await beginCheck(place)
    expect(await refusal(save(full, [given('9.9', 1)]))).toBe('answer.item_unknown')
    const away = (itemId: string): TimedAnswer => ({ ...given(itemId, 0), value: { kind: 'not_applicable' } })
    expect(await refusal(save(full, [given('1.1', 1), away('1.2')]))).toBe('answer.not_applicable_not_offered')
    expect(await save(full, [away('1.4')])).toMatchObject({ saved: ['1.4'] })
    expect(await levels(full)).toEqual([['1.4', 'not_applicable']])
    const quick = await beginCheck(place, 'quick')
    expect(await refusal(save(quick, [given('1.1', 1)]))).toBe('answer.item_unknown')
  })

  it('keeps the place where the person was', async () => {
    const check = await beginCheck(place)
    await place.act(tx => saveAnswers(tx, by(check), { ...check, answers: [given('1.1', 1)], position: '1.2' }))
    expect(await place.act(tx => getCheck(tx, askerOf(null, check.key), check))).toMatchObject({ position: '1.2', state: 'open', moment: 'T0' })
  })

  it('is over once the check is submitted', async () => {
    const check = await submittedCheck(place)
    expect(await refusal(save(check, [given('1.1', 4, 1)]))).toBe('assessment.already_submitted')
  })
})

describe('the key of a check', () => {
  it('opens this check and no other; wrong, foreign and absent ones get one answer', async () => {
    const check = await beginCheck(place)
    const other = await beginCheck(place)
    const elsewhere = await openTestCity(db)
    const foreign = await beginCheck(elsewhere)
    const tries = [{ ...check, key: other.key }, { assessmentId: check.assessmentId, key: 'x'.repeat(43) }, foreign, { ...check, assessmentId: newKey() as never }]
    for (const wrong of tries) {
      expect(await refusal(save(wrong, [given('1.1', 1)]))).toBe('assessment.not_found')
      expect(await refusal(submit(wrong))).toBe('assessment.not_found')
      expect(await refusal(place.act(tx => getResult(tx, askerOf(null, wrong.key), wrong)))).toBe('assessment.not_found')
      expect(await refusal(place.act(tx => getCheck(tx, askerOf(null, wrong.key), wrong)))).toBe('assessment.not_found')
    }
    expect(await refusal(place.act(tx => getCheck(tx, askerOf(null, undefined), check)))).toBe('assessment.not_found')
  })

  it('does not open a submitted check to a wrong key', async () => {
    const check = await submittedCheck(place)
    expect(await refusal(submit({ ...check, key: 'y'.repeat(43) }))).toBe('assessment.not_found')
  })
})

describe('submitting', () => {
  it('reckons once and answers every repeat alike', async () => {
    const check = await beginCheck(place)
    await save(check, answersAt(1))
    const [first, again] = await Promise.all([submit(check), submit(check)])
    expect(again).toEqual(first)
    expect(first.result).toMatchObject({ total: 25, band: 'build', openMusts: [] })
    expect(first.ranking.measures.filter(measure => measure.active)).toHaveLength(5)
    expect(await db.admin(`select count(*)::int from audit_events where action = 'assessment.submitted' and entity_id = $1`, [check.assessmentId])).toEqual([{ count: 1 }])
  })

  it('needs one answer with a level', async () => {
    const check = await beginCheck(place)
    expect(await refusal(submit(check))).toBe('assessment.nothing_answered')
    await save(check, [{ ...given('1.1', 0), value: { kind: 'unknown' } }])
    expect(await refusal(submit(check))).toBe('assessment.nothing_answered')
    await save(check, [given('1.2', 0)])
    expect((await submit(check)).result.openMusts).toEqual(['1.2'])
  })

  it('gives no result before', async () => {
    const check = await beginCheck(place)
    expect(await refusal(place.act(tx => getResult(tx, askerOf(null, check.key), check)))).toBe('assessment.not_submitted')
  })
})

describe('going on with the full check', () => {
  it('begins with the answers of the quick one, once per key', async () => {
    const quick = await beginCheck(place, 'quick')
    await save(quick, [given('1.2', 3)])
    const start = { services: place.services, city: place.city, client: { address: '192.0.2.1' }, claims: null }
    const idempotencyKey = newKey()
    const full = await extendCheck(start, { ...quick, idempotencyKey })
    expect(await extendCheck(start, { ...quick, idempotencyKey })).toEqual(full)
    expect(await levels(full)).toEqual([['1.2', 3]])
    expect(await save(full, [given('1.1', 1)])).toMatchObject({ saved: ['1.1'] })
    expect(await refusal(extendCheck(start, { assessmentId: quick.assessmentId, key: full.key, idempotencyKey: newKey() }))).toBe('assessment.not_found')
  })
})

const claim = (check: TestCheck, merchantId: Parameters<typeof claimAssessment>[1]['merchantId'], key = check.key) =>
  place.act(tx => claimAssessment(tx, { pack: place.city.pack, assessmentId: check.assessmentId, keyHash: hashToken(key), merchantId, now: noon }))

describe('keeping a check', () => {
  it('is for one business only: of two at once one wins', async () => {
    const check = await submittedCheck(place)
    const [one, other] = [await addShop(place), await addShop(place)]
    const outcomes = await Promise.all([refusal(claim(check, one.merchantId)), refusal(claim(check, other.merchantId))])
    expect(outcomes.toSorted()).toEqual(['assessment.already_claimed', 'passed'])
    expect(await db.admin('select count(*)::int from plans where assessment_id = $1', [check.assessmentId])).toEqual([{ count: 1 }])
    expect(await refusal(place.act(tx => ensureKeepable(tx, { assessmentId: check.assessmentId, keyHash: hashToken(check.key) })))).toBe('assessment.already_claimed')
  })

  it('leaves the key what it opened, and no more: the result is read, nothing new begins', async () => {
    const quick = await beginCheck(place, 'quick')
    await save(quick, [given('1.2', 1)])
    await submit(quick)
    await claim(quick, (await addShop(place)).merchantId)
    expect(await place.act(tx => getResult(tx, askerOf(null, quick.key), quick))).toMatchObject({ kind: 'quick', comparison: null })
    const start = { services: place.services, city: place.city, client: { address: '192.0.2.1' }, claims: null }
    expect(await refusal(extendCheck(start, { ...quick, idempotencyKey: newKey() }))).toBe('assessment.not_found')
  })

  it('asks for the key and for a submitted check', async () => {
    const { merchantId } = await addShop(place)
    const open = await beginCheck(place)
    expect(await refusal(claim(open, merchantId))).toBe('assessment.not_submitted')
    const check = await submittedCheck(place)
    expect(await refusal(claim(check, merchantId, open.key))).toBe('assessment.not_found')
    expect(await place.act(tx => ensureKeepable(tx, { assessmentId: check.assessmentId, keyHash: hashToken(check.key) }))).toBe(check.assessmentId)
  })

  it('gives the business its summary, with a score that does not contradict the band', async () => {
    const { merchantId, owner } = await addShop(place)
    const check = await submittedCheck(place, 1)
    await claim(check, merchantId)
    expect(await db.admin('select score::float, band, open_musts, latest_assessment_id from merchants where id = $1', [merchantId])).toEqual([
      { score: 25, band: 'build', open_musts: 0, latest_assessment_id: check.assessmentId },
    ])
    expect(await place.act(tx => getResult(tx, askerOf(owner, undefined), check))).toMatchObject({ merchantId, before: null, comparison: null })
    const office = asOffice(await addPerson(place))
    expect(await place.act(tx => getResult(tx, askerOf(office, undefined), check))).toMatchObject({ merchantId })
    const stranger = (await addShop(place)).owner
    expect(await refusal(place.act(tx => getResult(tx, askerOf(stranger, undefined), check)))).toBe('assessment.not_found')
  })
})

describe('the follow-up', () => {
  it('is compared with the check before, belongs to the business, and renews its plan', async () => {
    const { merchantId, owner } = await addShop(place)
    await claim(await submittedCheck(place, 1), merchantId)
    const start = (key = newKey()) => place.act(tx => startFollowUp({ tx, identity: owner, services: place.services, city: place.city }, { merchantId, idempotencyKey: key }))
    const next = await start()
    expect(await start()).toEqual(next)
    const later = { asker: askerOf(owner, undefined), pack: place.city.pack, now: minutes(30) }
    await place.act(tx => saveAnswers(tx, later, { ...next, answers: answersAt(2, minutes(10)) }))
    await place.act(tx => submitCheck(tx, later, next))
    const result = await place.act(tx => getResult(tx, later.asker, next))
    expect(result).toMatchObject({ moment: 'T1', kind: 'full', merchantId, comparison: { comparable: true, total: { before: 25, after: 50, difference: 25 } } })
    expect(await db.admin('select state, count(*)::int from plans where merchant_id = $1 group by state order by state', [merchantId])).toEqual([
      { state: 'active', count: 1 }, { state: 'closed', count: 1 },
    ])
    expect(await db.admin('select band, score::float from merchants where id = $1', [merchantId])).toEqual([{ band: 'secure', score: 50 }])
    const third = await start()
    expect(await place.act(tx => getCheck(tx, later.asker, third))).toMatchObject({ moment: 'T2' })
  })

  it('is not for a stranger', async () => {
    const { merchantId } = await addShop(place)
    const stranger = (await addShop(place)).owner
    const begun = place.act(tx => startFollowUp({ tx, identity: stranger, services: place.services, city: place.city }, { merchantId, idempotencyKey: newKey() }))
    expect(await refusal(begun)).toBe('merchant.not_found')
  })
})
