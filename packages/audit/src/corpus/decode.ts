import type { Charset } from '../site.types.ts'

/** Turns the bytes of a page into text by the named encoding and says how many characters could not be read. Throws for an unknown label. */
export const decodeBytes = (bytes: Uint8Array, encoding: string, header: string | undefined): { body: string; charset: Charset } => {
  const body = new TextDecoder(encoding).decode(bytes)
  const meta = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,40})/i.exec(body.slice(0, 4_096))?.[1]
  const replacements = body.split('\uFFFD').length - 1
  return { body, charset: { ...(header && { header }), ...(meta && { meta }), used: encoding, replacements } }
}
