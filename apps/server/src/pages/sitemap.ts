import type { Features } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import { addressOf, legalPaths, mainLocale } from './addresses.ts'

/** A page in every language of the city; `updatedAt` where rows make it. */
export type SitemapEntry = { path: string; updatedAt?: Date }

/** More than a sitemap may hold (sitemaps.org): then the oldest stay out. */
const mostAddresses = 50_000

/** The pages that every city has, and those that its pack switches on. */
export const fixedEntries = ({ directory, offers }: Pick<Features, 'directory' | 'offers'>): SitemapEntry[] =>
  ['/', ...(directory ? ['/betriebe'] : []), ...(directory && offers ? ['/angebote'] : []), ...Object.values(legalPaths)].map(path => ({ path }))

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
const escapeXml = (text: string): string => text.replace(/[&<>"']/g, sign => signs[sign] ?? sign)

/** The public pages of a city in each of its languages, each naming the others. */
export const renderSitemap = (origin: string, languages: readonly Locale[], pages: readonly SitemapEntry[]): string => {
  const address = (locale: Locale, path: string) => escapeXml(origin + addressOf(locale, path))
  const others = (path: string) =>
    [...languages.map(locale => [locale, locale] as const), ['x-default', mainLocale] as const]
      .map(([name, locale]) => `<xhtml:link rel="alternate" hreflang="${name}" href="${address(locale, path)}"/>`)
      .join('')
  const changed = (at: Date | undefined) => (at ? `<lastmod>${at.toISOString().slice(0, 19)}Z</lastmod>` : '')
  const shown = pages.slice(0, Math.floor(mostAddresses / languages.length))
  const entries = shown.flatMap(({ path, updatedAt }) => languages.map(locale => `<url><loc>${address(locale, path)}</loc>${changed(updatedAt)}${others(path)}</url>`))
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join('\n')}\n</urlset>\n`
}
