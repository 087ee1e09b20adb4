import type { AnyTRPCProcedure, AnyTRPCRouter } from '@trpc/server'
import type { FastifyRequest } from 'fastify'

export type ThinCall = {
  path: string
  type: 'query' | 'mutation'
  index: number
  procedure: AnyTRPCProcedure
  /** The input, as the procedure asks for it. */
  read(): unknown
  /** The input, if it was asked for. */
  result(): unknown
}

export type ThinCalls = { isBatch: boolean; calls: ThinCall[] }

const plainHost = /^[a-z0-9.-]+(?::\d+)?$/i
const typeOf = { GET: 'query', POST: 'mutation' } as const

const isJson = (contentType: string | undefined): boolean => contentType?.split(';', 1)[0]?.trim().toLowerCase() === 'application/json'

/** A query needs no content type; a mutation names JSON. Any other form, and any wish for a stream, is the official adapter's. */
const isPlain = ({ method, headers }: FastifyRequest): boolean => {
  if (headers['trpc-accept'] !== undefined || headers.accept?.includes('application/jsonl') || !plainHost.test(headers.host ?? '')) return false
  if (method === 'GET') return headers['content-type'] === undefined || isJson(headers['content-type'])
  return method === 'POST' && isJson(headers['content-type'])
}

const searchOf = (url: string): URLSearchParams | undefined => {
  if (url.includes('#')) return undefined
  const at = url.indexOf('?')
  return new URLSearchParams(at < 0 ? '' : url.slice(at + 1))
}

const parse = (text: string | null | undefined): { value: unknown } | undefined => {
  if (!text) return { value: undefined }
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** One input per call, in the order of the calls; undefined where it is for the official adapter to say what is wrong. */
const inputsOf = (value: unknown, count: number, isBatch: boolean, router: AnyTRPCRouter): unknown[] | undefined => {
  if (isBatch && value !== undefined && !isRecord(value)) return undefined
  const { deserialize } = router._def._config.transformer.input
  try {
    return Array.from({ length: count }, (_, index) => {
      const given = isBatch ? (value as Record<string, unknown> | undefined)?.[index] : value
      return given === undefined ? undefined : deserialize(given)
    })
  } catch {
    return undefined
  }
}

const callOf = (path: string, index: number, type: ThinCall['type'], procedure: AnyTRPCProcedure, input: unknown): ThinCall => {
  let wasRead = false
  return {
    path, index, type, procedure,
    read: () => {
      wasRead = true
      return input
    },
    result: () => (wasRead ? input : undefined),
  }
}

/** The calls of a request that is well-formed in every respect; undefined for any other, of which nothing has run yet. */
export const readCalls = (router: AnyTRPCRouter, req: FastifyRequest, path: string, maxBatchSize: number): ThinCalls | undefined => {
  const type = typeOf[req.method as keyof typeof typeOf]
  if (!isPlain(req) || path.includes('%')) return undefined
  const search = searchOf(req.raw.url ?? '')
  if (!search || search.has('connectionParams')) return undefined
  const isBatch = search.get('batch') === '1'
  const paths = isBatch ? path.split(',') : [path]
  if (paths.length > maxBatchSize) return undefined
  const procedures = router._def.procedures as Record<string, AnyTRPCProcedure>
  const known = paths.map(each => (Object.hasOwn(procedures, each) ? procedures[each] : undefined))
  if (known.some(procedure => procedure?._def.type !== type)) return undefined
  const parsed = parse(req.method === 'GET' ? search.get('input') : (req.body as string | undefined))
  const inputs = parsed && inputsOf(parsed.value, paths.length, isBatch, router)
  if (!inputs) return undefined
  return { isBatch, calls: paths.map((each, index) => callOf(each, index, type, known[index] as AnyTRPCProcedure, inputs[index])) }
}
