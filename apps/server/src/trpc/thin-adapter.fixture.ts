import { initTRPC, TRPCError } from '@trpc/server'
import { fastifyTRPCPlugin, type FastifyTRPCPluginOptions } from '@trpc/server/adapters/fastify'
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import * as z from 'zod'
import { thinTrpc } from './thin-adapter.ts'

type Context = { who: string }

const t = initTRPC.context<Context>().create({
  isDev: false,
  // Tells all that an adapter hands to it, so that a difference shows.
  errorFormatter: ({ shape, path, type, input, ctx }) => ({ ...shape, data: { ...shape.data, path, type, input, who: ctx?.who } }),
})

const echo = t.procedure.input(z.strictObject({ text: z.string() }))
const ran: string[] = []

const router = t.router({
  bare: t.procedure.query(({ ctx }) => ({ who: ctx.who })),
  nothing: t.procedure.query(() => undefined),
  given: t.procedure.input(z.unknown()).query(({ input }) => ({ input, type: typeof input })),
  deep: t.router({ down: t.router({ echo: echo.query(({ input }) => input.text) }) }),
  say: echo.mutation(({ input }) => {
    ran.push(input.text)
    return { said: input.text }
  }),
  free: t.procedure.input(z.unknown()).mutation(({ input }) => ({ input })),
  fails: t.procedure.query(() => {
    throw new TRPCError({ code: 'FORBIDDEN', message: 'no' })
  }),
  breaks: t.procedure.mutation(() => {
    throw new Error('inside')
  }),
  statuses: t.procedure.input(z.enum(['CONFLICT', 'TOO_MANY_REQUESTS', 'NOT_FOUND', 'UNAUTHORIZED'])).query(({ input }) => {
    throw new TRPCError({ code: input })
  }),
  streams: t.procedure.query(() => ({ later: Promise.resolve(1) })),
  endless: t.procedure.query(async function* () {
    yield 1
  }),
  unwritable: t.procedure.query(() => ({ big: 1n })),
  ticks: t.procedure.subscription(async function* () {
    yield 1
    yield 2
  }),
  form: t.procedure.input(z.instanceof(FormData)).mutation(({ input }) => ({ name: input.get('name') })),
  ignores: t.procedure.input(z.unknown()).query(() => {
    throw new TRPCError({ code: 'BAD_REQUEST', message: 'read nothing' })
  }),
  headers: t.procedure.query(() => 'x'.repeat(10)),
})

export type ConformanceRouter = typeof router

export type Side = {
  app: FastifyInstance
  /** What onError was told, in order. */
  told: { code: string; path: string | undefined; type: string; input: unknown }[]
  ran: string[]
}

const createContext = ({ req }: { req: FastifyRequest }): Context => {
  if (req.headers['x-break'] !== undefined) throw new TRPCError({ code: 'UNAUTHORIZED', message: 'no context' })
  return { who: String(req.headers['x-who'] ?? 'nobody') }
}

const open = async (register: (app: FastifyInstance, told: Side['told']) => Promise<unknown>): Promise<Side> => {
  const app = fastify({ routerOptions: { maxParamLength: 2000 }, bodyLimit: 10_000 })
  const told: Side['told'] = []
  await register(app, told)
  await app.listen({ port: 0, host: '127.0.0.1' })
  return { app, told, ran }
}

type Told = { error: TRPCError; path?: string | undefined; type: string; input: unknown }
const teller = (told: Side['told']) => ({ error, path, type, input }: Told) => void told.push({ code: error.code, path, type, input })

export const openThin = (): Promise<Side> =>
  open(async (app, told) => app.register(thinTrpc, { prefix: '/trpc', router, createContext, maxBatchSize: 3, onError: teller(told) }))

export const openOfficial = (): Promise<Side> =>
  open(async (app, told) =>
    app.register(fastifyTRPCPlugin, {
      prefix: '/trpc',
      trpcOptions: { router, createContext, maxBatchSize: 3, onError: teller(told) } satisfies FastifyTRPCPluginOptions<ConformanceRouter>['trpcOptions'],
    }),
  )
