import { DomainError } from '../errors.ts'

/** The platform's URL parser: browsers and Node have it alike, while this package takes neither one's types. */
declare const URL: { canParse(address: string): boolean; new (address: string): { readonly hostname: string } }

const longestLocalPart = 64
const longestAddress = 254
/** RFC 5322 atoms joined by dots, in ASCII, lower case. */
const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
/** Signs that would end or decode a host name in a URL, and so hide what the domain really is. */
const foreignToDomains = /[\s/\\:?#@[\]%<>^|]|\p{Cc}/u

const findDomain = (typed: string): string | undefined => {
  const address = `http://${typed}`
  if (foreignToDomains.test(typed) || !URL.canParse(address)) return undefined
  const domain = new URL(address).hostname
  const labels = domain.split('.')
  const isName = labels.length > 1 && labels.every(one => label.test(one)) && /^(?:[a-z]{2,}|xn--.+)$/.test(labels.at(-1) ?? '')
  return isName ? domain : undefined
}

const findNormalised = (typed: string): string | undefined => {
  if (typed.length > 2 * longestAddress || !typed.isWellFormed()) return undefined
  const [local, domain, ...rest] = typed.trim().normalize('NFKC').toLowerCase().split('@')
  if (local === undefined || domain === undefined || rest.length > 0) return undefined
  if (local.length > longestLocalPart || !localPart.test(local)) return undefined
  const host = findDomain(domain)
  const address = `${local}@${host}`
  return host === undefined || address.length > longestAddress ? undefined : address
}

/** True where `normaliseEmail` gives an address. */
export const canNormaliseEmail = (typed: string): boolean => findNormalised(typed) !== undefined

/**
 * The one form of an address that identifies an account: trimmed, compatibility forms folded (NFKC), lower case, the domain in punycode.
 * Mail goes to this form only, never to the address as typed, or two spellings could share one account. Refused (`email.invalid`) are: more or
 * less than one @ once folded, a local part outside ASCII after folding (look-alikes), quoted parts, IP addresses, single-label domains.
 */
export const normaliseEmail = (typed: string): string => {
  const address = findNormalised(typed)
  if (address === undefined) throw new DomainError('email.invalid')
  return address
}
