import { stringify } from 'csv-stringify/sync'
import type { OpenDataHead, OpenDataRow } from './open-data.rules.ts'

/** A table program takes a cell for a formula by its first sign, full-width ones too, and looks past blanks and line ends before it. */
const formula = /^[\s\u0000-\u001F]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/

/** The text as a cell that stays one: an apostrophe before what would be worked out, no control sign, no line break. */
export const csvCell = (text: string): string => {
  const line = text.replace(/[\u0000-\u001F\u007F\u0085\u2028\u2029]+/g, ' ')
  return formula.test(text) ? `'${line}` : line
}

/** German table programs read "51.5" as a day of May: the comma is theirs. */
const figure = (value: number): string => String(value).replace('.', ',')

type Value = OpenDataRow[keyof OpenDataRow]

const cellOf = (value: Value): string => {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'ja' : 'nein'
  if (typeof value === 'number') return figure(value)
  return csvCell(Array.isArray(value) ? value.join(', ') : value)
}

const columns: readonly (keyof OpenDataRow)[] = [
  'id', 'name', 'branchen', 'strasse', 'hausnummer', 'zusatz', 'plz', 'ort', 'stadtteil_id', 'stadtteil', 'breite', 'laenge', 'lage', 'website', 'oeffnungszeiten',
  'sprachen', 'zahlung', 'rollstuhl', 'barrierefreiheit', 'seite', 'geaendert', 'muster',
]

const write = (rows: readonly (readonly string[])[]): string => stringify(rows.map(row => [...row]), { delimiter: ';', record_delimiter: '\r\n' })

/** By which table programs know UTF-8. */
const bom = '\uFEFF'

export const csvHead = (): string => bom + write([[...columns, 'quelle', 'lizenz']])

/** Each row names source and licence: a table is soon parted from the page it came from. */
export const csvRows = ({ quelle, lizenz }: OpenDataHead, rows: readonly OpenDataRow[]): string =>
  write(rows.map(row => [...columns.map(column => cellOf(row[column])), csvCell(quelle.name), csvCell([lizenz.name, lizenz.hinweis].filter(Boolean).join(' – '))]))
