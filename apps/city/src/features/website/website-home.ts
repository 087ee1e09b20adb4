import { useApp } from '../../app/app-context.ts'
import { useMerchant } from '../merchant/merchant-context.ts'

/** The address of the audit's page of the shop one is in; the router's own, without the language, as `path`. */
export const useWebsiteHome = () => {
  const { base } = useApp()
  const { found } = useMerchant()
  const path = () => `/mein-betrieb/${found().merchant.id}/website`
  return { path, href: () => base + path() }
}
