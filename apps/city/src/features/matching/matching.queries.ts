import { reading } from '../../lib/queries.ts'
import type { Api, Inputs, Outputs } from '../../lib/trpc.ts'

export type Proposal = Outputs['matching']['propose']
export type WaitingCase = Proposal['waiting'][number]
export type Explanation = Outputs['matching']['explain']
export type GuideVerdict = Explanation['verdicts'][number]
export type WhatIf = Outputs['matching']['whatIf']
export type Assignment = Inputs['matching']['assign']

export const proposalQuery = (api: Api) => reading('matching.propose', api.matching.propose.query)({})
export const explanationQuery = (api: Api, mentorshipId: string) => reading('matching.explain', api.matching.explain.query)({ mentorshipId })
export const whatIfQuery = (api: Api) => reading('matching.whatIf', api.matching.whatIf.query)({})
