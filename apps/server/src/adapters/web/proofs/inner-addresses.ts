/** Addresses that are nobody's public site, each with the reason; the list of the proof, not of the guard. */
export const innerV4: Record<string, string> = {
  '0.0.0.0': 'this host', '0.1.2.3': 'this network',
  '127.0.0.1': 'loopback', '127.255.255.254': 'loopback, its end',
  '10.0.0.1': 'private', '10.255.255.254': 'private, its end',
  '172.16.0.1': 'private', '172.31.255.254': 'private, its end',
  '192.168.0.1': 'private', '192.168.255.254': 'private, its end',
  '169.254.0.1': 'link-local', '169.254.169.254': 'metadata of most clouds', '169.254.170.2': 'metadata of containers',
  '100.64.0.1': 'carrier’s NAT', '100.127.255.254': 'carrier’s NAT, its end', '100.100.100.200': 'metadata of a cloud',
  '168.63.129.16': 'a cloud’s inner service at a public number', '192.0.0.192': 'metadata of a cloud', '192.0.0.8': 'dummy address',
  '192.0.2.1': 'documentation', '198.51.100.7': 'documentation', '203.0.113.9': 'documentation',
  '192.88.99.1': 'relay', '198.18.0.1': 'benchmarks', '198.19.255.254': 'benchmarks, their end',
  '224.0.0.1': 'multicast', '239.255.255.250': 'multicast', '240.0.0.1': 'reserved', '255.255.255.255': 'broadcast',
}

export const innerV6: Record<string, string> = {
  '::': 'unspecified', '::1': 'loopback', '0:0:0:0:0:0:0:1': 'loopback at length',
  'fe80::1': 'link-local', 'febf::1': 'link-local, its end', 'fec0::1': 'site-local',
  'fc00::1': 'unique local', 'fdff:ffff::1': 'unique local, its end', 'fd00:ec2::254': 'metadata of a cloud', 'fd20:ce::254': 'metadata of a cloud',
  'ff02::1': 'multicast', 'ff0e::1': 'multicast', '100::1': 'discard', '64:ff9b::1': 'NAT64', '64:ff9b:1::1': 'NAT64 of one’s own',
  '2001:db8::1': 'documentation', '3fff::1': 'documentation', '2001::1': 'Teredo', '2001:2::1': 'benchmarks', '2001:10::1': 'ORCHID',
  '2001:20::1': 'ORCHID', '2001:30::1': 'drones', '2002::1': '6to4', '5f00::1': 'segment routing', '4000::1': 'given to nobody', 'e000::1': 'given to nobody',
}
