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

const drawAxis = (doc: PDFKit.PDFDocument, pen: Pen, centre: Point, end: Point, hasPoints: boolean): void => {
  doc.save()
  if (!hasPoints) doc.dash(2, { space: 3 })
  doc.moveTo(...centre).lineTo(...end).stroke(hasPoints ? pen.colours.line : pen.colours.muted)
  doc.restore()
}

const drawLabel = (doc: PDFKit.PDFDocument, label: string, [x, y]: Point, centre: Point, box: Box): void => {
  const text = printable(label)
  const width = doc.widthOfString(text)
  const wished = Math.abs(x - centre[0]) < 8 ? x - width / 2 : x > centre[0] ? x - width * 0.25 : x - width * 0.75
  const left = Math.max(box.x + edge, Math.min(wished, box.x + box.width - edge - width))
  doc.text(text, left, y - 5, { lineBreak: false })
}

/** The neighbours that both have points: only between them is there a line, and an area behind it. */
export const listEdges = (values: readonly (number | null)[]): [number, number][] =>
  values.flatMap((value, index): [number, number][] => {
    const next = (index + 1) % values.length
    return value !== null && values[next] !== null ? [[index, next]] : []
  })

/** The fields around a centre, the further out the more points; a field without points has a dashed axis, and the shape is open there. */
export const drawRadar = (pen: Pen, alt: string, missing: string, axes: readonly RadarAxis[], box: Box): void => {
  const centre: Point = [box.x + box.width / 2, box.y + box.height / 2 + 4]
  const radius = Math.min(box.width, box.height) / 2 - labelRoom + 10
  const count = axes.length
  const edges = listEdges(axes.map(({ value }) => value))
  const corner = (index: number): Point => pointAt(centre, (radius * (axes[index]?.value ?? 0)) / 100, index, count)
  pen.figure(alt, box, doc => {
    doc.lineWidth(0.6)
    for (const ring of rings) polygon(doc, centre, count, () => (radius * ring) / 100).stroke(pen.colours.line)
    for (let index = 0; index < count; index++) drawAxis(doc, pen, centre, pointAt(centre, radius, index, count), axes[index]?.value !== null)
    doc.save().fillOpacity(0.18).fillColor(pen.colours.action)
    for (const [from, to] of edges) doc.moveTo(...centre).lineTo(...corner(from)).lineTo(...corner(to)).closePath()
    doc.fill().restore()
    doc.lineWidth(1.8).lineCap('round').strokeColor(pen.colours.action)
    for (const [from, to] of edges) doc.moveTo(...corner(from)).lineTo(...corner(to))
    doc.stroke()
    doc.font('regular')
    axes.forEach((axis, index) => {
      const place = pointAt(centre, radius + 13, index, count)
      if (axis.value !== null) doc.circle(...corner(index), 2.6).fill(pen.colours.action)
      drawLabel(doc.fontSize(8.5).fillColor(pen.colours.text), axis.label, place, centre, box)
      if (axis.value === null) drawLabel(doc.fontSize(7.5).fillColor(pen.colours.muted), missing, [place[0], place[1] + 10], centre, box)
    })
  })
}
