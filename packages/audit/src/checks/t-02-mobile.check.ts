import type { CheckRule, Place } from '../check.types.ts'
import { fails, notRendered, passes } from '../outcome.ts'
import { listMetas, type Screen } from '../site-view.ts'

const smallestFont = 14

export const mobile: CheckRule = {
  id: 'T-02',
  needsPage: true,
  judge: site => {
    const { rendered } = site.snapshot
    const page = site.start?.url ?? ''
    const places = site.screens.flatMap(viewportFaults)
    if (rendered && rendered.scrollWidth > rendered.viewportWidth) places.push({ cause: 'mobile.overflow', page, quote: `${rendered.scrollWidth} px` })
    if (rendered?.baseFontPx !== undefined && rendered.baseFontPx < smallestFont) places.push({ cause: 'mobile.small_font', page, quote: `${rendered.baseFontPx} px` })
    if (places.length > 0) return fails(places)
    return rendered ? passes() : notRendered(site.snapshot)
  },
}

const viewportFaults = ({ main, url }: Screen): Place[] => {
  const viewport = listMetas(main, 'viewport').at(-1)?.toLowerCase().replace(/\s+/g, '')
  if (viewport === undefined || !viewport.includes('width=device-width')) return [{ cause: 'mobile.no_viewport', page: url, ...(viewport && { quote: viewport }) }]
  return /user-scalable=(?:no|0)/.test(viewport) ? [{ cause: 'mobile.no_zoom', page: url, quote: viewport }] : []
}
