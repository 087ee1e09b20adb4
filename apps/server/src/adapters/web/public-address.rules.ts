import ipaddr from 'ipaddr.js'

/** Addresses that look public and are not: a cloud's inner service, relays that lead elsewhere. */
const innerV4: [ipaddr.IPv4, number][] = ['168.63.129.16/32', '192.0.0.0/24', '192.88.99.0/24'].map(range => ipaddr.IPv4.parseCIDR(range))
/** The only part of IPv6 given to the public so far; everything outside is refused without knowing what it is. */
const globalV6 = ipaddr.IPv6.parseCIDR('2000::/3')
/** The IETF's own uses (Teredo, ORCHID, benchmarks …), whatever the library counts among them. */
const protocolV6 = ipaddr.IPv6.parseCIDR('2001::/23')

/** ISATAP: an IPv4 address in the last half, reached through a tunnel. */
const holdsTunnel = ({ parts }: ipaddr.IPv6) => ((parts[4] ?? 0) & 0xfcff) === 0 && parts[5] === 0x5efe

const isPublicV6 = (address: ipaddr.IPv6) =>
  !address.zoneId && address.range() === 'unicast' && address.match(globalV6) && !address.match(protocolV6) && !holdsTunnel(address)

const isPublicV4 = (address: ipaddr.IPv4) => address.range() === 'unicast' && !innerV4.some(range => address.match(range))

/** Whether a numeric address, as a resolver or a socket says it, is an ordinary one of the public internet. What is not understood is not public. */
export const isPublicAddress = (text: string): boolean => {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return isPublicV4(ipaddr.IPv4.parse(text))
  if (ipaddr.IPv6.isValid(text)) return isPublicV6(ipaddr.IPv6.parse(text))
  return false
}

/** Whether a host ends in a number, and so is an address in some spelling (decimal, octal, hexadecimal, shortened) and never a name. */
export const isAddressLiteral = (host: string): boolean => /(^|\.)(0x[\da-f]*|\d+)\.?$/i.test(host)
