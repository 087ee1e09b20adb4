import { once } from 'node:events'
import { createServer as createHttp, request } from 'node:http'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import type { Network } from '../network.ts'
import { openGuardedProxy, proxyLimits, type GuardedProxy, type ProxyLimits } from './guarded-proxy.ts'

const ends: (() => unknown)[] = []
afterEach(() => void ends.splice(0).map(end => end()))

const listen = async (server: Server): Promise<number> => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  ends.push(() => server.close())
  return (server.address() as AddressInfo).port
}

type Outside = { proxy: GuardedProxy; asked: { host: string | undefined; url: string | undefined; names: string[] }[]; dialled: string[] }

/** A shop at one public address; every name but one leads there. */
const open = async (limits: Partial<ProxyLimits> = {}): Promise<Outside> => {
  const asked: Outside['asked'] = []
  const dialled: string[] = []
  const shop = createHttp((from, to) => {
    asked.push({ host: from.headers.host, url: from.url, names: Object.keys(from.headers) })
    to.end(from.url === '/viel' ? 'x'.repeat(300_000) : 'Guten Tag')
  })
  const [shopPort, echoPort] = [await listen(shop), await listen(createServer(socket => socket.pipe(socket)))]
  const network: Network = {
    resolve: async name => (name === 'innen.verweis.de' ? ['127.0.0.1'] : ['93.184.215.14']),
    records: async () => [],
    async dial({ address, port }) {
      dialled.push(`${address}:${port}`)
      const socket = connect({ host: '127.0.0.1', port: port === 443 ? echoPort : shopPort })
      await once(socket, 'connect')
      return Object.defineProperty(socket, 'remoteAddress', { value: address })
    },
  }
  const proxy = await openGuardedProxy({ network, trial: [], connectMs: 2_000 }, { ...proxyLimits, ...limits }, new AbortController().signal)
  ends.push(() => proxy.close())
  return { proxy, asked, dialled }
}

const ask = async ({ port }: GuardedProxy, address: string): Promise<{ status: number; body: string }> => {
  const asking = request({ host: '127.0.0.1', port, path: address, agent: false, headers: { 'proxy-authorization': 'x', 'proxy-connection': 'keep-alive' } }).end()
  const [answer] = await once(asking, 'response')
  let body = ''
  for await (const part of answer) body += part
  return { status: answer.statusCode, body }
}

const tunnel = async ({ port }: GuardedProxy, authority: string): Promise<{ status: number; socket: Socket }> => {
  const asking = request({ host: '127.0.0.1', port, method: 'CONNECT', path: authority, agent: false }).end()
  const [answer, socket] = await once(asking, 'connect')
  ends.push(() => socket.destroy())
  return { status: answer.statusCode, socket }
}

it('a plain request is passed on under its own name, without what was meant for the proxy', async () => {
  const outside = await open()
  expect(await ask(outside.proxy, 'http://www.musterladen.de/a?b')).toEqual({ status: 200, body: 'Guten Tag' })
  expect(outside.asked).toMatchObject([{ host: 'www.musterladen.de', url: '/a?b' }])
  expect(outside.asked[0]?.names.filter(name => name.startsWith('proxy'))).toEqual([])
  expect(outside.dialled).toEqual(['93.184.215.14:80'])
})

it.each(['http://127.0.0.1/', 'http://[::1]/', 'http://169.254.169.254/', 'http://innen.verweis.de/', 'http://www.musterladen.de:8080/', 'http://a:b@www.musterladen.de/', 'http://drucker.local/', 'ftp://www.musterladen.de/', '/nur-ein-weg'])('%s is asked of nobody', async address => {
  const { proxy, dialled } = await open()
  expect(await ask(proxy, address)).toEqual({ status: 502, body: '' })
  expect(dialled).toEqual([])
  expect(proxy.passed).toBe(0)
})

it.each(['127.0.0.1:443', '[::1]:443', 'innen.verweis.de:443', 'localhost:443', 'www.musterladen.de:80', 'www.musterladen.de:22', 'www.musterladen.de'.padEnd(400, 'x'), 'x/y:443'])('no tunnel leads to %s', async authority => {
  const { proxy, dialled } = await open()
  expect((await tunnel(proxy, authority)).status).toBe(502)
  expect(dialled).toEqual([])
})

it('a tunnel leads to port 443 of a public site, both ways', async () => {
  const { proxy, dialled } = await open()
  const { status, socket } = await tunnel(proxy, 'www.musterladen.de:443')
  expect(status).toBe(200)
  socket.write('hin und zurück')
  expect(String(await once(socket, 'data'))).toBe('hin und zurück')
  expect(dialled).toEqual(['93.184.215.14:443'])
})

it('beyond its bytes and its requests nothing is passed on', async () => {
  const few = await open({ bytes: 100_000 })
  await expect(ask(few.proxy, 'http://www.musterladen.de/viel')).rejects.toThrow()
  expect(few.proxy.refused).toMatchObject({ budget: 1 })
  const once = await open({ requests: 1 })
  expect(await ask(once.proxy, 'http://www.musterladen.de/')).toMatchObject({ status: 200 })
  expect(await ask(once.proxy, 'http://www.musterladen.de/')).toMatchObject({ status: 502 })
})

it('the dead end hangs up', async () => {
  const { proxy, dialled } = await open()
  const socket = connect({ host: '127.0.0.1', port: proxy.deadEndPort })
  socket.on('error', () => {}).write('GET http://www.musterladen.de/ HTTP/1.1\r\n\r\n')
  await once(socket, 'close')
  expect(dialled).toEqual([])
})
