import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { MerchantId } from '@digitallotsen/domain/ids.schemas.ts'
import { flowers } from '@digitallotsen/domain/listing/listing.fixture.ts'
import type { Plan, Task } from '@digitallotsen/domain/plan/task.schemas.ts'
import type { WebsiteAudit } from '@digitallotsen/domain/website/website-audit.schemas.ts'
import { createTestDatabase, type TestDatabase } from '@digitallotsen/testing/postgres.ts'
import { getResult } from '../check/check.service.ts'
import { askerOf } from '../check/check-access.service.ts'
import { recordProfile } from '../listing/profiles.service.ts'
import { getMerchantRecord } from '../merchant/merchant.service.ts'
import { removeEvidence } from '../plan/evidence.service.ts'
import { getCurrentPlan } from '../plan/plan.service.ts'
import { changeTask } from '../plan/task.service.ts'
import { addPerson, addShop, asOffice, identityWith, newKey, shopWithPlan, type Shop } from '../../test-city.fixture.ts'
import { noAnswers } from './facts.rules.ts'
import type { Asker } from './website-access.service.ts'
import { answerQuestions, getAnswers } from './website-answers.service.ts'
import { badSite, goodSite, openWebsiteCity, origin, type WebsiteCity } from './website.fixture.ts'
import { auditWebsiteJob, monthlyWebsitesJob, rejudgeWebsiteJob, repeatWebsiteJob, tidyWebsitesJob } from './website.jobs.ts'
import { startAudit, startQuick } from './website-start.service.ts'
import { addTask, compareTwo, getAudit, getQuickResult, listOfMerchant } from './website.service.ts'

let db: TestDatabase
let place: WebsiteCity
const clock = { now: new Date('2026-03-02T12:00:00Z') }
const later = (days: number, minutes = 0) => void (clock.now = new Date(clock.now.getTime() + days * 86_400_000 + minutes * 60_000))
beforeAll(async () => {
  db = await createTestDatabase()
  place = await openWebsiteCity(db, clock)
})
afterAll(() => db.close())
beforeEach(async () => {
  later(40)
  place.put(badSite)
  await db.admin('delete from graphile_worker._private_jobs')
})

const refusal = (work: Promise<unknown>) => work.then(() => 'passed', (error: unknown) => (error instanceof DomainError ? error.code : String(error)))
const askerFor = ({ owner: identity }: Pick<Shop, 'owner'>): Asker => ({ identity, city: place.city, now: clock.now })
const start = (shop: Shop, address = origin, key = newKey()) => place.act(tx => startAudit(tx, askerFor(shop), { merchantId: shop.merchantId, address, idempotencyKey: key }))
const get = (shop: Shop, auditId: string) => place.act(tx => getAudit(tx, askerFor(shop), auditId))
/** Starts and reads to the end. */
const audit = async (shop: Shop, site = badSite): Promise<WebsiteAudit> => {
  later(0, 1)
  place.put(site)
  const { auditId } = await start(shop)
  await place.work(auditId)
  return get(shop, auditId)
}
const verdicts = ({ report }: WebsiteAudit) => Object.fromEntries((report?.findings ?? []).map(({ checkId, verdict }) => [checkId, verdict]))
const queued = () => db.admin(`select t.identifier as task, j.payload, j.run_at from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`)
const planOf = ({ merchantId }: Shop): Promise<Plan> => place.act(tx => getCurrentPlan(tx, merchantId))
const taskOf = async (shop: Shop, measureId: string): Promise<Task> => {
  const task = (await planOf(shop)).tasks.find(entry => entry.measureId === measureId)
  if (!task) throw new Error(`the plan has no ${measureId}`)
  return task
}
const historyOf = async (shop: Shop, taskId: string) =>
  (await place.act(tx => getMerchantRecord(tx, shop.owner, shop.merchantId))).history.filter(entry => entry.taskId === taskId).map(({ kind, actor }) => `${actor} ${kind}`).toReversed()
