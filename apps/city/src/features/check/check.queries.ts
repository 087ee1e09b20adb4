import { queryOptions, useQuery, useQueryClient } from '@tanstack/solid-query'
import type { CheckCatalogue } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import { useApp } from '../../app/app-context.ts'
import type { AppServices } from '../../app/app-context.ts'
import { reading } from '../../lib/queries.ts'
import { readJson, writeJson } from '../../lib/storage.ts'
import type { Api, Inputs } from '../../lib/trpc.ts'

const catalogueQuery = ({ api, locale, shelf }: AppServices, shelfKey: string) =>
  queryOptions({
    queryKey: ['check.catalogue', locale],
    queryFn: async ({ signal }): Promise<CheckCatalogue> => {
      const catalogue = await api.check.catalogue.query({ locale }, { signal })
      writeJson(shelf, shelfKey, catalogue)
      return catalogue
    },
    staleTime: 3_600_000,
  })

/** The questions and measures; kept on this device, so that the check goes on without a network, and refreshed once per visit. */
export const useCatalogueQuery = () => {
  const app = useApp()
  const client = useQueryClient()
  const shelfKey = `dl:catalogue:${app.locale}`
  const options = catalogueQuery(app, shelfKey)
  if (client.getQueryData(options.queryKey) === undefined) {
    client.setQueryData(options.queryKey, readJson<CheckCatalogue>(app.shelf, shelfKey), { updatedAt: 0 })
  }
  return useQuery(() => options)
}

export const checkQuery = (api: Api, input: Inputs['check']['get']) => reading('check.get', api.check.get.query)(input)
export const resultQuery = (api: Api, input: Inputs['check']['result']) => reading('check.result', api.check.result.query)(input)
