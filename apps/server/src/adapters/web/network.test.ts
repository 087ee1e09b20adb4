import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createGuardedReader } from './guarded-reader.ts'
import { createPublicNetwork, type Network } from './network.ts'
import { contact } from './web-reader.contract.ts'

const types = { A: 1, MX: 15, TXT: 16, AAAA: 28 }
type RecordType = keyof typeof types
const codes = { nxdomain: 3, servfail: 2 }

const nameBytes = (name: string) => Buffer.concat([...name.split('.').map(label => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)])), Buffer.from([0])])
const dataOf: Record<RecordType, (value: string) => Buffer> = {
  A: value => Buffer.from(value.split('.').map(Number)),
  AAAA: value => Buffer.from(value.split(':').map(part => part.padStart(4, '0')).join(''), 'hex'),
  MX: value => Buffer.concat([Buffer.from([0, Number(value.split(' ')[0])]), nameBytes(value.split(' ')[1] ?? '')]),
  TXT: value => Buffer.concat((value.match(/.{1,200}/g) ?? []).map(part => Buffer.concat([Buffer.from([part.length]), Buffer.from(part)]))),
}

/** What the name server of the test knows; a name it does not know does not exist. */
const zone: Record<string, Partial<Record<RecordType, string[]>> | keyof typeof codes> = {
  'www.musterladen.de': { A: ['93.184.215.14'], AAAA: ['2a00:1450:4001:82a:0:0:0:2003'] },
  'musterladen.de': { MX: ['20 zwei.musterladen.de', '10 eins.musterladen.de'], TXT: ['v=spf1 include:post.de -all', 'x'.repeat(300)] },
  '_dmarc.musterladen.de': { TXT: ['v=DMARC1; p=reject'] },
  'innen.musterladen.de': { A: ['93.184.215.14'], AAAA: ['fd00:0:0:0:0:0:0:1'] },
  'krank.musterladen.de': 'servfail',
}

const reply = (query: Buffer): Buffer => {
  const labels: string[] = []
  let at = 12
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.subarray(at + 1, at + 1 + length).toString())
    at += 1 + length
  }
  const type = query.readUInt16BE(at + 1)
  const known = zone[labels.join('.').toLowerCase()] ?? 'nxdomain'
  const [name] = Object.entries(types).find(([, code]) => code === type) ?? []
  const values = typeof known === 'string' || !name ? [] : (known[name as RecordType] ?? [])
  const answers = values.map(value => {
    const data = dataOf[name as RecordType](value)
    const head = Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 60, data.length >> 8, data.length & 255])
    return Buffer.concat([head, data])
  })
  const header = Buffer.from([query[0] ?? 0, query[1] ?? 0, 0x81, 0x80 | (typeof known === 'string' ? codes[known] : 0), 0, 1, 0, answers.length, 0, 0, 0, 0])
  return Buffer.concat([header, query.subarray(12, at + 5), ...answers])
}

describe('the name servers', () => {
  let server: Socket
  let network: Network
  const { signal } = new AbortController()

  beforeAll(async () => {
    server = createSocket('udp4')
    server.on('message', (query, from) => server.send(reply(query), from.port, from.address))
    server.bind(0, '127.0.0.1')
    await once(server, 'listening')
    network = createPublicNetwork([`127.0.0.1:${server.address().port}`])
  })
  afterAll(() => void server.close())

  it('are asked for all addresses of a name', async () => {
    expect(await network.resolve('www.musterladen.de', signal)).toEqual(['93.184.215.14', '2a00:1450:4001:82a::2003'])
  })

  it.each(['gibt-es-nicht.de', 'musterladen.de', 'krank.musterladen.de'])('know no address of %s', async name => {
    await expect(network.resolve(name, signal)).rejects.toThrow('dns')
  })

  it('are never asked by way of this machine’s own table of names', async () => {
    await expect(network.resolve('localhost', signal)).rejects.toThrow('dns')
  })

  it('tell a domain’s mail, best host first, long records in one', async () => {
    expect(await createGuardedReader({ network }).mailRecords('musterladen.de')).toEqual({
      ok: true, mx: ['eins.musterladen.de', 'zwei.musterladen.de'], txt: ['v=spf1 include:post.de -all', 'x'.repeat(300)], dmarc: ['v=DMARC1; p=reject'],
    })
  })

  it('tell nothing of a domain without mail, and fail where they are ill', async () => {
    expect(await createGuardedReader({ network }).mailRecords('gibt-es-nicht.de')).toEqual({ ok: true, mx: [], txt: [], dmarc: [] })
    expect(await createGuardedReader({ network }).mailRecords('krank.musterladen.de')).toMatchObject({ ok: false, reason: 'dns' })
    expect(await createGuardedReader({ network }).mailRecords('localhost')).toMatchObject({ ok: false, reason: 'refused_address' })
  })

  it('of a name with a public and an inner address make it refused', async () => {
    expect(await createGuardedReader({ network }).fetch({ url: 'http://innen.musterladen.de/', want: 'page', contact })).toMatchObject({ ok: false, reason: 'refused_address' })
  })
})