const stateOf = async (auditId: string) => (await db.admin('select state, attempts, failure from website_audits where id = $1', [auditId]))[0]
const activeCount = async (shop: Shop) => (await planOf(shop)).tasks.filter(({ state }) => state === 'open' || state === 'in_progress').length

describe('an audit', () => {
  it('waits in the queue, is read, and ends in a report with scores', async () => {
    const shop = await addShop(place)
    const { auditId } = await start(shop, 'www.blumen-muster.de')
    expect(await queued()).toMatchObject([{ task: 'website.audit', payload: { tenant_id: place.city.tenantId, auditId } }])
    expect(await get(shop, auditId)).toMatchObject({ state: 'queued', progress: null, report: null, score: null, trigger: 'merchant', address: 'www.blumen-muster.de' })
    await place.work(auditId)
    const done = await get(shop, auditId)
    expect(done).toMatchObject({ state: 'done', finalAddress: `${origin}/`, failure: null, progress: null })
    expect(verdicts(done)).toMatchObject({ 'R-01': 'fail', 'R-04': 'fail', 'F-01': 'fail', 'R-03': 'not_checked', 'F-07': 'not_checked', 'B-02': 'not_checked' })
    expect(Object.keys(verdicts(done))).toHaveLength(38)
    expect(done.score?.areas.map(({ area }) => area)).toEqual(['Recht', 'Online-Verkauf', 'Auffindbarkeit', 'Technik', 'Barrierefreiheit', 'Sicherheit'])
    expect(done.report?.findings[0]).toMatchObject({ checkId: 'R-01', severity: 'critical', change: null, places: [{ text: 'Von dieser Seite führt kein Link zum Impressum.', page: `${origin}/` }] })
    expect(done.report?.questions).toEqual(['employees', 'google_profile'])
    expect(done.report?.concerns[0]).toMatchObject({ measureId: 'M-5.1', itemId: '5.1', task: null })
  })

  it('is judged by the master record of the business', async () => {
    const shop = await addShop(place, 'Blumen Muster')
    await db.admin(`insert into listings (tenant_id, merchant_id, slug, draft) values ($1, $2, $3, $4)`, [place.city.tenantId, shop.merchantId, `x-${shop.merchantId}`, JSON.stringify({ ...flowers, name: 'Blumen Muster', phones: [{ kind: 'landline', number: '02000 999999' }] })])
    const { report } = await audit(shop, goodSite)
    const contact = report?.findings.find(({ checkId }) => checkId === 'F-06')
    expect(contact).toMatchObject({ verdict: 'fail' })
    expect(contact?.places.map(({ text }) => text)).toContain('Diese Telefonnummer weicht ab.')
  })

  it('is started once: a second click, and a second person, get the same one', async () => {
    const shop = await addShop(place)
    const key = newKey()
    const [one, two, three] = [await start(shop, origin, key), await start(shop, origin, key), await start(shop)]
    expect([two, three]).toEqual([one, one])
    const { runningId, audits } = await place.act(tx => listOfMerchant(tx, askerFor(shop), shop.merchantId))
    expect([runningId, audits.length]).toEqual([one.auditId, 1])
  })

  it('is started at most twelve times a day', async () => {
    const shop = await addShop(place)
    for (let round = 0; round < 12; round++) await audit(shop)
    expect(await refusal(start(shop))).toBe('rate.limited')
    later(1)
    expect(await refusal(start(shop))).toBe('passed')
  })

  it.each([
    ['a site that is not there', 'https://gibt-es-nicht-muster.de', 'not_found'],
    ['an inner address', 'http://10.0.0.1/', 'address'],
  ])('ends with a reason for %s', async (_what, address, code) => {
    const shop = await addShop(place)
    const { auditId } = await start(shop, address)
    await place.work(auditId)
    const failed = await get(shop, auditId)
    expect(failed).toMatchObject({ state: 'failed', failure: { code }, report: null, score: null })
    expect(failed.failure?.text).toMatch(/^(Diese|Unter) .*\. Bitte .*\.$/)
  })

  it('refuses what is no address, a paused business and a city that does not offer it', async () => {
    const shop = await addShop(place)
    expect(await refusal(start(shop, 'laden@blumen-muster.de'))).toBe('website.address_malformed')
    const city = { ...place.city, pack: { ...place.city.pack, features: { ...place.city.pack.features, websiteCheck: false } } }
    expect(await refusal(place.act(tx => startAudit(tx, { ...askerFor(shop), city }, { merchantId: shop.merchantId, address: origin, idempotencyKey: newKey() })))).toBe('website.not_offered')
    await db.admin(`update merchants set state = 'paused' where id = $1`, [shop.merchantId])
    expect(await refusal(start(shop))).toBe('merchant.not_active')
  })

  it('is seen by its people and the office, and by nobody else', async () => {
    const shop = await addShop(place)
    const { id } = await audit(shop)
    const as = (identity: Asker['identity']): Asker => ({ identity, city: place.city, now: clock.now })
    const stranger = as((await addShop(place)).owner)
    const office = as(asOffice(await addPerson(place)))
    const guide = as(identityWith(await addPerson(place), { role: 'guide', merchantId: null, merchantName: null, position: null, universityId: null }))
    expect(await place.act(tx => getAudit(tx, office, id))).toMatchObject({ id, state: 'done' })
    for (const asker of [stranger, guide]) {
      expect(await refusal(place.act(tx => getAudit(tx, asker, id)))).toBe('website.audit_not_found')
      expect(await refusal(place.act(tx => listOfMerchant(tx, asker, shop.merchantId)))).toBe('merchant.not_found')
      expect(await refusal(place.act(tx => startAudit(tx, asker, { merchantId: shop.merchantId, address: origin, idempotencyKey: newKey() })))).toBe('merchant.not_found')
    }
    const { auditId } = await place.act(tx => startAudit(tx, office, { merchantId: shop.merchantId, address: origin, idempotencyKey: newKey() }))
    expect(await place.act(tx => getAudit(tx, office, auditId))).toMatchObject({ trigger: 'office' })
  })
})

