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
