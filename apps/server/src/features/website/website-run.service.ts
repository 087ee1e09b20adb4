import type { Lanes, TenantTx } from '@digitallotsen/db/lanes.ts'
import type { AuditProgress } from '@digitallotsen/domain/website/website-audit.schemas.ts'
import type { SiteReport, Yardstick } from '../../adapters/web/site-audit.schemas.ts'
import { originOf } from '../mail/city-origin.ts'
import { contactSchema } from '../../adapters/web/web.schemas.ts'
import type { WebReader } from '../../adapters/web/web-reader.ts'
import { enqueueJob } from '../../queue/queue.repository.ts'
import type { Services } from '../../services.ts'
import { record } from '../audit/audit.service.ts'
import { catalogueIn } from '../city/catalogue.service.ts'
import type { CityEntry } from '../city/city-directory.ts'
import { recordMeasured } from '../check/measured.service.ts'
import { getDraft } from '../listing/listing-draft.service.ts'
import { findProfileCheck } from '../listing/profiles.service.ts'
import { calendarDay } from '../plan/calendar.rules.ts'
import { followAudit } from '../plan/finding.service.ts'
import { factsOf, humanAnswersOf, noAnswers } from './facts.rules.ts'
import { failureOfReader, failureOfSite } from './failures.rules.ts'
import { factsForPlan, scoreFindings, toCheckData, toFinding, toResult, type StoredFinding } from './findings.rules.ts'
import { insertFindings } from './findings.repository.ts'
import { measuredLevels, type MeasuredLevel } from './levels.rules.ts'
import { findAnswers } from './website-answers.repository.ts'
import { tellOfReview } from './website-review.service.ts'
import { claimAudit, findAudit, isHostBusy, lockHost, lockHeld, setDone, setFailed, renewLease, setProgress, setQueued, type StoredAudit } from './website.repository.ts'

/** Whoever reads a site renews their hold of it; who has not for so long is no more. */
const leaseMs = 90_000
const renewMs = 25_000
const mostAttempts = 2
/** Often enough for somebody who watches, seldom enough for the database. */
const progressMs = 900

const leaseFrom = (at: Date): Date => new Date(at.getTime() + leaseMs)

export type Run = { services: Pick<Services, 'env' | 'lanes' | 'now' | 'log'>; web: WebReader; city: CityEntry }

export type Claimed = { kind: 'yours'; audit: StoredAudit; yardstick: Yardstick } | { kind: 'busy' } | { kind: 'nothing' }

const yardstickOf = async (tx: TenantTx, { pack }: CityEntry, { merchantId }: StoredAudit, now: Date): Promise<Yardstick> => {
  const checks = pack.webChecks.map(toCheckData)
  const today = calendarDay(now)
  if (merchantId === null) return { checks, facts: {}, human: {}, today }
  const { content } = await getDraft(tx, pack, merchantId)
  const answers = (await findAnswers(tx, merchantId))?.answers ?? noAnswers
  const google = await findProfileCheck(tx, merchantId, 'google')
  return { checks, facts: factsOf(content, answers, pack), human: humanAnswersOf(answers, google), today }
}

/** An audit that somebody should read; undefined where there is nothing (more) to do. */
export const findWaiting = ({ services: { lanes }, city }: Omit<Run, 'web'>, auditId: string): Promise<Pick<StoredAudit, 'host' | 'merchantId'> | undefined> =>
  lanes.withTenant(city.tenantId, async tx => {
    const audit = await findAudit(tx, auditId)
    return audit?.state === 'queued' || audit?.state === 'running' ? audit : undefined
  }, { readOnly: true })

/** Takes the audit for this attempt, unless its site is being read already; one that has been tried too often ends here. */
export const claim = ({ services: { lanes, now }, city }: Omit<Run, 'web'>, auditId: string): Promise<Claimed> =>
  lanes.withTenant(city.tenantId, async tx => {
    const waiting = await findAudit(tx, auditId)
    if (!waiting || waiting.state === 'done' || waiting.state === 'failed') return { kind: 'nothing' }
    await lockHost(tx, waiting.host)
    const at = now()
    if (await isHostBusy(tx, waiting, at)) return { kind: 'busy' }
    const audit = await claimAudit(tx, auditId, { now: at, leaseUntil: leaseFrom(at) })
    if (!audit) return { kind: 'nothing' }
    if (audit.attempts > mostAttempts) {
      await setFailed(tx, audit, 'interrupted', at)
      return { kind: 'nothing' }
    }
    return { kind: 'yours', audit, yardstick: await yardstickOf(tx, city, audit, at) }
  })

