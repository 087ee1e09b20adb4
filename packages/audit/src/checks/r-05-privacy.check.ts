import type { CauseCode } from '../cause-texts.de.ts'
import type { CheckRule, Place } from '../check.types.ts'
import { findLegalPage, follow, listLinksOfKind, type LegalPage } from '../legal-page.ts'
import { isLinkOfKind } from '../link-kinds.ts'
import { fails, failsAt, notChecked } from '../outcome.ts'
import { listResources } from '../resources.ts'
import { findService, type Service } from '../services.ts'
import { isPageOfKind, type Screen, type SiteView } from '../site-view.ts'

const minLength = 800

const groups: readonly [CauseCode, RegExp][] = [
  ['privacy.no_controller', /verantwortlich/i],
  ['privacy.no_legal_basis', /rechtsgrundlage|art(?:ikel|\.)?\s?6\b/i],
  ['privacy.no_storage', /speicherdauer|speicherfrist|aufbewahr|lösch|gespeichert(?:\s+\S+){0,6}\s+(?:bis|solange|für|tage)|dauer der (?:speicherung|verarbeitung)/i],
  ['privacy.no_rights', /auskunft|widerspruch|beschwerde|betroffenenrecht|ihre rechte|recht auf/i],
  ['privacy.no_authority', /aufsichtsbehörde|landesbeauftragte|\bldi\b|bundesbeauftragte|landesamt für datenschutz/i],
]

export const privacy: CheckRule = {
  id: 'R-05',
  needsPage: true,
  judge: site => {
    const statement = findLegalPage(site, 'privacy')
    const isStatement = (screen: Screen) => screen !== site.start && screen === statement?.screen
    const unlinked = site.screens.filter(screen => !linksPrivacy(screen) && !isStatement(screen)).map((screen): Place => ({ cause: 'privacy.no_link', page: screen.url }))
    if (!statement) return fails(unlinked)
    const faults = statementFaults(site, statement)
    if (!faults) return unlinked.length > 0 ? fails(unlinked) : notChecked(statement.status === 200 ? 'not_read' : 'no_answer')
    const services = statement.length > minLength ? missingServices(site, statement.text) : []
    const places = services.map(([service, page]): Place => ({ cause: 'privacy.service_not_named', page, quote: service.name }))
    return failsAt([...unlinked, ...faults, ...places], { services: [...new Set(services.map(([{ name }]) => name))] })
  },
}

const linksPrivacy = (screen: Screen): boolean =>
  screen.links.some(link => isLinkOfKind(link, 'privacy')) || (isPageOfKind(screen, 'privacy') && new URL(screen.url).pathname !== '/')

/** What is wrong with the statement itself; undefined where it was not read (a PDF, another host, no answer), so that nobody knows. */
const statementFaults = (site: SiteView, { link, screen, status, length, text }: LegalPage): Place[] | undefined => {
  const page = link.url?.href ?? ''
  if (status !== undefined && status !== 200) return [{ cause: 'privacy.no_answer', page, quote: String(status) }]
  if (!screen) return undefined
  if (length <= minLength && !listLinksOfKind(site, 'privacy').some(other => follow(site, other, 'privacy').length > minLength)) return [{ cause: 'privacy.too_short', page, quote: String(length) }]
  return groups.filter(([, words]) => !words.test(text)).map(([cause]) => ({ cause, page }))
}

/** Services the pages use, waiting for a click or not, that the text does not name. */
const missingServices = (site: SiteView, text: string): [Service, string][] => {
  const used = new Map<Service, string>()
  for (const part of site.screens.flatMap(screen => screen.parts)) {
    for (const { url } of listResources(part)) {
      const service = findService(url)
      if (service && !used.has(service)) used.set(service, part.url)
    }
  }
  const start = site.start?.url ?? ''
  for (const request of site.snapshot.rendered?.thirdPartyRequests ?? []) {
    const service = URL.canParse(request) ? findService(new URL(request)) : undefined
    if (service && !used.has(service)) used.set(service, start)
  }
  return [...used].filter(([{ named }]) => !named.test(text))
}
