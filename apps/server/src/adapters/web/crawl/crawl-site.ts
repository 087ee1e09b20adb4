import { findNextPage, listProbes, maxPages } from '@digitallotsen/audit/page-choice.rules.ts'
import { listNamedSitemaps, robotsPermission } from '@digitallotsen/audit/robots.rules.ts'
import type { DnsFacts, Page, Probe, SiteSnapshot, TextAnswer, Tls } from '@digitallotsen/audit/site.types.ts'
import { getDomain } from 'tldts'
import type { CrawlProgress } from '../snapshot.schemas.ts'
import type { PageRenderer } from '../render/page-renderer.ts'
import { untilAborted } from '../until-aborted.ts'
import type { WebReader } from '../web-reader.ts'
import { failed, type WebResult } from '../web.schemas.ts'
import { createPacer, type Clock } from './pacer.ts'
import { toPage, toPlainHttp, toProbe, toTextAnswer, toTls } from './snapshot-parts.ts'

/** DECISIONS: 1 request a second per host, 120 s per audit. A request may take ten, so none begins in the last ten. */
export const crawlLimits = { intervalMs: 1_000, totalMs: 120_000, requestMs: 10_000 }
/** A browser takes up to 30 seconds and may have to wait for its turn; with less time left it is not begun. */
const renderingMs = 50_000

export const robotsName = 'Digitallotsen'

export type Crawl = {
  entered: string
  contact: string
  reader: Pick<WebReader, 'fetch' | 'certificate' | 'mailRecords'>
  clock: Clock
  signal: AbortSignal
  report: (progress: CrawlProgress) => void
  /** Opens the start page in a browser; without it nothing is said of what only a browser sees. */
  renderer?: PageRenderer
  limits?: typeof crawlLimits
}

const maxSitemaps = 3

type Asking = { method?: 'GET' | 'HEAD'; want: 'page' | 'text' | 'head' | 'picture' }

/** Asks for one site: a second apart, none after the time is up, each with the same sender. */
class Visit {
  readonly #crawl: Crawl
  readonly #pace: (url: string, signal: AbortSignal) => Promise<void>
  readonly #lastStart: number
  /** Set where the start page answered only to who does not look at its certificate. */
  isCertificateIgnored = false

  constructor(crawl: Crawl) {
    const limits = crawl.limits ?? crawlLimits
    this.#crawl = crawl
    this.#pace = createPacer(crawl.clock, limits.intervalMs)
    this.#lastStart = crawl.clock.now() + limits.totalMs - limits.requestMs
  }

