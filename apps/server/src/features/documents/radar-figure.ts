import { printable } from './fonts.ts'
import type { Pen } from './pen.ts'

export type RadarAxis = { label: string; value: number | null }
type Point = [number, number]
type Box = { x: number; y: number; width: number; height: number }

const rings = [25, 50, 75, 100]
const labelRoom = 30
const edge = 6

const pointAt = (centre: Point, radius: number, index: number, count: number): Point => {
  const angle = (index / count) * 2 * Math.PI - Math.PI / 2
  return [centre[0] + Math.cos(angle) * radius, centre[1] + Math.sin(angle) * radius]
}

const polygon = (doc: PDFKit.PDFDocument, centre: Point, count: number, radiusOf: (index: number) => number) =>
  doc.polygon(...Array.from({ length: count }, (_, index) => pointAt(centre, radiusOf(index), index, count)))

const drawLabel = (doc: PDFKit.PDFDocument, pen: Pen, label: string, [x, y]: Point, centre: Point, box: Box): void => {
  const text = printable(label)
  const width = doc.widthOfString(text)
  const wished = Math.abs(x - centre[0]) < 8 ? x - width / 2 : x > centre[0] ? x - width * 0.25 : x - width * 0.75
  const left = Math.max(box.x + edge, Math.min(wished, box.x + box.width - edge - width))
  doc.fillColor(pen.colours.text).text(text, left, y - 5, { lineBreak: false })
}

/** The fields around a centre, the further out the more points; a field without points leaves its axis at the centre. */
export const drawRadar = (pen: Pen, alt: string, axes: readonly RadarAxis[], box: Box): void => {
  const centre: Point = [box.x + box.width / 2, box.y + box.height / 2 + 4]
  const radius = Math.min(box.width, box.height) / 2 - labelRoom + 10
  const count = axes.length
  pen.figure(alt, box, doc => {
    doc.lineWidth(0.6)
    for (const ring of rings) polygon(doc, centre, count, () => (radius * ring) / 100).stroke(pen.colours.line)
    for (let index = 0; index < count; index++) doc.moveTo(...centre).lineTo(...pointAt(centre, radius, index, count)).stroke(pen.colours.line)
    const radiusOf = (index: number) => (radius * (axes[index]?.value ?? 0)) / 100
    doc.save().fillOpacity(0.18)
    polygon(doc, centre, count, radiusOf).fill(pen.colours.action)
    doc.restore()
    doc.lineWidth(1.8).lineJoin('round')
    polygon(doc, centre, count, radiusOf).stroke(pen.colours.action)
    doc.font('regular').fontSize(8.5)
    axes.forEach((axis, index) => {
      if (axis.value !== null) doc.circle(...pointAt(centre, radiusOf(index), index, count), 2.6).fill(pen.colours.action)
      drawLabel(doc, pen, axis.label, pointAt(centre, radius + 13, index, count), centre, box)
    })
  })
}
