import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import fastify, { type FastifyInstance } from 'fastify'
import { afterEach, expect, it } from 'vitest'
import { readEnv } from '../env.ts'
import type { Services } from '../services.ts'
import { limitsPlugin } from './limits.ts'

let app: FastifyInstance
afterEach(() => app.close())

/** Two lanes: six requests under way at most. `hold` is what an earlier hook waits for, `work` what the answer waits for. */
const open = async ({ hold = async () => {}, work = async () => {} }: { hold?: () => Promise<void>; work?: () => Promise<void> }): Promise<number> => {
  app = fastify({ forceCloseConnections: true })
  app.addHook('onRequest', hold)
  await app.register(limitsPlugin, { services: { env: readEnv({ LANES: '2', REQUESTS_PER_MINUTE: '1000' }) } as Services })
  app.get('/', async () => {
    await work()
    return 'answered'
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  return typeof address === 'object' && address ? address.port : 0
}

const gate = () => {
  let come = 0
  const { promise, resolve } = Promise.withResolvers<void>()
  const pass = () => {
    come++
    return promise
  }
  return { pass, open: resolve, until: async (count: number) => expect.poll(() => come, { timeout: 5_000 }).toBe(count) }
}

const request = 'GET / HTTP/1.1\r\nhost: musterstadt.localhost\r\n\r\n'

const send = async (port: number, text: string): Promise<Socket> => {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  socket.write(text)
  return socket
}

const leave = async (sockets: Socket[]): Promise<void> => {
  for (const socket of sockets) socket.destroy()
  await expect.poll(() => new Promise(answer => app.server.getConnections((_error, count) => answer(count)))).toBe(0)
}

const isAnswered = async (port: number) => (await fetch(`http://127.0.0.1:${port}/`)).ok

it('those who leave while their city is looked up take no place with them', async () => {
  const lookUp = gate()
  const port = await open({ hold: lookUp.pass })
  const sockets = await Promise.all(Array.from({ length: 8 }, () => send(port, request)))
  await lookUp.until(8)
  await leave(sockets)
  lookUp.open()
  expect(await isAnswered(port)).toBe(true)
})

it('those who ask several times in one breath and leave take no place with them', async () => {
  const work = gate()
  const port = await open({ work: work.pass })
  const socket = await send(port, request.repeat(6))
  await work.until(6)
  await leave([socket])
  work.open()
  expect(await isAnswered(port)).toBe(true)
})

it('more than three per lane are refused, and served again when the others are done', async () => {
  const work = gate()
  const port = await open({ work: work.pass })
  const sockets = await Promise.all(Array.from({ length: 6 }, () => send(port, request)))
  await work.until(6)
  expect(await isAnswered(port)).toBe(false)
  work.open()
  await Promise.all(sockets.map(socket => once(socket, 'data')))
  expect(await isAnswered(port)).toBe(true)
  for (const socket of sockets) socket.destroy()
})
