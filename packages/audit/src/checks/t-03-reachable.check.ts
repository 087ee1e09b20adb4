import type { CheckRule, Place } from '../check.types.ts'
import { isSameSite, pageKey } from '../html/addresses.ts'
import { failsAt } from '../outcome.ts'
import type { SiteView } from '../site-view.ts'

const slowest = 3_000

export const reachable: CheckRule = {
  id: 'T-03',
  needsPage: false,
  judge: site => {
    const dead = deadLinks(site)
    return failsAt([...startFaults(site), ...dead, ...absentFaults(site)], { links: dead.map(({ quote = '' }) => quote) })
  },
}

const startFaults = ({ snapshot }: SiteView): Place[] => {
  const [first] = snapshot.pages
  if (!first) return [{ cause: 'reach.no_answer' }]
  const page = first.finalUrl
  if (first.failure || first.status === undefined) return [{ cause: 'reach.no_answer', page, quote: first.failure ?? 'other' }]
  if (first.status !== 200) return [{ cause: 'reach.bad_status', page, quote: String(first.status) }]
  return first.milliseconds >= slowest ? [{ cause: 'reach.slow', page, quote: `${(first.milliseconds / 1_000).toLocaleString('de-DE', { maximumFractionDigits: 1 })} s` }] : []
}

/** 405, 429 and 501 say something of HEAD or haste, not of the page. */
const isDead = (status: number | undefined): status is number => status !== undefined && status >= 400 && status < 600 && status !== 405 && status !== 429 && status !== 501

const deadLinks = ({ snapshot, screens }: SiteView): Place[] => {
  const [first, ...others] = snapshot.pages
  if (!first || !URL.canParse(first.finalUrl)) return []
  const own = new URL(first.finalUrl)
  const answers = [...others.map(({ url, status }) => ({ url, status })), ...snapshot.probes.filter(({ kind }) => kind === 'link')]
  return answers.filter(({ url, status }) => isDead(status) && URL.canParse(url) && isSameSite(new URL(url), own)).map(({ url }): Place => {
    const from = screens.find(screen => screen.links.some(link => link.url && /^https?:$/.test(link.url.protocol) && pageKey(link.url) === pageKey(url)))
    return { cause: 'reach.dead_link', page: from?.url ?? own.href, quote: url }
  })
}

const absentFaults = ({ snapshot }: SiteView): Place[] => {
  const answer = snapshot.absentAddress
  return answer?.status !== undefined && answer.status < 400 ? [{ cause: 'reach.soft_404', page: answer.url, quote: String(answer.status) }] : []
}
