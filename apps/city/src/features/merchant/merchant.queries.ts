import { reading } from '../../lib/queries.ts'
import type { Api } from '../../lib/trpc.ts'

export const merchantQuery = (api: Api, merchantId: string) => reading('merchant.get', api.merchant.get.query)({ merchantId })
export const planQuery = (api: Api, merchantId: string) => reading('plan.get', api.plan.get.query)({ merchantId })
