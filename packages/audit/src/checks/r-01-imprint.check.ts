import type { CheckRule, Place } from '../check.types.ts'
import { follow, listLinksOfKind, screenAt, type LegalPage } from '../legal-page.ts'
import { isLinkOfKind } from '../link-kinds.ts'
import { fails, failsAt, notChecked } from '../outcome.ts'
import { isPageOfKind, type Screen, type SiteView } from '../site-view.ts'

const minLength = 150

export const imprint: CheckRule = {
  id: 'R-01',
  needsPage: true,
  judge: site => {
    const links = listLinksOfKind(site, 'imprint')
    if (links.length === 0) return fails(site.screens.map(screen => ({ cause: 'imprint.no_link' as const, page: screen.url })))
    const targets = links.map(link => follow(site, link, 'imprint'))
    const readable = targets.find(target => target.length > minLength)
    const unlinked = site.screens.filter(screen => !targets.some(target => isTarget(site, target, screen)) && !leadsToImprint(site, screen)).map((screen): Place => ({ cause: 'imprint.no_link', page: screen.url }))
    if (readable) return failsAt(unlinked)
    const faults = targets.flatMap(targetFault)
    return faults.length + unlinked.length > 0 ? fails([...faults, ...unlinked]) : notChecked(targets.some(({ status }) => status === 200) ? 'not_read' : 'no_answer')
  },
}

/** The Impressum under whatever name needs no link to itself. */
const isTarget = (site: SiteView, target: LegalPage, screen: Screen): boolean => screen !== site.start && target.screen === screen && target.length > minLength

const targetFault = ({ link, screen, status, length }: LegalPage): Place[] => {
  const page = link.url?.href ?? ''
  if (status !== undefined && status !== 200) return [{ cause: 'imprint.no_answer', page, quote: String(status) }]
  return screen ? [{ cause: 'imprint.too_short', page, quote: String(length) }] : []
}

/** Links to it itself, is it, or has a link „Kontakt“ or the like to a page that does (two clicks). */
const leadsToImprint = (site: SiteView, screen: Screen): boolean =>
  hasImprint(screen) ||
  screen.links.some(link => {
    if (!link.url || !/kontakt|rechtlich|über uns|ueber-uns|service|rechtstexte/i.test(`${link.name} ${link.href}`)) return false
    const next = screenAt(site, link.url)
    return next !== undefined && next !== site.start && next !== screen && hasImprint(next)
  })

const hasImprint = (screen: Screen): boolean => (isPageOfKind(screen, 'imprint') && new URL(screen.url).pathname !== '/') || screen.links.some(link => isLinkOfKind(link, 'imprint'))
