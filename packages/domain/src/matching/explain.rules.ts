import type { MentorshipId } from '../ids.schemas.ts'
import { placesOf } from './pair.rules.ts'
import type { Solution } from './solve.rules.ts'
import type { GuideVerdict, Verdict } from './verdict.schemas.ts'

const takenBy = ({ waiting, guideOf }: Solution, guide: number): MentorshipId[] => waiting.filter((_, row) => guideOf[row] === guide).map(({ id }) => id)

const verdictOf = (solution: Solution, row: number, guide: number): Verdict => {
  const { guides, pairs, guideOf } = solution
  const [pair, candidate] = [pairs[row]?.[guide], guides[guide]]
  if (!pair || !candidate) throw new Error('a pair outside the solution')
  const { violations, parts, total } = pair
  const chosen = guideOf[row] ?? -1
  if (chosen === guide) return { kind: 'proposed', parts, total }
  if (violations.length > 0) return { kind: 'excluded', violations }
  const proposedTotal = pairs[row]?.[chosen]?.total
  if (proposedTotal !== undefined && total < proposedTotal) return { kind: 'fewer', parts, total, proposedTotal }
  const by = takenBy(solution, guide)
  return by.length >= placesOf(candidate) ? { kind: 'taken', parts, total, by } : { kind: 'equal', parts, total }
}

const rank: Readonly<Record<Verdict['kind'], number>> = { proposed: 0, equal: 1, taken: 2, fewer: 3, excluded: 4 }
const pointsOf = (verdict: Verdict): number => (verdict.kind === 'excluded' ? -verdict.violations.length : verdict.total)

/** What is said of every guide for this case, the proposed one first, then those who come closest; empty for a case that is not in it. */
export const explainCase = (solution: Solution, mentorshipId: MentorshipId): GuideVerdict[] => {
  const row = solution.waiting.findIndex(({ id }) => id === mentorshipId)
  if (row < 0) return []
  return solution.guides
    .map((guide, at) => ({ guideId: guide.id, verdict: verdictOf(solution, row, at) }))
    .toSorted((a, b) => rank[a.verdict.kind] - rank[b.verdict.kind] || pointsOf(b.verdict) - pointsOf(a.verdict) || (a.guideId < b.guideId ? -1 : 1))
}
