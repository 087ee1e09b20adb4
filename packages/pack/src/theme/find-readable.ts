import { contrastOf, hexOf, luminanceOf, type Tone } from './colour.ts'

const step = 0.002

/** The colour nearest in lightness to the wish that reaches the ratio against every surface: darker on light surfaces, lighter on dark ones.
 *  Hue is kept. Falls back to black or white, which every scheme's surfaces allow. */
export const findReadable = (wish: Tone, surfaces: readonly string[], ratio: number, scheme: 'light' | 'dark'): string => {
  const grounds = surfaces.map(luminanceOf)
  const reaches = (l: number) => {
    const ink = luminanceOf(hexOf({ ...wish, l }))
    return grounds.every(ground => contrastOf(ink, ground) >= ratio)
  }
  const end = scheme === 'light' ? 0 : 1
  if (reaches(wish.l)) return hexOf(wish)

  let [failing, passing] = [wish.l, end]
  while (Math.abs(passing - failing) > step) {
    const middle = (failing + passing) / 2
    if (reaches(middle)) passing = middle
    else failing = middle
  }
  const direction = Math.sign(end - wish.l) * step
  while (!reaches(passing) && passing > 0 && passing < 1) passing += direction
  return hexOf({ ...wish, l: passing })
}
