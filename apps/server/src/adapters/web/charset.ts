import type { CharsetFacts } from './web.schemas.ts'

const canonical = (label: string | undefined): string | undefined => {
  try {
    return label && new TextDecoder(label).encoding
  } catch {
    return undefined
  }
}

const byMark = (bytes: Uint8Array): string | undefined => {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return undefined
}

const inHeader = /charset\s*=\s*["']?([\w.:-]+)/i
const inMeta = /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]+)/i
const inXml = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)/i

const sayItself = (bytes: Uint8Array): string | undefined => {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4_096))
  return (inXml.exec(start) ?? inMeta.exec(start))?.[1]
}

/** A page that says UTF-16 in bytes of ASCII is UTF-8. */
const readable = (label: string | undefined) => (canonical(label)?.startsWith('utf-16') ? 'utf-8' : canonical(label))

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

const replacement = '\uFFFD'
const count = (text: string) => text.split(replacement).length - 1

/** The text of a body by byte order mark, header, the page's own word, or a guess; bytes that fit none become U+FFFD and are counted. */
export const decodeText = (bytes: Uint8Array, contentType: string): { text: string; charset: CharsetFacts } => {
  const header = inHeader.exec(contentType)?.[1]
  const meta = sayItself(bytes)
  const used = byMark(bytes) ?? canonical(header) ?? readable(meta) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252')
  const text = new TextDecoder(used).decode(bytes)
  return { text, charset: { ...(header && { header }), ...(meta && { meta }), used, replacements: count(text) } }
}
