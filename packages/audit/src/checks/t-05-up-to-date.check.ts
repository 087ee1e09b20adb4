import type { CheckRule, Place } from '../check.types.ts'
import { failsAt } from '../outcome.ts'
import { readSitemap } from '../sitemap.ts'
import { contentScreens, type Screen, type SiteView } from '../site-view.ts'
import { findSystem } from '../systems.ts'

const months = 'januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember'
/** Days of the century before are told in stories, no website was changed on them. */
const fullDate = new RegExp(`(?<!\\d)\\d{1,2}\\.\\s?(?:\\d{1,2}\\.|(?:${months}))\\s?(20\\d{2})(?!\\d)`, 'gi')
const monthDate = new RegExp(`(?:(?:${months})(?=\\s?(?:\\d{4}\\s?[-–]\\s?)?20)|©|&copy;|\\(c\\)|copyright|stand:?)\\s?(?:\\d{4}\\s?[-–]\\s?)?((?:19|20)\\d{2})(?!\\d)`, 'gi')
const isoDate = /(?<!\d)(20\d{2})-\d{2}-\d{2}(?!\d)/g
const occasion = /((?:weihnacht|advent|ostern|oster|silvester|neujahr|betriebsferien|betriebsurlaub|sommerferien|herbstferien|sommerschluss|winterschluss|schlussverkauf|jubiläum|sommerfest|stadtfest|frühjahr|frühling|sommer|herbst|winter|aktion|angebote?|saison|muttertag|valentinstag|urlaub|karneval|fasching|kollektion|modenschau)[a-zäöüß]{0,16}(?:[\s:,-]{1,3}(?:vom|von|im|am|für|und|zum|bis zum|jan(?:uar)?|feb(?:ruar)?|märz|april|mai|juni?|juli?|aug(?:ust)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dez(?:ember)?|aktion|angebote?|markt|geschäft|pause|bis|ist|\d{1,2}\.|\d{1,2}\.\d{1,2}\.?|[-–])){0,6}[\s:]{0,2})(20\d{2})(?!\d)/gi
const pandemic = /\bcorona(?!\s+(?:extra|bier|cero|light))|\bcovid|maskenpflicht|\bffp2|\b[23]g(?:\+)?-?(?:regel|nachweis|plus)|impfnachweis|hygienekonzept/i

export const upToDate: CheckRule = {
  id: 'T-05',
  needsPage: true,
  judge: site => {
    const screens = contentScreens(site)
    const places = [...ageFaults(site, screens), ...screens.flatMap(screen => pastFaults(screen, site.today)), ...systemFaults(site)]
    return failsAt(places, { finds: [...new Set(places.map(({ quote = '' }) => quote))] })
  },
}

const years = (text: string, pattern: RegExp): number[] => {
  const start = text.slice(0, 100_000)
  return [...start.matchAll(pattern)].filter(match => !isHistory(start, match.index, match[0].length)).map(match => Number(match[1]))
}

/** A founding or a birthday says nothing of how fresh a page is, whether the word stands before the day or after it. */
const isHistory = (text: string, at: number, length: number): boolean =>
  /(?:\bseit\b|gegründet|gründete|gründung|eröffnet|eröffnung|geboren|übernahm\w*|übernommen)[^\n]{0,20}$/i.test(text.slice(Math.max(0, at - 40), at)) ||
  /^[^\n.!?;]{0,60}\b(?:eröffnete|gründete|gegründet|geboren|übernahm|übernommen|übergab|zog(?:en)?|umgezogen|brannte|entstand|begann|erbaut|baute)/i.test(text.slice(at + length, at + length + 90))

/** „Im Sommer 2019 …“ tells of a time, unless it says that something is closed or on offer. */
const isSeasonTold = (text: string, at: number, found: string): boolean =>
  /^(?:frühjahr|frühling|sommer|herbst|winter)\s\d{4}$/i.test(found) && /\b(?:im|seit|seit dem)\s$/i.test(text.slice(Math.max(0, at - 9), at)) && !/^[^\n.!?]{0,60}(?:geschlossen|angebot|aktion|rabatt|anmeld)/i.test(text.slice(at + found.length, at + found.length + 80))

/** The newest year that footers, dates or the sitemap show. Years that lie ahead count as they stand. */
const ageFaults = (site: SiteView, screens: readonly Screen[]): Place[] => {
  const shown = screens.flatMap(({ text }) => [fullDate, monthDate, isoDate].flatMap(pattern => years(text, pattern)))
  const mapped = (site.snapshot.sitemaps ?? []).flatMap(answer => readSitemap(answer)?.lastmods ?? []).map(day => Number(day.slice(0, 4))).filter(year => year > 1990)
  const all = [...shown, ...mapped]
  const newest = all.reduce((latest, year) => Math.max(latest, year), 0)
  return all.length > 0 && newest <= Number(site.today.slice(0, 4)) - 2 ? [{ cause: 'age.newest_year', page: site.start?.url ?? '', quote: String(newest) }] : []
}

const pastFaults = ({ text, url }: Screen, today: string): Place[] => {
  const year = Number(today.slice(0, 4)) - (today.slice(5, 7) <= '02' ? 1 : 0)
  const past = [...text.slice(0, 100_000).matchAll(occasion)].filter(match => Number(match[2]) < year && !isHistory(text, match.index, match[0].length) && !isSeasonTold(text, match.index, match[0])).map((match): Place => ({ cause: 'age.past_occasion', page: url, quote: match[0].replace(/\s+/g, ' ') }))
  const found = pandemic.exec(text)
  return found ? [...past, { cause: 'age.pandemic', page: url, quote: found[0] }] : past
}

const systemFaults = (site: SiteView): Place[] => {
  const system = findSystem(site)
  return system?.outdated ? [{ cause: 'age.system', page: site.start?.url ?? '', quote: [system.name, system.version].filter(Boolean).join(' ') }] : []
}
