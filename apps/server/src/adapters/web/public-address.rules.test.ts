import { describe, expect, it } from 'vitest'
import { isPublicAddress } from './public-address.rules.ts'

/** First and last address of every special range of the two IANA registries, and the first ordinary ones beside them. */
const special = `0.0.0.0 0.255.255.255 10.0.0.0 10.255.255.255 100.64.0.0 100.127.255.255 127.0.0.0 127.255.255.255 169.254.0.0 169.254.255.255 172.16.0.0 172.31.255.255
192.0.0.0 192.0.0.255 192.0.2.0 192.0.2.255 192.31.196.1 192.52.193.1 192.88.99.0 192.88.99.255 192.168.0.0 192.168.255.255 192.175.48.1 198.18.0.0 198.19.255.255
198.51.100.0 198.51.100.255 203.0.113.0 203.0.113.255 224.0.0.0 239.255.255.255 240.0.0.0 255.255.255.255 168.63.129.16
:: ::1 ::ffff:0:0 ::ffff:93.184.215.14 ::ffff:0:93.184.215.14 64:ff9b:: 64:ff9b::ffff:ffff 64:ff9b:1:: 64:ff9b:1:ffff:ffff:ffff:ffff:ffff 100:: 100::ffff:ffff:ffff:ffff 100:0:0:1::
2001:: 2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff 2001:db8:: 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff 2002:: 2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff 2620:4f:8000:: 3fff:: 3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff
5f00:: fc00:: fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff fe80:: febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff fec0::1 ff00:: ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff
1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff 4000:: 2a00:1450::5efe:a00:1 2a00:1450::200:5efe:a00:1`.split(/\s+/)

const ordinary = `1.0.0.1 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.1 169.253.255.255 169.255.0.0 172.15.255.255 172.32.0.0 191.255.255.255 192.0.1.0
192.0.3.0 192.167.255.255 192.169.0.0 198.17.255.255 198.20.0.0 198.51.99.255 198.51.101.0 203.0.112.255 203.0.114.0 223.255.255.255 168.63.129.15 93.184.215.14
2001:200::1 2001:db7:ffff::1 2001:db9::1 2003::1 2a00:1450:4001:82a::2003 2606:2800:220:1:248:1893:25c8:1946 3ffe:ffff::1`.split(/\s+/)

const nonsense = ['', 'localhost', '127.1', '0x7f.1', '2130706433', '0177.0.0.1', '1.2.3', '1.2.3.4.5', '256.1.1.1', 'fe80::1%eth0', '2a00:1450::1%lo', '[2a00:1450::1]', '93.184.215.14/32', ' 93.184.215.14', '93.184.215.14:80', ':::', 'undefined']

describe('an address is public', () => {
  it.each(ordinary)('when it is ordinary: %s', address => expect(isPublicAddress(address)).toBe(true))
  it.each(special)('but not in a special range: %s', address => expect(isPublicAddress(address)).toBe(false))
  it.each(nonsense)('and not when it is none: „%s“', address => expect(isPublicAddress(address)).toBe(false))
})
