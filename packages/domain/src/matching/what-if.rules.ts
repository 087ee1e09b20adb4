import type { GuideId } from '../ids.schemas.ts'
import type { Assign, Candidate, MatchingProblem, WaitingCase } from './matching.types.ts'
import { placesOf, wishedLanguages } from './pair.rules.ts'
import { solvePairs, weighPair, type Solution } from './solve.rules.ts'
import type { WhatIf } from './verdict.schemas.ts'

type Profile = { languages: string[]; district: string | null; fields: string[] }

const mostProfiles = 120
const mostStrengths = 3
const mostTold = 5
const german = 'de'
/** Sorts behind every guide that exists, and is none. */
const newGuide = 'ffffffff-ffff-4fff-bfff-ffffffffffff' as GuideId

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)]
const count = (list: readonly string[], word: string): number => list.filter(each => each === word).length

/** The action fields that are open most often, at most three. */
const commonFields = (waiting: readonly WaitingCase[]): string[] => {
  const all = waiting.flatMap(({ openFields }) => openFields)
  return unique(all).toSorted((a, b) => count(all, b) - count(all, a) || (a < b ? -1 : 1)).slice(0, mostStrengths)
}

/** A guide who could begin at once: nothing missing, at home in one district, by no means of travel beyond it. */
export const candidateOf = ({ languages, district, fields }: Profile, places: number): Candidate => ({
  id: newGuide, state: 'active', languages, districts: district === null ? [] : [district], trades: [], fields, travel: [], days: [],
  capacity: places, load: 0, asked: 0, conflicts: [], missing: [], blocked: [],
})

const isReachedBy = ({ languages, district }: Omit<Profile, 'fields'>) => (each: WaitingCase): boolean =>
  wishedLanguages(each).some(language => languages.includes(language)) && (each.districtId === null || district === null || each.districtId === district)

/** Languages and districts are those that anybody waiting asks for: another one could serve nobody more. */
const listProfiles = (solution: Solution): Profile[] => {
  const unserved = solution.waiting.filter((_, row) => solution.guideOf[row] === -1)
  const languages = unique(solution.waiting.flatMap(wishedLanguages)).toSorted()
  const districts = unique(solution.waiting.flatMap(({ districtId }) => districtId ?? [])).toSorted()
  const places = districts.length > 0 ? districts : [null]
  return languages
    .flatMap(language => places.map(district => ({ languages: unique([german, language]), district })))
    .map(profile => ({ ...profile, cases: unserved.filter(isReachedBy(profile)) }))
    .toSorted((a, b) => b.cases.length - a.cases.length)
    .slice(0, mostProfiles)
    .map(({ cases, ...profile }) => ({ ...profile, fields: commonFields(cases) }))
}

/** The same problem with this guide in it, solved again. */
const withGuide = (problem: MatchingProblem, solution: Solution, guide: Candidate, assign: Assign): Solution =>
  solvePairs({ guides: [...solution.guides, guide], waiting: solution.waiting, pairs: solution.waiting.map((each, row) => [...(solution.pairs[row] ?? []), weighPair(guide, each, problem)]) }, assign)

const profilesOf = (problem: MatchingProblem, solution: Solution, assign: Assign): WhatIf['profiles'] => {
  const places = problem.rules.newGuidePlaces
  return listProfiles(solution)
    .map(profile => {
      const solved = withGuide(problem, solution, candidateOf(profile, places), assign)
      const takes = solved.assigned.filter(({ guideId }) => guideId === newGuide).length
      return { ...profile, places, takes, more: solved.assigned.length - solution.assigned.length, points: solved.points }
    })
    .filter(({ more }) => more > 0)
    .toSorted((a, b) => b.more - a.more || a.languages.length - b.languages.length || b.points - a.points)
    .slice(0, mostTold)
    .map(({ points: _points, ...told }) => told)
}

/** One place more for each guide who has none left and could take somebody. */
const placesMore = (problem: MatchingProblem, solution: Solution, assign: Assign): WhatIf['places'] =>
  solution.guides
    .filter((guide, at) => guide.missing.length === 0 && guide.state === 'active' && solution.guideOf.filter(chosen => chosen === at).length >= placesOf(guide))
    .map(guide => ({ guideId: guide.id, more: withOneMore(problem, solution, guide, assign).assigned.length - solution.assigned.length }))
    .filter(({ more }) => more > 0)
    .slice(0, mostTold)

const withOneMore = (problem: MatchingProblem, solution: Solution, guide: Candidate, assign: Assign): Solution => {
  const larger = { ...guide, capacity: Math.max(guide.capacity, guide.load + guide.asked) + 1 }
  const at = solution.guides.indexOf(guide)
  const guides = solution.guides.with(at, larger)
  const pairs = solution.pairs.map((row, i) => row.with(at, weighPair(larger, solution.waiting[i] as WaitingCase, problem)))
  return solvePairs({ guides, waiting: solution.waiting, pairs }, assign)
}

/**
 * What one guide more, or one place more, would change: each is added and everything is solved again. Names only what serves somebody more,
 * the most first; nothing where everybody is served.
 */
export const askWhatIf = (problem: MatchingProblem, solution: Solution, assign: Assign): WhatIf => {
  const told = { waiting: solution.waiting.length, served: solution.assigned.length }
  if (told.served === told.waiting) return { ...told, profiles: [], places: [] }
  return { ...told, profiles: profilesOf(problem, solution, assign), places: placesMore(problem, solution, assign) }
}
