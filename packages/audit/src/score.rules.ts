import type { CheckResult } from './audit.rules.ts'
import type { CheckData, Severity } from './check.types.ts'

export interface AreaScore {
  readonly area: string
  /** 0–100, not rounded; null where nothing could be judged. */
  readonly score: number | null
  readonly passed: number
  readonly failed: number
  readonly notApplicable: number
  readonly notChecked: number
}

export interface AuditScore extends Omit<AreaScore, 'area'> {
  /** In the order the areas first appear in the data. */
  readonly areas: readonly AreaScore[]
  /** Ids of failed checks, worst first. */
  readonly findings: readonly string[]
}

const weights: Readonly<Record<Severity, number>> = { critical: 8, high: 4, medium: 2, low: 1, info: 0 }

/**
 * What a check weighs: critical 8, high 4, medium 2, low 1, info 0. A heuristic check weighs half, in numerator and denominator alike,
 * until a person has confirmed its finding (domain.md §4.3).
 */
export const weightOf = ({ severity, certainty }: Pick<CheckData, 'severity' | 'certainty'>, isConfirmed = false): number => (certainty === 'heuristic' && !isConfirmed ? weights[severity] / 2 : weights[severity])

/**
 * Scores an audit: 100 · (1 − Σ weight of failed ÷ Σ weight of passed and failed), per area and in total over all checks alike.
 * What does not apply or was not checked stays out of both sums and is counted on its own. Results without data are left aside.
 */
export const scoreAudit = (checks: readonly CheckData[], results: readonly CheckResult[], confirmed: ReadonlySet<string> = new Set()): AuditScore => {
  const byId = new Map(results.map(result => [result.id, result]))
  const known = checks.flatMap(check => {
    const result = byId.get(check.id)
    return result ? [{ check, result, weight: weightOf(check, confirmed.has(check.id)) }] : []
  })
  const areas = [...new Set(known.map(({ check }) => check.area))]
  const failed = known.filter(({ result }) => result.verdict === 'fail').toSorted((a, b) => b.weight - a.weight || weights[b.check.severity] - weights[a.check.severity])
  return { ...sumUp(known), areas: areas.map(area => ({ area, ...sumUp(known.filter(({ check }) => check.area === area)) })), findings: failed.map(({ check }) => check.id) }
}

interface Weighed {
  readonly result: CheckResult
  readonly weight: number
}

const sumUp = (entries: readonly Weighed[]): Omit<AreaScore, 'area'> => {
  const of = (verdict: CheckResult['verdict']) => entries.filter(({ result }) => result.verdict === verdict)
  const total = (list: readonly Weighed[]) => list.reduce((sum, { weight }) => sum + weight, 0)
  const [lost, judged] = [total(of('fail')), total([...of('fail'), ...of('pass')])]
  return {
    score: judged === 0 ? null : 100 * (1 - lost / judged),
    passed: of('pass').length,
    failed: of('fail').length,
    notApplicable: of('not_applicable').length,
    notChecked: of('not_checked').length,
  }
}
