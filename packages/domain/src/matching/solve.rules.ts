import type { GuideId, MentorshipId } from '../ids.schemas.ts'
import type { Assign, Candidate, MatchingProblem, WaitingCase } from './matching.types.ts'
import { listViolations, placesOf } from './pair.rules.ts'
import { listParts, totalOf } from './points.rules.ts'
import type { Part, Violation } from './verdict.schemas.ts'

export type Pair = { violations: Violation[]; parts: Part[]; total: number }
export type Assigned = { mentorshipId: MentorshipId; guideId: GuideId; total: number }

/** A solved problem: who goes where, and every pair as it was weighed. */
export type Solution = {
  guides: readonly Candidate[]
  waiting: readonly WaitingCase[]
  /** By waiting case, then by guide, in the order of the two lists. */
  pairs: readonly (readonly Pair[])[]
  /** By waiting case: which guide, or -1. */
  guideOf: readonly number[]
  assigned: readonly Assigned[]
  points: number
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
const byWaiting = (a: WaitingCase, b: WaitingCase): number => (a.waitingSince < b.waitingSince ? -1 : a.waitingSince > b.waitingSince ? 1 : byId(a, b))

/** Every pair weighed: what it breaks, or what speaks for it. */
export const weighPair = (guide: Candidate, waiting: WaitingCase, problem: MatchingProblem): Pair => {
  const violations = listViolations(guide, waiting, problem)
  const parts = violations.length > 0 ? [] : listParts(guide, waiting, problem)
  return { violations, parts, total: totalOf(parts) }
}

/** More than all points of all cases together: one case more served outweighs every sum. */
const worthOfOne = (pairs: Solution['pairs']): number => 1 + pairs.reduce((sum, row) => sum + Math.max(0, ...row.map(({ total }) => total)), 0)

/** Who goes where on weighed pairs; `places` by guide. Values are whole numbers, so that the sums are exact. */
export const assignPairs = (pairs: Solution['pairs'], places: readonly number[], assign: Assign): number[] => {
  const columns = places.flatMap((count, guide) => Array.from({ length: Math.min(count, pairs.length) }, () => guide))
  if (columns.length === 0 || pairs.length === 0) return pairs.map(() => -1)
  const one = worthOfOne(pairs)
  const values = pairs.map(row => columns.map(guide => (row[guide]?.violations.length === 0 ? one + row[guide].total : 0)))
  return assign(values).map((column, row) => {
    const guide = columns[column] ?? -1
    return pairs[row]?.[guide]?.violations.length === 0 ? guide : -1
  })
}

const assignedOf = ({ guides, waiting, pairs, guideOf }: Omit<Solution, 'assigned' | 'points'>): Assigned[] =>
  waiting.flatMap(({ id }, row) => {
    const at = guideOf[row] ?? -1
    const [guide, pair] = [guides[at], pairs[row]?.[at]]
    return guide && pair ? [{ mentorshipId: id, guideId: guide.id, total: pair.total }] : []
  })

/** The solution of weighed pairs; refuses nothing, since a pair that may not be is never taken. */
export const solvePairs = (weighed: Pick<Solution, 'guides' | 'waiting' | 'pairs'>, assign: Assign): Solution => {
  const { guides, waiting, pairs } = weighed
  const solved = { guides, waiting, pairs, guideOf: assignPairs(pairs, guides.map(placesOf), assign) }
  const assigned = assignedOf(solved)
  return { ...solved, assigned, points: assigned.reduce((sum, { total }) => sum + total, 0) }
}

export const weighAll = (problem: MatchingProblem): Pick<Solution, 'guides' | 'waiting' | 'pairs'> => {
  const [guides, waiting] = [problem.guides.toSorted(byId), problem.waiting.toSorted(byWaiting)]
  return { guides, waiting, pairs: waiting.map(each => guides.map(guide => weighPair(guide, each, problem))) }
}

/**
 * The best that can be proposed: as many cases as possible are served, and among all ways to do that the highest sum of points is taken.
 * No pair breaks a rule, no guide takes more than her free places. Which of two equally good ways it is depends on ids and days alone: the
 * order of the lists does not matter.
 */
export const solveMatching = (problem: MatchingProblem, assign: Assign): Solution => solvePairs(weighAll(problem), assign)