describe('an audit that somebody left', () => {
  const leave = async (shop: Shop) => {
    const { auditId } = await start(shop)
    await db.admin(`update website_audits set state = 'running', attempts = 1, step = 'pages', lease_until = $2 where id = $1`, [auditId, new Date(clock.now.getTime() + 60_000).toISOString()])
    return auditId
  }

  it('is nobody else’s while it is held, waits when its time is over, and is then read', async () => {
    const shop = await addShop(place)
    const auditId = await leave(shop)
    expect(await get(shop, auditId)).toMatchObject({ state: 'running', progress: { step: 'pages' } })
    await place.work(auditId)
    expect(await stateOf(auditId)).toMatchObject({ state: 'running', attempts: 1 })
    later(0, 2)
    expect(await get(shop, auditId)).toMatchObject({ state: 'queued', progress: null })
    await db.admin('delete from graphile_worker._private_jobs')
    await tidyWebsitesJob(place.jobServices, { tenant_id: place.city.tenantId })
    expect(await queued()).toContainEqual(expect.objectContaining({ task: 'website.audit', payload: { tenant_id: place.city.tenantId, auditId } }))
    await place.work(auditId)
    expect(await stateOf(auditId)).toMatchObject({ state: 'done', attempts: 2 })
  })

  it('comes back at once when somebody asks for it', async () => {
    const shop = await addShop(place)
    const auditId = await leave(shop)
    await db.admin('delete from graphile_worker._private_jobs')
    expect(await start(shop)).toEqual({ auditId })
    expect(await queued()).toEqual([])
    later(0, 2)
    expect(await start(shop)).toEqual({ auditId })
    expect(await queued()).toMatchObject([{ task: 'website.audit', payload: { auditId } }])
  })

  it('ends when it was left twice, and may be started anew', async () => {
    const shop = await addShop(place)
    const auditId = await leave(shop)
    await db.admin('update website_audits set attempts = 2 where id = $1', [auditId])
    later(0, 2)
    await place.work(auditId)
    expect(await get(shop, auditId)).toMatchObject({ state: 'failed', failure: { code: 'interrupted' } })
    expect((await start(shop)).auditId).not.toBe(auditId)
  })

  it('does not overwrite what a later attempt has found', async () => {
    const shop = await addShop(place)
    const { auditId } = await start(shop)
    const slow = place.web.audit
    const web = { ...place.web, audit: async (...given: Parameters<typeof slow>) => {
      await db.admin('update website_audits set attempts = 2 where id = $1', [auditId])
      return slow(...given)
    } }
    await auditWebsiteJob({ ...place.reading, web }, { tenant_id: place.city.tenantId, auditId })
    expect(await stateOf(auditId)).toMatchObject({ state: 'running', attempts: 2 })
    expect(await db.admin('select 1 from website_findings where audit_id = $1', [auditId])).toHaveLength(0)
  })

  it.each(['cancelled', 'crashed'] as const)('waits for another attempt where the reader was %s, and the job fails so that it comes again', async reason => {
    const shop = await addShop(place)
    const { auditId } = await start(shop)
    const ended = { ok: false as const, reason, hops: [], status: null, contentType: null }
    const web = { ...place.web, audit: () => Promise.resolve(ended) }
    const work = () => auditWebsiteJob({ ...place.reading, web }, { tenant_id: place.city.tenantId, auditId })
    await expect(work()).rejects.toThrow(reason)
    expect(await stateOf(auditId)).toMatchObject({ state: 'queued', attempts: 1 })
    if (reason === 'crashed') await work()
    if (reason === 'crashed') expect(await stateOf(auditId)).toMatchObject({ state: 'failed', failure: 'too_large' })
  })

  it('waits while its site is being read for another business', async () => {
    const [one, two] = [await addShop(place), await addShop(place)]
    const reading = await leave(one)
    const { auditId } = await start(two)
    await db.admin('delete from graphile_worker._private_jobs')
    await place.work(auditId)
    expect(await stateOf(auditId)).toMatchObject({ state: 'queued', attempts: 0 })
    expect((await queued()).map(({ run_at: at }) => new Date(String(at)) > clock.now)).toEqual([true])
    await db.admin(`update website_audits set state = 'failed' where id = $1`, [reading])
    await place.work(auditId)
    expect(await stateOf(auditId)).toMatchObject({ state: 'done' })
  })
})

