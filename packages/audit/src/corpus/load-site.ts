import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import * as z from 'zod'
import { isSameSite } from '../html/addresses.ts'
import { isReadable, viewPage } from '../page-view.ts'
import type { BusinessFacts, SiteSnapshot } from '../site.types.ts'
import { corpusSite, type CorpusSite } from './corpus.schemas.ts'
import { crawlFolder } from './crawl-folder.ts'

export interface LoadedSite {
  readonly slug: string
  /** The folder that holds its files. */
  readonly home: string
  readonly site: CorpusSite
  readonly snapshot: SiteSnapshot
  readonly facts: BusinessFacts
}

/** The folder that holds the corpus. */
const corpusFolder = join(import.meta.dirname, '..', '..', 'corpus')

/** Names of all sites in a corpus folder, sorted. */
export const listSlugs = (folder = corpusFolder): string[] =>
  readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(entry => entry.name).sort()

/** Loads one site and plays the crawl on it; throws with the slug and all faults where the folder is not well-formed. */
export const loadSite = (slug: string, folder = corpusFolder): LoadedSite => {
  const home = join(folder, slug)
  const parsed = corpusSite.safeParse(parse(readFileSync(join(home, 'site.yaml'), 'utf8')))
  if (!parsed.success) throw new Error(`${slug}: ${z.prettifyError(parsed.error)}`)
  const site = parsed.data
  const faults = fileFaults(home, site)
  if (faults.length > 0) throw new Error(`${slug}:\n${faults.join('\n')}`)
  const snapshot = crawlFolder(home, site)
  const dangling = danglingLinks(snapshot, site)
  if (dangling.length > 0) throw new Error(`${slug}:\n${dangling.join('\n')}`)
  return { slug, home, site, snapshot, facts: site.facts }
}

const fileFaults = (home: string, site: CorpusSite): string[] => {
  const named = new Set(['site.yaml', ...[...Object.values(site.pages).map(page => page.file), site.sitemap?.file].filter(file => file !== undefined)])
  const present = readdirSync(home, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name).slice(home.length + 1).replaceAll('\\', '/'))
  return [
    ...[...named].filter(file => file.includes('..') || !existsSync(join(home, file))).map(file => `The file ${file} is missing.`),
    ...present.filter(file => !named.has(file)).map(file => `The file ${file} is named by no page.`),
    ...(site.pages['/'] || site.address.replace(/^https?:\/\//, '').includes('/') ? [] : ['The page "/" is missing.']),
  ]
}

const danglingLinks = (snapshot: SiteSnapshot, site: CorpusSite): string[] => {
  const start = snapshot.pages[0]
  if (!start) return ['There is no start page.']
  const own = new URL(start.finalUrl)
  const known = new Set([...Object.keys(site.pages), ...Object.keys(site.links)].map(path => new URL(path, own).href))
  return snapshot.pages.filter(isReadable).map(viewPage).flatMap(view =>
    view.links.flatMap(({ url, href }) => {
      if (!url || !/^https?:$/.test(url.protocol) || !isSameSite(url, own)) return []
      const address = new URL(url)
      address.hash = ''
      address.protocol = own.protocol
      address.host = own.host
      return known.has(address.href) ? [] : [`${new URL(view.url).pathname} links to "${href}", which is neither under pages nor under links.`]
    }),
  )
}
