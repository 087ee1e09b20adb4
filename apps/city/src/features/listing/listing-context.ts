import { createContext, useContext } from 'solid-js'
import { useApp } from '../../app/app-context.ts'
import type { ListingSession } from './listing-session.state.ts'
import type { Photos } from './photos.state.ts'

export type ListingScope = { merchantId: string; session: ListingSession; photos: Photos }

export const ListingContext = createContext<ListingScope>()

const useScope = (): ListingScope => {
  const scope = useContext(ListingContext)
  if (!scope) throw new Error('useListing() needs a page below ListingArea.')
  return scope
}

export const useListing = (): ListingSession => useScope().session

export const usePhotos = (): Photos => useScope().photos

export const useMerchantId = (): string => useScope().merchantId

/** The listing's own first page, as the router takes it. */
export const useListingPath = (): string => `/mein-betrieb/${useMerchantId()}/eintrag`

/** The same as a link takes it. */
export const useListingHome = (): string => useApp().base + useListingPath()
