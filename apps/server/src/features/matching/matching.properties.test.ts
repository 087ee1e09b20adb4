import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explainCase } from '@digitallotsen/domain/matching/explain.rules.ts'
import type { Candidate, MatchingProblem, WaitingCase } from '@digitallotsen/domain/matching/matching.types.ts'
import { listViolations, placesOf } from '@digitallotsen/domain/matching/pair.rules.ts'
import { listParts, totalOf } from '@digitallotsen/domain/matching/points.rules.ts'
import { solveMatching, type Solution } from '@digitallotsen/domain/matching/solve.rules.ts'
import { askWhatIf, candidateOf } from '@digitallotsen/domain/matching/what-if.rules.ts'
import { bestAssignment } from './best-assignment.ts'
import { caseOf, districts, guideOf, idOf, problemOf } from './matching.fixture.ts'

const languages = fc.subarray(['de', 'tr', 'ar'])
const district = fc.constantFrom(...districts.map(({ id }) => id))
const fields = fc.subarray(['HF1', 'HF2', 'HF3'])
const trades = fc.subarray(['cafe', 'florist'])
const days = fc.subarray(['mo', 'tu', 'we'] as const)
const span = fc.constantFrom({ from: '2026-03-10', to: '2026-03-31' }, { from: '2026-03-01', to: '2026-12-31' })
const rarely = <T>(given: fc.Arbitrary<T[]>) => fc.oneof({ weight: 5, arbitrary: fc.constant<T[]>([]) }, { weight: 1, arbitrary: given })

const conflict = fc.oneof(
  fc.nat(4).map(number => ({ kind: 'family' as const, business: `laden ${number} `, merchantId: null, trade: null })),
  fc.nat(4).map(number => ({ kind: 'employer' as const, business: 'anders geschrieben', merchantId: idOf(3, number), trade: null })),
  fc.constantFrom('cafe', 'florist').map(trade => ({ kind: 'trade' as const, business: null, merchantId: null, trade })),
) as fc.Arbitrary<Candidate['conflicts'][number]>

const guide = fc.record({
  languages, districts: fc.oneof(fc.constant<string[]>([]), district.map(id => [id])), trades, fields, days,
  travel: fc.subarray(['foot', 'car'] as const), capacity: fc.nat(3), load: fc.nat(1), asked: fc.nat(1), conflicts: rarely(fc.array(conflict, { minLength: 1, maxLength: 2 })),
  blocked: rarely(fc.array(span, { maxLength: 2 })), state: fc.constantFrom<Candidate['state'][]>('active', 'active', 'active', 'paused'),
  missing: rarely(fc.constant([{ kind: 'release' as const }])),
})
const waiting = fc.record({
  districtId: fc.option(district), trades, openFields: fields, wishes: fc.record({ languages, days }),
  waitingSince: fc.constantFrom('2026-01-01', '2026-02-20', '2026-03-14'),
  refused: rarely(fc.nat(3).map(number => [{ guideId: idOf(1, number), by: 'guide' as const, on: '2026-02-01' }])) as fc.Arbitrary<WaitingCase['refused'][number][]>,
  blocked: rarely(fc.array(span, { maxLength: 1 })),
})

const problem = (mostGuides: number, mostCases: number): fc.Arbitrary<MatchingProblem> =>
  fc
    .record({ guides: fc.array(guide, { maxLength: mostGuides }), waiting: fc.array(waiting, { maxLength: mostCases }), places: fc.integer({ min: 1, max: 3 }) })
    .map(({ guides, waiting, places }) => problemOf(guides.map((each, i) => guideOf(i, each)), waiting.map((each, i) => caseOf(i, each)), { newGuidePlaces: places }))

const solved = (given: MatchingProblem): Solution => solveMatching(given, bestAssignment)

type Best = { served: number; points: number }
const better = (a: Best, b: Best): Best => (b.served > a.served || (b.served === a.served && b.points > a.points) ? b : a)

/** Every way there is, one after the other. */
const bruteForce = (given: MatchingProblem): Best => {
  const { guides, waiting } = given
  const try1 = (row: number, left: readonly number[]): Best => {
    const each = waiting[row]
    if (!each) return { served: 0, points: 0 }
    return guides.reduce((best, guide, at) => {
      if ((left[at] ?? 0) <= 0 || listViolations(guide, each, given).length > 0) return best
      const rest = try1(row + 1, left.with(at, (left[at] ?? 0) - 1))
      return better(best, { served: rest.served + 1, points: rest.points + totalOf(listParts(guide, each, given)) })
    }, try1(row + 1, left))
  }
  return try1(0, guides.map(placesOf))
}

const ensure = (arbitrary: fc.Arbitrary<MatchingProblem>, hold: (given: MatchingProblem) => void, runs = 400) => fc.assert(fc.property(arbitrary, hold), { numRuns: runs })

