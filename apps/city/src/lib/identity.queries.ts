import { queryOptions } from '@tanstack/solid-query'
import type { Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import type { AppServices } from '../app/app-context.ts'

export const identityKey = ['identity.me'] as const

/** Who is signed in; the page brings the first answer along. */
export const identityQuery = ({ api, identity }: AppServices) =>
  queryOptions({
    queryKey: identityKey,
    queryFn: ({ signal }): Promise<Identity | null> => api.identity.me.query({}, { signal }),
    initialData: identity,
    staleTime: 300_000,
  })