describe('the plan', () => {
  it('has findings on the task of their measure; the task is done when they are gone, with the audit as evidence, and open again when one is back', async () => {
    const shop = await shopWithPlan(place, 0)
    const first = await audit(shop)
    const before = await taskOf(shop, 'M-5.1')
    expect(first.report?.concerns[0]).toMatchObject({ measureId: 'M-5.1', task: { id: before.id, state: before.state, closesByAudit: true } })
    expect(await historyOf(shop, before.id)).toEqual(['system finding_attached'])
    const active = await activeCount(shop)

    const second = await audit(shop, goodSite)
    expect(verdicts(second)).toMatchObject({ 'R-01': 'pass', 'R-02': 'pass', 'R-04': 'pass', 'R-05': 'pass', 'B-01': 'pass' })
    const after = await taskOf(shop, 'M-5.1')
    expect(after).toMatchObject({ state: 'done', finishedAt: clock.now.toISOString(), evidence: [{ kind: 'audit', auditId: second.id }] })
    expect(after.evidence[0]?.body).toMatch(/^Die Website-Prüfung vom \d+\. \p{Lu}\p{Ll}+ \d{4} bestätigt: Impressum vorhanden/u)
    expect(await historyOf(shop, before.id)).toEqual(['system finding_attached', 'system finding_gone', 'system evidence_added', 'system task_finished'])
    expect(await activeCount(shop)).toBe(active)

    await audit(shop)
    expect((await taskOf(shop, 'M-5.1')).state).not.toBe('done')
    expect((await historyOf(shop, before.id)).slice(-2)).toEqual(['system finding_attached', 'system task_reopened'])
    expect(await activeCount(shop)).toBeLessThanOrEqual(5)
  })

  it('keeps a task open as long as one of its findings is left, or could not be checked', async () => {
    const shop = await shopWithPlan(place, 0)
    await audit(shop)
    const half = { ...goodSite, [`${origin}/`]: { body: `${String(goodSite[`${origin}/`]?.body)}<p>Online-Streitbeilegung: https://ec.europa.eu/consumers/odr</p>` } }
    await audit(shop, half)
    expect((await taskOf(shop, 'M-5.1')).state).not.toBe('done')
    await audit(shop, { [`${origin}/`]: { status: 503, body: 'Wartung' } })
    expect((await taskOf(shop, 'M-5.1')).state).not.toBe('done')
    await audit(shop, goodSite)
    expect((await taskOf(shop, 'M-5.1')).state).toBe('done')
  })

  it('does not take a measure for done that is more than its finding: the evidence comes, the task stays', async () => {
    const shop = await shopWithPlan(place, 0)
    const mail = (records: { txt: string[]; dmarc: string[] }) => ({ 'blumen-muster.de': { ok: true as const, mx: ['mx.blumen-muster.de'], ...records } })
    place.site.mail = mail({ txt: [], dmarc: [] })
    const { report } = await audit(shop)
    expect(report?.concerns.find(({ measureId }) => measureId === 'M-4.5')).toMatchObject({ task: { closesByAudit: false } })
    place.site.mail = mail({ txt: ['v=spf1 -all'], dmarc: ['v=DMARC1; p=reject'] })
    await audit(shop)
    delete place.site.mail
    expect(await taskOf(shop, 'M-4.5')).toMatchObject({ evidence: [{ kind: 'audit' }] })
    expect((await taskOf(shop, 'M-4.5')).state).not.toBe('done')
  })

  it('leaves alone what its people have left out or done themselves', async () => {
    const shop = await shopWithPlan(place, 0)
    const { id: taskId } = await taskOf(shop, 'M-5.1')
    await place.act(tx => changeTask(tx, { identity: shop.owner, catalogue: place.city.pack.catalogues.de ?? (undefined as never), now: clock.now }, { taskId, change: { kind: 'drop', reason: 'Macht die Agentur' }, idempotencyKey: newKey() }))
    await audit(shop)
    await audit(shop, goodSite)
    expect(await taskOf(shop, 'M-5.1')).toMatchObject({ state: 'dropped', evidence: [] })
    expect(await historyOf(shop, taskId)).toEqual(['self task_dropped'])
  })

  it('keeps the audit’s evidence from being taken away', async () => {
    const shop = await shopWithPlan(place, 0)
    await audit(shop)
    await audit(shop, goodSite)
    const [piece] = (await taskOf(shop, 'M-5.1')).evidence
    expect(await refusal(place.act(tx => removeEvidence(tx, { identity: shop.owner, now: clock.now }, piece?.id ?? '')))).toBe('evidence.not_found')
  })

  it('takes in a measure that only the audit calls for, and ends it when its findings are gone', async () => {
    const shop = await shopWithPlan(place, 3)
    expect((await planOf(shop)).tasks).toEqual([])
    const first = await audit(shop)
    const add = (measureId: string, key = newKey()) => place.act(tx => addTask(tx, askerFor(shop), { auditId: first.id, measureId, idempotencyKey: key }))
    expect(first.report?.concerns.map(({ measureId, task }) => [measureId, task])).toContainEqual(['M-4.5', null])
    const key = newKey()
    const plan = await add('M-5.1', key)
    expect(await add('M-5.1', key)).toEqual(plan)
    expect((await add('M-4.5')).tasks.map(({ measureId, rank, state, stage }) => [measureId, rank, state, stage])).toEqual([['M-5.1', 1, 'open', 'base'], ['M-4.5', 2, 'open', 'base']])
    const { id: taskId, dueOn } = await taskOf(shop, 'M-5.1')
    expect(dueOn).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(await historyOf(shop, taskId)).toEqual(['self finding_attached'])
    expect(await refusal(add('M-3.1'))).toBe('website.measure_not_concerned')
    const { report } = await audit(shop, goodSite)
    expect((await taskOf(shop, 'M-5.1')).state).toBe('done')
    expect(report?.concerns.find(({ measureId }) => measureId === 'M-4.5')).toMatchObject({ task: { state: 'open', closesByAudit: true } })
    const lonely = await addShop(place)
    const { id } = await audit(lonely)
    expect(await refusal(place.act(tx => addTask(tx, askerFor(lonely), { auditId: id, measureId: 'M-5.1', idempotencyKey: newKey() })))).toBe('plan.not_found')
  })
})

