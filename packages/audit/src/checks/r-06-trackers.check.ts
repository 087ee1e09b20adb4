import type { CheckRule, Place } from '../check.types.ts'
import { fails, notRendered, passes } from '../outcome.ts'
import { listResources } from '../resources.ts'
import { findService } from '../services.ts'
import type { SiteView } from '../site-view.ts'

/** Marks that known measuring and advertising services leave. */
const trackingMark = /^(?:_ga(?:_|$)|_gid$|_gat|_gcl_|_fbp$|_fbc$|fr$|_hj|hjSession|_clck$|_clsk$|CLID$|MUID$|_uet|IDE$|NID$|DSID$|_tt_|_ttp$|ttclid|_pk_(?:id|ses|ref)|_pin_unauth|_pinterest|li_|bcookie$|AnalyticsSyncHistory|_et_coid|__hs|hubspotutk|cto_|YSC$|VISITOR_INFO|__utm|personalization_id|guest_id)/

export const trackers: CheckRule = {
  id: 'R-06',
  needsPage: true,
  judge: site => {
    const { rendered } = site.snapshot
    const places = [...scripts(site), ...(rendered ? seen(site) : [])]
    if (places.length > 0) return fails(places, { services: namesOf(places) })
    return rendered ? passes() : notRendered(site.snapshot)
  },
}

const scripts = (site: SiteView): Place[] =>
  site.screens.flatMap(screen => screen.parts).flatMap(part =>
    listResources(part).flatMap(({ kind, url, live }): Place[] => (kind === 'script' && live && findService(url)?.consent ? [{ cause: 'tracker.script', page: part.url, quote: url.host + url.pathname }] : [])),
  )

const seen = (site: SiteView): Place[] => {
  const page = site.start?.url ?? ''
  const { thirdPartyRequests = [], cookies = [], storage = [] } = site.snapshot.rendered ?? {}
  const requests = thirdPartyRequests.flatMap((request): Place[] => {
    const url = URL.canParse(request) ? new URL(request) : undefined
    const service = url && findService(url)
    if (!url || !service?.consent || (service.name === 'Google Tag Manager' && !/collect/i.test(url.pathname))) return []
    return [{ cause: 'tracker.request', page, quote: url.host + url.pathname }]
  })
  const marks = [...cookies.map(({ name }) => name), ...storage.map(({ key }) => key)].filter(name => trackingMark.test(name))
  return [...requests, ...marks.map((quote): Place => ({ cause: 'tracker.mark', page, quote }))]
}

const namesOf = (places: readonly Place[]): string[] => [
  ...new Set(places.flatMap(({ cause, quote = '' }) => (cause === 'tracker.mark' ? [`Cookie ${quote}`] : (findService(new URL(`https://${quote}`))?.name ?? [])))),
]
