import { isSameSite, pageKey, resolveAddress } from './html/addresses.ts'
import { attribute, lineage } from './html/parse-html.ts'
import { nameOf } from './html/text.ts'
import { isLinkOfKind, linkWords, type LinkKind } from './link-kinds.ts'
import { isFooter } from './page-areas.ts'
import { findShownStart, frameAddresses, isReadable, metaRefresh, viewPage, type Link, type PageView } from './page-view.ts'
import type { Page, Probe } from './site.types.ts'

export const maxPages = 6
export const maxProbes = 50

export interface NextPage {
  readonly url: string
  readonly via: Page['via']
  readonly parent?: string
}

const order: readonly LinkKind[] = ['imprint', 'privacy', 'withdrawalFunction', 'shop', 'contact']

const noPage = /\.(?:pdf|jpe?g|png|gif|webp|avif|svg|ico|zip|docx?|xlsx?|pptx?|mp[34]|ics|vcf|css|js|xml|json|rss|txt)$/i
/** Following these would do something (put into a basket, sign off) or leads nowhere useful. */
const acts = /add-to-cart|addtocart|[?&]action=|logout|abmelden|wp-admin|wp-login|\/feed\/?$|replytocom/i
/** Baskets, accounts and searches hold nothing to judge: read last. */
const later = /(?:^|[/_.?=&-])(?:cart|basket|warenkorb|einkaufswagen|korb|checkout|kasse|account|konto|login|register|registrieren|merkzettel|merkliste|wunschliste|wishlist|suche|search)(?:$|[/_.?=&-])/i
const isLater = (url: URL): boolean => later.test(url.pathname + url.search)

/**
 * Which page comes next, given those fetched so far (the first is the start page): its frames and quick meta refresh, then by
 * links Impressum, Datenschutz, „Vertrag widerrufen“, shop (else the first goods of the menu, where a basket shows), Kontakt, then
 * the rest in document order, baskets and accounts last. Undefined after six pages or where nothing is left. Only pages of the start
 * page's own site, never a file, never an address that would change something; `isAllowed` says what robots.txt permits.
 */
export const findNextPage = (pages: readonly Page[], isAllowed: (url: string) => boolean): NextPage | undefined => {
  const start = pages[0]
  if (!start || pages.length >= maxPages || !isReadable(start)) return undefined
  const own = new URL(start.finalUrl)
  const seen = new Set(pages.flatMap(page => [pageKey(page.url), pageKey(page.finalUrl)]))
  const isOpen = (url: URL) => /^https?:$/.test(url.protocol) && isSameSite(url, own) && !seen.has(pageKey(url)) && !noPage.test(url.pathname) && !acts.test(url.href) && isAllowed(url.href)

  const views = pages.filter(isReadable).map(viewPage)
  return nextFrame(views, isOpen) ?? nextLink(views, isOpen)
}

const nextFrame = (views: readonly PageView[], isOpen: (url: URL) => boolean): NextPage | undefined => {
  for (const view of views) {
    const refresh = metaRefresh(view)
    if (refresh && isOpen(refresh)) return { url: withoutFragment(refresh), via: 'meta_refresh', parent: view.url }
    if (view.page.via === 'link') continue
    const frame = frameAddresses(view).find(isOpen)
    if (frame) return { url: withoutFragment(frame), via: 'frame', parent: view.url }
  }
  return undefined
}

const nextLink = (views: readonly PageView[], isOpen: (url: URL) => boolean): NextPage | undefined => {
  const open = views.flatMap(view => view.links).filter((link): link is OpenLink => link.url !== undefined && isOpen(link.url))
  const links = [...open.filter(({ url }) => !isLater(url)), ...open.filter(({ url }) => isLater(url))]
  const taken = new Set(views.flatMap(kindsOfPage))
  for (const kind of order) {
    if (taken.has(kind)) continue
    const found = links.find(link => isLinkOfKind(link, kind) && !(kind === 'shop' && isLater(link.url))) ?? (kind === 'shop' ? findGoods(views, links) : undefined)
    if (found) return { url: withoutFragment(found.url), via: 'link' }
  }
  const [first] = links
  return first && { url: withoutFragment(first.url), via: 'link' }
}

type OpenLink = Link & { url: URL }

