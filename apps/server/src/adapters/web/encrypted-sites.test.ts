import { once } from 'node:events'
import { createServer } from 'node:https'
import { connect, createServer as createPlain, type AddressInfo, type Server } from 'node:net'
import { afterAll, expect, it } from 'vitest'
import { makeCertificate, type MadeCertificate } from './certificate.fixture.ts'
import { createGuardedReader } from './guarded-reader.ts'
import type { Network } from './network.ts'
import { contact } from './web-reader.contract.ts'

const day = 86_400_000
const now = Date.now()
const host = 'www.musterladen.de'
const valid = makeCertificate(host, new Date(now - day), new Date(now + 30 * day))
const expired = makeCertificate(host, new Date(now - 30 * day), new Date(now - day))
const early = makeCertificate(host, new Date(now + day), new Date(now + 30 * day))
const other = makeCertificate('www.anderer-laden.de', new Date(now - day), new Date(now + 30 * day))

const servers: (Server | ReturnType<typeof createServer>)[] = []
afterAll(() => {
  for (const server of servers) server.close()
})

/** A public name whose connections end at a server of the test; the socket says what a public one would. */
const networkTo = (port: number, authorities: string[] | undefined): Network => ({
  resolve: async () => ['93.184.215.14'],
  records: async () => [],
  ...(authorities && { authorities }),
  dial: async ({ address }) => {
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    return Object.defineProperty(socket, 'remoteAddress', { value: address })
  },
})

const listen = async (server: Server | ReturnType<typeof createServer>) => {
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

const readerOf = async (made: MadeCertificate, isBelieved = true) => {
  const port = await listen(createServer(made, (_request, response) => response.setHeader('content-type', 'text/html').end('<title>Laden</title>')))
  return createGuardedReader({ network: networkTo(port, isBelieved ? [made.cert] : undefined) })
}

it('a site with a good certificate is read, and the certificate told', async () => {
  const reader = await readerOf(valid)
  expect(await reader.fetch({ url: `https://${host}/`, want: 'page', contact })).toMatchObject({ ok: true, status: 200, text: '<title>Laden</title>' })
  const facts = await reader.certificate(host)
  expect(facts).toMatchObject({ ok: true, fault: null, issuer: `Prüfstelle ${host}`, protocol: 'TLSv1.3' })
  expect(facts.ok && Math.round((Date.parse(facts.validTo) - now) / day)).toBe(30)
})

it.each<[string, MadeCertificate, boolean, string]>([
  ['an expired certificate', expired, true, 'expired'],
  ['one that is not valid yet', early, true, 'not_yet_valid'],
  ['one of another host', other, true, 'wrong_host'],
  ['one that nobody vouches for', valid, false, 'self_signed'],
])('a site with %s is read only by who says so, and the fault is told', async (_what, made, isBelieved, fault) => {
  const reader = await readerOf(made, isBelieved)
  expect(await reader.fetch({ url: `https://${host}/`, want: 'page', contact })).toMatchObject({ ok: false, reason: 'tls' })
  expect(await reader.fetch({ url: `https://${host}/`, want: 'page', contact, isCertificateIgnored: true })).toMatchObject({ ok: true, status: 200 })
  expect(await reader.certificate(host)).toMatchObject({ ok: true, fault })
})

it('a server that speaks no TLS has no certificate', async () => {
  const port = await listen(createPlain(socket => socket.on('error', () => {}).end('HTTP/1.1 400 Bad Request\r\n\r\n')))
  const reader = createGuardedReader({ network: networkTo(port, undefined) })
  expect(await reader.certificate(host)).toMatchObject({ ok: false, reason: 'tls' })
})

it('a server that never shakes hands ends in time', async () => {
  const port = await listen(createPlain(socket => void socket.on('error', () => {})))
  const reader = createGuardedReader({ network: networkTo(port, undefined), limits: { totalMs: 300 } })
  expect(await reader.certificate(host)).toMatchObject({ ok: false, reason: 'timeout' })
  expect(await reader.fetch({ url: `https://${host}/`, want: 'page', contact })).toMatchObject({ ok: false, reason: 'timeout' })
})

it('no certificate is asked of an inner address', async () => {
  const reader = createGuardedReader()
  expect(await reader.certificate('127.0.0.1')).toMatchObject({ ok: false, reason: 'refused_address' })
  expect(await reader.certificate('laden.localhost:4100')).toMatchObject({ ok: false, reason: 'port' })
})
