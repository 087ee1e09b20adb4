import type { CheckRule, Place } from '../check.types.ts'
import { listLinksOfKind, statusOf } from '../legal-page.ts'
import { isLinkOfKind, type LinkKind } from '../link-kinds.ts'
import { fails, notChecked, passes } from '../outcome.ts'
import type { Link } from '../page-view.ts'
import type { SiteView } from '../site-view.ts'

const wanted: readonly [LinkKind, Place['cause']][] = [
  ['withdrawal', 'shop.no_withdrawal'],
  ['terms', 'shop.no_terms'],
  ['shipping', 'shop.no_shipping'],
  ['payment', 'shop.no_payment'],
]

export const shopTerms: CheckRule = {
  id: 'O-03',
  needsPage: true,
  judge: site => {
    const answers = wanted.map(([kind, cause]) => answerOf(site, kind, cause))
    const places = answers.flatMap(answer => (typeof answer === 'string' ? [] : [answer]))
    if (places.length > 0) return fails(places)
    return answers.includes('unknown') ? notChecked('no_answer') : passes()
  },
}

const answerOf = (site: SiteView, kind: LinkKind, cause: Place['cause']): Place | 'there' | 'unknown' => {
  const links = kind === 'withdrawal' ? instructionsFirst(listLinksOfKind(site, kind)) : listLinksOfKind(site, kind)
  const page = site.start?.url ?? ''
  if (links.length === 0) return { cause, page }
  const states = links.map(({ url }) => (url ? statusOf(site, url) : undefined))
  if (states.includes(200)) return 'there'
  const broken = states.findIndex(status => status !== undefined)
  return broken === -1 ? 'unknown' : { cause: 'shop.broken', page: links[broken]?.url?.href ?? page, quote: String(states[broken]) }
}

/** The button „Vertrag widerrufen“ stands in for the instructions only where nothing else is called Widerruf. */
const instructionsFirst = (links: readonly Link[]): readonly Link[] => {
  const instructions = links.filter(link => !isLinkOfKind(link, 'withdrawalFunction'))
  return instructions.length > 0 ? instructions : links
}
