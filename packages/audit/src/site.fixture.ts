import { auditSite, type CheckResult } from './audit.rules.ts'
import { readCheckData } from './corpus/check-data.ts'
import type { BusinessFacts, Page, SiteSnapshot } from './site.types.ts'

const origin = 'https://laden.example'

/** A page of the invented shop; a path is enough. */
export const pageOf = (path: string, body: string, more: Partial<Page> = {}): Page => {
  const url = path.startsWith('http') ? path : origin + path
  return { url, finalUrl: url, hops: [], via: path === '/' ? 'entered' : 'link', status: 200, headers: {}, body, bytes: body.length, milliseconds: 100, ...more }
}

interface Given {
  /** Bodies by path; "/" is the start page. */
  readonly pages?: Readonly<Record<string, string | Page>>
  readonly facts?: BusinessFacts
  readonly site?: Partial<SiteSnapshot>
  readonly today?: string
}

/** A snapshot of the invented shop with these pages. */
export const snapshotOf = ({ pages = {}, site = {}, today = '2026-11-20' }: Given): SiteSnapshot => ({
  entered: 'laden.example',
  startedAt: `${today}T08:00:00.000Z`,
  pages: Object.entries(pages).map(([path, page]) => (typeof page === 'string' ? pageOf(path, page) : page)),
  probes: [],
  ...site,
})

const checks = readCheckData()

/** What one check says of the given site. */
export const resultOf = (id: string, given: Given): CheckResult => {
  const today = given.today ?? '2026-11-20'
  const found = auditSite(snapshotOf(given), given.facts ?? {}, today, checks).results.find(result => result.id === id)
  if (!found) throw new Error(`No check ${id}`)
  return found
}

/** Verdict and causes of one check in short: "fail imprint.no_link imprint.too_short", "not_checked no_browser". */
export const saidBy = (id: string, given: Given): string => {
  const { verdict, reason, places } = resultOf(id, given)
  return [verdict, ...(reason ? [reason] : []), ...[...new Set(places.map(({ cause }) => cause))].toSorted()].join(' ')
}
