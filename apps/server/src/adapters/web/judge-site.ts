import { auditSite } from '@digitallotsen/audit/audit.rules.ts'
import type { SiteSnapshot } from '@digitallotsen/audit/site.types.ts'
import type { SiteReport, Yardstick } from './site-audit.schemas.ts'

/** A site that never answered says nothing about itself; one that answered wrongly is judged like every other. */
export const judgeSite = (snapshot: SiteSnapshot, { checks, facts, human, today }: Yardstick): SiteReport => {
  const [start] = snapshot.pages
  const pages = snapshot.pages.map(({ finalUrl, status }) => ({ url: finalUrl, status: status ?? null }))
  if (start?.status === undefined) return { finalAddress: null, failure: start?.failure ?? 'other', pages, audit: null }
  return { finalAddress: start.finalUrl.slice(0, 4_096), failure: null, pages, audit: auditSite({ ...snapshot, human }, facts, today, checks) }
}
