import { baseOf, isSameSite, pageKey, resolveAddress } from './html/addresses.ts'
import { attribute, parseHtml, type HtmlDocument, type HtmlElement } from './html/parse-html.ts'
import { nameOf, oneLine, textOf } from './html/text.ts'
import type { Page } from './site.types.ts'

export interface Link {
  readonly element: HtmlElement
  /** Text, else alternative text; at most 300 characters. */
  readonly name: string
  /** The href as written. */
  readonly href: string
  /** Absent where the href is no address. */
  readonly url?: URL
}

/** A page as read: its parts are worked out on first use and kept. */
export interface PageView {
  readonly page: Page
  readonly url: string
  readonly document: HtmlDocument
  readonly base: string
  readonly links: readonly Link[]
  /** Visible text of the body, block by block. */
  readonly text: string
  readonly title: string | undefined
}

const views = new WeakMap<Page, PageView>()

/** Reads a page once; the same page object gives the same view. A page without body reads as empty. */
export const viewPage = (page: Page): PageView => {
  const known = views.get(page)
  if (known) return known
  const document = parseHtml(page.body ?? '')
  const base = baseOf(document, page.finalUrl)
  const links = readLinks(document, base)
  const title = document.elements.find(element => element.name === 'title' && !isInSvg(element))
  const view = { page, url: page.finalUrl, document, base, links, text: textOf(document.root), title: title && oneLine(rawText(title)) }
  views.set(page, view)
  return view
}

/** The characters an element holds directly, as of a title or script. */
export const rawText = (element: HtmlElement): string => element.children.filter(child => typeof child === 'string').join('')

const isInSvg = (element: HtmlElement) => element.parent?.name === 'svg'

const maxLinks = 2_000

const readLinks = (document: HtmlDocument, base: string): Link[] => {
  const links: Link[] = []
  for (const element of document.elements) {
    if (element.name !== 'a' && element.name !== 'area') continue
    const href = attribute(element, 'href')
    if (href === undefined) continue
    const url = resolveAddress(href, base)
    links.push({ element, name: nameOf(element).slice(0, 300), href, ...(url && { url }) })
    if (links.length >= maxLinks) break
  }
  return links
}

/** True where a page answered 200 with HTML that can be read. */
export const isReadable = (page: Page): boolean => page.status === 200 && page.body !== undefined && !page.failure

/** Addresses of the frames (and same-site iframes) a page shows, absolute, in document order. */
export const frameAddresses = (view: PageView): URL[] => {
  const own = new URL(view.url)
  return view.document.elements.flatMap(element => {
    if (element.name !== 'frame' && element.name !== 'iframe') return []
    const url = resolveAddress(attribute(element, 'src') ?? '', view.base)
    if (!url || !/^https?:$/.test(url.protocol) || !isSameSite(url, own) || pageKey(url) === pageKey(own)) return []
    return [url]
  })
}

interface Refresh {
  readonly url: URL
  readonly seconds: number
}

const readRefresh = (view: PageView): Refresh | undefined => {
  for (const element of view.document.elements) {
    if (element.name !== 'meta' || attribute(element, 'http-equiv')?.toLowerCase() !== 'refresh') continue
    const found = /^\s*(\d{1,3})[\d.]{0,5}\s*[;,]\s*(?:url\s*=\s*)?["']?([^"']{1,2000})/i.exec(attribute(element, 'content') ?? '')
    const seconds = Number(found?.[1])
    const url = found && seconds <= 10 ? resolveAddress((found[2] ?? '').trim(), view.base) : undefined
    if (url && /^https?:$/.test(url.protocol)) return { url, seconds }
  }
  return undefined
}

/** Where a <meta http-equiv=refresh> leads within 10 seconds; undefined where there is none. */
export const metaRefresh = (view: PageView): URL | undefined => readRefresh(view)?.url

const unseen = 1

/** The page visitors see first: the start page, or the page it sends on to within a second where that was read; undefined where the start page cannot be read. */
export const findShownStart = (pages: readonly Page[]): Page | undefined => {
  let [shown] = pages
  if (!shown || !isReadable(shown)) return undefined
  for (const page of pages.slice(1, 4)) {
    const refresh = readRefresh(viewPage(shown))
    const leadsOn = refresh !== undefined && refresh.seconds <= unseen && [page.url, page.finalUrl].some(address => pageKey(address) === pageKey(refresh.url))
    if (page.via !== 'meta_refresh' || !leadsOn || !isReadable(page)) break
    shown = page
  }
  return shown
}
