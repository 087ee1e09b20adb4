import { describe, expect, it } from 'vitest'
import { networkOf } from './network.rules.ts'

describe('the network of an address', () => {
  it('is one for all addresses of a line with IPv6, however they are written', () => {
    const own = networkOf('2001:db8:1:2::1')
    for (const address of ['2001:db8:1:2:ffff:ffff:ffff:ffff', '2001:0DB8:0001:0002:0000:0000:0000:0007', '2001:db8:1:2:3:4:5:6']) expect(networkOf(address)).toBe(own)
  })

  it('differs from the neighbour’s', () => {
    expect(networkOf('2001:db8:1:3::1')).not.toBe(networkOf('2001:db8:1:2::1'))
    expect(networkOf('fe80::1%eth0')).toBe(networkOf('fe80::2%eth1'))
  })

  it('is the whole address with IPv4, mapped or not', () => {
    expect(networkOf('192.0.2.7')).toBe('192.0.2.7')
    expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7')
    expect(networkOf('192.0.2.8')).not.toBe(networkOf('192.0.2.7'))
  })

  it('is what was given where that is no address', () => {
    expect(networkOf('')).toBe('')
    expect(networkOf('unix:')).toBe('unix:')
  })
})
