import { innerV4, innerV6 } from './inner-addresses.ts'
import { v4Spellings, v6Disguises } from './spellings.ts'

/** One address to try, and what the name servers of the proof's world say of the names in it: an answer per question, the last for ever. */
export type Attack = { kind: string; url: string }
export type Zone = Record<string, readonly (readonly string[])[]>
export type Corpus = { attacks: Attack[]; rebinding: Attack[]; zone: Zone; diverted: Record<string, string>; allowed: string[]; publicAddresses: string[] }

const shop = { name: 'www.musterladen.de', v4: '93.184.215.14', v6: '2a00:1450:4001:82a::2003' }
const hub = { name: 'weiter.musterladen.de', v4: '93.184.215.15' }

const v4 = Object.keys(innerV4)
const v6 = Object.keys(innerV6)
const few = ['127.0.0.1', '10.0.0.1', '169.254.169.254', '168.63.129.16', '100.64.0.1', '192.168.0.1', '203.0.113.9', '224.0.0.1']
const inBrackets = (address: string) => (address.includes(':') ? `[${address}]` : address)

/** mulberry32: the same addresses for the same seed. */
const createDice = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
}

const rollV4 = (dice: () => number): string[] => {
  const any = (from: number, to: number) => from + Math.floor(dice() * (to - from + 1))
  const tail = () => `${any(0, 255)}.${any(1, 254)}`
  return [
    `127.${any(0, 255)}.${tail()}`, `10.${any(0, 255)}.${tail()}`, `172.${any(16, 31)}.${tail()}`, `192.168.${tail()}`, `169.254.${tail()}`,
    `100.${any(64, 127)}.${tail()}`, `198.${any(18, 19)}.${tail()}`, `0.${any(0, 255)}.${tail()}`, `${any(224, 239)}.${any(0, 255)}.${tail()}`, `${any(240, 254)}.${any(0, 255)}.${tail()}`,
  ]
}

const literals = (extra: string[]): Attack[] => [
  ...Object.entries(v4Spellings).flatMap(([name, spell]) => v4.map(address => ({ kind: `literal, ${name}`, url: `http://${spell(address)}/` }))),
  ...v4.map(address => ({ kind: 'literal by https', url: `https://${address}/` })),
  ...extra.map(address => ({ kind: 'literal, rolled', url: `http://${address}/` })),
  ...v6.map(address => ({ kind: 'IPv6', url: `http://[${address}]/` })),
  ...Object.entries(v6Disguises).flatMap(([name, disguise]) => few.map(address => ({ kind: `IPv6, ${name}`, url: `http://${disguise(address)}/` }))),
  ...['[::1%25lo]', '[fe80::1%eth0]', '[::1%]'].map(host => ({ kind: 'IPv6 with a zone', url: `http://${host}/` })),
]

const innerNames = ['localhost', 'localhost.', 'LOCALHOST', 'ｌｏｃａｌｈｏｓｔ', 'laden.localhost', 'metadata.google.internal', 'intranet', 'router.local', 'drucker.lan', 'nas.home.arpa']
const zoneName = (address: string) => `auf-${address.replaceAll(/[.:]+/g, '-')}.verweis.de`

const names = (zone: Record<string, string[][]>): Attack[] => {
  for (const name of innerNames) zone[new URL(`http://${name}`).hostname] = [['127.0.0.1']]
  for (const address of [...v4, ...v6]) zone[zoneName(address)] = [[address]]
  for (const address of few) {
    zone[`erst-${zoneName(address)}`] = [[address, shop.v4]]
    zone[`auch-${zoneName(address)}`] = [[shop.v4, address]]
  }
  return [
    ...innerNames.map(name => ({ kind: 'inner name', url: `http://${name}/` })),
    ...[...v4, ...v6].map(address => ({ kind: 'name of an inner address', url: `http://${zoneName(address)}/` })),
    ...few.map(address => ({ kind: 'name of an inner and a public address', url: `http://erst-${zoneName(address)}/` })),
    ...few.map(address => ({ kind: 'name of a public and an inner address', url: `http://auch-${zoneName(address)}/` })),
  ]
}

