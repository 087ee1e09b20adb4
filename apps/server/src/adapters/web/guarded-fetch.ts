import { Agent, type Dispatcher } from 'undici'
import { decodeBody } from './body-decoding.ts'
import { WebFailure, reasonOf } from './failure.ts'
import { createGuardedConnector } from './guarded-connector.ts'
import type { Guard } from './guarded-dial.ts'
import { readPictureSize } from './picture-size.ts'
import { ensureWritten, readText } from './text-reading.ts'
import { untilAborted } from './until-aborted.ts'
import type { WebLimits } from './web-limits.ts'
import { readTarget } from './web-target.rules.ts'
import type { CheckedRequest, Hop, WebResponse, WebResult } from './web.schemas.ts'

/** What is known of a request while it runs, so that a failure can still tell how far it came. */
type Trace = { hops: Hop[]; status: number | null; contentType: string | null }

const redirects = new Set([301, 302, 303, 307, 308])

const listHeaders = (headers: Dispatcher.ResponseData['headers']): [string, string][] =>
  Object.entries(headers).flatMap(([name, value]) => [value ?? []].flat().map((each): [string, string] => [name, each]))

const one = (headers: [string, string][], wanted: string): string => headers.find(([name]) => name === wanted)?.[1] ?? ''

const readBytes = async (body: AsyncIterable<Buffer>, maxBytes: number): Promise<Buffer> => {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of body) {
    size += part.length
    if (size > maxBytes) throw new WebFailure('too_large')
    parts.push(part)
  }
  return Buffer.concat(parts)
}

const pictureBytes = 65_536

/** The first bytes of a body; the rest is not waited for. */
const readStart = async (body: AsyncIterable<Buffer>, wanted: number): Promise<Buffer> => {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of body) {
    parts.push(part)
    size += part.length
    if (size >= wanted) break
  }
  return Buffer.concat(parts)
}

type Body = Pick<WebResponse, 'transferredBytes' | 'decodedBytes' | 'text' | 'charset' | 'picture'>

const noBody = (): Body => ({ transferredBytes: 0, decodedBytes: 0, text: null, charset: null, picture: null })

const readBody = async (answer: Dispatcher.ResponseData, headers: [string, string][], request: CheckedRequest, maxBytes: number): Promise<Body> => {
  if (request.want === 'head' || request.method === 'HEAD') return noBody()
  if (request.want === 'picture') return { ...noBody(), picture: readPictureSize(await readStart(answer.body, pictureBytes)) }
  const contentType = one(headers, 'content-type')
  ensureWritten(request.want, contentType)
  const packed = await readBytes(answer.body, maxBytes)
  const bytes = await decodeBody(packed, one(headers, 'content-encoding'), maxBytes)
  return { ...readText(request.want, contentType, bytes), picture: null, transferredBytes: packed.length, decodedBytes: bytes.length }
}

export type FetchSettings = { guard: Guard; limits: WebLimits }

const ask = (agent: Agent, url: URL, { method, contact, want }: CheckedRequest, signal: AbortSignal) =>
  agent.request({
    origin: url.origin,
    path: url.pathname + url.search,
    method,
    signal,
    headers: {
      'user-agent': `Digitallotsen/1.0 (+${contact})`,
      accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
      'accept-language': 'de',
      ...(want === 'picture' ? { range: `bytes=0-${pictureBytes - 1}` } : { 'accept-encoding': 'gzip, deflate, br' }),
    },
  })

const walk = async (request: CheckedRequest, agent: Agent, { guard, limits }: FetchSettings, trace: Trace, signal: AbortSignal): Promise<WebResponse> => {
  let url = readTarget(request.url, guard)
  const begun = performance.now()
  for (;;) {
    const answer = await untilAborted(signal, ask(agent, url, request, signal))
    answer.body.on('error', () => {})
    const firstByteMs = performance.now() - begun
    const headers = listHeaders(answer.headers)
    const location = one(headers, 'location')
    Object.assign(trace, { status: answer.statusCode, contentType: one(headers, 'content-type') || null })
    if (!redirects.has(answer.statusCode) || !location) {
      const body = await untilAborted(signal, readBody(answer, headers, request, limits.bodyBytes))
      return { ok: true, url: url.href, status: answer.statusCode, headers, hops: trace.hops, firstByteMs, ...body }
    }
    answer.body.destroy()
    if (trace.hops.length >= limits.hops) throw new WebFailure('redirects')
    const next = readTarget(location, { ...guard, base: url.href })
    trace.hops.push({ from: url.href, to: next.href, status: answer.statusCode })
    url = next
  }
}

/** One request of its own connections, all of them closed at its end; every hop is judged like the first address. */
export const fetchGuarded = async (request: CheckedRequest, settings: FetchSettings, signal: AbortSignal): Promise<WebResult> => {
  const { guard, limits } = settings
  const ending = new AbortController()
  const timer = setTimeout(() => ending.abort(new WebFailure('timeout')), limits.totalMs)
  const until = AbortSignal.any([signal, ending.signal])
  const agent = new Agent({ connect: createGuardedConnector(guard, request.isCertificateIgnored, until), maxHeaderSize: limits.headerBytes, headersTimeout: limits.totalMs, bodyTimeout: limits.totalMs, pipelining: 0 })
  const trace: Trace = { hops: [], status: null, contentType: null }
  try {
    return await walk(request, agent, settings, trace, until)
  } catch (error) {
    return { ok: false, reason: signal.aborted ? 'cancelled' : reasonOf(error), ...trace }
  } finally {
    clearTimeout(timer)
    await agent.destroy()
  }
}
