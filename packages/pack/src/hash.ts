import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/** SHA-256 (hex) of a JSON value in its canonical form (RFC 8785): equal content, equal hash, whatever the order of keys.
 *  Refuses what is no JSON. */
export const contentHash = (value: unknown): string => {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('contentHash: the value is no JSON')
  return createHash('sha256').update(text).digest('hex')
}
