import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findNextPage, listProbes } from '../page-choice.rules.ts'
import { listNamedSitemaps, robotsPermission } from '../robots.rules.ts'
import type { Page, PlainHttp, Probe, SiteSnapshot, TextAnswer } from '../site.types.ts'
import type { CorpusPage, CorpusSite } from './corpus.schemas.ts'
import { decodeBytes } from './decode.ts'

/** Plays the crawl of a live site on a folder, page by page in the same order, without any network. */
export const crawlFolder = (home: string, site: CorpusSite): SiteSnapshot => {
  const origin = originOf(site)
  const entered = /^https?:\/\//.test(site.address) ? site.address : `${origin}${site.address.replace(/^[^/]+/, '') || '/'}`
  const answer = answerer(home, site, origin)
  const robots: TextAnswer = site.robots === undefined ? { url: `${origin}/robots.txt`, status: 404 } : { url: `${origin}/robots.txt`, status: 200, contentType: 'text/plain', body: site.robots }
  const isAllowed = robotsPermission(robots, 'digitallotsen')

  const pages: Page[] = [answer(entered.replace(/^https?:\/\/[^/]+/, origin), 'entered')]
  for (let next = findNextPage(pages, isAllowed); next; next = findNextPage(pages, isAllowed)) pages.push(answer(next.url, next.via, next.parent))

  return {
    entered: site.address,
    startedAt: `${site.today}T08:00:00.000Z`,
    pages,
    plainHttp: plainHttp(site, origin),
    tls: site.tls.ok ? { ok: true, validTo: new Date(Date.parse(`${site.today}T08:00:00Z`) + site.tls.validDays * 86_400_000).toISOString() } : site.tls,
    robots,
    sitemaps: sitemaps(home, site, origin, robots),
    probes: listProbes(pages, isAllowed).map(probe => probed(probe, site, origin)),
    absentAddress: { url: `${origin}/gibt-es-nicht-7f3a`, status: site.absent },
    ...(site.dns && { dns: { domain: new URL(origin).hostname.split('.').slice(-2).join('.'), ...site.dns } }),
    ...(site.rendered && { rendered: site.rendered }),
    ...(site.human && { human: site.human }),
    ...(site.osm && { osm: 'tags' in site.osm ? { object: { id: 'node/1', tags: site.osm.tags } } : {} }),
  }
}

const originOf = (site: CorpusSite): string => {
  const host = new URL(`https://${site.address.replace(/^https?:\/\//, '')}`).host
  return `${!site.tls.ok && site.tls.reason === 'no_https' ? 'http' : 'https'}://${host}`
}

const plainHttp = (site: CorpusSite, origin: string): PlainHttp => {
  if (site.http === 'refused') return { kind: 'failure', failure: 'refused' }
  if (site.http === 'answer') return { kind: 'answer', status: 200 }
  const location = `${origin.replace(/^http:/, 'https:')}/`
  return { kind: 'redirect', status: site.http === 'redirect' ? 301 : 302, location, finalUrl: location }
}

const lookUp = <T>(entries: Readonly<Record<string, T>>, url: string, origin: string): T | undefined => {
  const path = url.startsWith(origin) ? url.slice(origin.length) || '/' : url
  for (const [key, value] of Object.entries(entries)) if (key === path || new URL(key, origin).href === url) return value
  return undefined
}

const answerer = (home: string, site: CorpusSite, origin: string) => (url: string, via: Page['via'], parent?: string): Page => {
  const hops: { from: string; to: string; status: number }[] = []
  let address = url
  let found = lookUp(site.pages, address, origin)
  while (found?.redirect && hops.length < 5) {
    const to = new URL(found.redirect, address).href
    hops.push({ from: address, to, status: found.status ?? 301 })
    address = to
    found = lookUp(site.pages, address, origin)
  }
  const linked = lookUp(site.links, address, origin)
  const frame = { url, finalUrl: address, hops, via, ...(parent !== undefined && { parent }) }
  if (!found) return { ...frame, status: typeof linked === 'number' ? linked : 404, headers: {}, bytes: 0, milliseconds: 180 }
  return { ...frame, ...answerOf(home, site, found) }
}

const answerOf = (home: string, site: CorpusSite, page: CorpusPage): Pick<Page, 'status' | 'headers' | 'body' | 'bytes' | 'wireBytes' | 'charset' | 'milliseconds' | 'failure'> => {
  const milliseconds = page.milliseconds ?? 180
  if (page.failure) return { headers: {}, bytes: 0, milliseconds, failure: page.failure }
  const type = page.type ?? 'text/html; charset=utf-8'
  const headers = Object.fromEntries(Object.entries({ 'content-type': type, ...site.headers, ...page.headers }).map(([name, value]) => [name, [value].flat()]))
  const bytes = page.file === undefined ? undefined : readFileSync(join(home, page.file))
  const isPage = /^(?:text\/html|application\/xhtml|text\/plain)/i.test(type)
  const decoded = bytes && isPage ? decodeBytes(bytes, page.encoding ?? 'utf-8', /charset=([^;\s]+)/i.exec(type)?.[1]) : undefined
  return { status: page.status ?? 200, headers, ...decoded, bytes: bytes?.length ?? 0, milliseconds, ...(page.wireBytes !== undefined && { wireBytes: page.wireBytes }) }
}

const sitemaps = (home: string, site: CorpusSite, origin: string, robots: TextAnswer): TextAnswer[] => {
  const place = new URL(site.sitemap?.path ?? '/sitemap.xml', origin).href
  const own: TextAnswer = {
    url: place,
    status: site.sitemap?.status ?? (site.sitemap ? 200 : 404),
    ...(site.sitemap?.file !== undefined && { contentType: site.sitemap.type ?? 'application/xml', body: readFileSync(join(home, site.sitemap.file), 'utf8') }),
  }
  const others = listNamedSitemaps(robots).filter(url => url !== place).map(url => ({ url, status: 404 }))
  return [own, ...others]
}

const probed = (probe: Pick<Probe, 'url' | 'kind'>, site: CorpusSite, origin: string): Probe => {
  if (probe.kind === 'image') {
    const { status = 200, bytes = 60_000, type = 'image/jpeg', width, height } = lookUp(site.images, probe.url, origin) ?? {}
    return { ...probe, status, bytes, contentType: type, ...(width !== undefined && { width }), ...(height !== undefined && { height }) }
  }
  const link = lookUp(site.links, probe.url, origin)
  if (link !== undefined) return typeof link === 'number' ? { ...probe, status: link } : { ...probe, failure: link }
  const page = lookUp(site.pages, probe.url, origin)
  if (page?.failure) return { ...probe, failure: page.failure }
  if (page?.redirect) return { ...probe, status: lookUp(site.pages, new URL(page.redirect, probe.url).href, origin)?.status ?? 200 }
  return { ...probe, status: page ? (page.status ?? 200) : 404 }
}
