import { readCheckData } from '../corpus/check-data.ts'
import { compareSite, figuresOf, goals, type Comparison, type Figures } from '../corpus/judge-corpus.ts'
import { listSlugs, loadSite } from '../corpus/load-site.ts'

export interface CorpusProof {
  readonly proof: 'corpus'
  readonly seed: number
  readonly sites: number
  /** Verdicts compared: sites times checks. */
  readonly verdicts: number
  readonly goals: typeof goals
  /** Per check: expected fails found (tp), found without being expected (fp), missed (fn), precision, recall. */
  readonly checks: readonly Record<string, string | number | null>[]
  /** Checks below their goal or without any expected fail in the corpus. */
  readonly below: readonly string[]
  /** Differences in words: "wp-shop T-05 expected pass, is fail". */
  readonly differences: readonly string[]
  /** Expected places at which nothing was found. */
  readonly missedPlaces: readonly string[]
  /** Checks that hold when every site gets the verdicts of its neighbour; must not be all, or the comparison is blind. */
  readonly control: number
  readonly verdict: 'holds' | 'broken'
}

/** Judges the whole corpus against what its writers expect. Short and long form are the same: the corpus is the sample; the seed is only repeated. */
export const run = async ({ seed }: { long: boolean; seed: number }): Promise<CorpusProof> => {
  const checks = readCheckData()
  const sites = listSlugs().map(slug => compareSite(loadSite(slug), checks))
  const comparisons = sites.flat()
  const figures = figuresOf(checks, comparisons)
  const swapped = sites.flatMap((site, i) => site.map((comparison, k): Comparison => ({ ...comparison, result: sites[(i + 1) % sites.length]?.[k]?.result ?? comparison.result })))
  const control = figuresOf(checks, swapped).filter(({ holds }) => holds).length
  const below = figures.filter(({ holds }) => !holds).map(({ id }) => id)
  return {
    proof: 'corpus',
    seed,
    sites: sites.length,
    verdicts: comparisons.length,
    goals,
    checks: figures.map(lineOf),
    below,
    differences: comparisons.filter(({ expected, result }) => expected !== result.verdict).map(({ slug, id, expected, result }) => `${slug} ${id} expected ${expected}, is ${result.verdict}`),
    missedPlaces: comparisons.flatMap(({ slug, id, missedPlaces }) => missedPlaces.map(path => `${slug} ${id} ${path}`)),
    control,
    verdict: below.length === 0 && control < checks.length / 2 ? 'holds' : 'broken',
  }
}

const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value * 1_000) / 1_000)

const lineOf = ({ id, certainty, truePositives, falsePositives, falseNegatives, precision, recall, otherDifferences }: Figures): Record<string, string | number | null> => ({
  id, certainty, tp: truePositives, fp: falsePositives, fn: falseNegatives, precision: rounded(precision), recall: rounded(recall), otherDifferences,
})
