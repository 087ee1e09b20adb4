/** Closed areas as straight edges, in pixels, y downwards: x0, y0, x1, y1, one edge after the other. */
export type Outline = number[]
/** Six-digit hex. */
export type Colour = string

const samples = 4

type Crossing = { x: number; turn: number }
type Box = { x: number; y: number; width: number; height: number }

/** A picture of RGB pixels to be filled with areas. All in JavaScript: the server's picture library reads no drawings, and is not to. */
export class Canvas {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
  readonly #cover: Float32Array

  constructor(width: number, height: number, background: Colour) {
    this.width = width
    this.height = height
    this.data = new Uint8Array(width * height * 3)
    this.#cover = new Float32Array(width)
    this.box({ x: 0, y: 0, width, height }, background)
  }

  /** Whole pixels, inside the picture. */
  box({ x, y, width, height }: Box, colour: Colour): void {
    const first = (y * this.width + x) * 3
    const rgb = channels(colour)
    for (let at = first; at < first + width * 3; at += 3) this.data.set(rgb, at)
    for (let row = 1; row < height; row++) this.data.copyWithin(first + row * this.width * 3, first, first + width * 3)
  }

  /** What lies inside, by the non-zero rule, with soft edges; what lies outside the picture is left out. */
  paint(outline: Outline, colour: Colour): void {
    const rgb = channels(colour)
    const lines = crossingsOf(outline, this.height)
    for (let first = 0; first < lines.length; first += samples) {
      let [from, to] = [this.width, 0]
      for (const line of lines.slice(first, first + samples)) {
        if (!line) continue
        line.sort((a, b) => a.x - b.x)
        this.#coverSpans(line)
        from = Math.min(from, line[0]?.x ?? from)
        to = Math.max(to, line.at(-1)?.x ?? to)
      }
      this.#blendRow(first / samples, Math.max(0, Math.floor(from)), Math.min(this.width, Math.ceil(to)), rgb)
    }
  }

  #coverSpans(crossings: readonly Crossing[]): void {
    let winding = 0
    let start = 0
    for (const { x, turn } of crossings) {
      if (winding === 0) start = x
      winding += turn
      if (winding === 0) this.#coverSpan(Math.max(0, start), Math.min(this.width, x))
    }
  }

  #coverSpan(from: number, to: number): void {
    for (let x = Math.floor(from); x < to; x++) this.#cover[x] = (this.#cover[x] ?? 0) + (Math.min(x + 1, to) - Math.max(x, from)) / samples
  }

  #blendRow(y: number, from: number, to: number, [red, green, blue]: readonly [number, number, number]): void {
    for (let x = from; x < to; x++) {
      const cover = Math.min(1, this.#cover[x] ?? 0)
      this.#cover[x] = 0
      if (cover === 0) continue
      const at = (y * this.width + x) * 3
      this.data[at] = mix(this.data[at], red, cover)
      this.data[at + 1] = mix(this.data[at + 1], green, cover)
      this.data[at + 2] = mix(this.data[at + 2], blue, cover)
    }
  }
}

const mix = (below = 0, above: number, part: number): number => Math.round(below + (above - below) * part)

const channels = (colour: Colour): [number, number, number] => {
  const value = Number.parseInt(colour.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

/** Where the edges cross the middle of each sampled line, and which way they go; nothing on a line without any. */
const crossingsOf = (outline: Outline, height: number): (Crossing[] | undefined)[] => {
  const lines: (Crossing[] | undefined)[] = []
  for (let at = 0; at < outline.length; at += 4) {
    const [x0, y0, x1, y1] = [outline[at] ?? 0, outline[at + 1] ?? 0, outline[at + 2] ?? 0, outline[at + 3] ?? 0]
    if (y0 === y1) continue
    const slope = (x1 - x0) / (y1 - y0)
    const end = Math.min(height * samples, Math.ceil(Math.max(y0, y1) * samples - 0.5))
    for (let line = Math.max(0, Math.ceil(Math.min(y0, y1) * samples - 0.5)); line < end; line++) {
      const crossing = { x: x0 + ((line + 0.5) / samples - y0) * slope, turn: y0 < y1 ? 1 : -1 }
      const known = lines[line]
      if (known) known.push(crossing)
      else lines[line] = [crossing]
    }
  }
  return lines
}
