import { pageKey } from './html/addresses.ts'
import { attribute, type HtmlElement } from './html/parse-html.ts'
import { textOf } from './html/text.ts'
import { isLinkOfKind, linkWords, type LinkKind } from './link-kinds.ts'
import { isFooter } from './page-areas.ts'
import type { Link } from './page-view.ts'
import { isPageOfKind, type Screen, type SiteView } from './site-view.ts'

/** A page the law asks for, as far as it was found. */
export interface LegalPage {
  readonly link: Link
  /** The page or section it leads to; absent where that was not read. */
  readonly screen?: Screen
  /** What the target answered, where known. */
  readonly status?: number
  /** Its own text, without head, foot and navigation. */
  readonly text: string
  /** Characters of that text which are no link words. */
  readonly length: number
}

/** The first link of this kind on the site and where it leads; undefined where no page has one. */
export const findLegalPage = (site: SiteView, kind: LinkKind): LegalPage | undefined => {
  const read = listLinksOfKind(site, kind).map(link => follow(site, link, kind))
  return read.find(page => page.length > 0) ?? read[0]
}

const maxTargets = 20

/** Links of this kind, each target once, at most 20; links named so come before those whose address alone says it. */
export const listLinksOfKind = (site: SiteView, kind: LinkKind): Link[] => {
  const byTarget = new Map<string, Link>()
  for (const link of site.screens.flatMap(screen => screen.links)) {
    if (byTarget.size >= maxTargets) break
    if (link.url && !byTarget.has(link.url.href) && isLinkOfKind(link, kind)) byTarget.set(link.url.href, link)
  }
  const links = [...byTarget.values()]
  const isNamedSo = ({ name }: Link) => linkWords[kind].test(name)
  return [...links.filter(isNamedSo), ...links.filter(link => !isNamedSo(link))]
}

/** Follows one link: the page it leads to, else what a probe said of it. */
export const follow = (site: SiteView, link: Link, kind: LinkKind): LegalPage => {
  const url = link.url
  if (!url) return { link, text: '', length: 0 }
  const screen = screenAt(site, url)
  const status = screen?.main.page.status ?? statusOf(site, url)
  if (!screen) return { link, ...(status !== undefined && { status }), text: '', length: 0 }
  const section = screen === site.start || !isPageOfKind(screen, kind) ? sectionAt(screen, url.hash.slice(1), kind) : undefined
  const text = section ?? ownText(screen)
  return { link, screen, ...(status !== undefined && { status }), text, length: section ? section.length : unlinkedLength(screen) }
}

/** The page that was read at this address, redirects included. */
export const screenAt = (site: SiteView, url: URL): Screen | undefined => {
  const key = pageKey(url)
  const page = site.snapshot.pages.find(({ url: asked, finalUrl }) => pageKey(asked) === key || pageKey(finalUrl) === key)
  const target = page ? pageKey(page.finalUrl) : key
  return site.screens.find(screen => screen.parts.some(part => pageKey(part.url) === target))
}

/** What an address answered: as a page, else as a probe; undefined where it was not asked or did not answer. */
export const statusOf = (site: SiteView, url: URL): number | undefined => {
  const key = pageKey(url)
  return (
    site.snapshot.pages.find(page => pageKey(page.url) === key || pageKey(page.finalUrl) === key)?.status ??
    site.snapshot.probes.find(probe => pageKey(probe.url) === key)?.status
  )
}

const around = new Set(['header', 'nav', 'aside'])

/** Head, foot and navigation of a page, and consent dialogues. */
const isFrameOfPage = (element: HtmlElement): boolean =>
  around.has(element.name) || isFooter(element) || /^(?:navigation|contentinfo|banner|dialog)$/i.test(attribute(element, 'role') ?? '') || /^(?:footer|header|nav|navigation|navi|menu|fuss|kopf|cookie)/i.test(attribute(element, 'id') ?? '')

/** The page's own text without head, foot and navigation; the whole text where nothing else is left. */
const ownText = (screen: Screen): string => {
  const before = ownTexts.get(screen)
  if (before !== undefined) return before
  const own = readOwnText(screen)
  ownTexts.set(screen, own)
  return own
}

const ownTexts = new WeakMap<Screen, string>()
const lengths = new WeakMap<Screen, number>()

const readOwnText = (screen: Screen): string => {
  const text = screen.parts.map(part => textOf(part.document.root, { skip: isFrameOfPage })).join('\n')
  return text.trim() === '' ? screen.text : text
}

const unlinkedLength = (screen: Screen): number => {
  const before = lengths.get(screen)
  if (before !== undefined) return before
  const length = screen.parts.reduce((sum, part) => sum + textOf(part.document.root, { skip: element => isFrameOfPage(element) || (element.name === 'a' && !/^(?:mailto|tel):/i.test(attribute(element, 'href') ?? '')) }).length, 0)
  lengths.set(screen, length)
  return length
}

/** The text from the place a fragment names up to the next such heading; undefined where the page has no such place. */
const sectionAt = (screen: Screen, fragment: string, kind: LinkKind): string | undefined => {
  const id = decode(fragment)
  for (const part of screen.parts) {
    const target = id === '' ? undefined : part.document.elements.find(element => attribute(element, 'id') === id || (element.name === 'a' && attribute(element, 'name') === id))
    const heading = target ?? part.document.elements.find(element => /^h[1-6]$/.test(element.name) && isHeadingOf(element, kind))
    if (heading) return textFrom(heading)
  }
  return undefined
}

const isHeadingOf = (element: HtmlElement, kind: LinkKind) => (kind === 'imprint' ? /impressum|anbieterkennzeichnung/i : /datenschutz/i).test(textOf(element))

/** A container's own text; of a heading or an anchor, what follows it in its holder until the next heading of its rank. */
const textFrom = (element: HtmlElement): string => {
  if (/^(?:section|div|article|main|footer|td|dialog|details|aside)$/.test(element.name)) return textOf(element, { hidden: 'with' })
  const holder = /^(?:a|b|strong|span)$/.test(element.name) && element.parent?.parent && /^(?:h[1-6]|p)$/.test(element.parent.name) ? element.parent : element
  const siblings = holder.parent?.children ?? []
  const after = siblings.slice(siblings.indexOf(holder) + 1)
  const end = after.findIndex(child => typeof child !== 'string' && child.name === holder.name && /^h[1-6]$/.test(holder.name))
  return (end === -1 ? after : after.slice(0, end)).map(child => (typeof child === 'string' ? child : textOf(child))).join('\n').trim()
}

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
