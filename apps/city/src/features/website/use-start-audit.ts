import { useNavigate } from '@solidjs/router'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { useApp } from '../../app/app-context.ts'
import { createRequestKey } from '../../lib/new-key.ts'
import { useMerchant } from '../merchant/merchant-context.ts'
import { useWebsiteHome } from './website-home.ts'
import { auditListQuery } from './website.queries.ts'

/** Has an address checked for the shop one is in, and goes where one sees it happen. */
export const useStartAudit = () => {
  const { api } = useApp()
  const { found } = useMerchant()
  const home = useWebsiteHome()
  const navigate = useNavigate()
  const client = useQueryClient()
  const request = createRequestKey()
  return useMutation(() => ({
    mutationFn: (address: string) => {
      const input = { merchantId: found().merchant.id, address }
      return api.website.start.mutate({ ...input, idempotencyKey: request.keyOf(input) })
    },
    onSuccess: ({ auditId }: { auditId: string }) => {
      request.renew()
      void client.invalidateQueries({ queryKey: auditListQuery(api, found().merchant.id).queryKey })
      navigate(`${home.path()}/${auditId}`)
    },
  }))
}
