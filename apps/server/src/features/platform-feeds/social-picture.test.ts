import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { Canvas } from './canvas.ts'
import { hostileTexts, sceneWith } from './feeds.fixture.ts'
import { linesOf, outlineOf, widthOf } from './lettering.ts'
import { drawSocialPicture, type SocialPictureText } from './social-picture.ts'

const { pack } = await sceneWith()
const { light } = pack.theme
const text: SocialPictureText = { name: 'Blumen am Markt', tagline: 'Sträuße und Kränze', about: 'Floristik · Altmarkt', sample: false }

const hexOf = (pixels: Uint8Array, at: number) => `#${Buffer.from(pixels.subarray(at, at + 3)).toString('hex').toUpperCase()}`
const pixelsOf = async (png: Buffer) => {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { at: (x: number, y: number) => hexOf(data, (y * info.width + x) * 3), info, data }
}

describe('the picture of a business', () => {
  it('stands in the colours of the city', async () => {
    const { at, info } = await pixelsOf(await drawSocialPicture(pack, text))
    expect([info.width, info.height]).toEqual([1200, 630])
    expect([at(5, 300), at(1190, 300), at(1190, 600)]).toEqual([light.brand, light['surface-page'], light['surface-brand']])
  })

  it('is the same to the byte for the same words, and another for others', async () => {
    const [one, same, other] = await Promise.all([drawSocialPicture(pack, text), drawSocialPicture(pack, { ...text }), drawSocialPicture(pack, { ...text, name: 'Blumen am Turm' })])
    expect(one.equals(same)).toBe(true)
    expect(one.equals(other)).toBe(false)
  })

  it('bears a mark where the business is invented', async () => {
    const [real, invented] = [await pixelsOf(await drawSocialPicture(pack, text)), await pixelsOf(await drawSocialPicture(pack, { ...text, sample: true }))]
    expect([real.at(1110, 50), invented.at(1110, 50)]).toEqual([light['surface-page'], light['warning-soft']])
  })

  it.each([...hostileTexts, 'X'.repeat(120), '   ', '\u200D', '日本語の店'])('is drawn whatever the name is: %j', async name => {
    const { at } = await pixelsOf(await drawSocialPicture(pack, { name, tagline: name, about: name, sample: true }))
    for (let y = 0; y < 630; y++) expect(at(1199, y)).toBe(y < 508 ? light['surface-page'] : light['surface-brand'])
  })
})

describe('lettering', () => {
  const style = { font: 'bold', size: 40 } as const

  it('parts a text into lines that fit, and says when something is left out', () => {
    const { lines, isWhole } = linesOf(style, 'Änderungsschneiderei und Reinigungsannahme am Bahnhof', 480, 3)
    expect(isWhole).toBe(true)
    expect(lines.join(' ')).toBe('Änderungsschneiderei und Reinigungsannahme am Bahnhof')
    const cut = linesOf(style, 'wort '.repeat(60), 480, 2)
    expect([cut.isWhole, cut.lines.length, cut.lines.at(-1)?.endsWith('…')]).toEqual([false, 2, true])
    for (const line of [...lines, ...cut.lines]) expect(widthOf(style, line)).toBeLessThanOrEqual(480)
  })

  it('parts a word that is longer than a line', () => {
    const { lines } = linesOf(style, 'W'.repeat(40), 300, 9)
    expect(lines.join('')).toBe('W'.repeat(40))
    for (const line of lines) expect(widthOf(style, line)).toBeLessThanOrEqual(300)
  })

  it('leaves the inside of a letter open', () => {
    const canvas = new Canvas(60, 60, '#FFFFFF')
    canvas.paint(outlineOf({ font: 'bold', size: 60 }, 'O', 10, 50), '#000000')
    const row = Array.from({ length: 60 }, (_, x) => hexOf(canvas.data, (30 * 60 + x) * 3))
    const runs = row.filter((colour, x) => colour !== row[x - 1] && (colour === '#FFFFFF' || colour === '#000000'))
    expect(runs).toEqual(['#FFFFFF', '#000000', '#FFFFFF', '#000000', '#FFFFFF'])
  })

  it('fills half a pixel half', () => {
    const canvas = new Canvas(4, 4, '#FFFFFF')
    canvas.paint([1, 0, 1, 4, 2.5, 4, 2.5, 0], '#000000')
    expect([0, 1, 2, 3].map(x => hexOf(canvas.data, (4 + x) * 3))).toEqual(['#FFFFFF', '#000000', '#808080', '#FFFFFF'])
  })
})
