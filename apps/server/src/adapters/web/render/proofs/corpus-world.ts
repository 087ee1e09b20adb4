import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { createServer as createSecure } from 'node:https'
import { connect, type AddressInfo, type Server } from 'node:net'
import { join } from 'node:path'
import { deflateSync, crc32 } from 'node:zlib'
import type { LoadedSite } from '@digitallotsen/audit/corpus/load-site.ts'
import { makeCertificate } from '../../certificate.fixture.ts'
import type { Network } from '../../network.ts'

/** The corpus has hosts that are nobody's; the guard rightly leaves those alone, so for the browser each gets a name that could be one. */
export const liveHost = (site: LoadedSite['site']): string => `${new URL(`https://${site.address}`).host.replaceAll('.', '-')}.de`

export type CorpusWorld = { network: Network; close(): Promise<void> }

const publicAddress = '93.184.215.14'

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A grey picture of this size in pixels and bytes; what it has too much stands in a note inside. */
const makePicture = (width: number, height: number, bytes: number): Buffer => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header.set([1, 0], 8)
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height))
  const bare = [Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header)]
  const end = [chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]
  const missing = bytes - [...bare, ...end].reduce((sum, { length }) => sum + length, 0) - 12
  return Buffer.concat([...bare, ...(missing > 0 ? [chunk('tEXt', Buffer.alloc(missing, 'x'))] : []), ...end])
}

type Answer = { status: number; type: string; body: Buffer | string }

const answerFor = (sites: readonly LoadedSite[], host: string, path: string): Answer => {
  const own = sites.find(({ site }) => liveHost(site) === host)
  for (const { home, site } of own ? [own] : sites) {
    const [key, page] = Object.entries(site.pages).find(([each]) => each === (own ? path : `https://${host}${path}`)) ?? []
    if (key !== undefined && page?.file !== undefined) return { status: page.status ?? 200, type: page.type ?? 'text/html; charset=utf-8', body: readFileSync(join(home, page.file)) }
  }
  const picture = own?.site.images[path]
  if (picture) return { status: 200, type: 'image/png', body: makePicture(picture.width ?? 60, picture.height ?? 40, picture.bytes ?? 60_000) }
  return { status: own ? 404 : 204, type: 'text/plain', body: '' }
}

/** The whole web is one server here: the sites of the corpus and whomever they ask; nothing leaves the machine. */
export const openCorpusWorld = async (sites: readonly LoadedSite[]): Promise<CorpusWorld> => {
  const serve: RequestListener = (request, response) => {
    const { status, type, body } = answerFor(sites, request.headers.host ?? '', request.url ?? '/')
    response.writeHead(status, { 'content-type': type }).end(body)
  }
  const { key, cert } = makeCertificate('muster.example', new Date('2026-01-01'), new Date('2099-01-01'))
  const [plain, secure] = [createServer(serve), createSecure({ key, cert }, serve)]
  for (const server of [plain, secure]) {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
  }
  const portOf = (server: Server) => (server.address() as AddressInfo).port
  const network: Network = {
    resolve: async () => [publicAddress],
    records: async () => [],
    async dial({ address, port }) {
      const socket = connect({ host: '127.0.0.1', port: portOf(port === 443 ? secure : plain) })
      await once(socket, 'connect')
      return Object.defineProperty(socket, 'remoteAddress', { value: address, configurable: true })
    },
  }
  return {
    network,
    async close() {
      for (const server of [plain, secure]) {
        server.closeAllConnections()
        server.close()
      }
    },
  }
}
