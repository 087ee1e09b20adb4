/** How one IPv4 address can be written so that a browser still understands it. */
type Octets = readonly [number, number, number, number]

const octets = (address: string): Octets => {
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number)
  return [a, b, c, d]
}
const number = ([a, b, c, d]: Octets) => ((a * 256 + b) * 256 + c) * 256 + d
const hex = (value: number) => `0x${value.toString(16)}`
const octal = (value: number) => `0${value.toString(8)}`
const shifted = (address: string, zero: number) => address.replace(/\d/g, digit => String.fromCodePoint(zero + Number(digit)))
const circled = (address: string) => address.replace(/[1-9]/g, digit => String.fromCodePoint(0x2460 + Number(digit) - 1))

export const v4Spellings: Record<string, (address: string) => string> = {
  plain: address => address,
  decimal: address => String(number(octets(address))),
  hexadecimal: address => hex(number(octets(address))),
  'upper-case hexadecimal': address => `0X${number(octets(address)).toString(16).toUpperCase()}`,
  octal: address => octal(number(octets(address))),
  'hexadecimal parts': address => octets(address).map(hex).join('.'),
  'octal parts': address => octets(address).map(octal).join('.'),
  'padded octal parts': address => octets(address).map(part => `0000${part.toString(8)}`).join('.'),
  'mixed parts': address => octets(address).map((part, index) => [hex, octal, String, hex][index]?.(part)).join('.'),
  'three parts': address => (([a, b, c, d]) => [a, b, c * 256 + d].join('.'))(octets(address)),
  'two parts': address => (([a, b, c, d]) => [a, (b * 256 + c) * 256 + d].join('.'))(octets(address)),
  'dot at the end': address => `${address}.`,
  'full-width digits': address => shifted(address, 0xff10),
  'bold digits': address => shifted(address, 0x1d7ce),
  'circled digits': circled,
  'ideographic full stops': address => address.replaceAll('.', '。'),
  'half-width full stops': address => address.replaceAll('.', '｡'),
  'percent signs': address => [...address].map(sign => `%${sign.codePointAt(0)?.toString(16)}`).join(''),
}

const pairs = (address: string) => {
  const [a, b, c, d] = octets(address)
  return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`
}
const inverted = (address: string) => pairs(octets(address).map(part => 255 - part).join('.'))

/** How an IPv4 address hides in an IPv6 one. */
export const v6Disguises: Record<string, (address: string) => string> = {
  mapped: address => `[::ffff:${address}]`,
  'mapped in pairs': address => `[::ffff:${pairs(address)}]`,
  'mapped at length': address => `[0000:0000:0000:0000:0000:FFFF:${pairs(address)}]`,
  compatible: address => `[::${address}]`,
  translated: address => `[::ffff:0:${address}]`,
  NAT64: address => `[64:ff9b::${address}]`,
  'NAT64 of one’s own': address => `[64:ff9b:1::${address}]`,
  '6to4': address => `[2002:${pairs(address)}::1]`,
  'Teredo client': address => `[2001:0:5db8:d822:0:0:${inverted(address)}]`,
  ISATAP: address => `[2a00:1450::5efe:${address}]`,
}