describe('measured levels', () => {
  it('stand beside what was said, cap it, rise when the site is put right, and change no score', async () => {
    const shop = await shopWithPlan(place, 1)
    const [{ latest_assessment_id: assessmentId } = {}] = await db.admin('select latest_assessment_id from merchants where id = $1', [shop.merchantId])
    const result = () => place.act(tx => getResult(tx, askerOf(shop.owner, undefined), { assessmentId: String(assessmentId) as never }))
    const before = await result()
    expect(before.measured).toEqual([])
    const bad = await audit(shop)
    expect(bad.report?.levels.find(({ itemId }) => itemId === '5.1')).toEqual({ itemId: '5.1', auto: 0, self: 1, guide: null, effective: 0, checkIds: ['R-01'] })
    expect((await result()).measured).toContainEqual({ itemId: '5.1', level: 0 })
    const good = await audit(shop, goodSite)
    expect(good.report?.levels.find(({ itemId }) => itemId === '5.1')).toEqual({ itemId: '5.1', auto: 4, self: 1, guide: null, effective: 1, checkIds: [] })
    const { measured, ...after } = await result()
    expect(measured).toContainEqual({ itemId: '5.1', level: 4 })
    expect({ ...after, measured: [] }).toEqual(before)
  })
})

describe('two audits', () => {
  it('are compared, the older first, with the places that are gone and come', async () => {
    const shop = await addShop(place)
    const [one, two] = [await audit(shop), await audit(shop, goodSite)]
    const compare = (auditId: string, withAuditId: string | null) => place.act(tx => compareTwo(tx, askerFor(shop), { auditId: auditId as never, withAuditId: withAuditId as never }))
    const comparison = await compare(two.id, null)
    expect(await compare(one.id, two.id)).toEqual(comparison)
    expect([comparison.before.id, comparison.after.id]).toEqual([one.id, two.id])
    expect(comparison.checks.find(({ checkId }) => checkId === 'R-04')).toMatchObject({ change: 'fixed', fixed: [{ page: `${origin}/` }], added: [], still: [] })
    expect(comparison.total.difference).toBeGreaterThan(0)
    expect(comparison.areas.find(({ area }) => area === 'Recht')?.difference).toBeGreaterThan(0)
    expect(await refusal(compare(one.id, null))).toBe('website.not_comparable')
    const other = await audit(await addShop(place))
    expect(await refusal(compare(one.id, other.id))).toBe('website.audit_not_found')
  })
})

