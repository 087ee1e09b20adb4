import { reading } from '../../lib/queries.ts'
import type { Api, Outputs } from '../../lib/trpc.ts'

export type Queue = Outputs['moderation']['queue']
export type WaitingListing = Queue['listings'][number]
export type ModeratedOffer = Queue['offers'][number]
export type EntryView = Outputs['moderation']['listing']

export const queueQuery = (api: Api) => reading('moderation.queue', api.moderation.queue.query)({})
export const countsQuery = (api: Api) => reading('moderation.counts', api.moderation.counts.query)({})
export const entryQuery = (api: Api, merchantId: string) => reading('moderation.listing', api.moderation.listing.query)({ merchantId })
