import type { CheckResult } from './audit.rules.ts'
import type { CheckData } from './check.types.ts'
import { checkRules } from './checks.ts'
import { findingKey } from './comparison.rules.ts'
import type { BusinessFacts, HumanAnswers } from './site.types.ts'
import { viewSite } from './site-view.ts'

/** Checks that a person's answer decides, each with the reason that says it waits for one. */
const answerable: Readonly<Record<string, readonly CheckResult['reason'][]>> = { 'F-07': ['no_human'], 'O-05': ['no_human'], 'R-10': ['no_human', 'unknown_size'] }

export interface Answered {
  /** What became of the check when the site was read. */
  readonly before: CheckResult
  readonly facts: BusinessFacts
  readonly human: HumanAnswers
  /** Address of the start page, where a finding has no other place. */
  readonly site: string
  /** YYYY-MM-DD. */
  readonly today: string
}

/**
 * Judges a check anew from people's answers alone, the site unread: only checks whose rule asks nothing of the pages, and only where they had
 * waited for an answer or been decided by one. Undefined where nothing changes, or where the site would have to be read again.
 */
export const judgeByAnswers = ({ id, certainty }: CheckData, { before, facts, human, site, today }: Answered): CheckResult | undefined => {
  const rule = checkRules.find(entry => entry.id === id)
  const waits = answerable[id]
  if (!rule || !waits || certainty !== 'human') return undefined
  const isOpen = before.verdict === 'pass' || before.verdict === 'fail' || waits.includes(before.reason)
  if (!isOpen || (id === 'R-10' && before.verdict === 'pass')) return undefined
  const page = { url: site, finalUrl: site, hops: [], via: 'entered' as const, headers: {}, bytes: 0, milliseconds: 0 }
  const outcome = rule.judge(viewSite({ entered: site, startedAt: `${today}T00:00:00Z`, pages: [page], probes: [], human }, facts, today))
  if (outcome.verdict === before.verdict && outcome.reason === before.reason && outcome.verdict !== 'fail') return undefined
  return { id, ...outcome, keys: [...new Set(outcome.places.map(place => findingKey(id, place)))] }
}
