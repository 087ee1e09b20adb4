import { QueryClient, queryOptions } from '@tanstack/solid-query'
import { isPassing, problemOf } from './problem.ts'

const retry = (failures: number, error: unknown): boolean => {
  const problem = problemOf(error)
  return failures < 2 && isPassing(problem) && problem.code !== 'rate.limited'
}

/** Reads try once even where the browser says it is offline; writes never wait for the network unseen. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { retry, staleTime: 20_000, networkMode: 'offlineFirst' },
      mutations: { retry, networkMode: 'always' },
    },
  })

/** A read procedure under its name: `reading('check.result', api.check.result.query)(input)` is what `useQuery` takes. */
export const reading =
  <Input, Output>(name: string, call: (input: Input, options: { signal: AbortSignal }) => Promise<Output>) =>
  (input: Input) =>
    queryOptions({ queryKey: [name, input], queryFn: ({ signal }) => call(input, { signal }) })
