import type { Measure } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import type { Pen } from './pen.ts'
import { drawHairline, isNearTop, writeFact, writeHeading, writeList, writeParagraph } from './text-blocks.ts'
import type { DocumentWords } from './words.de.ts'

const numberWidth = 34
const titleStyle = { font: 'bold', size: 13, leading: 1.25, after: 2 } as const
/** What a title takes along where its entry is too long for one page. */
const company = 100

export type MeasureHead = { number: number; title: string; marks: readonly string[]; box?: boolean }

/** Number or box in the margin, title and marks beside it; then whatever belongs to it, in the same column. */
export const writeEntry = (pen: Pen, head: MeasureHead, write: () => void): void =>
  pen.together(() => {
    pen.room(pen.heightOf(head.title, titleStyle) + company)
    if (!isNearTop(pen)) {
      drawHairline(pen)
      pen.y += 12
    }
    pen.group('Sect', () => {
      writeHead(pen, head)
      pen.column(pen.left + numberWidth, pen.width - numberWidth, write)
    })
    pen.y += 8
  })

const writeHead = (pen: Pen, { number, title, marks, box = false }: MeasureHead): void => {
  const { left, y } = pen
  if (box) pen.draw(doc => doc.roundedRect(left + 1, y + 1.5, 15, 15, 2).lineWidth(1.2).stroke(pen.colours.text))
  pen.column(left + numberWidth, pen.width - numberWidth, () => {
    const margin = { text: String(number), at: left, style: { font: 'bold', size: 20, colour: pen.colours.accent } } as const
    pen.write('H3', box ? `${number}. ${title}` : title, titleStyle, box ? {} : { margin })
    if (marks.length > 0) pen.write('P', marks.join('  ·  '), { size: 9, font: 'bold', colour: pen.colours.accent, after: 4 })
  })
}

/** Entries below their heading, which never stands without the first of them. */
export const writeEntries = (pen: Pen, heading: string, entries: readonly (() => void)[]): void => {
  const [first, ...others] = entries
  pen.together(() => {
    writeHeading(pen, heading, first ? 2 * company : undefined)
    first?.()
  })
  for (const write of others) write()
}

const writeLabelled = (pen: Pen, label: string, text: string): void => {
  pen.room(36)
  pen.write('P', label, { font: 'bold', size: 9.5, colour: pen.colours.muted, after: 1 })
  writeParagraph(pen, text, { after: 6 })
}

/** What, why, how, what it takes and what shows that it is done. */
export const writeMeasure = (pen: Pen, measure: Measure, words: DocumentWords): void => {
  writeParagraph(pen, measure.what, { after: 6 })
  writeLabelled(pen, words.why, measure.why)
  pen.room(36)
  pen.write('P', words.how, { font: 'bold', size: 9.5, colour: pen.colours.muted, after: 1 })
  writeList(pen, measure.how, 'number')
  writeFact(pen, words.effort, words.effortOf(measure.merchantHours, measure.weeks, measure.cost))
  writeFact(pen, words.proof, measure.proof)
}
