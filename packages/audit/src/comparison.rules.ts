import type { CheckResult } from './audit.rules.ts'
import type { Place } from './check.types.ts'

/**
 * The name of one finding, the same in every run as long as the same thing is wrong in the same place: check, cause, path of the page and
 * quote or selector. Scheme, host ("www.") and a trailing slash do not count, nor do white space and case of the quote.
 */
export const findingKey = (checkId: string, { cause, page, quote, selector }: Place): string =>
  [checkId, cause, page === undefined ? '' : pathKey(page), subjectOf(quote ?? selector ?? '')].join('|')

const pathKey = (page: string): string => {
  if (!URL.canParse(page)) return page
  const { pathname, search } = new URL(page)
  return `${pathname.replace(/\/$/, '')}${search}`
}

const subjectOf = (text: string): string => text.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\s+/g, ' ').trim().toLowerCase().slice(0, 200)

/** fixed: failed before, passes now (or no longer applies). new: fails now, passed or did not apply before. unknown: failed before, could not be checked now. */
export type Change = 'fixed' | 'new' | 'still' | 'unknown'

export interface CheckChange {
  readonly id: string
  readonly change: Change
  /** Keys of findings gone, come and stayed. */
  readonly fixed: readonly string[]
  readonly added: readonly string[]
  readonly still: readonly string[]
}

/**
 * Compares two runs check by check; only checks that failed in one of them are listed, in the order of the later run.
 * A check that could not be made now leaves its earlier findings open; one that could not be made before counts as new when it fails now.
 */
export const compareAudits = (before: readonly CheckResult[], after: readonly CheckResult[]): CheckChange[] => {
  const earlier = new Map(before.map(result => [result.id, result]))
  return after.flatMap(now => {
    const past = earlier.get(now.id)
    const change = changeOf(past, now)
    return change ? [{ id: now.id, change, ...keyChanges(past?.keys ?? [], now, change) }] : []
  })
}

const changeOf = (past: CheckResult | undefined, now: CheckResult): Change | undefined => {
  const failedBefore = past?.verdict === 'fail'
  if (now.verdict === 'fail') return failedBefore ? 'still' : 'new'
  if (!failedBefore) return undefined
  return now.verdict === 'not_checked' ? 'unknown' : 'fixed'
}

const keyChanges = (past: readonly string[], { keys }: CheckResult, change: Change): Pick<CheckChange, 'fixed' | 'added' | 'still'> => {
  if (change === 'unknown') return { fixed: [], added: [], still: past }
  const [before, after] = [new Set(past), new Set(keys)]
  return { fixed: past.filter(key => !after.has(key)), added: keys.filter(key => !before.has(key)), still: keys.filter(key => before.has(key)) }
}
