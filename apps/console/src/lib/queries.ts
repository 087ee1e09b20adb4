import { QueryClient, queryOptions } from '@tanstack/solid-query'
import type { AppServices } from '../app/app-context.ts'
import { isPassing, problemOf } from './problem.ts'

const retry = (failures: number, error: unknown): boolean => failures < 2 && isPassing(problemOf(error))

/** Reads try once even where the browser says it is offline; writes never wait for the network unseen. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { retry, staleTime: 20_000, networkMode: 'offlineFirst' },
      mutations: { retry, networkMode: 'always' },
    },
  })

/** Who is signed in; the page brings the first answer along. */
export const operatorQuery = ({ port, operator }: AppServices) =>
  queryOptions({ queryKey: ['operator'], queryFn: ({ signal }) => port.me(signal), initialData: operator, staleTime: 300_000 })

export const citiesQuery = ({ port }: AppServices) => queryOptions({ queryKey: ['cities'], queryFn: ({ signal }) => port.cities(signal) })

export const cityQuery = ({ port }: AppServices, tenantId: string) =>
  queryOptions({ queryKey: ['city', tenantId], queryFn: ({ signal }) => port.city(tenantId, signal) })
