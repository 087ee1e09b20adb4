import { findExemption } from './applies.rules.ts'
import type { CheckData, Outcome } from './check.types.ts'
import { checkRules } from './checks.ts'
import { findingKey } from './comparison.rules.ts'
import { notApplicable, notChecked } from './outcome.ts'
import { isReadable, viewPage } from './page-view.ts'
import type { LimitCode } from './reason-texts.de.ts'
import type { BusinessFacts, SiteSnapshot } from './site.types.ts'
import { viewSite, type SiteView } from './site-view.ts'

export interface CheckResult extends Outcome {
  readonly id: string
  /** One per place of a fail, stable between runs. */
  readonly keys: readonly string[]
}

/** Pages that were not read to their end, and why. */
export interface Limit {
  readonly page: string
  readonly reason: LimitCode
}

export interface AuditResult {
  /** Raised whenever the same site may get other verdicts. */
  readonly rulesVersion: number
  readonly today: string
  /** One per check of the data, in its order. */
  readonly results: readonly CheckResult[]
  readonly limits: readonly Limit[]
}

export const rulesVersion = 2

/**
 * Judges a snapshot by the checks of the framework's data. Pure: no network, no clock; `today` is the day (YYYY-MM-DD) whose law counts.
 * A check without code, or one whose code breaks on hostile input, ends as "not checked", never as an error.
 */
export const auditSite = (snapshot: SiteSnapshot, facts: BusinessFacts, today: string, checks: readonly CheckData[]): AuditResult => {
  const site = viewSite(snapshot, facts, today)
  const results = checks.map(check => {
    const outcome = judge(check, site)
    return { id: check.id, ...outcome, keys: [...new Set(outcome.places.map(place => findingKey(check.id, place)))] }
  })
  return { rulesVersion, today, results, limits: limitsOf(snapshot) }
}

const rulesById = new Map(checkRules.map(rule => [rule.id, rule]))

const judge = (check: CheckData, site: SiteView): Outcome => {
  if (check.validFrom !== undefined && site.today < check.validFrom) return notApplicable('not_yet_valid')
  if (check.validUntil !== undefined && site.today > check.validUntil) return notApplicable('no_longer_valid')
  const rule = rulesById.get(check.id)
  if (!rule) return notChecked('check_broken')
  try {
    const exemption = findExemption(check.applies, site)
    if (exemption) return exemption
    if (rule.needsPage && !site.start) return notChecked('no_page')
    return rule.judge(site)
  } catch {
    return notChecked('check_broken')
  }
}

const limitsOf = (snapshot: SiteSnapshot): Limit[] =>
  snapshot.pages.filter(isReadable).flatMap((page): Limit[] => {
    const { cut } = viewPage(page).document
    const isGarbled = (page.charset?.replacements ?? 0) > 0
    return [...(cut ? [{ page: page.finalUrl, reason: cut }] : []), ...(isGarbled ? [{ page: page.finalUrl, reason: 'encoding' as const }] : [])]
  })
