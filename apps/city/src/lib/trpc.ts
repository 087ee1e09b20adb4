import { createTRPCClient, httpBatchLink } from '@trpc/client'
import type { AppRouter } from '@digitallotsen/server/router.ts'
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'

export type Api = ReturnType<typeof createApi>
export type Inputs = inferRouterInputs<AppRouter>
export type Outputs = inferRouterOutputs<AppRouter>

/** The server's limit for one batch. */
const maxItems = 10

/** `keepalive` lets the last answer leave even while the tab is being closed. */
const send: typeof fetch = (input, init) => fetch(input, { ...init, keepalive: init?.method === 'POST' })

export const createApi = (url: string) => createTRPCClient<AppRouter>({ links: [httpBatchLink({ url, maxItems, fetch: send as never })] })
