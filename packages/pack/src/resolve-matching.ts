import { usualMatching, type MatchingRules } from '@digitallotsen/domain/matching/matching.schemas.ts'
import type { MatchingChange } from './matching.schemas.ts'

/** The known keys alone, so that marks such as `verify` stay behind; what is not changed stays as it was. */
const changed = <T extends object>(usual: T, change: object | undefined): T =>
  Object.fromEntries(Object.entries(usual).map(([key, value]) => [key, (change as Record<string, unknown> | undefined)?.[key] ?? value])) as T

/** The rules with what is said otherwise, key by key; refuses nothing. */
export const mergeMatching = (usual: MatchingRules, change: MatchingChange | undefined): MatchingRules => ({
  points: changed(usual.points, change?.points),
  exclude: changed(usual.exclude, change?.exclude),
  reachKm: changed(usual.reachKm, change?.reachKm),
  waitingFullDays: change?.waitingFullDays ?? usual.waitingFullDays,
  startWithinDays: change?.startWithinDays ?? usual.startWithinDays,
  newGuidePlaces: change?.newGuidePlaces ?? usual.newGuidePlaces,
})

/** The framework's rules as its file says them; without a file those that count everywhere. */
export const frameworkMatching = (file: MatchingChange | undefined): MatchingRules => mergeMatching(usualMatching, file)
