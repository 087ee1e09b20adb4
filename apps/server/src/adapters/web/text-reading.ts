import { decodeText } from './charset.ts'
import { WebFailure } from './failure.ts'
import { isPage, isWritten } from './media-type.rules.ts'
import type { CheckedRequest, CharsetFacts } from './web.schemas.ts'

type Want = CheckedRequest['want']

/** Refuses by the type alone, before a byte of the body is read; a page may leave its type out. */
export const ensureWritten = (want: Want, contentType: string): void => {
  if (isWritten(contentType) || (want === 'page' && contentType === '')) return
  throw new WebFailure(want === 'page' ? 'not_html' : 'not_text')
}

export const readText = (want: Want, contentType: string, bytes: Uint8Array): { text: string; charset: CharsetFacts } => {
  const decoded = decodeText(bytes, contentType)
  if (want === 'page' && !isPage(contentType, decoded.text)) throw new WebFailure('not_html')
  return decoded
}
