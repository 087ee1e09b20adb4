import { reading } from '../../lib/queries.ts'
import type { Api, Inputs, Outputs } from '../../lib/trpc.ts'

export type CaseFile = Outputs['mentorship']['get']
export type CasePage = Outputs['mentorship']['list']

export const deskQuery = (api: Api) => reading('mentorship.desk', api.mentorship.desk.query)({})
export const caseQuery = (api: Api, mentorshipId: string) => reading('mentorship.get', api.mentorship.get.query)({ mentorshipId })
export const caseOfMerchantQuery = (api: Api, merchantId: string) => reading('mentorship.ofMerchant', api.mentorship.ofMerchant.query)({ merchantId })
/** Its key begins as those of cases do, so that an act in a case reads it again. */
export const changeOfGuideQuery = (api: Api, merchantId: string) => reading('mentorship.change', api.handover.ofMerchant.query)({ merchantId })
export const timelineQuery = (api: Api, mentorshipId: string) => reading('mentorship.timeline', api.mentorship.timeline.query)({ mentorshipId })
export const privateNotesQuery = (api: Api, mentorshipId: string) => reading('mentorship.privateNotes', api.mentorship.privateNotes.query)({ mentorshipId })
/** The list keeps what it shows until the next page or filter has arrived. */
export const casesQuery = (api: Api, input: Inputs['mentorship']['list']) => reading('mentorship.list', api.mentorship.list.query)(input)
