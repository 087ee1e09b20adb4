import { shownScore } from '@digitallotsen/domain/check/scoring.rules.ts'
import type { Band } from '@digitallotsen/domain/check/result.schemas.ts'
import type { ResultView } from './documents.types.ts'
import type { Pen } from './pen.ts'
import { drawRadar } from './radar-figure.ts'
import { writeParagraph } from './text-blocks.ts'
import { wordsOf } from './words.ts'

const bandStarts: readonly [Band, number][] = [['start', 0], ['build', 25], ['secure', 50], ['model', 75]]
const panelHeight = 208
const radarWidth = 214
const inset = 18

/** The way from 0 to 100 with its four bands, and where the shop stands. */
const drawScale = (pen: Pen, total: number, names: Record<Band, string>): void =>
  pen.draw(doc => {
    const part = pen.width / bandStarts.length
    bandStarts.forEach(([band, start], index) => {
      const isReached = total >= start
      doc.rect(pen.left + index * part, pen.y + 8, part - 2, 7).fill(isReached ? pen.colours.action : pen.colours.line)
      doc.font('regular').fontSize(8.5).fillColor(pen.colours.onTinted).text(names[band], pen.left + index * part, pen.y + 19, { lineBreak: false })
    })
    const x = pen.left + (pen.width * total) / 100
    doc.path(`M${x - 5} ${pen.y}h10l-5 7z`).fill(pen.colours.onTinted)
  })

const writeVerdict = (pen: Pen, { result, locale }: ResultView): void => {
  const words = wordsOf(locale)
  const colour = pen.colours.onTinted
  pen.write('H2', words.summaryTitle, { size: 10, colour, after: 2 })
  if (result.total === null || result.band === null) return writeParagraph(pen, words.noTotal, { colour })
  const score = shownScore(result.total)
  pen.write('P', words.bands[result.band], { font: 'bold', size: 28, leading: 1.1, colour, after: 4 })
  pen.write('P', words.points(score), { font: 'bold', size: 12, colour, after: 10 })
  drawScale(pen, score, words.bands)
  pen.y += 40
  pen.write('P', words.bandText[result.band], { colour })
}

/** How the shop stands, at a glance: band, points, the five fields as a net. */
export const writeSummary = (pen: Pen, view: ResultView): void => {
  const words = wordsOf(view.locale)
  const top = pen.y
  const right = pen.left + pen.width
  const axes = view.catalogue.fields.map(field => ({ label: field.short, value: view.result.fields.find(({ fieldId }) => fieldId === field.id)?.score ?? null }))
  pen.draw(doc => {
    doc.roundedRect(pen.left, top, pen.width, panelHeight, 6).fill(pen.colours.tinted)
    doc.roundedRect(right - radarWidth - 10, top + 10, radarWidth, panelHeight - 20, 4).fill('#FFFFFF')
  })
  pen.y = top + inset
  pen.column(pen.left + inset, pen.width - radarWidth - 2 * inset - 16, () => writeVerdict(pen, view))
  const alt = words.radar(axes.map(({ label, value }) => `${label} ${value === null ? words.noPoints : shownScore(value)}`).join(', '))
  drawRadar(pen, alt, words.noPoints, axes, { x: right - radarWidth - 10, y: top + 10, width: radarWidth, height: panelHeight - 20 })
  pen.y = top + panelHeight + 12
}
