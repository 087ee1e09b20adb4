import { reading } from '../../lib/queries.ts'
import type { Api, Inputs } from '../../lib/trpc.ts'

export const figuresQuery = (api: Api) => reading('office.figures', api.office.figures.query)({})
export const businessQuery = (api: Api, merchantId: string) => reading('office.merchant', api.office.merchant.query)({ merchantId })

/** The list keeps what it shows until the next page or filter has arrived. */
export const businessesQuery = (api: Api, input: Inputs['office']['merchants']) => reading('office.merchants', api.office.merchants.query)(input)
