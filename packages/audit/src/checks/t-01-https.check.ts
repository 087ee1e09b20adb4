import type { CheckRule, Place } from '../check.types.ts'
import { resolveAddress } from '../html/addresses.ts'
import { attribute } from '../html/parse-html.ts'
import { fails, failsAt, notChecked } from '../outcome.ts'
import type { PageView } from '../page-view.ts'
import { listResources } from '../resources.ts'
import type { SiteView } from '../site-view.ts'

const shortestValidity = 14 * 86_400_000

export const https: CheckRule = {
  id: 'T-01',
  needsPage: false,
  judge: site => {
    const places = [...certificateFaults(site), ...redirectFaults(site), ...site.screens.flatMap(screen => screen.parts).flatMap(mixedContent)]
    if (places.length > 0) return fails(places)
    return site.snapshot.tls ? failsAt([]) : notChecked('not_asked')
  },
}

const certificateFaults = ({ snapshot }: SiteView): Place[] => {
  const { tls } = snapshot
  if (!tls) return []
  if (!tls.ok) return [{ cause: tls.reason === 'no_https' ? 'https.none' : 'https.bad_certificate', quote: tls.reason }]
  const left = Date.parse(tls.validTo) - Date.parse(snapshot.startedAt)
  return left < shortestValidity ? [{ cause: 'https.ends_soon', quote: tls.validTo.slice(0, 10) }] : []
}

const redirectFaults = ({ snapshot }: SiteView): Place[] => {
  const answer = snapshot.plainHttp
  if (!answer || answer.kind === 'failure') return []
  const host = URL.canParse(snapshot.pages[0]?.finalUrl ?? '') ? new URL(snapshot.pages[0]?.finalUrl ?? '').host : ''
  const page = `http://${host}/`
  if (answer.kind === 'answer') return answer.status < 400 ? [{ cause: 'https.no_redirect', page, quote: String(answer.status) }] : []
  const target = answer.finalUrl ?? answer.location
  if (!/^https:/i.test(target)) return [{ cause: 'https.no_redirect', page, quote: target }]
  return answer.status === 301 || answer.status === 308 ? [] : [{ cause: 'https.temporary_redirect', page, quote: String(answer.status) }]
}

const mixedContent = (view: PageView): Place[] => {
  if (!view.url.startsWith('https:')) return []
  const loaded = listResources(view).filter(({ url, live }) => live && url.protocol === 'http:').map(({ url }) => url.href)
  const actions = view.document.elements.filter(({ name }) => name === 'form').flatMap(element => resolveAddress(attribute(element, 'action') ?? '', view.base) ?? []).filter(({ protocol }) => protocol === 'http:').map(({ href }) => href)
  return [...loaded, ...actions].slice(0, 20).map((quote): Place => ({ cause: 'https.mixed', page: view.url, quote }))
}
