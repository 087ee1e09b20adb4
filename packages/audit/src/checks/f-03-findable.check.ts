import type { CheckRule, Place } from '../check.types.ts'
import { textOf } from '../html/text.ts'
import { failsAt, notChecked } from '../outcome.ts'
import { robotsPermission } from '../robots.rules.ts'
import { contentScreens, listMetas, type Screen, type SiteView } from '../site-view.ts'

const building = /coming soon|im aufbau|(?:noch|gerade|derzeit|zurzeit|seite|homepage|website)\s[^\n]{0,20}\bin arbeit|(?<!\b(?:die|der|den|ihre[rn]?|jede[rn]?|zur|vor|pro|auf|per)\s)baustelle(?![a-zäöüß-])|under (?:construction|maintenance)|wartungs(?:modus|arbeiten)|demnächst|maintenance mode|bald verfügbar|seite entsteht|neue (?:website|webseite|homepage) entsteht|hier entsteht (?:in kürze |demnächst |bald )?(?:unsere?|eine|die)\b[^\n]{0,40}(?:seite|präsenz|auftritt|website|homepage|shop)/i
const shortPage = 900

export const findable: CheckRule = {
  id: 'F-03',
  needsPage: false,
  judge: site => {
    const first = site.snapshot.pages[0]
    if (first?.status === 401 || first?.status === 403) return failsAt([{ cause: 'robots.locked', page: first.finalUrl, quote: String(first.status) }])
    if (!site.start) return notChecked('no_page')
    return failsAt([...robotsFaults(site, site.start.url), ...contentScreens(site).flatMap(noindexFaults), ...buildingFaults(site.start)])
  },
}

const robotsFaults = ({ snapshot }: SiteView, start: string): Place[] => {
  const root = new URL('/', start).href
  const agent = ['*', 'Googlebot'].find(name => !robotsPermission(snapshot.robots, name)(root))
  return agent ? [{ cause: 'robots.disallow', page: snapshot.robots?.url ?? root, quote: `User-agent: ${agent}` }] : []
}

const noindexFaults = (screen: Screen): Place[] => {
  const metas = ['robots', 'googlebot'].flatMap(name => listMetas(screen.main, name)).filter(content => /(?:^|[\s,])(?:noindex|none)(?:$|[\s,])/i.test(content))
  const headers = (screen.main.page.headers['x-robots-tag'] ?? []).filter(value => forbids(value))
  return [...metas.map((quote): Place => ({ cause: 'robots.noindex', page: screen.url, quote })), ...headers.map((quote): Place => ({ cause: 'robots.noindex', page: screen.url, quote: `X-Robots-Tag: ${quote}` }))]
}

/** A value may name another agent first ("bingbot: noindex"), which then is not about everyone. */
const forbids = (value: string): boolean => {
  const [, agent, rules] = /^\s*(?:([\w-]+):)?(.*)$/s.exec(value.slice(0, 500)) ?? []
  const isForAll = !agent || /^(?:googlebot|unavailable_after|max-snippet|max-image-preview)$/i.test(agent)
  return isForAll && /(?:^|[\s,])(?:noindex|none)(?:$|[\s,])/i.test(rules ?? '')
}

const buildingFaults = (start: Screen): Place[] => {
  const { title } = start.main
  if (title && building.test(title)) return [{ cause: 'robots.building', page: start.url, quote: title }]
  const heading = start.parts.flatMap(part => part.document.elements).filter(({ name }) => name === 'h1').map(element => textOf(element)).find(text => building.test(text))
  return heading && start.text.length < shortPage ? [{ cause: 'robots.building', page: start.url, quote: heading }] : []
}