const basketName = /warenkorb|einkaufswagen|einkaufskorb|^(?:zur )?kasse$|shopping cart/i
const noGoods = /über uns|ueber-uns|wer wir|about|blog|news|aktuell|magazin|team|jobs|karriere|geschichte|philosophie|laden\b|besuch|kurs|termin|veranstaltung|service|hilfe|faq|^(?:home|start)|startseite|zahlung|versand|gutschein|katalog/i
const legalKinds: readonly LinkKind[] = ['imprint', 'privacy', 'withdrawal']
const ownKinds = Object.keys(linkWords).filter((kind): kind is LinkKind => kind in linkWords)

/** In a shop whose menu calls its goods by name („Pflege“, „Tee“): the first such link, once; never from the foot. */
const findGoods = (views: readonly PageView[], links: readonly OpenLink[]): OpenLink | undefined => {
  if (!views.some(showsBasket) || views.some(isGoods)) return undefined
  const candidates = links.filter(link => !isLater(link.url) && !noGoods.test(link.name) && link.name.length <= 40 && link.url.pathname !== '/' && !ownKinds.some(kind => isLinkOfKind(link, kind)))
  return candidates.find(({ element }) => [...lineage(element)].some(({ name }) => name === 'nav')) ?? candidates.find(({ element }) => ![...lineage(element)].some(isFooter))
}

const showsBasket = (view: PageView): boolean =>
  view.document.elements.filter(({ name }) => name === 'a' || name === 'button').slice(0, 1_000).some(element => [nameOf(element), attribute(element, 'title') ?? ''].some(name => basketName.test(name.slice(0, 200))))

/** A page read by a link whose path is called none of the known kinds, and which is no legal page by its title. */
const isGoods = (view: PageView): boolean => {
  const link: Link = { element: view.document.root, name: '', href: view.page.url }
  const isKnown = ownKinds.some(kind => isLinkOfKind(link, kind)) || legalKinds.some(kind => linkWords[kind].test(view.title ?? ''))
  return view.page.via === 'link' && !isKnown
}

/** One page of a kind is enough: which kinds the path of a fetched page already stands for. */
const kindsOfPage = (view: PageView): LinkKind[] => {
  const link: Link = { element: view.document.root, name: view.title ?? '', href: view.page.url }
  return view.page.via === 'link' ? order.filter(kind => isLinkOfKind({ ...link, name: '' }, kind) || (kind !== 'shop' && isLinkOfKind(link, kind))) : []
}

const withoutFragment = (url: URL): string => url.href.split('#')[0] ?? url.href

/** What to ask by HEAD after the pages: same-site links not fetched, then images and og:image of the start page; at most 50, each once. */
export const listProbes = (pages: readonly Page[], isAllowed: (url: string) => boolean): Pick<Probe, 'url' | 'kind'>[] => {
  const start = pages[0]
  if (!start || !isReadable(start)) return []
  const own = new URL(start.finalUrl)
  const seen = new Set(pages.flatMap(page => [pageKey(page.url), pageKey(page.finalUrl)]))
  const probes: Pick<Probe, 'url' | 'kind'>[] = []
  const add = (url: URL | undefined, kind: Probe['kind']) => {
    if (!url || !/^https?:$/.test(url.protocol) || seen.has(pageKey(url)) || probes.length >= maxProbes) return
    seen.add(pageKey(url))
    probes.push({ url: withoutFragment(url), kind })
  }
  const views = pages.filter(isReadable).map(viewPage)
  const images = imageAddresses(viewPage(findShownStart(pages) ?? start)).slice(0, maxProbes / 2)
  const room = maxProbes - images.length
  for (const { url } of views.flatMap(view => view.links)) {
    if (probes.length >= room) break
    if (url && isSameSite(url, own) && !acts.test(url.href) && isAllowed(url.href)) add(url, 'link')
  }
  for (const url of images) add(url, 'image')
  return probes
}

const imageAddresses = (view: PageView): URL[] => {
  const sharing = view.document.elements.find(element => element.name === 'meta' && (attribute(element, 'property') ?? attribute(element, 'name'))?.toLowerCase() === 'og:image')
  const sources = view.document.elements.filter(element => element.name === 'img').map(element => attribute(element, 'src') ?? '')
  return [sharing && attribute(sharing, 'content'), ...sources].flatMap(source => (source && !source.startsWith('data:') ? (resolveAddress(source, view.base) ?? []) : []))
}
