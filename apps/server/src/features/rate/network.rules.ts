import ipaddr from 'ipaddr.js'

/** What a line at home gets of IPv6 (RFC 6177): whoever has one address of it has all of them. */
const lineBits = 64

/** What stands for the network of an address: IPv4 whole, however it is written, and of IPv6 the part that its holder cannot choose. */
export const networkOf = (address: string): string => {
  if (!ipaddr.isValid(address)) return address
  const read = ipaddr.process(address)
  return read instanceof ipaddr.IPv6 ? `${ipaddr.IPv6.networkAddressFromCIDR(`${read.toNormalizedString().split('%')[0]}/${lineBits}`).toString()}/${lineBits}` : read.toString()
}
