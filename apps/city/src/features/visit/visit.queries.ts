import { reading } from '../../lib/queries.ts'
import type { Api, Inputs, Outputs } from '../../lib/trpc.ts'

/** As it comes over the wire, the same from every call. */
export type CaseVisit = Outputs['visit']['ofCase'][number]
export type VisitSlot = NonNullable<CaseVisit['agreed']>
export type WantedSlot = Inputs['visit']['weigh']['slots'][number]

export const caseVisitsQuery = (api: Api, mentorshipId: string) => reading('visit.ofCase', api.visit.ofCase.query)({ mentorshipId })
export const agendaQuery = (api: Api, monday: string) => reading('visit.agenda', api.visit.agenda.query)({ monday })
export const weighQuery = (api: Api, input: Inputs['visit']['weigh']) => reading('visit.weigh', api.visit.weigh.query)(input)
export const guideFeedQuery = (api: Api) => reading('visit.guideFeed', (_input: null, options: { signal: AbortSignal }) => api.visit.guideFeed.query(undefined, options))(null)
export const merchantFeedQuery = (api: Api, merchantId: string) => reading('visit.merchantFeed', api.visit.merchantFeed.query)({ merchantId })
