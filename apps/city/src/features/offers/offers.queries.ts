import { reading } from '../../lib/queries.ts'
import type { Api, Inputs, Outputs } from '../../lib/trpc.ts'

/** As it comes over the wire, the same from every call. */
export type OwnOffer = Outputs['offer']['list'][number]

export const offersQuery = (api: Api, merchantId: string) => reading('offer.list', api.offer.list.query)({ merchantId })
export const partnersQuery = (api: Api, input: Inputs['offer']['partners']) => reading('offer.partners', api.offer.partners.query)(input)
