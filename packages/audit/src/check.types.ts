import type { CauseCode } from './cause-texts.de.ts'
import type { ReasonCode } from './reason-texts.de.ts'
import type { SiteView } from './site-view.ts'

export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'info'
export type Certainty = 'sure' | 'heuristic' | 'human'
export type Applies = 'always' | 'shop' | 'shop_or_booking' | 'form' | 'multilingual' | 'above_micro'
export type Verdict = 'pass' | 'fail' | 'not_applicable' | 'not_checked'

/** A check as the framework's data describes it (tenants/framework/webchecks.yaml). */
export interface CheckData {
  readonly id: string
  readonly area: string
  readonly title: string
  readonly applies: Applies
  readonly severity: Severity
  readonly certainty: Certainty
  readonly needs?: readonly ('chromium' | 'dns' | 'human')[] | undefined
  readonly advice: string
  /** Item of the Digital-Check the finding belongs to. */
  readonly item: string
  /** First and last day the check applies, YYYY-MM-DD. */
  readonly validFrom?: string | undefined
  readonly validUntil?: string | undefined
}

/** Where something was seen, and what. */
export interface Place {
  readonly cause: CauseCode
  /** Absolute address of the page; absent where the whole site or its domain is meant. */
  readonly page?: string
  /** The words or the address at fault, at most 200 characters; part of the finding's key. */
  readonly quote?: string
  /** CSS selector, where a browser gave one. */
  readonly selector?: string
}

export interface Outcome {
  readonly verdict: Verdict
  /** Why it does not apply or was not checked. */
  readonly reason?: ReasonCode
  /** What speaks for a fail; empty otherwise. */
  readonly places: readonly Place[]
  /** What is worth knowing and no fail. */
  readonly notes: readonly Place[]
  /** What fills the placeholders of the advice. */
  readonly values: Readonly<Record<string, readonly string[]>>
}

/** Decides one check. Pure: the same view gives the same outcome. */
export type Judge = (site: SiteView) => Outcome

export interface CheckRule {
  readonly id: string
  readonly judge: Judge
  /** Needs a start page that could be read. */
  readonly needsPage: boolean
}