const tricks: ((host: string) => string)[] = [
  host => `http://${shop.name}@${host}/`, host => `http://${shop.name}:80@${host}/`, host => `http://${host}#@${shop.name}/`, host => `http://${host}?@${shop.name}/`,
  host => `http://${host}\\@${shop.name}/`, host => `http:${host}/`, host => `http:///${host}/`, host => `http:\\\\${host}\\`, host => `HTTP://${host}/`,
  host => ` \thttp://${host}/ `, host => `ht\ntp://${host}/`, host => `http://\t${host}/`, host => `http://${host}:80/`, host => `http://${host}:/`, host => `http://${host}:0080/`,
]
const schemes = ['file:///etc/passwd', 'file://localhost/etc/passwd', ...['ftp', 'gopher', 'dict', 'ldap', 'sftp', 'tftp', 'ws', 'wss', 'jar:http', 'view-source:http'].map(scheme => `${scheme}://127.0.0.1/`), 'data:text/html,<p>', 'javascript:0', 'blob:http://127.0.0.1/1', 'about:blank', 'urn:isbn:1']
const ports = [1, 22, 25, 53, 81, 110, 445, 2375, 3000, 3306, 5432, 6379, 8000, 8080, 8443, 9200, 11211, 27017]

const parsing = (): Attack[] => [
  ...tricks.flatMap(trick => ['127.0.0.1', '[::1]', '169.254.169.254'].map(host => ({ kind: 'trick of spelling', url: trick(host) }))),
  ...schemes.map(url => ({ kind: 'scheme', url })),
  ...ports.flatMap(port => [`http://${shop.name}:${port}/`, `http://${shop.v4}:${port}/`].map(url => ({ kind: 'foreign port', url }))),
  { kind: 'foreign port', url: `http://${shop.name}:443/` },
  { kind: 'foreign port', url: `https://${shop.name}:80/` },
]

const codes = [301, 302, 303, 307, 308]
export const redirectTo = (target: string, code = 302) => `http://${hub.name}/${code}/${Buffer.from(target).toString('base64url')}`
const chain = (target: string, hops: number): string => (hops === 0 ? target : redirectTo(chain(target, hops - 1)))

const redirects = (): Attack[] => {
  const goals = [...few.map(address => `http://${address}/`), 'http://[::1]/', 'http://[::ffff:127.0.0.1]/', `//127.0.0.1/`, `http://${shop.name}:8080/`, `http://${zoneName('10.0.0.1')}/`]
  return [
    ...goals.flatMap(goal => codes.map(code => ({ kind: 'redirect', url: redirectTo(goal, code) }))),
    ...[2, 3, 4].flatMap(hops => few.slice(0, 4).map(address => ({ kind: 'chain of redirects', url: chain(`http://${address}/`, hops) }))),
    ...['file:///etc/passwd', 'ftp://127.0.0.1/', 'gopher://127.0.0.1/'].map(goal => ({ kind: 'redirect to a scheme', url: redirectTo(goal) })),
  ]
}

/** Public when asked first, inner when asked again: only who asks twice falls for them. */
const rebinding = (zone: Record<string, string[][]>): Attack[] =>
  [...v4, '::1', 'fd00:ec2::254'].map(address => {
    const name = `dreh-${zoneName(address)}`
    zone[name] = [[shop.v4], [address]]
    return { kind: 'rebinding name', url: `http://${name}/` }
  })

/** Inner when asked first: whoever asks once falls for them. */
const flips = (zone: Record<string, string[][]>): Attack[] =>
  v4.slice(0, 12).map(address => {
    const name = `kipp-${zoneName(address)}`
    zone[name] = [[address], [shop.v4]]
    return { kind: 'flipping name', url: `http://${name}/` }
  })

/** Public addresses whose connection ends inside all the same, as behind a rewriting gateway. */
const diversions = (zone: Record<string, string[][]>) => {
  const diverted: Record<string, string> = {}
  const attacks = v4.slice(0, 12).map((address, index): Attack => {
    const front = `93.184.216.${index + 1}`
    diverted[front] = address
    zone[`umweg-${index}.verweis.de`] = [[front]]
    return { kind: 'diverted connection', url: `http://umweg-${index}.verweis.de/` }
  })
  return { attacks, diverted }
}

/** The addresses of P8, made from the parts above: the same for the same seed; `rolls` adds tens of inner addresses by chance. */
export const buildCorpus = (seed: number, rolls: number): Corpus => {
  const dice = createDice(seed)
  const zone: Record<string, string[][]> = { [shop.name]: [[shop.v4, shop.v6]], [hub.name]: [[hub.v4]] }
  const rolled = Array.from({ length: rolls }, () => rollV4(dice)).flat()
  const { attacks: detours, diverted } = diversions(zone)
  const attacks = [...literals(rolled), ...names(zone), ...parsing(), ...redirects(), ...flips(zone), ...detours]
  return {
    attacks, rebinding: rebinding(zone), zone, diverted,
    allowed: [`http://${shop.name}/`, `http://${shop.v4}/`, `http://${inBrackets(shop.v6)}/`, redirectTo(`http://${shop.name}/`)],
    publicAddresses: [shop.v4, shop.v6, hub.v4],
  }
}
