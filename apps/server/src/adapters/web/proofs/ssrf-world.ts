import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import type { Network } from '../network.ts'
import type { Corpus } from './ssrf-corpus.ts'

/**
 * A world in which every address answers: the canary. It notes where a first byte arrived, so that a connection opened and closed
 * without a word is not "reached". Nothing leaves the machine: whatever is dialled is one server on the loopback.
 */
export type World = Network & {
  /** Where bytes arrived since the last look, as `address|port`. */
  takeReached(): string[]
  isPublic(place: string): boolean
  close(): void
}

const answer = (request: string): string => {
  const [, code, target] = /^GET \/(30[12378])\/([\w-]+) /.exec(request) ?? []
  const head = target ? `HTTP/1.1 ${code} Moved\r\nLocation: ${Buffer.from(target, 'base64url')}` : 'HTTP/1.1 200 OK\r\nContent-Type: text/html'
  return `${head}\r\nContent-Length: 13\r\nConnection: close\r\n\r\n<html>canary\n`
}

const openCanary = async (hear: (port: number) => void) => {
  const open = new Set<Socket>()
  const server = createServer(socket => {
    open.add(socket)
    socket.on('error', () => {}).on('close', () => open.delete(socket))
    socket.once('data', bytes => {
      hear(socket.remotePort ?? 0)
      socket.end(answer(bytes.toString('latin1')))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const close = () => {
    for (const socket of open) socket.destroy()
    server.close()
  }
  return { port, close }
}

export const openWorld = async ({ zone, diverted, publicAddresses }: Pick<Corpus, 'zone' | 'diverted' | 'publicAddresses'>): Promise<World> => {
  const places = new Map<number, string>()
  const questions = new Map<string, number>()
  let reached: string[] = []
  const canary = await openCanary(port => reached.push(places.get(port) ?? 'nowhere'))
  const publicPlaces = new Set(publicAddresses.flatMap(address => [`${address}|80`, `${address}|443`]))

  const dial = async ({ address, port }: { address: string; port: number }): Promise<Socket> => {
    const socket = connect({ port: canary.port, host: '127.0.0.1' })
    await once(socket, 'connect')
    const end = diverted[address] ?? address
    places.set(socket.localPort ?? 0, `${end}|${port}`)
    return Object.defineProperty(socket, 'remoteAddress', { value: end, configurable: true })
  }
  return {
    dial,
    resolve: async name => {
      const answers = zone[name] ?? []
      const asked = questions.get(name) ?? 0
      questions.set(name, asked + 1)
      return [...(answers[Math.min(asked, answers.length - 1)] ?? [])]
    },
    records: async () => [],
    takeReached: () => {
      const places = reached
      reached = []
      questions.clear()
      return places
    },
    isPublic: place => publicPlaces.has(place),
    close: canary.close,
  }
}