/** Writes how far it is and that it is still there, one after the other and not too often; that it could not be written stops nothing. */
const createReporter = ({ services: { lanes, now, log }, city }: Run, audit: StoredAudit) => {
  let writing = Promise.resolve()
  let last: { step: string; at: number } | undefined
  const write = (work: (tx: TenantTx) => Promise<void>) => {
    writing = writing.then(() => lanes.withTenant(city.tenantId, work)).catch((err: unknown) => log.warn({ err, auditId: audit.id }, 'the progress of an audit was not written'))
  }
  const renewing = setInterval(() => write(tx => renewLease(tx, audit, leaseFrom(now()))), renewMs)
  return {
    report: (progress: AuditProgress) => {
      const at = performance.now()
      if (last?.step === progress.step && at - last.at < progressMs) return
      last = { step: progress.step, at }
      write(tx => setProgress(tx, audit, progress, now()))
    },
    settle: () => {
      clearInterval(renewing)
      return writing
    },
  }
}

/** Whom the owner of a site may ask: the programme's mail address, else its imprint. */
const contactOf = ({ pack }: CityEntry): string => contactSchema.safeParse(pack.city.contact.email).data ?? `https://${pack.hosts[0]}/impressum`

const settleMerchant = async (tx: TenantTx, { city, services: { now } }: Run, audit: StoredAudit, findings: readonly StoredFinding[], levels: readonly MeasuredLevel[]): Promise<void> => {
  const { merchantId, id: auditId } = audit
  if (merchantId === null) return
  const { pack } = city
  await recordMeasured(tx, merchantId, levels, now())
  // What people told while it ran was not known to who judged it.
  await enqueueJob(tx, { task: 'website.rejudge', payload: { merchantId }, key: `website.rejudge:${merchantId}` })
  await followAudit(tx, { merchantId, auditId, catalogue: catalogueIn(pack, 'de'), now: now(), facts: factsForPlan(pack, findings) })
  await record(tx, {
    actorPersonId: null, actorRole: 'system', action: 'website.finished', entity: 'website-audit', entityId: auditId,
    details: { merchantId, failed: findings.filter(({ verdict }) => verdict === 'fail').length }, at: now(),
  })
}

type Judged = SiteReport & { audit: NonNullable<SiteReport['audit']>; finalAddress: string }
const isJudged = (report: SiteReport): report is Judged => report.audit !== null && report.finalAddress !== null

const finish = async (tx: TenantTx, run: Run, audit: StoredAudit, report: Judged): Promise<void> => {
  const { pack } = run.city
  const results = new Map(report.audit.results.map(result => [result.id, result]))
  const findings = pack.webChecks.flatMap((check, position) => {
    const result = results.get(check.id)
    return result ? [toFinding(check, position, result)] : []
  })
  const levels = measuredLevels(pack.webChecks, findings.map(toResult))
  await insertFindings(tx, audit.id, findings)
  const { rulesVersion, limits } = report.audit
  const outcome = { finalAddress: report.finalAddress, rulesVersion, frameworkVersion: pack.frameworkVersion, score: scoreFindings(findings), levels, pages: report.pages, limits: [...limits] }
  await setDone(tx, audit, outcome, run.services.now())
  await settleMerchant(tx, run, audit, findings, levels)
  if (audit.trigger === 'monthly') await tellOfReview(tx, { city: run.city, origin: originOf(run.services.env, run.city), now: run.services.now() }, audit, findings)
}

const keep = (lanes: Lanes, city: CityEntry, audit: StoredAudit, work: (tx: TenantTx) => Promise<void>): Promise<void> =>
  lanes.withTenant(city.tenantId, async tx => {
    if (await lockHeld(tx, audit)) await work(tx)
  })

export class AuditInterrupted extends Error {
  override readonly name = 'AuditInterrupted'
}

/** The server is going down, or the child was ended with it: neither is the site's fault, the second not for certain. */
const mayBeOurs = (reason: string, { attempts }: StoredAudit): boolean => reason === 'cancelled' || (reason === 'crashed' && attempts < mostAttempts)

/** Reads and judges the site, and keeps what came of it, all or nothing. Throws where it was interrupted: then it waits for another attempt. */
export const runAudit = async (run: Run, { audit, yardstick }: Extract<Claimed, { kind: 'yours' }>): Promise<void> => {
  const { services: { lanes, now }, web, city } = run
  const reporter = createReporter(run, audit)
  const result = await web.audit({ entered: audit.address, contact: contactOf(city), yardstick, onProgress: reporter.report }).finally(reporter.settle)
  if (result.ok) {
    const { report } = result
    return keep(lanes, city, audit, tx => (isJudged(report) ? finish(tx, run, audit, report) : setFailed(tx, audit, failureOfSite(report.failure ?? 'other'), now())))
  }
  if (!mayBeOurs(result.reason, audit)) return keep(lanes, city, audit, tx => setFailed(tx, audit, failureOfReader(result.reason), now()))
  await keep(lanes, city, audit, tx => setQueued(tx, audit, now()))
  throw new AuditInterrupted(`the reader ended while it read: ${result.reason}`)
}
