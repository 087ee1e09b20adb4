import type { AppRouter } from '@digitallotsen/server/router.ts'
import type { TRPCClient } from '@trpc/client'
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import { createCaller } from './procedure-calls.ts'
import type { CallSettings } from './procedure-calls.ts'

export type Api = TRPCClient<AppRouter>
export type Inputs = inferRouterInputs<AppRouter>
export type Outputs = inferRouterOutputs<AppRouter>

/** The server's limit for one batch. */
const maxItems = 10

/** `keepalive` lets the last answer leave even while the tab is being closed. */
const send: typeof fetch = (input, init) => fetch(input, { ...init, keepalive: init?.method === 'POST' })

const kinds: Readonly<Record<string, 'query' | 'mutation'>> = { query: 'query', mutate: 'mutation' }
type Options = { signal?: AbortSignal } | undefined

/**
 * What tRPC's own client offers, with queries and mutations alone: that one also carries subscriptions, streams and sockets,
 * a tenth of all that a phone has to load before the first screen.
 */
export const createClient = (settings: CallSettings): Api => {
  const call = createCaller(settings)
  const at = (path: readonly string[]): unknown =>
    new Proxy(() => undefined, {
      get: (_target, name) => (typeof name === 'string' && name !== 'then' ? at([...path, name]) : undefined),
      apply: (_target, _self, [input, options]: [unknown, Options]) => {
        const kind = kinds[path.at(-1) ?? '']
        if (!kind) throw new Error(`${path.join('.')} is no call.`)
        return call(kind, path.slice(0, -1).join('.'), input, options?.signal)
      },
    })
  return at([]) as Api
}

export const createApi = (url: string): Api => createClient({ url, maxItems, fetch: send })
