import type { Measure } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import type { RankedMeasure } from '@digitallotsen/domain/check/result.schemas.ts'
import { writeClosing } from './closing.ts'
import type { ResultView } from './documents.types.ts'
import { writeComparisonTable, writeFieldTable } from './field-table.ts'
import { writeEntries, writeEntry, writeMeasure } from './measure-block.ts'
import { drawFrame } from './page-frame.ts'
import { Pen } from './pen.ts'
import { writeSummary } from './result-summary.ts'
import { writeHeading, writeList, writeParagraph, writeTitle } from './text-blocks.ts'
import { longDay, wordsOf } from './words.ts'

const itemsOf = ({ catalogue }: ResultView) => new Map(catalogue.fields.flatMap(field => field.items).map(item => [item.id, item]))
const fieldTitleOf = ({ catalogue }: ResultView, fieldId: string) => catalogue.fields.find(field => field.id === fieldId)?.short ?? fieldId

const getMeasure = ({ catalogue }: ResultView, measureId: string): Measure => {
  const measure = catalogue.measures.find(({ id }) => id === measureId)
  if (!measure) throw new Error(`The ranking names the measure ${measureId}, which the catalogue ${catalogue.edition} lacks`)
  return measure
}

const listTitles = (view: ResultView, itemIds: readonly string[]): string[] => {
  const items = itemsOf(view)
  return itemIds.map(id => items.get(id)?.title ?? id)
}

const writeRemarks = (pen: Pen, { result, locale }: ResultView): void => {
  const words = wordsOf(locale)
  const remarks = [result.cappedByMust && words.capped, result.provisional && words.provisional, words.self]
  writeParagraph(pen, remarks.filter(Boolean).join(' '), { colour: pen.colours.muted })
}

const writeMusts = (pen: Pen, view: ResultView): void => {
  const words = wordsOf(view.locale)
  writeHeading(pen, words.mustsTitle)
  const { openMusts } = view.result
  if (openMusts.length === 0) return writeParagraph(pen, words.mustsNone)
  writeParagraph(pen, words.mustsText)
  writeList(pen, listTitles(view, openMusts))
}

const writeComparison = (pen: Pen, view: ResultView): void => {
  const { comparison } = view
  if (!comparison) return
  const words = wordsOf(view.locale)
  pen.group('Sect', () => {
    writeHeading(pen, words.comparisonTitle)
    if (comparison.comparable) writeComparisonTable(pen, view, comparison)
    else writeParagraph(pen, words.comparisonNo)
  })
}

const marksOf = (view: ResultView, { must, quickWin, fieldId }: RankedMeasure): string[] => {
  const words = wordsOf(view.locale)
  return [fieldTitleOf(view, fieldId), ...(must ? [words.must] : []), ...(quickWin ? [words.quickWin] : [])]
}

const writeWaived = (pen: Pen, view: ResultView): void => {
  const words = wordsOf(view.locale)
  const leadFields = words.list(view.catalogue.fields.filter(({ lead }) => lead).map(({ short }) => `„${short}“`))
  for (const rule of view.ranking.waived) writeParagraph(pen, words.waived[rule](leadFields), { colour: pen.colours.muted })
}

const writeActive = (pen: Pen, view: ResultView): void => {
  const words = wordsOf(view.locale)
  const active = view.ranking.measures.filter(measure => measure.active)
  const entries = active.map((ranked, index) => () => {
    const measure = getMeasure(view, ranked.measureId)
    writeEntry(pen, { number: index + 1, title: measure.title, marks: marksOf(view, ranked) }, () => writeMeasure(pen, measure, words))
  })
  writeEntries(pen, words.measuresTitle, entries)
  if (active.length === 0) writeParagraph(pen, words.measuresNone)
  writeWaived(pen, view)
}

const writeLines = (pen: Pen, title: string, text: string, lines: readonly string[]): void => {
  if (lines.length === 0) return
  pen.together(() =>
    pen.group('Sect', () => {
      writeHeading(pen, title)
      writeParagraph(pen, text)
      writeList(pen, lines)
    }),
  )
}

const writeRest = (pen: Pen, view: ResultView): void => {
  const words = wordsOf(view.locale)
  const { measures, outlook, unclear, tandem } = view.ranking
  const waiting = measures.filter(measure => !measure.active).map(({ measureId }) => getMeasure(view, measureId))
  writeLines(pen, words.laterTitle, words.laterText, waiting.map(({ title, merchantHours, weeks, cost }) => `${title}. ${words.effortOf(merchantHours, weeks, cost)}`))
  writeLines(pen, words.unclearTitle, words.unclearText, listTitles(view, unclear))
  writeLines(pen, words.outlookTitle, words.outlookText, outlook.map(({ measureId }) => getMeasure(view, measureId).next))
  writeLines(pen, words.tandemTitle, words.tandemText, listTitles(view, tandem))
}

/** The result of a check as a tagged A4 document; a function of its view alone. */
export const renderResultPdf = async (view: ResultView): Promise<Buffer> => {
  const { sender, locale } = view
  const words = wordsOf(locale)
  const name = words.resultTitle[view.moment]
  const title = view.business === null ? name : `${name}: ${view.business}`
  const pen = new Pen({
    title: `${title} – ${sender.programme}`, subject: words.resultSubject, author: sender.programme, lang: locale, madeAt: new Date(view.madeAt), colours: sender.colours,
  })
  writeTitle(pen, name, view.business, `${words.kind[view.kind]}, ${words.checkedOn(longDay(locale, view.submittedAt))}`)
  if (sender.sample) writeParagraph(pen, words.sampleText, { font: 'bold', colour: pen.colours.warning })
  pen.group('Sect', () => {
    writeSummary(pen, view)
    writeRemarks(pen, view)
  })
  pen.together(() =>
    pen.group('Sect', () => {
      writeHeading(pen, words.fieldsTitle)
      writeFieldTable(pen, view)
    }),
  )
  pen.together(() => pen.group('Sect', () => writeMusts(pen, view)))
  pen.together(() => writeComparison(pen, view))
  pen.group('Sect', () => writeActive(pen, view))
  writeRest(pen, view)
  writeClosing(pen, sender, words, longDay(locale, view.madeAt))
  return pen.finish(drawFrame(sender, words))
}
