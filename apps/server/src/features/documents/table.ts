import type { Pen, TextStyle } from './pen.ts'
import { drawHairline } from './text-blocks.ts'

export type Column<Row> = {
  title: string
  width: number
  align?: 'left' | 'right'
  text: (row: Row) => string
  /** Drawn beside the text, which says the same. */
  draw?: (doc: PDFKit.PDFDocument, row: Row, box: { x: number; y: number; width: number }) => void
}

const cell = { size: 10, leading: 1.3 } as const
const padding = 5
const gap = 10

const cellStyle = <Row>({ align = 'left' }: Column<Row>, index: number): TextStyle => ({ ...cell, align, font: index === 0 ? 'bold' : 'regular' })

const heightOf = <Row>(pen: Pen, columns: readonly Column<Row>[], row: Row): number => {
  let highest = 0
  columns.forEach((column, index) => {
    pen.column(pen.left, column.width - gap, () => (highest = Math.max(highest, pen.heightOf(column.text(row), cellStyle(column, index)))))
  })
  return highest
}

const writeRow = <Row>(pen: Pen, columns: readonly Column<Row>[], height: number, write: (column: Column<Row>, index: number) => void): void => {
  const top = pen.y + padding
  let left = pen.left
  pen.group('TR', () => {
    columns.forEach((column, index) => {
      pen.y = top
      pen.column(left, column.width - gap, () => write(column, index))
      left += column.width
    })
  })
  pen.y = top + height + padding
  drawHairline(pen)
}

/** A table whose head and first column are headings; a row is never parted by the end of a page. */
export const writeTable = <Row>(pen: Pen, columns: readonly Column<Row>[], rows: readonly Row[]): void => {
  const head = { ...cell, size: 9, font: 'bold', colour: pen.colours.muted } as const
  pen.group('Table', () => {
    pen.group('THead', () => writeRow(pen, columns, 12, column => pen.write('TH', column.title, { ...head, align: column.align ?? 'left' }, { scope: 'Column' })))
    pen.group('TBody', () => {
      for (const row of rows) {
        const height = heightOf(pen, columns, row)
        pen.room(height + 2 * padding)
        writeRow(pen, columns, height, (column, index) => {
          const box = { x: pen.left, y: pen.y, width: pen.width }
          if (column.draw) pen.draw(doc => column.draw?.(doc, row, box))
          const style = cellStyle(column, index)
          if (index === 0) pen.write('TH', column.text(row), style, { scope: 'Row' })
          else pen.write('TD', column.text(row), style)
        })
      }
    })
  })
  pen.y += 8
}
