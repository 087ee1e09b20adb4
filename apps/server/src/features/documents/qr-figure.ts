import { encodeQR } from 'qr'
import type { Pen } from './pen.ts'

/** Light signs around the code, without which a camera does not find it (ISO/IEC 18004 §9). */
const quiet = 4

type Code = readonly (readonly boolean[])[]

/** A quarter of it may be dirty or torn: a shop window is no clean room. */
export const codeFor = (text: string): Code => encodeQR(text, 'raw', { ecc: 'quartile', border: quiet })

/** Dark signs in a row are one area: between two of them a hair of light would show on paper. */
const drawRow = (doc: PDFKit.PDFDocument, row: readonly boolean[], { left, top, side }: { left: number; top: number; side: number }): void => {
  for (let from = row.indexOf(true); from >= 0; ) {
    const next = row.indexOf(false, from)
    const end = next < 0 ? row.length : next
    doc.rect(left + from * side, top, (end - from) * side, side * 1.02)
    from = row.indexOf(true, end)
  }
}

/** The code of this size, black on white whatever the city's colours are, in the middle of the column. */
export const writeCode = (pen: Pen, { text, alt, size }: { text: string; alt: string; size: number }): void => {
  const code = codeFor(text)
  const side = size / code.length
  const [x, y] = [pen.left + (pen.width - size) / 2, pen.y]
  pen.figure(alt, { x, y, width: size, height: size }, doc => {
    doc.rect(x, y, size, size).fill('#FFFFFF')
    code.forEach((row, index) => drawRow(doc, row, { left: x, top: y + index * side, side }))
    doc.fill('#000000')
  })
  pen.y += size
}
