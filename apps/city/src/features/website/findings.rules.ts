import type { AuditScore, FindingPlace, WebsiteConcern, WebsiteFinding } from '@digitallotsen/domain/website/website-audit.schemas.ts'

/** How an amount of points is spoken of. */
export type ScoreLevel = 'weak' | 'fair' | 'good'
export const scoreLevels = { fair: 50, good: 80 } as const
export const levelOf = (score: number): ScoreLevel => (score >= scoreLevels.good ? 'good' : score >= scoreLevels.fair ? 'fair' : 'weak')

/** As points are shown: whole, and 100 only where nothing is missing. */
export const shownPoints = (score: number): number => (score > 99 && score < 100 ? 99 : Math.round(score))

export const failedOf = (findings: readonly WebsiteFinding[]): WebsiteFinding[] => findings.filter(({ verdict }) => verdict === 'fail')

export type FindingGroup = { area: string; findings: WebsiteFinding[] }

/** The failed checks by area, in the order of the framework; within an area the worst stays on top. */
export const groupByArea = (findings: readonly WebsiteFinding[], score: AuditScore | null): FindingGroup[] => {
  const failed = failedOf(findings)
  const areas = [...new Set([...(score?.areas ?? []).map(({ area }) => area), ...failed.map(({ area }) => area)])]
  return areas.map(area => ({ area, findings: failed.filter(finding => finding.area === area) })).filter(({ findings: found }) => found.length > 0)
}

export const concernOf = (concerns: readonly WebsiteConcern[], checkId: string): WebsiteConcern | undefined => concerns.find(({ checkIds }) => checkIds.includes(checkId))

/** „R‑01, R‑05“: a number of a check is never parted at the end of a line. */
export const spokenIds = (checkIds: readonly string[]): string => checkIds.join(', ').replaceAll('-', '\u2011')

/** A page of a foreign site as something one may be led to: web addresses only, everything else stays text. */
export const safeHref = (page: string): string | undefined => {
  const url = URL.parse(page)
  return url && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : undefined
}

/** „blumen-muster.de/kontakt“: as people write an address. */
export const shortAddress = (address: string): string => {
  const url = URL.parse(/^https?:/i.test(address) ? address : `https://${address}`)
  if (!url) return address
  const path = `${url.pathname}${url.search}`.replace(/\/$/, '')
  return `${url.host.replace(/^www\./, '')}${path}`
}

export const hasSpot = ({ page, quote, selector }: FindingPlace): boolean => Boolean(page ?? quote ?? selector)

/** Places that say the same stand together, so that it is said once. */
export const groupPlaces = (places: readonly FindingPlace[]): { text: string; places: FindingPlace[] }[] =>
  [...Map.groupBy(places, ({ text }) => text)].map(([text, found]) => ({ text, places: found }))
