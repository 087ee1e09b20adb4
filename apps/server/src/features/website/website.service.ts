import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { MerchantId } from '@digitallotsen/domain/ids.schemas.ts'
import type { Plan } from '@digitallotsen/domain/plan/task.schemas.ts'
import type { AuditComparison, AuditLine, AuditList, AuditScore, QuickAudit, WebsiteAudit } from '@digitallotsen/domain/website/website-audit.schemas.ts'
import { once } from '../../trpc/idempotency.ts'
import { catalogueIn } from '../city/catalogue.service.ts'
import type { CityEntry } from '../city/city-directory.ts'
import { getDraft } from '../listing/listing-draft.service.ts'
import { ensureActiveMerchant } from '../merchant/merchant.service.ts'
import { adoptMeasure } from '../plan/finding.service.ts'
import { hashToken } from '../session/token.ts'
import { compareFindings } from './changes.rules.ts'
import { failureTexts } from './failures.rules.ts'
import { factsForPlan } from './findings.rules.ts'
import { listFindings } from './findings.repository.ts'
import { checkingHand, ensureMayRead, ensureOffered, getReadableAudit, type Asker, type MerchantAudit } from './website-access.service.ts'
import { getReport, reportParts } from './website-report.service.ts'
import { findByTicket, findLatestDone, findUnderWay, listAudits, type StoredAudit } from './website.repository.ts'

const mostListed = 50
/** A visitor's report, in days; the sweep takes it after that. */
const quickDays = 7
const dayMs = 86_400_000

/** One whose holder is gone waits for the next, whatever its row still says. */
const stateAt = ({ state, leaseUntil }: StoredAudit, now: Date): StoredAudit['state'] => (state === 'running' && leaseUntil !== null && leaseUntil < now ? 'queued' : state)

const frameOf = (audit: StoredAudit, now: Date) => {
  const state = stateAt(audit, now)
  const { address, finalAddress, step, stepDone, stepOf, createdAt, startedAt, finishedAt, failure, score } = audit
  return {
    address, finalAddress, state,
    progress: state === 'running' && step ? { step, done: stepDone, of: stepOf } : null,
    createdAt: createdAt.toISOString(), startedAt: startedAt?.toISOString() ?? null, finishedAt: finishedAt?.toISOString() ?? null,
    failure: failure && { code: failure, text: failureTexts[failure] }, score,
  }
}

const lineOf = (audit: StoredAudit, now: Date): AuditLine => ({ id: audit.id, trigger: audit.trigger, ...frameOf(audit, now) })

export const getAudit = async (tx: TenantTx, asker: Asker, auditId: string): Promise<WebsiteAudit> => {
  const audit = await getReadableAudit(tx, asker, auditId)
  const report = audit.state === 'done' ? await getReport(tx, asker.city.pack, audit) : null
  return { ...lineOf(audit, asker.now), merchantId: audit.merchantId, report }
}

export const listOfMerchant = async (tx: TenantTx, asker: Asker, merchantId: MerchantId): Promise<AuditList> => {
  ensureMayRead(asker, merchantId)
  const audits = await listAudits(tx, merchantId, mostListed)
  const { content } = await getDraft(tx, asker.city.pack, merchantId)
  const underWay = await findUnderWay(tx, merchantId)
  return { suggestedAddress: content.website ?? audits[0]?.address ?? null, runningId: underWay?.id ?? null, audits: audits.map(audit => lineOf(audit, asker.now)) }
}

const differenceOf = (before: number | null, after: number | null) => ({ before, after, difference: before === null || after === null ? null : after - before })

const compareScores = (before: AuditScore | null, after: AuditScore | null) => {
  const scoreOf = (score: AuditScore | null, area: string) => score?.areas.find(entry => entry.area === area)?.score ?? null
  const areas = [...new Set([...(after?.areas ?? []), ...(before?.areas ?? [])].map(({ area }) => area))]
  return { total: differenceOf(before?.score ?? null, after?.score ?? null), areas: areas.map(area => ({ area, ...differenceOf(scoreOf(before, area), scoreOf(after, area)) })) }
}

const isOlder = (a: StoredAudit, b: StoredAudit) => a.createdAt < b.createdAt || (a.createdAt.getTime() === b.createdAt.getTime() && a.id < b.id)

const getOther = async (tx: TenantTx, asker: Asker, audit: MerchantAudit, withAuditId: string | null): Promise<StoredAudit> => {
  const other = withAuditId === null ? await findLatestDone(tx, audit.merchantId, audit) : await getReadableAudit(tx, asker, withAuditId)
  if (!other || other.merchantId !== audit.merchantId || other.id === audit.id) throw new DomainError('website.not_comparable')
  return other
}

export type CompareInput = { auditId: string; withAuditId: string | null }

/** What has become better and worse between two finished audits of a business. */
export const compareTwo = async (tx: TenantTx, asker: Asker, { auditId, withAuditId }: CompareInput): Promise<AuditComparison> => {
  const audit = await getReadableAudit(tx, asker, auditId)
  const other = await getOther(tx, asker, audit, withAuditId)
  if (audit.state !== 'done' || other.state !== 'done') throw new DomainError('website.not_comparable')
  const [before, after] = isOlder(other, audit) ? [other, audit] : [audit, other]
  const checks = compareFindings(await listFindings(tx, before.id), await listFindings(tx, after.id))
  return { before: lineOf(before, asker.now), after: lineOf(after, asker.now), ...compareScores(before.score, after.score), checks }
}

type Reader = { city: CityEntry; now: Date }

/** For whoever holds the ticket, as long as the report is kept. */
export const getQuickResult = async (tx: TenantTx, { city, now }: Reader, ticket: string): Promise<QuickAudit> => {
  ensureOffered(city)
  const audit = await findByTicket(tx, hashToken(ticket))
  if (!audit || audit.createdAt.getTime() < now.getTime() - quickDays * dayMs) throw new DomainError('website.audit_not_found')
  const report = audit.state === 'done' ? reportParts(audit, await listFindings(tx, audit.id), new Map()) : null
  return { ...frameOf(audit, now), report }
}

export type AddTaskInput = { auditId: string; measureId: string; idempotencyKey: string }

/** Puts the measure that findings of this audit call for into the plan of the business. */
export const addTask = async (tx: TenantTx, asker: Asker, { auditId, measureId, idempotencyKey: key }: AddTaskInput): Promise<Plan> => {
  const { identity, city, now } = asker
  const { merchantId, state } = await getReadableAudit(tx, asker, auditId)
  if (checkingHand(asker, merchantId) !== 'merchant') throw new DomainError('website.audit_not_found')
  await ensureActiveMerchant(tx, merchantId)
  const facts = state === 'done' ? factsForPlan(city.pack, await listFindings(tx, auditId)) : []
  const concern = facts.find(fact => fact.measureId === measureId && fact.verdict === 'fail')
  if (!concern) throw new DomainError('website.measure_not_concerned')
  return once(tx, { key, procedure: 'website.addTask', subject: identity.personId }, () =>
    adoptMeasure(tx, { merchantId, auditId, catalogue: catalogueIn(city.pack, 'de'), now, facts }, { measureId, itemId: concern.itemId }, identity.personId),
  )
}
