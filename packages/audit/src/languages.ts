import { pageKey, resolveAddress } from './html/addresses.ts'
import { attribute } from './html/parse-html.ts'
import type { Link, PageView } from './page-view.ts'
import { languageOf, type SiteView } from './site-view.ts'

const languageNames = /^(?:english|nederlands|français|türkçe|polski|русский|українська|العربية|español|italiano|english version)$/i
const germanNames: Readonly<Record<string, string>> = { englisch: 'en', niederländisch: 'nl', französisch: 'fr', türkisch: 'tr', polnisch: 'pl', russisch: 'ru', ukrainisch: 'uk', arabisch: 'ar', spanisch: 'es', italienisch: 'it' }
const languageCodes = /^(?:DE|EN|NL|FR|TR|PL|RU|UK|AR|ES|IT)$/

/** True where the site is there in several languages: pages say so, or a language switch is on them. */
export const isMultilingual = (site: SiteView): boolean => {
  const answer = known.get(site) ?? decideMultilingual(site)
  known.set(site, answer)
  return answer
}

const known = new WeakMap<SiteView, boolean>()

const decideMultilingual = (site: SiteView): boolean => {
  const languages = new Set(site.screens.flatMap(screen => languageOf(screen.main) ?? []))
  if (languages.size > 1) return true
  const links = site.screens.flatMap(screen => screen.links)
  if (links.some(link => languageNames.test(link.name) || leadsToLanguage(link) || (attribute(link.element, 'hreflang') && !/^de/i.test(attribute(link.element, 'hreflang') ?? '')))) return true
  if (new Set(links.flatMap(({ name }) => (languageCodes.test(name) ? [name] : []))).size > 1) return true
  return site.screens.some(screen => new Set(listAlternates(screen.main).map(({ language }) => language.split('-')[0]).filter(language => language !== 'x')).size > 1)
}

/** A code or a German word for a language counts where the address names that language too: „Englisch“ may be a course. */
const leadsToLanguage = ({ name, url }: Link): boolean => {
  const code = germanNames[name.toLowerCase()] ?? (languageCodes.test(name.toUpperCase()) ? name.toLowerCase() : 'de')
  return code !== 'de' && url !== undefined && new RegExp(`(?:^|[/?&=._-])${code}(?:[-_][a-z]{2})?(?:$|[/?&._-])`, 'i').test(url.pathname + url.search)
}

export interface Alternate {
  readonly language: string
  readonly url: URL
}

/** The language versions a page names by <link rel=alternate hreflang>. */
export const listAlternates = (view: PageView): Alternate[] =>
  view.document.elements.flatMap(element => {
    if (element.name !== 'link' || !/(?:^|\s)alternate(?:\s|$)/i.test(attribute(element, 'rel') ?? '')) return []
    const language = attribute(element, 'hreflang')?.toLowerCase()
    const url = resolveAddress(attribute(element, 'href') ?? '', view.base)
    return language && url && /^https?:$/.test(url.protocol) ? [{ language, url }] : []
  })

/** True where a page names that address among its language versions. */
export const namesAlternate = (view: PageView, url: string): boolean => listAlternates(view).some(alternate => pageKey(alternate.url) === pageKey(url))
