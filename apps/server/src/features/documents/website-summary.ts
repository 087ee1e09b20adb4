import type { AuditScore } from '@digitallotsen/domain/website/website-audit.schemas.ts'
import { contentWidth, type Pen } from './pen.ts'
import { writeTable, type Column } from './table.ts'
import { drawPanel, writeHeading, writeParagraph } from './text-blocks.ts'
import { websiteWords as words } from './website-words.de.ts'

const inset = 18
const panelHeight = 118
const barHeight = 8
const numberRoom = 30
const fair = 50
const good = 80

const levelOf = (score: number): 'weak' | 'fair' | 'good' => (score >= good ? 'good' : score >= fair ? 'fair' : 'weak')
/** As the screen shows them: whole, and 100 only where nothing is missing. */
const shownPoints = (score: number): number => (score > 99 && score < 100 ? 99 : Math.round(score))

/** How the website stands, at a glance. */
export const writeVerdict = (pen: Pen, { score, failed, passed, notChecked }: AuditScore): void => {
  const top = pen.y
  const colour = pen.colours.onTinted
  drawPanel(pen, panelHeight, pen.colours.tinted)
  pen.y = top + inset
  pen.column(pen.left + inset, pen.width - 2 * inset, () => {
    pen.write('H2', words.summaryTitle, { size: 10, colour, after: 2 })
    if (score === null) writeParagraph(pen, words.noScore, { colour })
    else {
      pen.write('P', words.points(shownPoints(score)), { font: 'bold', size: 22, leading: 1.15, colour, after: 6 })
      pen.write('P', words.verdicts[levelOf(score)], { colour, after: 2 })
    }
    pen.write('P', words.tally(failed, passed, notChecked), { colour })
  })
  pen.y = top + panelHeight + 12
}

type Area = AuditScore['areas'][number]

const drawBar = (pen: Pen) => (doc: PDFKit.PDFDocument, { score }: Area, { x, y, width: room }: { x: number; y: number; width: number }): void => {
  const top = y + 3
  const width = room - numberRoom
  if (score === null) return void doc.save().lineWidth(0.6).dash(2, { space: 3 }).roundedRect(x, top, width, barHeight, 2).stroke(pen.colours.muted).restore()
  doc.roundedRect(x, top, width, barHeight, 2).fill(pen.colours.sunken)
  if (score > 0) doc.roundedRect(x, top, Math.max(3, (width * score) / 100), barHeight, 2).fill(pen.colours.action)
  for (const limit of [fair, good]) doc.rect(x + (width * limit) / 100 - 0.5, top, 1, barHeight).fill('#FFFFFF')
}

/** Each area with its bar, its points and a word for them. */
export const writeAreas = (pen: Pen, { areas }: AuditScore): void => {
  const columns: Column<Area>[] = [
    { title: words.area, width: contentWidth - 310, text: ({ area }) => area },
    { title: words.score, width: 200, align: 'right', text: ({ score }) => (score === null ? '–' : String(shownPoints(score))), draw: drawBar(pen) },
    { title: words.standing, width: 110, text: ({ score }) => (score === null ? words.unchecked : words.levels[levelOf(score)]) },
  ]
  pen.together(() =>
    pen.group('Sect', () => {
      writeHeading(pen, words.areasTitle)
      writeTable(pen, columns, areas)
    }),
  )
}
