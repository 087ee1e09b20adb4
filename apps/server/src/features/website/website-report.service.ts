import { limitTexts, reasonTexts } from '@digitallotsen/audit/reason-texts.de.ts'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import type { WebsiteQuestion } from '@digitallotsen/domain/website/website-answers.schemas.ts'
import type { FindingChange, WebsiteConcern, WebsiteFinding, WebsiteReport } from '@digitallotsen/domain/website/website-audit.schemas.ts'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import { listSaid } from '../check/measured.service.ts'
import { listConcernedTasks } from '../plan/finding.service.ts'
import { changesBetween } from './changes.rules.ts'
import { factsForPlan, inReportOrder, toPlace, type StoredFinding } from './findings.rules.ts'
import { listFindings } from './findings.repository.ts'
import { besideSaid } from './levels.rules.ts'
import type { MerchantAudit } from './website-access.service.ts'
import { findLatestDone, type StoredAudit } from './website.repository.ts'

export const toReportFinding = ({ position: _position, keys: _keys, reason, places, notes, ...finding }: StoredFinding, change: FindingChange | null): WebsiteFinding => ({
  ...finding, reason: reason && reasonTexts[reason], places: places.map(toPlace), notes: notes.map(toPlace), change,
})

/** Pages and findings, as everybody may see them who may see the audit. */
export const reportParts = ({ pages, limits }: Pick<StoredAudit, 'pages' | 'limits'>, findings: readonly StoredFinding[], changes: ReadonlyMap<string, FindingChange>) => ({
  findings: inReportOrder(findings).map(finding => toReportFinding(finding, changes.get(finding.checkId) ?? null)),
  limits: (limits ?? []).map(({ page, reason }) => ({ page, text: (limitTexts as Readonly<Record<string, string>>)[reason] ?? 'Die Seite wurde nur zum Teil gelesen.' })),
  pages: pages ?? [],
})

const questionOf = ({ checkId, verdict, reason }: StoredFinding): WebsiteQuestion | undefined => {
  if (verdict !== 'not_checked') return undefined
  if (reason === 'unknown_size') return 'employees'
  if (reason !== 'no_human') return undefined
  return ({ 'R-10': 'accessibility_statement', 'O-05': 'order_button', 'F-07': 'google_profile' } as const)[checkId]
}

const concernsOf = async (tx: TenantTx, pack: ResolvedPack, { merchantId }: MerchantAudit, findings: readonly StoredFinding[]): Promise<WebsiteConcern[]> => {
  const facts = factsForPlan(pack, inReportOrder(findings))
  const failing = facts.filter(({ verdict }) => verdict === 'fail')
  const tasks = await listConcernedTasks(tx, merchantId, facts)
  return [...new Map(failing.map(({ measureId, itemId }) => [measureId, itemId]))].map(([measureId, itemId]) => ({
    itemId, measureId, checkIds: failing.filter(fact => fact.measureId === measureId).map(({ checkId }) => checkId), task: tasks.get(measureId) ?? null,
  }))
}

/** The report of a finished audit of a business, with what it means to plan and check as they stand now. */
export const getReport = async (tx: TenantTx, pack: ResolvedPack, audit: MerchantAudit): Promise<WebsiteReport> => {
  const findings = await listFindings(tx, audit.id)
  const before = await findLatestDone(tx, audit.merchantId, audit)
  const changes = before ? changesBetween(await listFindings(tx, before.id), findings) : []
  const said = await listSaid(tx, audit.merchantId)
  return {
    ...reportParts(audit, findings, new Map(changes.map(({ id, change }) => [id, change]))),
    concerns: await concernsOf(tx, pack, audit, findings),
    levels: (audit.levels ?? []).map(level => besideSaid(level, said(level.itemId))),
    questions: [...new Set(findings.flatMap(finding => questionOf(finding) ?? []))],
  }
}
