import { once } from 'node:events'
import { createServer, request as askPlainly, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createDeadEnd, type AddressInfo, type Server, type Socket } from 'node:net'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { WebFailure, reasonOf, type FailureReason } from '../failure.ts'
import { dialGuarded, type Guard } from '../guarded-dial.ts'
import { readTarget } from '../web-target.rules.ts'

export type ProxyLimits = { requests: number; bytes: number; headerBytes: number }

/** A heavy start page has 10 MB and 200 requests; beyond this a page is only told to be heavier. */
export const proxyLimits: ProxyLimits = { requests: 400, bytes: 30_000_000, headerBytes: 32_768 }

export type GuardedProxy = {
  port: number
  /** A port at which every request ends. */
  deadEndPort: number
  /** How often a request was let through, and why others were not. */
  readonly passed: number
  readonly refused: Readonly<Record<string, number>>
  close(): Promise<void>
}

const hopByHop = new Set(['connection', 'proxy-connection', 'proxy-authorization', 'keep-alive', 'te', 'trailer', 'transfer-encoding', 'upgrade'])

const portOf = (server: Server): number => (server.address() as AddressInfo).port

const passedHeaders = (headers: IncomingMessage['headers']) => Object.fromEntries(Object.entries(headers).filter(([name]) => !hopByHop.has(name)))

/**
 * The browser's only way out, on a port of the loopback: every request and every tunnel is judged and dialled by the guard, whatever the
 * page or a redirect has asked for. Plain HTTP is passed on request by request, tunnels lead to port 443 alone.
 */
export const openGuardedProxy = async (guard: Guard, limits: ProxyLimits, signal: AbortSignal): Promise<GuardedProxy> => {
  const refused: Record<string, number> = {}
  const ends = new Set<{ destroy(): unknown }>()
  let asked = 0
  let passed = 0
  let bytes = 0

  const note = (reason: FailureReason | 'budget') => {
    refused[reason] = (refused[reason] ?? 0) + 1
  }

  const keep = <T extends Socket>(socket: T): T => {
    ends.add(socket)
    return socket.on('error', () => socket.destroy()).on('close', () => ends.delete(socket))
  }

  /** Counts what comes in; over the budget everything ends. */
  const counter = () =>
    new Transform({
      transform(part: Buffer, _encoding, done) {
        bytes += part.length
        if (bytes <= limits.bytes) return done(null, part)
        note('budget')
        for (const end of ends) end.destroy()
      },
    })

  const dial = async (address: string): Promise<{ socket: Socket; target: URL }> => {
    asked += 1
    if (asked > limits.requests || bytes > limits.bytes) throw new WebFailure('too_large')
    const target = readTarget(address, guard)
    const socket = keep(await dialGuarded(target, guard, signal))
    passed += 1
    return { socket, target }
  }

  const forward = async (from: IncomingMessage, to: ServerResponse): Promise<void> => {
    const { socket, target } = await dial(from.url ?? '')
    const onward = askPlainly({
      createConnection: () => socket,
      method: from.method,
      host: target.hostname,
      path: target.pathname + target.search,
      headers: { ...passedHeaders(from.headers), host: target.host, connection: 'close' },
      maxHeaderSize: limits.headerBytes,
    })
    void pipeline(from, onward).catch(() => onward.destroy())
    const [answer] = (await once(onward, 'response')) as [IncomingMessage]
    to.writeHead(answer.statusCode ?? 502, passedHeaders(answer.headers))
    await pipeline(answer, counter(), to)
  }

  const server = createServer({ maxHeaderSize: limits.headerBytes })
  server.on('connection', keep)
  server.on('request', (from: IncomingMessage, to: ServerResponse) => {
    forward(from, to).catch((error: unknown) => {
      note(reasonOf(error))
      if (to.headersSent) to.destroy()
      else to.writeHead(502).end()
    })
  })
  server.on('connect', (from: IncomingMessage, near: Socket, early: Buffer) => {
    if (early.length > 0) near.unshift(early)
    tunnel(from.url ?? '', near).catch((error: unknown) => {
      note(reasonOf(error))
      near.end('HTTP/1.1 502 Refused\r\n\r\n')
    })
  })
  server.on('upgrade', (_from, near: Socket) => near.destroy())

  const tunnel = async (authority: string, near: Socket): Promise<void> => {
    const { socket } = await dial(`https://${authority}/`)
    near.write('HTTP/1.1 200 Connection established\r\n\r\n')
    await Promise.all([pipeline(near, socket), pipeline(socket, counter(), near)]).catch(() => {
      near.destroy()
      socket.destroy()
    })
  }

  const deadEnd = createDeadEnd(socket => socket.destroy())
  for (const each of [server, deadEnd]) {
    each.listen(0, '127.0.0.1')
    await once(each, 'listening')
  }
  return {
    port: portOf(server),
    deadEndPort: portOf(deadEnd),
    get passed() {
      return passed
    },
    refused,
    async close() {
      for (const end of ends) end.destroy()
      server.close()
      deadEnd.close()
    },
  }
}
