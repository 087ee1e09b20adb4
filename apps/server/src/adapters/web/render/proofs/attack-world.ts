import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect, createServer as createTcp, type AddressInfo, type Server, type Socket } from 'node:net'
import type { Network } from '../../network.ts'
import { attackPage, innerName, leavingPage, publicAddress, shop, turningName, type Doors } from './attack-page.ts'

/** Open doors on this machine's loopback, a shop that attacks, and a network that leads to both; it notes who came in where. */
export type AttackWorld = {
  doors: Doors
  network: Network
  shopPort: number
  /** What arrived at the doors, by way and target; `raw` are bytes of no request. */
  takeReached(): string[]
  /** How often the shop itself was read. */
  readonly shopReads: number
  close(): Promise<void>
}

const nameOf = (bytes: Buffer): string => /^(?:GET|POST|HEAD|OPTIONS) (?:https?:\/\/[^/]+)?\/t\/(\S+)/.exec(bytes.toString('latin1'))?.[1] ?? 'raw'

const openDoor = async (host: string, hear: (what: string) => void): Promise<Server | undefined> => {
  const server = createTcp(socket => {
    socket.on('error', () => {}).once('data', bytes => {
      hear(nameOf(bytes))
      socket.end('HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok')
    })
  })
  server.listen(0, host)
  const isOpen = await Promise.race([once(server, 'listening').then(() => true), once(server, 'error').then(() => false)])
  return isOpen ? server : undefined
}

const portOf = (server: Server) => (server.address() as AddressInfo).port

export const openAttackWorld = async (): Promise<AttackWorld> => {
  let reached: string[] = []
  let shopReads = 0
  let turns = 0
  const hear = (what: string) => void reached.push(what)
  const tcp = await openDoor('127.0.0.1', hear)
  if (!tcp) throw new Error('no door on the loopback')
  const tcp6 = await openDoor('::1', hear)
  const udp = createSocket('udp4').on('message', () => hear('udp'))
  udp.bind(0, '127.0.0.1')
  await once(udp, 'listening')
  const doors: Doors = { tcp: portOf(tcp), tcp6: tcp6 && portOf(tcp6), udp: udp.address().port }

  const serveShop = (request: IncomingMessage, response: ServerResponse) => {
    shopReads += 1
    const url = new URL(request.url ?? '/', `http://${shop}`)
    const target = url.searchParams.get('zu')
    if (target) return response.writeHead(302, { location: target }).end()
    if (url.pathname === '/dienst.js') return response.writeHead(200, { 'content-type': 'text/javascript' }).end(`fetch("http://127.0.0.1:${doors.tcp}/t/service/x", { mode: "no-cors" })`)
    return response.writeHead(200, { 'content-type': 'text/html' }).end(url.pathname === '/weg' ? leavingPage(doors) : attackPage(doors))
  }
  const shopServer = createServer(serveShop).listen(0, '127.0.0.1')
  await once(shopServer, 'listening')

  const zone: Record<string, () => string[]> = {
    [shop]: () => [publicAddress],
    [innerName]: () => ['127.0.0.1'],
    [turningName]: () => [turns++ === 0 ? publicAddress : '127.0.0.1'],
  }
  const network: Network = {
    resolve: async name => zone[name]?.() ?? ['127.0.0.1'],
    records: async () => [],
    async dial({ address, port }) {
      if (address !== publicAddress || port !== 80) hear(`dialled ${address}:${port}`)
      const socket: Socket = connect({ host: '127.0.0.1', port: address === publicAddress ? portOf(shopServer) : doors.tcp })
      await once(socket, 'connect')
      return Object.defineProperty(socket, 'remoteAddress', { value: address, configurable: true })
    },
  }
  return {
    doors, network,
    shopPort: portOf(shopServer),
    takeReached() {
      const taken = reached
      reached = []
      return taken
    },
    get shopReads() {
      return shopReads
    },
    async close() {
      shopServer.closeAllConnections()
      for (const server of [shopServer, tcp, tcp6]) server?.close()
      udp.close()
    },
  }
}
