import { percentOf } from './scales.ts'

export interface RadarLabel {
  x: number
  y: number
  anchor: 'start' | 'middle' | 'end'
  lines: readonly string[]
}

/** A value on an axis; null where there is none, which is a gap and never zero. */
export type RadarValue = number | null

/** What is filled and what is drawn as a line, around the origin: the same all around, a fan with an open edge beside a gap. */
export interface RadarOutline {
  area: string
  edge: string
}

export const radarSize = { width: 360, height: 324, radius: 106, centerX: 180, centerY: 172 } as const

const lineHeight = 17
const ascent = 12
const charWidth = 7.6
const quietCharWidth = 6.7
const edge = 2

const angleOf = (index: number, count: number): number => (index / count) * 2 * Math.PI

/** Where a value on an axis lies, in user units, the first axis pointing up. */
export function radarPoint(index: number, count: number, share: number): { x: number; y: number } {
  const angle = angleOf(index, count)
  return { x: radarSize.centerX + Math.sin(angle) * share * radarSize.radius, y: radarSize.centerY - Math.cos(angle) * share * radarSize.radius }
}

const rounded = (value: number): string => String(Math.round(value * 10) / 10)

/** The axes with a value in runs of neighbours, all the way round; none of them crosses an axis without one. */
function runsOf(known: readonly boolean[]): number[][] {
  const count = known.length
  const gap = known.indexOf(false)
  const order = Array.from({ length: count }, (_, step) => (gap + 1 + step) % count)
  const runs: number[][] = [[]]
  for (const index of order) {
    if (known[index]) runs.at(-1)?.push(index)
    else runs.push([])
  }
  return runs.filter((run) => run.length > 0)
}

/** The shape of one series: closed where every axis has a value, else in fans that leave the axes without one open. */
export function radarOutline(values: readonly (RadarValue | undefined)[], count: number, max: number): RadarOutline {
  const shares = Array.from({ length: count }, (_, index) => values[index] ?? null).map((value) => (value === null ? null : percentOf(value, max) / 100))
  const pointOf = (index: number): string => {
    const { x, y } = radarPoint(index, count, shares[index] ?? 0)
    return `${rounded(x - radarSize.centerX)},${rounded(y - radarSize.centerY)}`
  }
  const through = (indices: readonly number[]): string => `M${indices.map(pointOf).join('L')}`
  const known = shares.map((share) => share !== null)
  if (known.every(Boolean)) {
    const around = `${through([...shares.keys()])}Z`
    return { area: around, edge: around }
  }
  const runs = runsOf(known).filter((run) => run.length > 1)
  return { area: runs.map((run) => `${through(run)}L0,0Z`).join(''), edge: runs.map(through).join('') }
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

/** The label of an axis, outside of the outermost ring and inside of the picture, with room for a line of value below it. */
export function radarLabel(label: string, index: number, count: number, value = ''): RadarLabel {
  const lines = breakLabel(label)
  const point = radarPoint(index, count, 1.1)
  const across = Math.sin(angleOf(index, count))
  const down = -Math.cos(angleOf(index, count))
  const anchor = anchorOf(across)
  const over = overhang(point.x, anchor, Math.max(...lines.map((line) => line.length * charWidth), value.length * quietCharWidth))
  const height = (lines.length + (value === '' ? 0 : 1)) * lineHeight
  const beside = point.y - height / 2 + ascent
  // A label pushed back over its corner stands above the ring, which falls away from there.
  const above = point.y - height + ascent - over * 0.75
  const top = down < -0.9 ? point.y - height + ascent : down > 0.3 ? point.y + ascent : over > 0 ? above : beside
  return { x: point.x - Math.sign(across) * over, y: Math.max(ascent, top), anchor, lines }
}

export const radarLineHeight = lineHeight
