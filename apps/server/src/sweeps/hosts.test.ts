import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDoor } from './door.fixture.ts'

let door: Awaited<ReturnType<typeof openDoor>>
beforeAll(async () => {
  door = await openDoor()
})
afterAll(() => door.close())

const read = '/trpc/city.get?input=%7B%7D'
const ask = (host: string, headers: Record<string, string> = {}) => door.app.send({ method: 'GET', url: read, host, headers })
const start = (headers: Record<string, string>) =>
  door.app.app.inject({
    method: 'POST', url: '/trpc/check.start', headers: { host: door.city.host, 'content-type': 'application/json', ...headers },
    payload: { kind: 'quick', locale: 'de', idempotencyKey: crypto.randomUUID() },
  })
const countChecks = async () => Number((await door.db.admin('select count(*)::int as n from assessments'))[0]?.['n'])

/** A request as bytes, for what no client would send. */
const sendRaw = async (lines: readonly string[]): Promise<string> => {
  const address = door.app.app.server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the app does not listen')
  const socket = connect(address.port, '127.0.0.1')
  socket.write([...lines, 'connection: close', '', ''].join('\r\n'))
  return text(socket)
}

describe('the host of a request', () => {
  it('is the city, whatever its case, port or trailing dot', async () => {
    for (const host of [door.city.host, door.city.host.toUpperCase(), `${door.city.host}:8080`, `${door.city.host}.`]) {
      const { status, body } = await ask(host)
      expect([host, status]).toEqual([host, 200])
      expect(body).not.toContain(door.other.slug)
    }
  })

  it('that belongs to no city gets a plain page and no data', async () => {
    const strange = ['unbekannt.example', 'localhost', '127.0.0.1', '[::1]', `x.${door.city.host}`, `${door.city.host}.evil.example`, 'a'.repeat(300), 'xn--mnchen-3ya.example', `${door.city.host} `, '']
    for (const host of strange) {
      const { status, body } = await ask(host)
      expect([host, status]).toEqual([host, status === 400 ? 400 : 421])
      for (const secret of [door.city.slug, door.other.slug, door.city.mark, door.other.mark]) expect(body).not.toContain(secret)
    }
  })

  it('is never taken from a forwarded header', async () => {
    for (const name of ['x-forwarded-host', 'x-host', 'forwarded', 'x-original-host', 'x-forwarded-server']) {
      const { body } = await ask(door.city.host, { [name]: name === 'forwarded' ? `host=${door.other.host}` : door.other.host })
      expect(body).not.toContain(door.other.slug)
    }
  })
})

describe('on the wire', () => {
  beforeAll(async () => void (await door.app.app.listen({ port: 0, host: '127.0.0.1' })))

  it('an address with a host of its own does not choose another city', async () => {
    const { city, other } = door
    const answer = await sendRaw([`GET http://${other.host}${read} HTTP/1.1`, `host: ${city.host}`])
    expect(answer).not.toContain(other.slug)
    expect(answer).not.toContain(other.packMark)
  })

  it('two hosts, none, or one that is no name get no data', async () => {
    const { city, other } = door
    const odd = [[`host: ${city.host}`, `host: ${other.host}`], [], [`host: ${city.host}/@${other.host}`], [`host: ${city.host}, ${other.host}`], [`host: ${city.host}#`], [`host: 127.0.0.1`]]
    for (const hosts of odd) {
      const answer = await sendRaw([`GET ${read} HTTP/1.1`, ...hosts])
      expect([hosts, answer.split(' ')[1]]).toEqual([hosts, expect.stringMatching(/^4(00|21)$/)])
      for (const secret of [city.slug, other.slug, city.packMark, other.packMark]) expect(answer.replace(`/@${other.host}`, '')).not.toContain(secret)
    }
  })
})

describe('a cookie of one city', () => {
  it('signs nobody in on another', async () => {
    const { city, other, app } = door
    const cookie = await app.signIn(other, other.people.office.id)
    const me = '/trpc/identity.me?input=%7B%7D'
    expect((await app.send({ method: 'GET', url: me, host: other.host, cookie })).body).toContain(other.people.office.email)
    expect((await app.send({ method: 'GET', url: me, host: city.host, cookie })).body).toBe('{"result":{"data":null}}')
    expect((await app.send({ method: 'GET', url: '/trpc/office.figures?input=%7B%7D', host: city.host, cookie })).status).toBe(401)
  })
})

describe('a request that changes something', () => {
  it('is refused unless it comes from a page of this very host, and nothing has happened', async () => {
    const before = await countChecks()
    const own = `http://${door.city.host}`
    const foreign = [{}, { origin: 'null' }, { origin: `http://${door.other.host}` }, { origin: `https://${door.city.host}` }, { origin: `${own}.evil.example` }, { origin: `${own}:81` }, { origin: '' }]
    for (const headers of foreign) expect((await start(headers as Record<string, string>)).statusCode).toBe(403)
    expect(await countChecks()).toBe(before)
    expect((await start({ origin: own })).statusCode).toBe(200)
    expect(await countChecks()).toBe(before + 1)
  })
})
