import { createAct } from '../../lib/act.ts'
import { reading } from '../../lib/queries.ts'
import type { Api, Outputs } from '../../lib/trpc.ts'

export type HandoverLine = Outputs['handover']['list'][number]
export type HandoverFile = Outputs['handover']['get']
export type Sheet = HandoverFile['sheet']

export const handoversQuery = (api: Api) => reading('handover.list', api.handover.list.query)()
export const handoverQuery = (api: Api, handoverId: string) => reading('handover.get', api.handover.get.query)({ handoverId })
export const candidatesQuery = (api: Api, handoverId: string) => reading('handover.candidates', api.handover.candidates.query)({ handoverId })

/** Whatever is done in a handover shows in the case as well. */
export const useHandoverAct = () => createAct(['handover', 'mentorship'])
