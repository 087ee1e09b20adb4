import type { GuideId, MentorshipId, MerchantId } from '@digitallotsen/domain/ids.schemas.ts'
import { usualMatching } from '@digitallotsen/domain/matching/matching.schemas.ts'
import type { Candidate, MatchingProblem, WaitingCase } from '@digitallotsen/domain/matching/matching.types.ts'

/** Ids that sort as their numbers do. */
export const idOf = (kind: number, number: number): string => `${kind}0000000-0000-4000-8000-${String(number).padStart(12, '0')}`

export const guideOf = (number: number, given: Partial<Candidate> = {}): Candidate => ({
  id: idOf(1, number) as GuideId, state: 'active', languages: ['de'], districts: [], trades: [], fields: [], travel: ['foot'], days: [],
  capacity: 1, load: 0, asked: 0, conflicts: [], missing: [], blocked: [], ...given,
})

export const caseOf = (number: number, given: Partial<WaitingCase> = {}): WaitingCase => ({
  id: idOf(2, number) as MentorshipId, merchantId: idOf(3, number) as MerchantId, business: `Laden ${number}`, districtId: null, trades: [],
  wishes: { languages: [], days: [] }, openFields: [], waitingSince: '2026-03-01', refused: [], blocked: [], ...given,
})

export const districts = [
  { id: 'mitte', lat: 51.5, lon: 7.2 },
  { id: 'nord', lat: 51.52, lon: 7.2 },
  { id: 'hafen', lat: 51.5, lon: 7.3 },
]

export const problemOf = (guides: Candidate[], waiting: WaitingCase[], rules: Partial<MatchingProblem['rules']> = {}): MatchingProblem => ({
  today: '2026-03-15', rules: { ...usualMatching, ...rules }, districts, guides, waiting,
})

const languages = ['de', 'tr', 'ar', 'uk', 'pl', 'ru']
const fields = ['HF1', 'HF2', 'HF3', 'HF4', 'HF5']

/** A city full of people, the same for the same seed: for measuring. */
export const crowd = (guideCount: number, caseCount: number, seed: number): MatchingProblem => {
  let state = seed
  const upTo = (most: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * most)
  }
  const some = <T>(list: readonly T[], most: number): T[] => [...new Set(Array.from({ length: 1 + upTo(most) }, () => list[upTo(list.length)] as T))]
  const ids = districts.map(({ id }) => id)
  const exams = { from: '2026-03-20', to: '2026-04-05' }
  const guides = Array.from({ length: guideCount }, (_, i) =>
    guideOf(i, { languages: ['de', ...some(languages, 2)], districts: some(ids, 2), fields: some(fields, 3), capacity: 3 + upTo(5), load: upTo(3), travel: some(['foot', 'transit'] as const, 1), blocked: [exams] }))
  const waiting = Array.from({ length: caseCount }, (_, i) =>
    caseOf(i, { districtId: ids[upTo(ids.length)] ?? null, wishes: { languages: upTo(3) === 0 ? some(languages, 2) : [], days: [] }, openFields: some(fields, 4), waitingSince: `2026-0${1 + upTo(3)}-1${upTo(5)}` }))
  return problemOf(guides, waiting)
}