describe('a proposal', () => {
  it('serves as many as any other way would, and has the most points among those', () =>
    ensure(problem(4, 5), given => {
      const { assigned, points } = solved(given)
      expect({ served: assigned.length, points }).toEqual(bruteForce(given))
    }))

  it('breaks no rule and no guide’s places, and gives each business one guide at most', () =>
    ensure(problem(6, 12), given => {
      const { assigned } = solved(given)
      const find = <T extends { id: string }>(list: readonly T[], id: string): T => list.find(each => each.id === id) as T
      for (const { guideId, mentorshipId } of assigned) expect(listViolations(find(given.guides, guideId), find(given.waiting, mentorshipId), given)).toEqual([])
      for (const each of given.guides) expect(assigned.filter(({ guideId }) => guideId === each.id).length).toBeLessThanOrEqual(placesOf(each))
      expect(new Set(assigned.map(({ mentorshipId }) => mentorshipId)).size).toBe(assigned.length)
    }))

  it('is the same in whatever order the lists come', () =>
    fc.assert(
      fc.property(
        problem(5, 8).chain(given => fc.record({
          given: fc.constant(given),
          guides: fc.shuffledSubarray([...given.guides], { minLength: given.guides.length }),
          waiting: fc.shuffledSubarray([...given.waiting], { minLength: given.waiting.length }),
        })),
        ({ given, guides, waiting }) => {
          expect(solved({ ...given, guides, waiting })).toEqual(solved(given))
        },
      ),
      { numRuns: 200 },
    ))
})

describe('the reasons', () => {
  it('every guide has exactly one for every business, and it is true', () =>
    ensure(problem(5, 8), given => {
      const solution = solved(given)
      for (const [row, each] of solution.waiting.entries()) {
        const told = explainCase(solution, each.id)
        expect(told.map(({ guideId }) => guideId).toSorted()).toEqual(given.guides.map(({ id }) => id).toSorted())
        const chosen = solution.assigned.find(({ mentorshipId }) => mentorshipId === each.id)
        for (const { guideId, verdict } of told) {
          const guide = given.guides.find(({ id }) => id === guideId) as Candidate
          const violations = listViolations(guide, each, given)
          const own = solution.assigned.filter(one => one.guideId === guideId)
          expect(verdict.kind === 'excluded').toBe(violations.length > 0)
          expect(verdict.kind === 'proposed').toBe(chosen?.guideId === guideId)
          if (verdict.kind === 'excluded') expect(verdict.violations).toEqual(violations)
          else expect([verdict.total, totalOf(verdict.parts)]).toEqual([totalOf(listParts(guide, each, given)), verdict.total])
          if (verdict.kind === 'fewer') expect([verdict.total < verdict.proposedTotal, verdict.proposedTotal]).toEqual([true, chosen?.total])
          if (verdict.kind === 'equal') expect([own.length < placesOf(guide), verdict.total]).toEqual([true, chosen?.total])
          if (verdict.kind === 'taken') expect([verdict.by.toSorted(), verdict.by.length]).toEqual([own.map(({ mentorshipId }) => mentorshipId).toSorted(), placesOf(guide)])
        }
        expect(told.filter(({ verdict }) => verdict.kind === 'proposed')).toHaveLength(solution.guideOf[row] === -1 ? 0 : 1)
      }
    }))
})

describe('what would be, if', () => {
  it('each figure is what comes out with the guide really there', () =>
    ensure(problem(3, 4), given => {
      const base = bruteForce(given)
      for (const { more, takes, places, ...profile } of askWhatIf(given, solved(given), bestAssignment).profiles) {
        const added = candidateOf(profile, places)
        expect(more).toBe(bruteForce({ ...given, guides: [...given.guides, added] }).served - base.served)
        expect(takes).toBeGreaterThanOrEqual(more > 0 ? 1 : 0)
      }
    }, 150))

  it('the first one named serves as many more as any profile could that speaks German and one language more, and lives in one district', () =>
    ensure(problem(3, 4), given => {
      const base = bruteForce(given)
      const told = askWhatIf(given, solved(given), bestAssignment).profiles[0]?.more ?? 0
      for (const language of ['de', 'tr', 'ar'])
        for (const { id } of districts) {
          const added = candidateOf({ languages: ['de', language], district: id, fields: [] }, given.rules.newGuidePlaces)
          expect(bruteForce({ ...given, guides: [...given.guides, added] }).served - base.served).toBeLessThanOrEqual(told)
        }
    }, 150))

  it('a place more for a guide serves as many more as is said, and nobody else’s would', () =>
    ensure(problem(3, 5), given => {
      const base = bruteForce(given)
      const told = askWhatIf(given, solved(given), bestAssignment).places
      for (const guide of given.guides) {
        const larger = { ...guide, capacity: Math.max(guide.capacity, guide.load + guide.asked) + 1 }
        const more = bruteForce({ ...given, guides: given.guides.map(each => (each === guide ? larger : each)) }).served - base.served
        expect(told.find(({ guideId }) => guideId === guide.id)?.more ?? 0).toBe(more)
      }
    }, 150))
})
