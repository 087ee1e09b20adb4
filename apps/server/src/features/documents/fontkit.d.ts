declare module 'fontkit' {
  export type PathCommand = { command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath'; args: number[] }
  export type Glyph = { path: { commands: PathCommand[] } }
  export type GlyphPosition = { xAdvance: number; xOffset: number; yOffset: number }
  export type Font = {
    characterSet: number[]
    unitsPerEm: number
    layout: (text: string) => { glyphs: Glyph[]; positions: GlyphPosition[] }
  }
  export const create: (data: Uint8Array) => Font
}
