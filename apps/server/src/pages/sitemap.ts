import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import { addressOf, legalPaths, mainLocale } from './addresses.ts'

const paths = ['/', ...Object.values(legalPaths)]

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
const escapeXml = (text: string): string => text.replace(/[&<>"']/g, sign => signs[sign] ?? sign)

/** The public pages of a city in each of its languages, each naming the others. */
export const renderSitemap = (origin: string, languages: readonly Locale[]): string => {
  const address = (locale: Locale, path: string) => escapeXml(origin + addressOf(locale, path))
  const others = (path: string) =>
    [...languages.map(locale => [locale, locale] as const), ['x-default', mainLocale] as const]
      .map(([name, locale]) => `<xhtml:link rel="alternate" hreflang="${name}" href="${address(locale, path)}"/>`)
      .join('')
  const entries = paths.flatMap(path => languages.map(locale => `<url><loc>${address(locale, path)}</loc>${others(path)}</url>`))
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join('\n')}\n</urlset>\n`
}
