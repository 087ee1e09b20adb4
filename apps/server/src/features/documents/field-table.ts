import { shownScore } from '@digitallotsen/domain/check/scoring.rules.ts'
import type { Comparison, FieldResult } from '@digitallotsen/domain/check/result.schemas.ts'
import type { ResultView } from './documents.types.ts'
import { contentWidth, type Pen } from './pen.ts'
import { writeTable, type Column } from './table.ts'
import { wordsOf } from './words.ts'

const barHeight = 8
/** Right of the bar, for the number. */
const numberRoom = 30

const drawBar = (pen: Pen) => (doc: PDFKit.PDFDocument, { score }: { score: number | null }, { x, y, width: room }: { x: number; y: number; width: number }): void => {
  const top = y + 3
  const width = room - numberRoom
  if (score === null) return void doc.save().lineWidth(0.6).dash(2, { space: 3 }).roundedRect(x, top, width, barHeight, 2).stroke(pen.colours.muted).restore()
  doc.roundedRect(x, top, width, barHeight, 2).fill(pen.colours.sunken)
  if (score > 0) doc.roundedRect(x, top, Math.max(3, (width * score) / 100), barHeight, 2).fill(pen.colours.action)
  for (const limit of [25, 50, 75]) doc.rect(x + (width * limit) / 100 - 0.5, top, 1, barHeight).fill('#FFFFFF')
}

/** Each field with its bar, points and band. */
export const writeFieldTable = (pen: Pen, { catalogue, result, locale }: ResultView): void => {
  const words = wordsOf(locale)
  const titleOf = (fieldId: string) => catalogue.fields.find(field => field.id === fieldId)?.title ?? fieldId
  const columns: Column<FieldResult>[] = [
    { title: words.field, width: contentWidth - 310, text: field => titleOf(field.fieldId) },
    { title: words.score, width: 200, align: 'right', text: field => (field.score === null ? '–' : words.figure(shownScore(field.score))), draw: drawBar(pen) },
    { title: words.band, width: 110, text: field => (field.band === null ? words.noPoints : words.bands[field.band]) },
  ]
  writeTable(pen, columns, result.fields)
}

type ComparisonRow = { label: string; before: number | null; after: number | null; difference: number | null }

const rowsOf = (comparison: Comparison, titleOf: (fieldId: string) => string, total: string): ComparisonRow[] => [
  ...comparison.fields.map(field => ({ label: titleOf(field.fieldId), ...field })),
  { label: total, ...comparison.total },
]

/** Points before and now, field by field; the caller has seen that both may be compared. */
export const writeComparisonTable = (pen: Pen, { catalogue, locale }: ResultView, comparison: Comparison): void => {
  const words = wordsOf(locale)
  const titleOf = (fieldId: string) => catalogue.fields.find(field => field.id === fieldId)?.title ?? fieldId
  const points = (value: number | null) => (value === null ? '–' : words.figure(shownScore(value)))
  const columns: Column<ComparisonRow>[] = [
    { title: words.field, width: contentWidth - 240, text: row => row.label },
    { title: words.before, width: 80, align: 'right', text: row => points(row.before) },
    { title: words.now, width: 80, align: 'right', text: row => points(row.after) },
    { title: words.difference, width: 80, align: 'right', text: row => (row.difference === null ? '–' : words.signed(row.difference)) },
  ]
  writeTable(pen, columns, rowsOf(comparison, titleOf, words.total))
}
