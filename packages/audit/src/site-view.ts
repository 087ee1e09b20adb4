import { isSameSite, pageKey } from './html/addresses.ts'
import { attribute, type HtmlElement } from './html/parse-html.ts'
import { linkWords, type LinkKind } from './link-kinds.ts'
import { findShownStart, isReadable, viewPage, type Link, type PageView } from './page-view.ts'
import type { BusinessFacts, SiteSnapshot } from './site.types.ts'

/** What a visitor sees as one page: a page with the frames it shows. */
export interface Screen {
  readonly url: string
  readonly main: PageView
  /** The page and its frames. */
  readonly parts: readonly PageView[]
  readonly links: readonly Link[]
  readonly text: string
  readonly isFrameset: boolean
}

/** A snapshot made ready for the checks. */
export interface SiteView {
  readonly snapshot: SiteSnapshot
  readonly facts: BusinessFacts
  /** YYYY-MM-DD. */
  readonly today: string
  /** The start page; absent where it gave nothing to read. */
  readonly start?: Screen
  /** All pages that answered 200, each once, the start page first. */
  readonly screens: readonly Screen[]
}

/** Makes the snapshot ready: reads pages, joins frames to their framesets, drops what did not answer and what sends on at once, counts a page once. */
export const viewSite = (snapshot: SiteSnapshot, facts: BusinessFacts, today: string): SiteView => {
  const shown = findShownStart(snapshot.pages)
  const readable = snapshot.pages.slice(shown ? snapshot.pages.indexOf(shown) : 0).filter(isReadable)
  const frames = readable.filter(page => page.via === 'frame')
  const own = snapshot.pages[0] && URL.canParse(snapshot.pages[0].finalUrl) ? new URL(snapshot.pages[0].finalUrl) : undefined
  const seen = new Set<string>()
  const screens: Screen[] = []
  for (const page of readable) {
    if (page.via === 'frame' || seen.has(pageKey(page.finalUrl)) || (own && !isSameSite(new URL(page.finalUrl), own))) continue
    seen.add(pageKey(page.finalUrl))
    const main = viewPage(page)
    const parts = [main, ...frames.filter(frame => frame.parent !== undefined && isPartOf(frame.parent, main.url, frames)).map(viewPage)]
    screens.push({
      url: main.url,
      main,
      parts,
      links: parts.flatMap(part => part.links),
      text: parts.map(part => part.text).join('\n'),
      isFrameset: main.document.elements.some(element => element.name === 'frameset'),
    })
  }
  const start = shown ? screens[0] : undefined
  return { snapshot, facts, today, ...(start && { start }), screens: start ? screens : [] }
}

/** Frames may hold frames: goes up from the parent until the page, at most as often as there are frames. */
const isPartOf = (parent: string, page: string, frames: readonly { finalUrl: string; parent?: string }[]): boolean => {
  let here: string | undefined = parent
  for (let steps = 0; here !== undefined && steps <= frames.length; steps += 1) {
    if (pageKey(here) === pageKey(page)) return true
    const above: string = here
    here = frames.find(frame => pageKey(frame.finalUrl) === pageKey(above))?.parent
  }
  return false
}

/** All elements of a screen, frames included. */
export const elementsOf = (screen: Screen): HtmlElement[] => screen.parts.flatMap(part => [...part.document.elements])

/** The path of an address with its query, for people to read. */
export const pathOf = (url: string): string => {
  const { pathname, search } = new URL(url)
  return pathname + search
}

const words = (screen: Screen): string => {
  let path = new URL(screen.url).pathname
  try {
    path = decodeURIComponent(path)
  } catch {
    // A path that is not well-formed is matched as it stands.
  }
  return `${path}\n${screen.main.title ?? ''}`
}

/** True where the page's path or title calls it one of this kind. */
export const isPageOfKind = (screen: Screen, kind: LinkKind): boolean => linkWords[kind].test(words(screen))

const legalKinds: readonly LinkKind[] = ['imprint', 'privacy', 'terms', 'withdrawal', 'withdrawalFunction', 'shipping', 'payment']

/** Impressum, Datenschutz, AGB and the like; the start page never is one. */
export const isLegalPage = (site: SiteView, screen: Screen): boolean =>
  screen !== site.start && (legalKinds.some(kind => isPageOfKind(screen, kind)) || /rechtliche|rechtshinweis/i.test(words(screen)) || isCalledLegal(site, screen))

/** Some link calls it Impressum or Datenschutz and nothing else, whatever its own name. */
const isCalledLegal = (site: SiteView, screen: Screen): boolean => {
  const key = pageKey(screen.url)
  return site.screens.some(({ links }) => links.some(link => link.url?.hash === '' && /^(?:impressum|datenschutz(?:erklärung)?)(?:\s(?:und|&|\/|\|)\s(?:impressum|datenschutz))?$/i.test(link.name) && pageKey(link.url) === key))
}

/** Pages that are there for customers, not for the law. */
export const contentScreens = (site: SiteView): Screen[] => site.screens.filter(screen => !isLegalPage(site, screen))

/** The first <meta> of this name (or property), lower-case; undefined where it is missing. */
export const findMeta = (view: PageView, name: string): string | undefined => listMetas(view, name)[0]

/** The contents of all <meta> of this name (or property), in document order. */
export const listMetas = (view: PageView, name: string): string[] =>
  view.document.elements
    .filter(element => element.name === 'meta' && [attribute(element, 'name'), attribute(element, 'property')].some(value => value?.toLowerCase() === name))
    .map(element => attribute(element, 'content') ?? '')

/** The languages the page says it is in, "de" of "de-DE"; undefined where it does not say. */
export const languageOf = (view: PageView): string | undefined => {
  const html = view.document.elements.find(element => element.name === 'html')
  const value = html && (attribute(html, 'lang') || attribute(html, 'xml:lang'))
  return value ? value.toLowerCase().split(/[-_]/)[0] : undefined
}
