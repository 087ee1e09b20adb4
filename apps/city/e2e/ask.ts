import { request } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'

export type Question = { host: string; port: number; path: string; headers?: Record<string, string> }
export type Reply = { status: number; headers: IncomingHttpHeaders; body: Buffer }

/** One GET by plain HTTP: Node cannot look up `*.localhost` everywhere, so the city stands in the Host header. */
export const ask = ({ host, port, path, headers = {} }: Question): Promise<Reply> =>
  new Promise((done, fail) => {
    const asked = request({ host: '127.0.0.1', port, path, headers: { host: `${host}:${port}`, ...headers }, agent: false }, answer => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.once('error', fail)
      answer.once('end', () => done({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }))
    })
    asked.once('error', fail)
    asked.end()
  })

export const askText = async (question: Question): Promise<string> => (await ask(question)).body.toString('utf8')
