import { curveLinearClosed, lineRadial } from 'd3-shape'
import { percentOf } from './scales.ts'

export interface RadarLabel {
  x: number
  y: number
  anchor: 'start' | 'middle' | 'end'
  lines: readonly string[]
}

export const radarSize = { width: 360, height: 324, radius: 106, centerX: 180, centerY: 172 } as const

const lineHeight = 17
const ascent = 12
const charWidth = 7.6
const edge = 2

const angleOf = (index: number, count: number): number => (index / count) * 2 * Math.PI

/** Where a value on an axis lies, in user units, the first axis pointing up. */
export function radarPoint(index: number, count: number, share: number): { x: number; y: number } {
  const angle = angleOf(index, count)
  return { x: radarSize.centerX + Math.sin(angle) * share * radarSize.radius, y: radarSize.centerY - Math.cos(angle) * share * radarSize.radius }
}

/** The closed path of one series around the origin; a missing value counts as zero. */
export function radarPath(values: readonly number[], count: number, max: number): string {
  const line = lineRadial<number>()
    .angle((index) => angleOf(index, count))
    .radius((index) => (percentOf(values[index] ?? 0, max) / 100) * radarSize.radius)
    .curve(curveLinearClosed)
    .digits(1)
  return line(Array.from({ length: count }, (_, index) => index)) ?? ''
}

/** A label in at most two lines, broken at the space nearest to its middle. */
export function breakLabel(label: string): string[] {
  const middle = label.length / 2
  const spaces = [...label.matchAll(/ /g)].map((match) => match.index).sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
  const at = spaces[0]
  return at === undefined || label.length < 12 ? [label] : [label.slice(0, at), label.slice(at + 1)]
}

type Anchor = RadarLabel['anchor']

const anchorOf = (across: number): Anchor => (across > 0.3 ? 'start' : across < -0.3 ? 'end' : 'middle')

/** How far a label of this width would run out of the picture. */
function overhang(x: number, anchor: Anchor, size: number): number {
  if (anchor === 'start') return Math.max(0, x + size - (radarSize.width - edge))
  if (anchor === 'end') return Math.max(0, edge - (x - size))
  return Math.max(0, size / 2 - Math.min(x, radarSize.width - x) + edge)
}

/** The label of an axis, outside of the outermost ring and inside of the picture; `extra` lines (a value) are placed with it. */
export function radarLabel(label: string, index: number, count: number, extra: number): RadarLabel {
  const lines = breakLabel(label)
  const point = radarPoint(index, count, 1.1)
  const across = Math.sin(angleOf(index, count))
  const down = -Math.cos(angleOf(index, count))
  const anchor = anchorOf(across)
  const over = overhang(point.x, anchor, Math.max(...lines.map((line) => line.length)) * charWidth)
  const height = (lines.length + extra) * lineHeight
  const beside = point.y - height / 2 + ascent
  // A label pushed back over its corner stands above the ring, which falls away from there.
  const above = point.y - height + ascent - over * 0.75
  const top = down < -0.9 ? point.y - height + ascent : down > 0.3 ? point.y + ascent : over > 0 ? above : beside
  return { x: point.x - Math.sign(across) * over, y: Math.max(ascent, top), anchor, lines }
}

export const radarLineHeight = lineHeight