describe('what people tell', () => {
  it('is kept, and counts at once where nothing else is needed', async () => {
    const shop = await shopWithPlan(place, 0)
    const first = await audit(shop)
    expect(verdicts(first)).toMatchObject({ 'F-07': 'not_checked', 'R-09': 'not_checked' })
    const answers = { ...noAnswers, employees: 3 }
    expect(await place.act(tx => answerQuestions(tx, askerFor(shop), { merchantId: shop.merchantId, answers }))).toEqual({ answers, savedAt: clock.now.toISOString() })
    expect((await place.act(tx => getAnswers(tx, askerFor(shop), shop.merchantId))).answers).toEqual(answers)
    expect(verdicts(await audit(shop))).toMatchObject({ 'R-09': 'not_applicable' })
  })

  it('of the Google profile counts in the newest audit without reading the site again', async () => {
    const shop = await shopWithPlan(place, 0)
    const { id, score } = await audit(shop)
    const asked = place.web.asked.length
    const look = (finding: 'same' | 'missing') => place.act(tx => recordProfile(tx, { identity: shop.owner, pack: place.city.pack, now: clock.now, origin: '' }, {
      merchantId: shop.merchantId, idempotencyKey: newKey(),
      check: { channel: 'google', present: true, url: null, checkedOn: '2026-03-02', findings: (['claimed', 'category', 'hours', 'photos', 'description'] as const).map(field => ({ field, finding, note: null })) },
    }))
    const rejudge = async () => {
      expect(await queued()).toContainEqual(expect.objectContaining({ task: 'website.rejudge' }))
      await rejudgeWebsiteJob(place.jobServices, { tenant_id: place.city.tenantId, merchantId: shop.merchantId })
      return get(shop, id)
    }
    await look('missing')
    const after = await rejudge()
    expect(after.report?.findings.find(({ checkId }) => checkId === 'F-07')).toMatchObject({ verdict: 'fail', advice: expect.stringContaining('Inhaberschaft') })
    expect(after.score?.notChecked).toBe((score?.notChecked ?? 0) - 1)
    const { id: taskId } = await taskOf(shop, 'M-2.1')
    expect(await historyOf(shop, taskId)).toEqual(['system finding_attached'])
    later(0, 1)
    await look('same')
    expect(verdicts(await rejudge())).toMatchObject({ 'F-07': 'pass' })
    expect(await taskOf(shop, 'M-2.1')).toMatchObject({ state: 'open', evidence: [{ kind: 'audit', auditId: id, body: expect.stringContaining('Nach Angabe des Betriebs') }] })
    expect(place.web.asked).toHaveLength(asked)
  })
})

