import { useQuery } from '@tanstack/solid-query'
import { useApp } from '../../app/app-context.ts'
import { reading } from '../../lib/queries.ts'
import type { Api } from '../../lib/trpc.ts'
import { useMerchantId } from './listing-context.ts'

export const draftQuery = (api: Api, merchantId: string) => reading('listing.get', api.listing.get.query)({ merchantId })
export const versionsQuery = (api: Api, merchantId: string) => reading('listing.versions', api.listing.versions.query)({ merchantId })
export const profilesQuery = (api: Api, merchantId: string) => reading('listing.profiles', api.listing.profiles.query)({ merchantId })

/** What the city sets for all listings changes with its pack, not while one types. */
export const useSetting = () => {
  const { api } = useApp()
  return useQuery(() => ({ ...reading('listing.setting', api.listing.setting.query)({}), staleTime: 3_600_000 }))
}

/** The record in the words of other places; from the draft, so that what was just typed is in it. */
export const useSheets = () => {
  const { api, locale } = useApp()
  const merchantId = useMerchantId()
  return useQuery(() => ({ ...reading('listing.sheets', api.listing.sheets.query)({ merchantId, locale }), staleTime: 0 }))
}
