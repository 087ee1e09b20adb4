import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { MemoryAnswer } from './memory-reader.ts'
import type { TrialHost } from './trial-hosts.ts'

export type SiteServer = { origin: string; trial: TrialHost; port: number; asked: { method: string; path: string; userAgent: string }[]; close(): Promise<void> }

/** A site on the loopback, to be reached as a trial site. */
export const serve = async (listener: RequestListener): Promise<SiteServer> => {
  const asked: SiteServer['asked'] = []
  const server = createServer((request, response) => {
    asked.push({ method: request.method ?? '', path: request.url ?? '', userAgent: request.headers['user-agent'] ?? '' })
    listener(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const close = async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  return { origin: `http://laden.localhost:${port}`, trial: { host: 'laden.localhost', port }, port, asked, close }
}

export const serveSite = (site: Record<string, MemoryAnswer>): Promise<SiteServer> =>
  serve((request, response) => {
    const answer: MemoryAnswer = site[request.url ?? ''] ?? { status: 404, body: '<h1>Nicht gefunden</h1>' }
    if (answer.failure === 'timeout') return
    if (answer.failure) return void request.socket.destroy()
    const status = (request.method === 'HEAD' ? answer.headStatus : undefined) ?? answer.status ?? 200
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...answer.headers })
    response.end(request.method === 'HEAD' ? undefined : answer.body)
  })
