import { resolveAddress } from './html/addresses.ts'
import { attribute, type HtmlElement } from './html/parse-html.ts'
import { rawText, type PageView } from './page-view.ts'

export type ResourceKind = 'script' | 'image' | 'frame' | 'stylesheet' | 'connection' | 'media' | 'form'

/** Something a page loads, or would load after a click. */
export interface Resource {
  readonly element: HtmlElement
  readonly kind: ResourceKind
  readonly url: URL
  /** False where it waits for a consent manager or a click (type=text/plain, data-src). */
  readonly live: boolean
}

const known = new WeakMap<PageView, readonly Resource[]>()

/** What the HTML of a page loads: scripts, pictures, frames, style sheets with @import and url() in <style>, connections opened early, media. At most 3,000. */
export const listResources = (view: PageView): readonly Resource[] => {
  const before = known.get(view)
  if (before) return before
  const found: Resource[] = []
  for (const element of view.document.elements) {
    if (found.length > 3_000) break
    found.push(...resourcesOf(element, view.base), ...backgroundsOf(element, view.base))
  }
  known.set(view, found)
  return found
}

const runnable = /^(?:|module|(?:text|application)\/(?:x-)?(?:java|ecma)script)$/i

const waiting = ['data-src', 'data-lazy-src', 'data-cookieblock-src', 'data-src-cmplz', 'data-cmp-src', 'data-borlabs-cookie-src', 'data-iframe-src', 'data-url', 'data-embed-url']

const resourcesOf = (element: HtmlElement, base: string): Resource[] => {
  switch (element.name) {
    case 'script':
      return one(element, 'script', attribute(element, 'src'), base, runnable.test((attribute(element, 'type') ?? '').split(';')[0] ?? ''))
    case 'img':
      return [...one(element, 'image', attribute(element, 'src'), base), ...choices(element, base)]
    case 'iframe':
    case 'frame':
      return one(element, 'frame', attribute(element, 'src'), base)
    case 'embed':
    case 'video':
    case 'audio':
    case 'source':
      return [...one(element, 'media', attribute(element, 'src'), base, true), ...choices(element, base)]
    case 'object':
      return one(element, 'media', attribute(element, 'data'), base)
    case 'link':
      return linkResources(element, base)
    case 'style':
      return styleAddresses(rawText(element)).flatMap(address => one(element, 'stylesheet', address, base))
    default:
      return []
  }
}

const one = (element: HtmlElement, kind: ResourceKind, address: string | undefined, base: string, live = true): Resource[] => {
  const later = address ? [] : waiting.flatMap(name => attribute(element, name) ?? [])
  const used = address || later[0]
  const url = used ? resolveAddress(used, base) : undefined
  return url && /^https?:$/.test(url.protocol) ? [{ element, kind, url, live: live && Boolean(address) }] : []
}

/** The addresses of a srcset: what stands before each blank and width. */
const choices = (element: HtmlElement, base: string): Resource[] =>
  (attribute(element, 'srcset') ?? '').split(/,\s/).slice(0, 20).flatMap(choice => given(element, 'image', choice.trim().split(/\s/)[0], base))

/** Pictures behind an element: its style, the old attribute background, the picture of a video before it plays. */
const backgroundsOf = (element: HtmlElement, base: string): Resource[] =>
  [...styleAddresses(attribute(element, 'style') ?? ''), attribute(element, 'background'), attribute(element, 'poster')].flatMap(address => given(element, 'image', address, base))

const given = (element: HtmlElement, kind: ResourceKind, address: string | undefined, base: string): Resource[] => (address ? one(element, kind, address, base) : [])

const linkResources = (element: HtmlElement, base: string): Resource[] => {
  const rel = new Set((attribute(element, 'rel') ?? '').toLowerCase().split(/\s+/))
  const kind: ResourceKind | undefined = rel.has('stylesheet') || rel.has('preload') ? 'stylesheet' : rel.has('preconnect') ? 'connection' : rel.has('icon') || rel.has('apple-touch-icon') ? 'image' : undefined
  return kind ? one(element, kind, attribute(element, 'href'), base) : []
}

const styleAddresses = (css: string): string[] =>
  [...css.slice(0, 200_000).matchAll(/(?:@import\s{0,20}(?:url\(\s{0,20})?|url\(\s{0,20})["']?([^"')\s;]{1,1000})/gi)].flatMap(([, address = '']) => (address.startsWith('data:') ? [] : [address]))
