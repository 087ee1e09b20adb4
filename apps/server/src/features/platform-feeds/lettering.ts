import { create, type Font, type PathCommand } from 'fontkit'
import { getFonts, printable, type FontName } from '../documents/fonts.ts'
import type { Outline } from './canvas.ts'

const fonts = new Map<FontName, Font>()

const fontOf = (name: FontName): Font => {
  const font = fonts.get(name) ?? create(getFonts().data[name])
  fonts.set(name, font)
  return font
}

export type Lettering = { font: FontName; size: number }

const layoutOf = ({ font, size }: Lettering, text: string) => {
  const face = fontOf(font)
  const { glyphs, positions } = face.layout(printable(text))
  return { glyphs, positions, scale: size / face.unitsPerEm }
}

export const widthOf = (lettering: Lettering, text: string): number => {
  const { positions, scale } = layoutOf(lettering, text)
  return positions.reduce((width, { xAdvance }) => width + xAdvance, 0) * scale
}

/** A curve of a letter as so many straight edges: at these sizes no eye tells. */
const steps = 6

const pointOn = (points: readonly number[], t: number): [number, number] => {
  const weights = points.length === 6 ? [(1 - t) ** 2, 2 * t * (1 - t), t ** 2] : [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t ** 2 * (1 - t), t ** 3]
  const sum = (axis: 0 | 1) => weights.reduce((total, weight, index) => total + weight * (points[index * 2 + axis] ?? 0), 0)
  return [sum(0), sum(1)]
}

const edgesOf = (commands: readonly PathCommand[], place: (x: number, y: number) => [number, number]): Outline => {
  const edges: Outline = []
  let [x, y, startX, startY] = [0, 0, 0, 0]
  const to = (nextX: number, nextY: number) => {
    edges.push(...place(x, y), ...place(nextX, nextY))
    ;[x, y] = [nextX, nextY]
  }
  for (const { command, args } of commands) {
    if (command === 'closePath') to(startX, startY)
    else if (command === 'moveTo') [x = 0, y = 0, startX = 0, startY = 0] = [...args, ...args]
    else if (command === 'lineTo') to(args[0] ?? 0, args[1] ?? 0)
    else {
      const points = [x, y, ...args]
      for (let step = 1; step <= steps; step++) to(...pointOn(points, step / steps))
    }
  }
  return edges
}

/** The line of text as areas, beginning at x on this base line; only letters of our own font, so that every machine draws the same. */
export const outlineOf = (lettering: Lettering, text: string, x: number, baseline: number): Outline => {
  const { glyphs, positions, scale } = layoutOf(lettering, text)
  let pen = x
  return glyphs.flatMap((glyph, index) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {}
    const [left, bottom] = [pen + xOffset * scale, baseline - yOffset * scale]
    pen += xAdvance * scale
    return edgesOf(glyph.path.commands, (glyphX, glyphY) => [left + glyphX * scale, bottom - glyphY * scale])
  })
}

/** As many signs from the beginning as fit, found by halving. */
const fitting = (lettering: Lettering, signs: readonly string[], width: number, end = ''): string => {
  const textOf = (count: number) => `${signs.slice(0, count).join('').trimEnd()}${end}`
  let [fits, tooMany] = [0, signs.length + 1]
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2)
    if (widthOf(lettering, textOf(middle)) <= width) fits = middle
    else tooMany = middle
  }
  return textOf(fits)
}

/** The text in lines of this width, no more than `most`; what does not fit ends in „…“. A word too long for a line is parted. */
export const linesOf = (lettering: Lettering, text: string, width: number, most: number): { lines: string[]; isWhole: boolean } => {
  const lines: string[] = []
  let rest = text.trim().replace(/\s+/g, ' ')
  while (rest !== '') {
    if (lines.length === most - 1 && widthOf(lettering, rest) > width) return { lines: [...lines, fitting(lettering, [...rest], width, '…')], isWhole: false }
    const line = firstLine(lettering, rest, width)
    lines.push(line)
    rest = rest.slice(line.length).trimStart()
  }
  return { lines, isWhole: true }
}

/** Whole words as far as they fit, at least one sign. */
const firstLine = (lettering: Lettering, text: string, width: number): string => {
  const words = text.split(' ')
  const blank = widthOf(lettering, ' ')
  let used = -blank
  let count = 0
  for (const word of words) {
    used += blank + widthOf(lettering, word)
    if (used > width) break
    count++
  }
  if (count > 0) return words.slice(0, count).join(' ')
  const [first = '', ...more] = [...(words[0] ?? '')]
  return fitting(lettering, [first, ...more], width) || first
}
