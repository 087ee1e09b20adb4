import { clampChroma, converter, formatHex, wcagLuminance, type Oklch } from 'culori'

/** A colour in OKLCH: lightness 0–1, chroma 0–0.4, hue in degrees. */
export interface Tone {
  l: number
  c: number
  h: number
}

const toOklch = converter('oklch')

/** Reads a hex colour; a grey has no hue and keeps chroma 0. Refuses what is no colour. */
export const toneOf = (hex: string): Tone => {
  const colour: Oklch | undefined = toOklch(hex)
  if (!colour) throw new TypeError(`no colour: ${hex}`)
  return { l: colour.l, c: colour.h === undefined ? 0 : colour.c, h: colour.h ?? 0 }
}

/** The tone as six-digit sRGB in capitals: hue and lightness stay, chroma gives way until sRGB holds it. */
export const hexOf = ({ l, c, h }: Tone): string =>
  formatHex(clampChroma({ mode: 'oklch', l: Math.min(1, Math.max(0, l)), c, h }, 'oklch')).toUpperCase()

/** WCAG relative luminance of a hex colour, 0–1, on the 8-bit values as emitted. */
export const luminanceOf = (hex: string): number => wcagLuminance(hex)

/** WCAG contrast of two luminances, 1–21. */
export const contrastOf = (a: number, b: number): number => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)

/** WCAG contrast of two hex colours, 1–21. */
export const contrast = (a: string, b: string): number => contrastOf(luminanceOf(a), luminanceOf(b))

/** The least contrast a colour has against any of the surfaces. */
export const leastContrast = (hex: string, surfaces: readonly string[]): number => Math.min(...surfaces.map(surface => contrast(hex, surface)))