describe('a Schnellcheck', () => {
  const quick = (address = origin, visitor = '192.0.2.7', key = newKey()) =>
    startQuick({ services: { ...place.services, now: () => clock.now }, city: place.city, client: { address: visitor } }, { address, idempotencyKey: key })
  const result = (ticket: string) => place.act(tx => getQuickResult(tx, { city: place.city, now: clock.now }, ticket))
  const idOf = async () => String((await db.admin(`select id from website_audits where trigger = 'public' order by created_at desc limit 1`))[0]?.['id'])

  it('is read by its ticket alone, for seven days', async () => {
    const key = newKey()
    const { ticket } = await quick(origin, '192.0.2.7', key)
    expect(await quick(origin, '192.0.2.7', key)).toEqual({ ticket })
    const id = await idOf()
    await place.work(id)
    const { report, ...frame } = await result(ticket)
    expect(frame).toMatchObject({ state: 'done', finalAddress: `${origin}/` })
    expect(report?.findings).toHaveLength(38)
    expect(JSON.stringify(await db.admin('select * from website_audits where id = $1', [id]))).not.toContain(ticket)
    expect(await refusal(result('x'.repeat(43)))).toBe('website.audit_not_found')
    expect(await refusal(place.act(async tx => getAudit(tx, { identity: asOffice(await addPerson(place)), city: place.city, now: clock.now }, id)))).toBe('website.audit_not_found')
    later(7, 1)
    expect(await refusal(result(ticket))).toBe('website.audit_not_found')
  })

  it('is limited per visitor and per site', async () => {
    for (let n = 0; n < 4; n++) await quick(`https://laden-${n}.de`, '192.0.2.8')
    expect(await refusal(quick('https://laden-5.de', '192.0.2.8'))).toBe('rate.limited')
    await quick('https://einer.de', '192.0.2.9')
    await quick('https://www.einer.de/start', '192.0.2.10')
    expect(await refusal(quick('http://einer.de', '192.0.2.11'))).toBe('rate.limited')
  })
})

