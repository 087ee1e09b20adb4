import { auditSite, type CheckResult } from '../audit.rules.ts'
import type { CheckData, Verdict } from '../check.types.ts'
import type { RenderedFacts } from '../site.types.ts'
import type { LoadedSite } from './load-site.ts'

export interface Comparison {
  readonly slug: string
  readonly id: string
  readonly expected: Verdict
  readonly result: CheckResult
  /** Expected places (paths) at which nothing was found. */
  readonly missedPlaces: readonly string[]
}

/** What the audit says of a site of the corpus once a browser has seen its start page, beside what its writer expects then. */
export const compareRendered = (loaded: LoadedSite, rendered: RenderedFacts, checks: readonly CheckData[]): Comparison[] => {
  const { site, snapshot } = loaded
  return compareSite({ ...loaded, site: { ...site, expect: { ...site.expect, ...site.expectRendered } }, snapshot: { ...snapshot, rendered } }, checks)
}

/** What the audit says of a site of the corpus beside what its writer expects, check by check. */
export const compareSite = ({ slug, site, snapshot, facts }: LoadedSite, checks: readonly CheckData[]): Comparison[] =>
  auditSite(snapshot, facts, site.today, checks).results.map(result => {
    const wanted = site.places[result.id] ?? []
    const found = new Set(result.places.flatMap(({ page }) => (page ? [pathOf(page)] : [])))
    return { slug, id: result.id, expected: site.expect[result.id] ?? 'pass', result, missedPlaces: wanted.filter(path => !found.has(path)) }
  })

const pathOf = (page: string): string => {
  const { pathname, search } = new URL(page)
  return pathname + search
}

export interface Figures {
  readonly id: string
  readonly certainty: CheckData['certainty']
  readonly truePositives: number
  readonly falsePositives: number
  readonly falseNegatives: number
  /** null where nothing was found, or nothing was to be found. */
  readonly precision: number | null
  readonly recall: number | null
  /** Verdicts other than fail that differ from the expected one (pass, not_applicable, not_checked taken for each other). */
  readonly otherDifferences: number
  readonly holds: boolean
}

export const goals = { sure: 0.95, heuristic: 0.85, human: 0.95 } as const

/** Precision and recall of "fail" per check. A check without any expected fail in the corpus does not hold. */
export const figuresOf = (checks: readonly CheckData[], comparisons: readonly Comparison[]): Figures[] =>
  checks.map(({ id, certainty }) => {
    const own = comparisons.filter(comparison => comparison.id === id)
    const count = (test: (comparison: Comparison) => boolean) => own.filter(test).length
    const truePositives = count(({ expected, result }) => expected === 'fail' && result.verdict === 'fail')
    const falsePositives = count(({ expected, result }) => expected !== 'fail' && result.verdict === 'fail')
    const falseNegatives = count(({ expected, result }) => expected === 'fail' && result.verdict !== 'fail')
    const otherDifferences = count(({ expected, result }) => expected !== 'fail' && result.verdict !== 'fail' && expected !== result.verdict)
    const precision = ratio(truePositives, falsePositives)
    const recall = ratio(truePositives, falseNegatives)
    const holds = precision !== null && recall !== null && precision >= goals[certainty] && recall >= goals[certainty]
    return { id, certainty, truePositives, falsePositives, falseNegatives, precision, recall, otherDifferences, holds }
  })

const ratio = (hits: number, misses: number): number | null => (hits + misses === 0 ? null : hits / (hits + misses))
