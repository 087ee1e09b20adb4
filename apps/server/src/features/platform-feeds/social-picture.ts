import sharp from 'sharp'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import { Canvas } from './canvas.ts'
import { linesOf, outlineOf, widthOf, type Lettering } from './lettering.ts'

/** Everything that is drawn: two pictures of the same words and colours are one. */
export type SocialPictureText = { name: string; tagline: string | null; about: string; sample: boolean }

/** What those who show links ask for. */
const [width, height] = [1200, 630]
const left = 80
const room = width - 2 * left
const band = { top: 508, height: height - 508 }

const programmeStyle: Lettering = { font: 'bold', size: 34 }
const taglineStyle: Lettering = { font: 'regular', size: 40 }
const aboutStyle: Lettering = { font: 'bold', size: 36 }
const sampleStyle: Lettering = { font: 'bold', size: 28 }
/** The largest in which the name stays whole. */
const nameStyles: readonly Lettering[] = [96, 80, 66, 54].map(size => ({ font: 'bold', size }))

const fitName = (name: string) => {
  const fitted = nameStyles.map(style => ({ style, ...linesOf(style, name, room, style.size > 80 ? 2 : 3) }))
  const smallest = fitted.at(-1)
  const chosen = fitted.find(({ isWhole }) => isWhole) ?? smallest
  if (!chosen) throw new Error('no size for a name')
  return chosen
}

const drawSample = (canvas: Canvas, light: ResolvedPack['theme']['light']): void => {
  const text = 'Musterdaten'
  const box = Math.ceil(widthOf(sampleStyle, text)) + 40
  canvas.box({ x: width - left - box, y: 46, width: box, height: 52 }, light['warning-soft'])
  canvas.paint(outlineOf(sampleStyle, text, width - left - box + 20, 82), light.warning)
}

const drawWords = (canvas: Canvas, { programme, theme: { light } }: Pick<ResolvedPack, 'programme' | 'theme'>, { name, tagline, about, sample }: SocialPictureText): void => {
  const write = (style: Lettering, text: string, baseline: number, colour: string) => canvas.paint(outlineOf(style, text, left, baseline), colour)
  const one = (style: Lettering, text: string, most = room) => linesOf(style, text, most, 1).lines[0] ?? ''

  write(programmeStyle, one(programmeStyle, programme, sample ? room - 260 : room), 84, light['text-muted'])
  if (sample) drawSample(canvas, light)

  const { style, lines } = fitName(name)
  const leading = style.size * 1.08
  const below = tagline === null ? [] : linesOf(taglineStyle, tagline, room, lines.length > 2 ? 1 : 2).lines
  const total = lines.length * leading + (below.length === 0 ? 0 : 18 + below.length * 50)
  const top = 118 + (band.top - 118 - total) / 2
  lines.forEach((line, index) => write(style, line, top + index * leading + style.size * 0.82, light.text))
  below.forEach((line, index) => write(taglineStyle, line, top + lines.length * leading + 18 + index * 50 + 34, light['text-muted']))
  write(aboutStyle, one(aboutStyle, about), band.top + 73, light['text-on-brand'])
}

/** The picture that goes with a link to a business, as PNG, in the city's light colours. */
export const drawSocialPicture = (pack: Pick<ResolvedPack, 'programme' | 'theme'>, text: SocialPictureText): Promise<Buffer> => {
  const { light } = pack.theme
  const canvas = new Canvas(width, height, light['surface-page'])
  canvas.box({ x: 0, y: band.top, width, height: band.height }, light['surface-brand'])
  canvas.box({ x: 0, y: 0, width: 24, height }, light.brand)
  drawWords(canvas, pack, text)
  return sharp(canvas.data, { raw: { width, height, channels: 3 } }).png({ palette: true, colours: 128, dither: 0, effort: 7 }).toBuffer()
}
