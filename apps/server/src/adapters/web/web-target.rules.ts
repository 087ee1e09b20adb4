import { WebFailure } from './failure.ts'
import { isAddressLiteral, isPublicAddress } from './public-address.rules.ts'
import { isTrialTarget, type TrialHost } from './trial-hosts.ts'

const maxLength = 2_048

/** Endings that lead nowhere in the public internet, by standard (RFC 2606, 6761, 6762, 7686, 8375, 9476) or by custom. */
const innerEndings = new Set([
  'localhost', 'local', 'localdomain', 'internal', 'intranet', 'lan', 'home', 'corp', 'private', 'arpa', 'onion', 'invalid', 'test', 'example', 'alt', 'cluster',
])

const isLabel = (label: string) => /^[a-z\d_]([a-z\d_-]{0,61}[a-z\d_])?$/.test(label)

const ensurePublicName = (hostname: string): void => {
  const labels = hostname.split('.')
  if (hostname.length > 253 || !labels.every(isLabel)) throw new WebFailure('invalid_url')
  if (labels.length < 2 || innerEndings.has(labels.at(-1) ?? '')) throw new WebFailure('refused_address')
}

const ensureHost = (hostname: string): void => {
  const bare = hostname.replace(/^\[(.*)\]$/, '$1')
  if (isPublicAddress(bare)) return
  if (bare !== hostname || isAddressLiteral(bare)) throw new WebFailure('refused_address')
  ensurePublicName(hostname)
}

const parse = (text: string, base?: string): URL => {
  const url = text.length <= maxLength ? URL.parse(text, base) : null
  if (!url) throw new WebFailure('invalid_url')
  return url
}

/**
 * Reads an address the way browsers do (so that every spelling of a number is the number) and refuses what may not be asked for:
 * other schemes, other ports, a name and password inside, inner names and inner addresses. The fragment and a dot at the host's end go.
 */
export const readTarget = (text: string, { base, trial = [] }: { base?: string; trial?: readonly TrialHost[] } = {}): URL => {
  const url = parse(text, base)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new WebFailure('scheme')
  if (url.username || url.password) throw new WebFailure('credentials')
  url.hash = ''
  if (isTrialTarget(url, trial)) return url
  url.hostname = url.hostname.replace(/\.$/, '')
  if (url.port !== '') throw new WebFailure('port')
  ensureHost(url.hostname)
  return url
}
