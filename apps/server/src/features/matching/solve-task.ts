import { explainCase } from '@digitallotsen/domain/matching/explain.rules.ts'
import { solveMatching, type Solution } from '@digitallotsen/domain/matching/solve.rules.ts'
import type { ViolationCode } from '@digitallotsen/domain/matching/verdict.schemas.ts'
import { askWhatIf } from '@digitallotsen/domain/matching/what-if.rules.ts'
import { bestAssignment } from './best-assignment.ts'
import type { Line, Results, Task } from './solver.types.ts'

const lineOf = ({ guides, waiting, pairs, guideOf }: Solution, row: number): Line => {
  const [each, at, all] = [waiting[row], guideOf[row] ?? -1, pairs[row] ?? []]
  if (!each) throw new Error('a row outside the solution')
  const [guide, pair] = [guides[at], all[at]]
  if (guide && pair) return { mentorshipId: each.id, proposed: { guideId: guide.id, parts: pair.parts, total: pair.total }, taken: 0, excluded: [] }
  const counts = new Map<ViolationCode, number>()
  for (const { violations: [first] } of all) if (first) counts.set(first.code, (counts.get(first.code) ?? 0) + 1)
  const excluded = [...counts].map(([code, guides]) => ({ code, guides })).toSorted((a, b) => b.guides - a.guides || (a.code < b.code ? -1 : 1))
  return { mentorshipId: each.id, proposed: null, taken: all.filter(({ violations }) => violations.length === 0).length, excluded }
}

/** What a task asks for, computed on this thread. */
export const solveTask = (task: Task): Results[Task['kind']] => {
  const solution = solveMatching(task.problem, bestAssignment)
  if (task.kind === 'explain') return explainCase(solution, task.mentorshipId)
  if (task.kind === 'whatIf') return askWhatIf(task.problem, solution, bestAssignment)
  return { lines: solution.waiting.map((_, row) => lineOf(solution, row)), served: solution.assigned.length, points: solution.points }
}