describe('the monthly repeat', () => {
  const due = async () => (await queued()).flatMap(({ task, payload }) => (task === 'website.repeat' ? [(payload as { merchantId: MerchantId }).merchantId] : []))
  const monthly = () => monthlyWebsitesJob(place.jobServices, { tenant_id: place.city.tenantId })

  it('comes for businesses with a website that nobody has looked at for a month, spread over the day', async () => {
    const [checked, silent, sample] = [await addShop(place), await addShop(place), await addShop(place)]
    await audit(checked)
    await audit(sample)
    await db.admin('update merchants set sample = true where id = $1', [sample.merchantId])
    later(29)
    await monthly()
    expect(await due()).not.toContain(checked.merchantId)
    later(2)
    await monthly()
    await monthly()
    const ids = await due()
    expect(ids.filter(id => id === checked.merchantId)).toHaveLength(1)
    expect(ids).not.toContain(silent.merchantId)
    expect(ids).not.toContain(sample.merchantId)
    const [job] = (await queued()).filter(({ payload }) => (payload as { merchantId?: string }).merchantId === checked.merchantId)
    expect(new Date(String(job?.['run_at'])).getTime()).toBeLessThan(clock.now.getTime() + 20 * 3_600_000)

    const repeat = () => repeatWebsiteJob(place.jobServices, { tenant_id: place.city.tenantId, merchantId: checked.merchantId })
    await repeat()
    await repeat()
    const { audits } = await place.act(tx => listOfMerchant(tx, askerFor(checked), checked.merchantId))
    expect(audits.map(({ trigger, state }) => [trigger, state])).toEqual([['monthly', 'queued'], ['merchant', 'done']])
  })

  it('is told to the owner by mail, once, with what has changed', async () => {
    const shop = await addShop(place)
    await audit(shop)
    later(31)
    place.put(goodSite)
    await repeatWebsiteJob(place.jobServices, { tenant_id: place.city.tenantId, merchantId: shop.merchantId })
    const [begun] = await db.admin(`select id from website_audits where merchant_id = $1 and trigger = 'monthly'`, [shop.merchantId])
    for (let times = 0; times < 2; times++) await place.work(String(begun?.['id']))
    const mails = await db.admin(`select subject, body_text, person_id, unsubscribe_link from mails where topic = 'website_reviewed' and body_text like $1`, [`%${shop.merchantId}%`])
    expect(mails).toHaveLength(1)
    expect(mails[0]?.['unsubscribe_link']).toMatch(/\/abbestellen\?zu=[\w-]{43}$/)
    expect(mails[0]?.['body_text']).toMatch(/Seit dem letzten Mal behoben: [1-9]/)
    expect(mails[0]?.['body_text']).toContain(`/mein-betrieb/${shop.merchantId}/website`)
  })

  it('begins with the website of the master record, and not for who has left', async () => {
    const shop = await addShop(place)
    await db.admin(`insert into listings (tenant_id, merchant_id, slug, draft) values ($1, $2, $3, $4)`, [place.city.tenantId, shop.merchantId, `y-${shop.merchantId}`, JSON.stringify({ ...flowers, website: 'https://www.neu-muster.de' })])
    await monthly()
    expect(await due()).toContain(shop.merchantId)
    await db.admin(`update merchants set state = 'paused' where id = $1`, [shop.merchantId])
    await repeatWebsiteJob(place.jobServices, { tenant_id: place.city.tenantId, merchantId: shop.merchantId })
    expect((await place.act(tx => listOfMerchant(tx, askerFor(shop), shop.merchantId))).audits).toEqual([])
    await db.admin(`update merchants set state = 'active' where id = $1`, [shop.merchantId])
    await repeatWebsiteJob(place.jobServices, { tenant_id: place.city.tenantId, merchantId: shop.merchantId })
    expect((await place.act(tx => listOfMerchant(tx, askerFor(shop), shop.merchantId))).audits).toMatchObject([{ address: 'https://www.neu-muster.de', trigger: 'monthly' }])
  })
})
