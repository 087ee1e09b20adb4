import type { CheckRule, Place } from '../check.types.ts'
import { foldText, nameWords, tellingWords } from '../contact-data.ts'
import { failsAt } from '../outcome.ts'
import type { SiteView } from '../site-view.ts'

const generic = /^(?:(?:herzlich\s+)?willkommen(?:\s+(?:auf|bei|zu|in)\s+(?:unserer|der|meiner)\s+(?:homepage|website|webseite|internetseite))?|start(?:seite)?|home(?:page)?|index|untitled(?: document)?|unbenannt(?:es dokument)?|neue seite(?: \d+)?|meine website|website|homepage|titel|title|just another wordpress site|startpage)[\s!.|–-]*$/i
const shortest = 15
const longest = 65

export const title: CheckRule = {
  id: 'F-01',
  needsPage: true,
  judge: site => {
    const missing = site.screens.filter(({ main }) => !main.title).map(({ url }): Place => ({ cause: 'title.missing', page: url }))
    return failsAt([...missing, ...startFaults(site), ...repeated(site)], {}, bonusNotes(site))
  },
}

const startFaults = ({ start, facts }: SiteView): Place[] => {
  const text = start?.main.title
  if (!start || !text) return []
  const length = [...text].length
  const place = { page: start.url, quote: text }
  return [
    ...(length < shortest ? [{ cause: 'title.short' as const, ...place }] : []),
    ...(length > longest ? [{ cause: 'title.long' as const, ...place }] : []),
    ...(generic.test(text) ? [{ cause: 'title.generic' as const, ...place }] : []),
    ...(facts.name && !carriesName(text, facts.name, [facts.place, facts.district].filter(place => place !== undefined)) ? [{ cause: 'title.no_name' as const, ...place }] : []),
  ]
}

/** Every word that tells the business from others stands in the title, joined or apart ("Blumen-Sommer", "BlumenSommer"), an ending more or less. */
const carriesName = (text: string, name: string, places: readonly string[]): boolean => {
  const tokens = foldText(text).split(' ')
  if (tokens.join('').includes(nameWords(name).join(''))) return true
  return tellingWords(name, places).every(word => tokens.some(token => isSameWord(token, word)))
}

/** Equal up to an ending of two letters: "Friseure" and "Friseur", "Petras" and "Petra". */
const isSameWord = (a: string, b: string): boolean => a === b || (a.length >= 4 && b.length >= 4 && Math.abs(a.length - b.length) <= 2 && (a.startsWith(b) || b.startsWith(a)))

const repeated = ({ screens }: SiteView): Place[] => {
  const first = new Map<string, string>()
  return screens.flatMap(({ main, url }): Place[] => {
    const key = main.title ? foldText(main.title) || main.title : undefined
    if (!key) return []
    if (first.has(key)) return [{ cause: 'title.repeated', page: url, quote: main.title ?? '' }]
    first.set(key, url)
    return []
  })
}

const bonusNotes = ({ start, facts }: SiteView): Place[] => {
  const text = foldText(start?.main.title ?? '')
  const places = [facts.place, facts.district].filter(place => place !== undefined)
  return start && text !== '' && places.length > 0 && !places.some(place => text.includes(foldText(place))) ? [{ cause: 'title.no_place', page: start.url, quote: start.main.title ?? '' }] : []
}