  /** Undefined where the time is up. */
  async ask(url: string, asking: Asking): Promise<WebResult | undefined> {
    const { reader, contact, signal } = this.#crawl
    return (await this.#isInTime(url)) ? reader.fetch({ url, method: 'GET', contact, isCertificateIgnored: this.isCertificateIgnored, ...asking }, signal) : undefined
  }

  async askCertificate(url: URL): Promise<Tls | undefined> {
    const { reader, signal } = this.#crawl
    return (await this.#isInTime(url.href)) ? toTls(await reader.certificate(url.host, signal)) : undefined
  }

  async askDns(host: string): Promise<DnsFacts | undefined> {
    const domain = getDomain(host)
    if (!domain || !this.#hasTime()) return undefined
    const result = await this.#crawl.reader.mailRecords(domain, this.#crawl.signal)
    return result.ok ? { domain, mx: result.mx, txt: result.txt, dmarc: result.dmarc } : undefined
  }

  /** The page as a browser shows it: one visit as by a person, after the pages have been read and before the links are tried. */
  async openInBrowser(url: string): Promise<Pick<SiteSnapshot, 'rendered' | 'renderFailed'>> {
    const { renderer, contact, clock, signal } = this.#crawl
    if (!renderer) return {}
    if (clock.now() + renderingMs > this.#lastStart || !(await this.#isInTime(url))) return { renderFailed: true }
    const until = AbortSignal.any([signal, AbortSignal.timeout(renderingMs)])
    const asked = renderer.render({ url, contact, isCertificateIgnored: this.isCertificateIgnored }, until)
    const result = await untilAborted(until, asked).catch(() => ({ ok: false, reason: 'failed' }) as const)
    signal.throwIfAborted()
    return result.ok ? { rendered: result.facts } : result.reason === 'failed' ? { renderFailed: true } : {}
  }

  #hasTime = () => this.#crawl.clock.now() <= this.#lastStart

  async #isInTime(url: string): Promise<boolean> {
    if (!this.#hasTime()) return false
    await this.#pace(url, this.#crawl.signal)
    this.#crawl.signal.throwIfAborted()
    return this.#hasTime()
  }
}

/** The addresses to try for what was typed: encrypted first, unless plain HTTP was typed. */
export const listStarts = (entered: string): string[] => {
  const text = entered.trim()
  if (/^http:\/\//i.test(text)) return [text]
  const bare = text.replace(/^https:\/\//i, '')
  if (/^[a-z][a-z\d+.-]*:(?!\d)/i.test(bare)) return [text]
  return [`https://${bare}`, `http://${bare}`]
}

/** A wrong certificate is a finding and no reason to look at nothing else; a site without encryption is read without. */
const openStart = async (visit: Visit, entered: string): Promise<Page> => {
  let first: Page | undefined
  for (const text of listStarts(entered)) {
    const url = URL.parse(text)?.href ?? text
    let result = URL.canParse(url) ? await visit.ask(url, { want: 'page' }) : undefined
    if (result && !result.ok && result.reason === 'tls') {
      visit.isCertificateIgnored = true
      result = await visit.ask(url, { want: 'page' })
    }
    const page = toPage({ url, via: 'entered' }, result ?? failed('invalid_url'))
    if (page.status !== undefined) return page
    first ??= page
  }
  return first ?? toPage({ url: entered, via: 'entered' }, failed('invalid_url'))
}

const readPages = async (visit: Visit, start: Page, isAllowed: (url: string) => boolean, report: Crawl['report']): Promise<Page[]> => {
  const pages = [start]
  for (let next = findNextPage(pages, isAllowed); next; next = findNextPage(pages, isAllowed)) {
    report({ step: 'pages', done: pages.length, of: maxPages })
    const result = await visit.ask(next.url, { want: 'page' })
    if (!result) break
    pages.push(toPage(next, result))
  }
  return pages
}

const readText = async (visit: Visit, url: string): Promise<TextAnswer | undefined> => {
  const result = await visit.ask(url, { want: 'text' })
  return result && toTextAnswer(url, result)
}

const readSitemaps = async (visit: Visit, robots: TextAnswer | undefined, origin: string): Promise<TextAnswer[]> => {
  const named = listNamedSitemaps(robots).filter(url => URL.canParse(url)).slice(0, maxSitemaps)
  const answers: TextAnswer[] = []
  for (const url of named.length > 0 ? named : [`${origin}/sitemap.xml`, `${origin}/sitemap_index.xml`]) {
    const answer = await readText(visit, url)
    if (answer) answers.push(answer)
    if (named.length === 0 && answer?.status === 200) break
  }
  return answers
}

const readAbsent = async (visit: Visit, url: string): Promise<SiteSnapshot['absentAddress']> => {
  const result = await visit.ask(url, { want: 'head' })
  if (!result) return undefined
  const { status, failure } = toTextAnswer(url, result)
  return { url, ...(status !== undefined && { status }), ...(failure && { failure }) }
}

/** Servers that know no HEAD are asked by GET; the first image is the one shown when the page is passed on, so its size is looked at. */
const probeOne = async (visit: Visit, probe: Pick<Probe, 'url' | 'kind'>, isFirstImage: boolean): Promise<Probe | undefined> => {
  const asked = await visit.ask(probe.url, isFirstImage ? { want: 'picture' } : { method: 'HEAD', want: 'head' })
  const isHeadUnknown = asked?.ok && (asked.status === 405 || asked.status === 501)
  const result = isHeadUnknown ? ((await visit.ask(probe.url, { want: 'head' })) ?? asked) : asked
  return result && toProbe(probe, result)
}

const readProbes = async (visit: Visit, wanted: Pick<Probe, 'url' | 'kind'>[], report: Crawl['report']): Promise<Probe[]> => {
  const firstImage = wanted.find(({ kind }) => kind === 'image')
  const probes: Probe[] = []
  for (const probe of wanted) {
    report({ step: 'links', done: probes.length, of: wanted.length })
    const answered = await probeOne(visit, probe, probe === firstImage)
    if (!answered) break
    probes.push(answered)
  }
  return probes
}

/**
 * Looks at a site as a polite visitor does: the entered page, up to five more as far as robots.txt lets, what the whole site shows
 * (plain HTTP, certificate, robots, sitemap, an absent address, mail records), the start page in a browser, and a look at links and images. What there was no time
 * for is absent. Throws only when cancelled.
 */
export const crawlSite = async (crawl: Crawl): Promise<SiteSnapshot> => {
  const { entered, clock, report } = crawl
  const visit = new Visit(crawl)
  const startedAt = new Date(clock.now()).toISOString()
  report({ step: 'start', done: 0, of: 1 })
  const start = await openStart(visit, entered)
  if (start.status === undefined) return { entered, startedAt, pages: [start], probes: [] }

  const site = new URL(start.finalUrl)
  const robots = await readText(visit, `${site.origin}/robots.txt`)
  const isAllowed = robotsPermission(robots, robotsName)
  const pages = await readPages(visit, start, isAllowed, report)
  report({ step: 'site', done: 0, of: crawl.renderer ? 2 : 1 })
  const tls = await visit.askCertificate(site)
  const plain = await visit.ask(`http://${site.host}/`, { want: 'head' })
  const absentUrl = `${site.origin}/gibt-es-nicht-${clock.now().toString(36)}`
  const absentAddress = isAllowed(absentUrl) ? await readAbsent(visit, absentUrl) : undefined
  const sitemaps = await readSitemaps(visit, robots, site.origin)
  const dns = await visit.askDns(site.hostname)
  if (crawl.renderer) report({ step: 'site', done: 1, of: 2 })
  const seen = start.status === 200 ? await visit.openInBrowser(start.finalUrl) : {}
  const probes = await readProbes(visit, listProbes(pages, isAllowed), report)
  return {
    entered, startedAt, pages, probes, sitemaps, ...seen,
    ...(plain && { plainHttp: toPlainHttp(plain) }),
    ...(tls && { tls }),
    ...(robots && { robots }),
    ...(absentAddress && { absentAddress }),
    ...(dns && { dns }),
  }
}
