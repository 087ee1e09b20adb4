import type { FindingPlace, WebsiteFinding } from '@digitallotsen/domain/website/website-audit.schemas.ts'
import type { Pen } from './pen.ts'
import { drawHairline, isNearTop, writeHeading, writeList, writeParagraph } from './text-blocks.ts'
import { askFor, websiteWords as words } from './website-words.de.ts'

/** More of the same help nobody to find the fault. */
const mostSpots = 12
const label = { font: 'bold', size: 9.5 } as const

const spotOf = ({ quote, page, selector }: FindingPlace): string =>
  [quote && `„${quote}“`, page, selector && `${words.selector}: ${selector}`].filter(Boolean).join('  ·  ')

/** What is said of several places is said once, with the places below. */
const writePlaces = (pen: Pen, title: string, places: readonly FindingPlace[]): void => {
  if (places.length === 0) return
  pen.room(36)
  pen.write('P', title, { ...label, colour: pen.colours.muted, after: 1 })
  for (const [text, found] of Map.groupBy(places, place => place.text)) {
    writeParagraph(pen, text, { after: 3 })
    const spots = found.map(spotOf).filter(spot => spot !== '')
    const shown = spots.slice(0, mostSpots)
    if (spots.length > shown.length) shown.push(words.more(spots.length - shown.length))
    if (shown.length > 0) writeList(pen, shown, 'bullet', { size: 9 })
  }
}

const writeLabelled = (pen: Pen, title: string, text: string): void => {
  pen.room(36)
  pen.write('P', title, { ...label, colour: pen.colours.muted, after: 1 })
  writeParagraph(pen, text, { after: 6 })
}

const marksOf = ({ checkId, severity, certainty, change }: WebsiteFinding): string =>
  [checkId, words.severities[severity], words.certainties[certainty], change && words.changes[change]].filter(Boolean).join('  ·  ')

const writeFinding = (pen: Pen, finding: WebsiteFinding): void =>
  pen.together(() => {
    pen.room(100)
    if (!isNearTop(pen)) {
      drawHairline(pen)
      pen.y += 10
    }
    pen.group('Sect', () => {
      pen.write('H3', finding.title, { font: 'bold', size: 12, leading: 1.25, after: 2 })
      pen.write('P', marksOf(finding), { font: 'bold', size: 9, colour: finding.severity === 'critical' ? pen.colours.warning : pen.colours.accent, after: 5 })
      writePlaces(pen, words.what, finding.places)
      if (finding.advice) writeLabelled(pen, words.advice, finding.advice)
      writeLabelled(pen, words.ask, askFor(finding.checkId))
      writePlaces(pen, words.also, finding.notes)
    })
    pen.y += 6
  })

/** The failed checks of one area, the worst on top; their heading never stands without the first of them. */
export const writeFindings = (pen: Pen, area: string, findings: readonly WebsiteFinding[]): void => {
  const [first, ...others] = findings
  if (!first) return
  pen.group('Sect', () => {
    pen.together(() => {
      writeHeading(pen, words.findingsIn(area), 200)
      writeFinding(pen, first)
    })
    for (const finding of others) writeFinding(pen, finding)
  })
}
