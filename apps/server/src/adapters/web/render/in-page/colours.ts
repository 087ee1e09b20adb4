type Colour = readonly [red: number, green: number, blue: number, alpha: number]

/** Whatever way a colour is written, as red, green, blue (0–255) and alpha (0–1). */
export const readColour = (text: string): Colour => {
  const context = new OffscreenCanvas(1, 1).getContext('2d')
  if (!context) return [0, 0, 0, 0]
  context.fillStyle = text
  context.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data
  return [red, green, blue, alpha / 255]
}

export const lay = (top: Colour, ground: Colour): Colour => {
  const mixed = (i: 0 | 1 | 2) => top[i] * top[3] + ground[i] * (1 - top[3])
  return [mixed(0), mixed(1), mixed(2), 1]
}

/** The colour behind an element; pictures are not looked at. */
export const groundOf = (element: Element | null): Colour => {
  const layers: Colour[] = []
  for (let each: Element | null = element; each; each = each.parentElement ?? (each.getRootNode() instanceof ShadowRoot ? (each.getRootNode() as ShadowRoot).host : null)) {
    const colour = readColour(getComputedStyle(each).backgroundColor)
    layers.push(colour)
    if (colour[3] === 1) break
  }
  return layers.toReversed().reduce((ground, layer) => lay(layer, ground), [255, 255, 255, 1] as Colour)
}

const luminance = ([red, green, blue]: Colour): number => {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map(part => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** WCAG 2: 1–21. */
export const contrastOf = (a: Colour, b: Colour): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return Math.round(((light + 0.05) / (dark + 0.05)) * 100) / 100
}
