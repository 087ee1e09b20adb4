import { searchText } from '../merchant/search-text.rules.ts'

/** Words that stand for other pages below /betriebe. */
const reserved = new Set(['bild', 'bilder', 'daten', 'feed', 'karte', 'neu', 'seite', 'suche', 'widget'])
const longest = 60

/** "Blumen & Mehr, Inh. Müller" → "blumen-mehr-inh-mueller". */
export const slugOf = (name: string): string => {
  const slug = searchText(name).replace(/[^a-z0-9]+/g, '-').slice(0, longest).replace(/^-+|-+$/g, '')
  return slug === '' || reserved.has(slug) ? `betrieb${slug === '' ? '' : `-${slug}`}` : slug
}

/** The name itself, then numbered ones, for as long as somebody takes them. */
export const slugCandidate = (slug: string, attempt: number): string => (attempt === 0 ? slug : `${slug}-${attempt + 1}`)
