import type { CheckRule, Place } from '../check.types.ts'
import { findLegalPage } from '../legal-page.ts'
import { failsAt, notChecked } from '../outcome.ts'
import { isPageOfKind, type Screen, type SiteView } from '../site-view.ts'

const oldLaw = /§+\s?\d{1,3}[a-z]?(?:[\s,.]{0,3}(?:abs(?:atz|\.)?|s(?:atz|\.)|nr\.?|ff?\.?|und|u\.|bis|lit\.|[a-z]\)|\d{1,3}|[-–/])){0,8}[\s,.]{0,3}(?:des\s+)?(?:TMG|TTDSG|RStV)(?![A-Za-z])|Telemediengesetz|\bTTDSG\b|Telekommunikation-Telemedien-Datenschutz-?Gesetz|Rundfunkstaatsvertrag|\bRStV\b|BDSG[\s-]{0,2}(?:a\.\s?F\.|\(?alt\)?)|(?<=\bgem(?:äß|\.)?\s)TMG\b/gi
const isReplaced = /^\)?\s(?:wurde|ist|gilt|wird)\b[^.;]{0,80}(?:abgelöst|ersetzt|außer kraft|aufgehoben|nicht mehr)/i
const former = /früher|ehemal|vormal|bisher|ersetzt|abgelöst|zuvor|alte[rns]?\s|nicht mehr/i

export const oldLaws: CheckRule = {
  id: 'R-03',
  needsPage: true,
  judge: site => {
    const screens = legalScreens(site)
    if (screens.length === 0) return notChecked('no_legal_page')
    return failsAt(screens.flatMap(screen => oldLawsIn(screen.text).map((quote): Place => ({ cause: 'law.outdated', page: screen.url, quote }))))
  },
}

const legalScreens = (site: SiteView): Screen[] => {
  const linked = [findLegalPage(site, 'imprint'), findLegalPage(site, 'privacy')].flatMap(page => (page?.screen ? [page.screen] : []))
  return [...new Set([...linked, ...site.screens.filter(screen => screen !== site.start && (isPageOfKind(screen, 'imprint') || isPageOfKind(screen, 'privacy')))])]
}

const oldLawsIn = (text: string): string[] =>
  [...text.matchAll(oldLaw)].flatMap(match => {
    const before = text.slice(Math.max(0, match.index - 30), match.index)
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 120)
    const isFormer = former.test(before.split(/[.;]\s/).at(-1) ?? '') || /^\s?\(?(?:a\.\s?F\.|alt)\b/i.test(after) || isReplaced.test(after) || (/\baus dem\s$/i.test(before) && /^\swurde\b/i.test(after))
    return isFormer ? [] : [match[0].replace(/\s+/g, ' ')]
  })
