import type { CheckRule, Place } from '../check.types.ts'
import { attribute, hasAttribute, lineage, type HtmlElement } from '../html/parse-html.ts'
import { isHidden, oneLine, textOf } from '../html/text.ts'
import { isMultilingual } from '../languages.ts'
import { failsAt } from '../outcome.ts'
import { elementsOf, languageOf, type Screen } from '../site-view.ts'

const enough = 0.9

export const structure: CheckRule = {
  id: 'B-01',
  needsPage: true,
  judge: site => {
    const isOneLanguage = !isMultilingual(site)
    const places = site.screens.flatMap(screen => [...languageFaults(screen, isOneLanguage), ...headingFaults(screen)])
    return failsAt([...places, ...imageFaults(site.screens)])
  },
}

const languageFaults = ({ main, url }: Screen, isOneLanguage: boolean): Place[] => {
  const language = languageOf(main)
  if (!language) return [{ cause: 'structure.no_language', page: url }]
  return isOneLanguage && language !== 'de' ? [{ cause: 'structure.other_language', page: url, quote: language }] : []
}

const levelOf = ({ name, attributes }: HtmlElement): number => (/^h[1-6]$/.test(name) && !attributes['role'] ? Number(name[1]) : attributes['role'] === 'heading' ? Number(attributes['aria-level'] ?? 2) : 0)

const headingFaults = (screen: Screen): Place[] => {
  const page = screen.url
  const headings = elementsOf(screen).map(element => ({ element, level: levelOf(element) })).filter(({ element, level }) => level >= 1 && level <= 6 && !isHidden(element))
  const tops = headings.filter(({ level }) => level === 1)
  const faults: Place[] = tops.length === 1 ? [] : [{ cause: tops.length === 0 ? 'structure.no_h1' : 'structure.many_h1', page, quote: String(tops.length) }]
  let before = 1
  for (const { element, level } of headings) {
    if (level > before + 1) faults.push({ cause: 'structure.jump', page, quote: `h${before} → h${level}: ${oneLine(textOf(element)).slice(0, 80)}` })
    before = level
  }
  return faults
}

const imageFaults = (screens: readonly Screen[]): Place[] => {
  const images = screens.flatMap(screen => screen.parts).flatMap(part => part.document.elements.filter(isContentImage).map(element => ({ element, page: part.url })))
  const bare = images.filter(({ element }) => !hasAttribute(element, 'alt') && !attribute(element, 'aria-label'))
  if (images.length === 0 || 1 - bare.length / images.length >= enough) return []
  return bare.map(({ element, page }) => ({ cause: 'structure.no_alt', page, quote: attribute(element, 'src') ?? '' }))
}

const isContentImage = (element: HtmlElement): boolean => {
  if (element.name !== 'img') return false
  const isDot = attribute(element, 'width') === '1' && attribute(element, 'height') === '1'
  const isDecoration = /^(?:presentation|none)$/.test(attribute(element, 'role') ?? '') || attribute(element, 'aria-hidden') === 'true'
  return !isDot && !isDecoration && ![...lineage(element)].some(({ name }) => name === 'noscript')
}
