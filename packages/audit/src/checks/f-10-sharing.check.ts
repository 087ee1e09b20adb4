import type { CheckRule, Place } from '../check.types.ts'
import { pageKey } from '../html/addresses.ts'
import { failsAt } from '../outcome.ts'
import { findMeta, type Screen, type SiteView } from '../site-view.ts'

const minWidth = 600

export const sharing: CheckRule = {
  id: 'F-10',
  needsPage: true,
  judge: site => {
    const { start } = site
    if (!start) return failsAt([])
    const missing = ['og:title', 'og:description', 'og:image'].filter(name => !findMeta(start.main, name)).map((quote): Place => ({ cause: 'sharing.missing', page: start.url, quote }))
    return failsAt([...missing, ...imageFaults(site, start)])
  },
}

const imageFaults = ({ snapshot }: SiteView, start: Screen): Place[] => {
  const address = findMeta(start.main, 'og:image')
  if (!address) return []
  const place = { page: start.url, quote: address }
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return [{ cause: 'sharing.relative', ...place }]
  const probe = snapshot.probes.find(({ url }) => URL.canParse(url) && pageKey(url) === pageKey(address))
  if (probe?.status !== undefined && probe.status !== 200) return [{ cause: 'sharing.no_image', ...place }]
  const width = probe?.width ?? Number(findMeta(start.main, 'og:image:width') ?? Number.NaN)
  return width < minWidth ? [{ cause: 'sharing.small', ...place }] : []
}
