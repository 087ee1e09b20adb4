import { findConcern, fillAdvice } from '@digitallotsen/audit/advice.rules.ts'
import type { CheckResult } from '@digitallotsen/audit/audit.rules.ts'
import { causeTexts } from '@digitallotsen/audit/cause-texts.de.ts'
import type { CheckData, Place } from '@digitallotsen/audit/check.types.ts'
import type { ReasonCode } from '@digitallotsen/audit/reason-texts.de.ts'
import { scoreAudit } from '@digitallotsen/audit/score.rules.ts'
import type { CheckItem } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import type { AuditScore, FindingPlace } from '@digitallotsen/domain/website/website-audit.schemas.ts'
import type { ResolvedPack, WebCheck } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import { catalogueIn } from '../city/catalogue.service.ts'
import type { CheckedFact } from '../plan/finding.service.ts'

/** What became of a check in an audit, with the words of its day. */
export type StoredFinding = {
  checkId: string
  position: number
  area: string
  title: string
  itemId: string
  verdict: CheckResult['verdict']
  severity: CheckData['severity']
  certainty: CheckData['certainty']
  reason: ReasonCode | null
  advice: string | null
  places: readonly Place[]
  notes: readonly Place[]
  keys: string[]
}

/** As the rules of the audit know a result. */
export const toResult = ({ checkId, verdict, reason, places, notes, keys }: StoredFinding): CheckResult => ({ id: checkId, verdict, ...(reason && { reason }), places, notes, values: {}, keys })

/** A check of the pack, as the rules of the audit know it. */
export const toCheckData = ({ itemId, validFrom, validUntil, method: _method, allows: _allows, closes: _closes, ...check }: WebCheck): CheckData => ({
  ...check, item: itemId, validFrom: validFrom ?? undefined, validUntil: validUntil ?? undefined,
})

/** What is kept of a result: with the words of its check, and its advice filled in. */
export const toFinding = (check: WebCheck, position: number, result: CheckResult): StoredFinding => ({
  checkId: check.id, position, area: check.area, title: check.title, itemId: check.itemId, severity: check.severity, certainty: check.certainty, ...verdictOf(check, result),
})

export const verdictOf = ({ advice }: Pick<WebCheck, 'advice'>, { verdict, reason, places, notes, values, keys }: CheckResult) => ({
  verdict, reason: reason ?? null, advice: verdict === 'fail' ? fillAdvice(advice, values) : null, places, notes, keys: [...keys],
})

const asCheck = ({ checkId, itemId, ...finding }: StoredFinding): CheckData => ({ ...finding, id: checkId, item: itemId, applies: 'always', advice: '' })

export const scoreFindings = (findings: readonly StoredFinding[]): AuditScore => {
  const { findings: _order, areas, ...total } = scoreAudit(findings.map(asCheck), findings.map(toResult))
  return { ...total, areas: areas.map(area => ({ ...area })) }
}

const rank = { fail: 0, pass: 1, not_checked: 2, not_applicable: 3 } as const

/** Failed ones first, the worst on top; the others in the order of the framework. */
export const inReportOrder = (findings: readonly StoredFinding[]): StoredFinding[] => {
  const worst = scoreAudit(findings.map(asCheck), findings.map(toResult)).findings
  const place = ({ checkId, verdict, position }: StoredFinding) => (verdict === 'fail' ? worst.indexOf(checkId) : position)
  return findings.toSorted((a, b) => rank[a.verdict] - rank[b.verdict] || place(a) - place(b))
}

const textsByCause: Readonly<Record<string, string>> = causeTexts

export const toPlace = ({ cause, page, quote, selector }: Place): FindingPlace => ({
  text: textsByCause[cause] ?? 'Hier ist etwas aufgefallen.', page: page ?? null, quote: quote ?? null, selector: selector ?? null,
})

const itemsOf = (pack: ResolvedPack): CheckItem[] => catalogueIn(pack, 'de').fields.flatMap(field => field.items)

/** What the findings mean to a plan; a check of an item that the city does not have means nothing. */
export const factsForPlan = (pack: ResolvedPack, findings: readonly StoredFinding[]): (CheckedFact & { itemId: string })[] => {
  const items = itemsOf(pack)
  const closing = new Set(pack.webChecks.filter(({ closes }) => closes).map(({ id }) => id))
  return findings.flatMap(({ checkId, title, itemId, verdict, severity, certainty }) => {
    const concern = findConcern({ item: itemId }, items)
    return concern ? [{ checkId, title, verdict, severity, closes: closing.has(checkId), isStated: certainty === 'human', ...concern }] : []
  })
}
