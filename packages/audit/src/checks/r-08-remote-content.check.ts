import type { CheckRule, Place } from '../check.types.ts'
import { failsAt } from '../outcome.ts'
import { listResources, type Resource } from '../resources.ts'
import { servicePath } from '../services.ts'
import type { SiteView } from '../site-view.ts'

const fonts = /^(?:fonts\.(?:googleapis|gstatic)\.com|(?:use|p)\.typekit\.net)/i
const maps = /^(?:(?:www\.)?google\.[a-z.]{2,6}\/maps|maps\.google\.[a-z.]{2,6}|(?:www\.)?openstreetmap\.(?:org\/export|de\/karte)|umap\.openstreetmap\.)/i
const videos = /^(?:(?:www\.|m\.)?youtube(?:-nocookie)?\.com\/(?:embed|v)\/|player\.vimeo\.com\/)/i
const mapScripts = /^maps\.googleapis\.com\/maps\/api\/js/i

export const remoteContent: CheckRule = {
  id: 'R-08',
  needsPage: true,
  judge: site =>
    failsAt([...site.screens.flatMap(screen => screen.parts).flatMap(part => listResources(part).flatMap(resource => staticPlace(resource, part.url))), ...seen(site)]),
}

const staticPlace = ({ kind, url, live }: Resource, page: string): Place[] => {
  if (!live) return []
  const path = servicePath(url)
  if (fonts.test(path) && kind !== 'image') return [{ cause: 'remote.font', page, quote: path }]
  if (mapScripts.test(path) && kind === 'script') return [{ cause: 'remote.map', page, quote: path }]
  if (kind !== 'frame' && kind !== 'media') return []
  if (maps.test(path)) return [{ cause: 'remote.map', page, quote: path }]
  return videos.test(path) ? [{ cause: 'remote.video', page, quote: path }] : []
}

const seen = (site: SiteView): Place[] =>
  (site.snapshot.rendered?.thirdPartyRequests ?? []).flatMap((request): Place[] => {
    if (!URL.canParse(request)) return []
    const path = servicePath(new URL(request))
    const cause = fonts.test(path) ? 'remote.font' : maps.test(path) || mapScripts.test(path) ? 'remote.map' : videos.test(path) ? 'remote.video' : undefined
    return cause ? [{ cause, page: site.start?.url ?? '', quote: path }] : []
  })
