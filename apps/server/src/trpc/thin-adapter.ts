import { getTRPCErrorFromUnknown, getTRPCErrorShape, TRPCError, transformTRPCResponse, type AnyTRPCProcedure, type AnyTRPCRouter } from '@trpc/server'
import { fastifyRequestHandler } from '@trpc/server/adapters/fastify'
import { getHTTPStatusCode } from '@trpc/server/http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readCalls, type ThinCall } from './thin-calls.ts'

type Failure = { error: TRPCError; path: string | undefined; input: unknown; type: ThinCall['type'] | 'unknown'; req: FastifyRequest }

export type ThinAdapterOptions = {
  router: AnyTRPCRouter
  createContext: (given: { req: FastifyRequest; res: FastifyReply }) => object
  maxBatchSize: number
  onError: (failure: Failure) => void
}

type Body = Parameters<typeof getHTTPStatusCode>[0]
type Outcome = { data: unknown; error?: undefined } | { error: TRPCError; data?: undefined }

const json = 'application/json'

const isIterable = (value: object) => Symbol.asyncIterator in value
const isPending = (value: unknown) => typeof value === 'object' && value !== null && (value instanceof Promise || isIterable(value))
const isStream = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value) && (isIterable(value) || Object.values(value).some(isPending))

const ensurePlain = (data: unknown): unknown => {
  if (isStream(data)) throw new TRPCError({ code: 'UNSUPPORTED_MEDIA_TYPE', message: 'Cannot use stream-like response in non-streaming request - use httpBatchStreamLink' })
  return data
}

const open = ({ createContext }: ThinAdapterOptions, req: FastifyRequest, res: FastifyReply): Outcome => {
  try {
    return { data: createContext({ req, res }) }
  } catch (cause) {
    return { error: getTRPCErrorFromUnknown(cause) }
  }
}

const call = async (procedure: AnyTRPCProcedure, { path, type, index, read }: ThinCall, context: Outcome): Promise<Outcome> => {
  try {
    if (context.error) throw context.error
    const getRawInput = async () => read()
    return { data: ensurePlain(await procedure({ ctx: context.data, path, type, getRawInput, signal: undefined, batchIndex: index } as Parameters<AnyTRPCProcedure>[0])) }
  } catch (cause) {
    return { error: getTRPCErrorFromUnknown(cause) }
  }
}

/**
 * The router over Fastify by the wire format of @trpc/server's own adapter, without the WHATWG Request and Response that cost that
 * one most of its time. Whatever is not plainly a well-formed query by GET or mutation by POST goes to the official adapter, before
 * anything has run; thin-adapter.test.ts holds the two side by side.
 */
export const thinTrpc = async (app: FastifyInstance, options: ThinAdapterOptions): Promise<void> => {
  const { router, onError, maxBatchSize } = options
  const config = router._def._config
  app.removeContentTypeParser([json, 'multipart/form-data'])
  app.addContentTypeParser(json, { parseAs: 'string' }, (_request, body, done) => done(null, body))
  app.addContentTypeParser('multipart/form-data', (_request, body, done) => done(null, body))

  const official = (req: FastifyRequest<{ Params: { path: string } }>, res: FastifyReply) =>
    fastifyRequestHandler({ ...options, createContext: ({ req, res }: { req: FastifyRequest; res: FastifyReply }) => options.createContext({ req, res }), req, res, path: req.params.path } as Parameters<typeof fastifyRequestHandler>[0])

  const told = ({ error, data }: Outcome, made: ThinCall, ctx: unknown) =>
    error
      ? { error: getTRPCErrorShape({ config, error, type: made.type, path: made.path, input: made.result(), ctx }) }
      : { result: { data } }

  const write = (outcomes: readonly Outcome[], calls: readonly ThinCall[], ctx: unknown, isBatch: boolean) => {
    const bodies = outcomes.map((outcome, i) => told(outcome, calls[i] as ThinCall, ctx))
    const body = (isBatch ? bodies : bodies[0]) as Body
    return { status: getHTTPStatusCode(body, outcomes.map(({ error }) => error)), text: JSON.stringify(transformTRPCResponse(config, body)) }
  }

  /** An answer that cannot be written is an error of its own, and says nothing of what it was. */
  const writeSafely = (req: FastifyRequest, ...given: Parameters<typeof write>) => {
    try {
      return write(...given)
    } catch (cause) {
      const error = getTRPCErrorFromUnknown(cause)
      const type = given[1][0]?.type ?? 'unknown'
      onError({ error, path: undefined, input: undefined, type, req })
      const body = { error: getTRPCErrorShape({ config, error, type, path: undefined, input: undefined, ctx: given[2] }) } as Body
      return { status: getHTTPStatusCode(body, [error]), text: JSON.stringify(transformTRPCResponse(config, body)) }
    }
  }

  app.all<{ Params: { path: string } }>('/:path', async (req, res) => {
    const read = readCalls(router, req, req.params.path, maxBatchSize)
    if (!read) return official(req, res)
    const context = open(options, req, res)
    const outcomes = await Promise.all(
      read.calls.map(async made => {
        const outcome = await call(made.procedure, made, context)
        if (outcome.error) onError({ error: outcome.error, path: made.path, input: made.result(), type: made.type, req })
        return outcome
      }),
    )
    const { status, text } = writeSafely(req, outcomes, read.calls, context.data, read.isBatch)
    return res.code(status).header('vary', 'trpc-accept, accept').header('content-type', json).send(text)
  })
}

