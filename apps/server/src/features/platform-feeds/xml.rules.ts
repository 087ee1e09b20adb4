/** Markup that is known to be well-formed; a plain text only becomes part of it escaped. */
export type Xml = { readonly xml: string }

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
/** XML 1.0 has no place for control signs, halves of a pair and the two non-characters: not even escaped. */
const unfit = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

export const escapeXml = (text: string): string => text.replace(unfit, '').replace(/[&<>"']/g, sign => signs[sign] ?? '')

type Part = Xml | string | null

/** An element whose name and attribute names are ours; what is null is left out. */
export const element = (name: string, attributes: Readonly<Record<string, string>>, ...parts: readonly Part[]): Xml => {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`).join('')
  const inside = parts.map(part => (part === null ? '' : typeof part === 'string' ? escapeXml(part) : part.xml)).join('')
  return { xml: inside === '' ? `<${name}${said}/>` : `<${name}${said}>${inside}</${name}>` }
}

export const textElement = (name: string, text: string): Xml => element(name, {}, text)

export const documentOf = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`
