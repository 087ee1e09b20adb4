import { createTRPCClient, httpBatchLink } from '@trpc/client'
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '@digitallotsen/server/router.ts'

type Inputs = inferRouterInputs<AppRouter>
type Outputs = inferRouterOutputs<AppRouter>

export type Operator = NonNullable<Outputs['operator']['me']>
export type CityRow = Outputs['console']['cities'][number]
export type CityDetail = Outputs['console']['city']
export type CityRevision = CityDetail['revisions'][number]
export type OpenPoint = CityDetail['checklist'][number]
export type ThemeNote = CityDetail['theme']['notes'][number]

/** All that the console asks the server for. */
export type ConsolePort = {
  me(signal?: AbortSignal): Promise<Operator | null>
  requestCode(email: string): Promise<Outputs['operator']['requestCode']>
  verifyCode(input: Inputs['operator']['verifyCode']): Promise<unknown>
  verifyLink(token: string): Promise<unknown>
  signOut(): Promise<unknown>
  cities(signal?: AbortSignal): Promise<CityRow[]>
  city(tenantId: string, signal?: AbortSignal): Promise<CityDetail>
}

const until = (signal: AbortSignal | undefined) => (signal ? { signal } : {})

export const createConsolePort = (url: string): ConsolePort => {
  const api = createTRPCClient<AppRouter>({ links: [httpBatchLink({ url, maxItems: 10 })] })
  return {
    me: signal => api.operator.me.query({}, until(signal)),
    requestCode: email => api.operator.requestCode.mutate({ email }),
    verifyCode: input => api.operator.verifyCode.mutate(input),
    verifyLink: token => api.operator.verifyLink.mutate({ token }),
    signOut: () => api.operator.signOut.mutate({}),
    cities: signal => api.console.cities.query({}, until(signal)),
    city: (tenantId, signal) => api.console.city.query({ tenantId }, until(signal)),
  }
}
