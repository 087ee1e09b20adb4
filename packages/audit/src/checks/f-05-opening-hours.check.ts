import type { CheckRule, Place } from '../check.types.ts'
import { normaliseStreet } from '../contact-data.ts'
import { differingDays, readWeek, tellsOpeningHours, weekOfMarks, weekOfSpans, type Week } from '../opening-text.ts'
import { fails, failsAt } from '../outcome.ts'
import type { PageView } from '../page-view.ts'
import type { BusinessFacts } from '../site.types.ts'
import { readStructuredData } from '../structured-data.ts'
import { isLegalPage, isPageOfKind, type Screen, type SiteView } from '../site-view.ts'

export const openingHours: CheckRule = {
  id: 'F-05',
  needsPage: true,
  judge: site => {
    const shown = placesForHours(site).filter(({ text }) => tellsOpeningHours(text))
    if (shown.length === 0) return fails([{ cause: 'hours.not_shown', page: site.start?.url ?? '' }], { sources: [] })
    const differences = differencesOf(site, shown)
    return failsAt(differences.map(({ place }) => place), { sources: [...new Set(differences.map(({ source }) => source))] })
  },
}

const placesForHours = (site: SiteView): Screen[] =>
  site.screens.filter(screen => screen === site.start || (isPageOfKind(screen, 'contact') && (!isLegalPage(site, screen) || /kontakt/i.test(screen.url))))

interface Difference {
  readonly source: string
  readonly place: Place
}

const differencesOf = (site: SiteView, shown: readonly Screen[]): Difference[] => {
  const wanted = site.facts.openingHours && weekOfSpans(site.facts.openingHours)
  const onPages = shown.flatMap(screen => {
    const week = readWeek(screen.text)
    return week ? [{ week, page: screen.url }] : []
  })
  const marks = site.screens.flatMap(screen => screen.parts).flatMap(part => markedWeeks(part, site.facts, wanted ?? onPages[0]?.week))
  if (wanted) return [...onPages.flatMap(({ week, page }) => compare(week, wanted, page, 'hours.page_differs', 'Stammdaten')), ...marks.flatMap(({ week, page }) => compare(week, wanted, page, 'hours.marks_differ', 'Stammdaten'))]
  const [first, ...others] = onPages
  if (!first) return []
  return [...others.flatMap(({ week, page }) => compare(week, first.week, page, 'hours.pages_differ', 'andere Seite der Website')), ...marks.flatMap(({ week, page }) => compare(week, first.week, page, 'hours.marks_differ', 'strukturierte Daten'))]
}

interface MarkedWeek {
  readonly week: Week
  readonly page: string
}

/** The weeks a page marks up. Of several branches those at the business' own address count, else they are fine where one of them is as wanted. */
const markedWeeks = (part: PageView, { street, postcode }: BusinessFacts, wanted: Week | undefined): MarkedWeek[] => {
  const marks = readStructuredData(part).businesses.flatMap(mark => {
    const week = weekOfMarks(mark.openingHours)
    return week ? [{ mark, week, page: part.url }] : []
  })
  if (marks.length < 2) return marks
  const own = street && postcode ? marks.filter(({ mark }) => mark.postcode === postcode && normaliseStreet(mark.street ?? '') === normaliseStreet(street)) : []
  if (own.length > 0) return own
  return wanted && marks.some(({ week }) => differingDays(week, wanted).length === 0) ? [] : marks
}

const compare = (week: Week, wanted: Week, page: string, cause: Place['cause'], source: string): Difference[] =>
  differingDays(week, wanted).map(quote => ({ source, place: { cause, page, quote } }))
