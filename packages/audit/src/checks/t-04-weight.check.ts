import type { CheckRule, Place } from '../check.types.ts'
import { pageKey, resolveAddress } from '../html/addresses.ts'
import { attribute, lineage, type HtmlElement } from '../html/parse-html.ts'
import { isHidden } from '../html/text.ts'
import { failsAt } from '../outcome.ts'
import type { PageView } from '../page-view.ts'
import type { Screen, SiteView } from '../site-view.ts'

const maxPage = 3 * 1_024 * 1_024
const maxImage = 400 * 1_024

export const weight: CheckRule = {
  id: 'T-04',
  needsPage: true,
  judge: site => {
    const { start } = site
    if (!start) return failsAt([])
    const heavy = heavyImages(site, start)
    const total = transferred(site, start)
    const places: Place[] = [
      ...(total >= maxPage ? [{ cause: 'weight.page' as const, page: start.url, quote: megabytes(total) }] : []),
      ...heavy,
      ...start.parts.flatMap(part => part.document.elements.filter(element => needsSize(element)).map((element): Place => ({ cause: 'weight.no_size', page: part.url, quote: attribute(element, 'src') ?? '' }))),
    ]
    return failsAt(places, { images: heavy.map(({ quote = '' }) => quote) })
  },
}

const megabytes = (bytes: number): string => `${(bytes / 1_048_576).toLocaleString('de-DE', { maximumFractionDigits: 1 })} MB`

const imageAddresses = (part: PageView): string[] => [
  ...new Set(part.document.elements.filter(({ name }) => name === 'img').flatMap(element => {
    const source = attribute(element, 'src')
    const url = source && !source.startsWith('data:') ? resolveAddress(source, part.base) : undefined
    return url && /^https?:$/.test(url.protocol) ? [pageKey(url)] : []
  })),
]

const shownProbes = ({ snapshot }: SiteView, start: Screen) => {
  const shown = new Set(start.parts.flatMap(imageAddresses))
  return snapshot.probes.filter(({ url, kind }) => kind === 'image' && URL.canParse(url) && shown.has(pageKey(url)))
}

const heavyImages = (site: SiteView, start: Screen): Place[] => {
  const told = shownProbes(site, start).filter(({ status }) => status === 200)
  const seen = site.snapshot.rendered?.pictures ?? []
  const heavy = [...told, ...seen].filter(({ bytes = 0 }) => bytes >= maxImage).map(({ url }) => url)
  return [...new Map(heavy.map(url => [URL.canParse(url) ? pageKey(url) : url, url])).values()].map(quote => ({ cause: 'weight.image', page: start.url, quote }))
}

const transferred = (site: SiteView, start: Screen): number =>
  site.snapshot.rendered?.transferredBytes ?? start.parts.reduce((sum, { page }) => sum + (page.wireBytes ?? page.bytes), 0) + shownProbes(site, start).reduce((sum, { bytes = 0, status }) => sum + (status === 200 ? bytes : 0), 0)

const needsSize = (element: HtmlElement): boolean => {
  if (element.name !== 'img' || [...lineage(element)].some(({ name }) => name === 'noscript')) return false
  const source = attribute(element, 'src') ?? ''
  if (source === '' || source.startsWith('data:') || /\.svg(?:$|[?#])/i.test(source)) return false
  const [width, height, style] = [attribute(element, 'width'), attribute(element, 'height'), attribute(element, 'style') ?? '']
  const isSized = Boolean(width || /(?:^|[;\s])width\s?:/i.test(style)) && Boolean(height || /(?:^|[;\s])height\s?:|aspect-ratio\s?:/i.test(style))
  return !isSized && !isHidden(element)
}
