import type { LogoFile } from './resolved-pack.schemas.ts'

const maxLogoBytes = 64 * 1024

export type LogoResult = { ok: true; logo: LogoFile } | { ok: false; message: string }

/** Takes a logo as it is served, or refuses it: larger than 64 kB, not what its name says, or an SVG that holds more than a drawing. */
export const readLogo = (file: string, content: string): LogoResult => {
  const svg = file.endsWith('.svg')
  const bytes = Buffer.from(content, svg ? 'utf8' : 'base64')
  if (bytes.length > maxLogoBytes) return { ok: false, message: `„${file}“ ist größer als 64 kB. Bitte verkleinern Sie das Bild.` }
  if (svg) return readSvg(file, content)
  const contentType = bitmapType(bytes)
  if (!contentType || !file.endsWith(contentType.slice('image/'.length))) return { ok: false, message: `„${file}“ ist kein Bild der Art, die der Name sagt. Erlaubt: SVG, PNG, WebP.` }
  return { ok: true, logo: { contentType, base64: bytes.toString('base64') } }
}

const bitmapType = (bytes: Buffer): 'image/png' | 'image/webp' | undefined => {
  if (bytes.subarray(0, 8).toString('hex') === '89504e470d0a1a0a') return 'image/png'
  if (bytes.subarray(0, 4).toString('latin1') === 'RIFF' && bytes.subarray(8, 12).toString('latin1') === 'WEBP') return 'image/webp'
  return undefined
}

const drawing = new Set('svg g path rect circle ellipse line polyline polygon text tspan title desc defs lineargradient radialgradient stop clippath mask'.split(' '))
const plainAttribute = /^(id|class|d|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|fx|fy|dx|dy|width|height|points|offset|transform|version|xmlns|viewBox|preserveAspectRatio|gradientUnits|gradientTransform|clipPathUnits|maskUnits|role|lang|aria-[a-z]+|(fill|stroke|stop|font|text|clip|opacity|color|letter|word|dominant|mask)[a-z-]*)$/

/** Only shapes, text and gradients with plain attributes: no script, style, link, image, entity or event attribute. */
const readSvg = (file: string, content: string): LogoResult => {
  const refused = findStrange(content.replace(/^\uFEFF?\s*<\?xml[^>]*\?>/, '').replace(/<!--[\s\S]*?-->/g, ''))
  if (refused === undefined) return { ok: true, logo: { contentType: 'image/svg+xml', base64: Buffer.from(content).toString('base64') } }
  return { ok: false, message: `„${file}“ enthält „${refused.slice(0, 40)}“. Bitte speichern Sie das Logo als reine Zeichnung.` }
}

const findStrange = (content: string): string | undefined => {
  if (!/^\s*<svg[\s>]/.test(content)) return 'kein <svg> am Anfang'
  const foreign = /<[!?][^>]*|&(?!amp;|lt;|gt;|quot;|apos;|#\d{1,5};)[^;]{0,20}|javascript:|url\(\s*['"]?(?!#)[^)]*/i.exec(content)
  if (foreign) return foreign[0]
  for (const [tag, name = '', attributes = ''] of content.matchAll(/<\/?([^\s/>]+)((?:"[^"]*"|'[^']*'|[^'">])*)>/g)) {
    if (!drawing.has(name.toLowerCase())) return tag
    for (const [, attribute = ''] of attributes.matchAll(/([^\s=/"']+)\s*=\s*(?:"[^"]*"|'[^']*')/g)) {
      if (!plainAttribute.test(attribute)) return attribute
    }
  }
  return undefined
}
