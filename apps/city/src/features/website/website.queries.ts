import type { AuditState } from '@digitallotsen/domain/website/website-audit.schemas.ts'
import { reading } from '../../lib/queries.ts'
import type { Api } from '../../lib/trpc.ts'
import { isUnderway } from './audit-state.rules.ts'

/** How often an audit that is underway is asked for. */
const pollMs = 2000

type Polled = { state: { data: { state: AuditState } | undefined } }
const whileUnderway = { refetchInterval: ({ state }: Polled) => (state.data && isUnderway(state.data.state) ? pollMs : (false as const)) }

export const auditQuery = (api: Api, auditId: string) => ({ ...reading('website.get', api.website.get.query)({ auditId }), ...whileUnderway })
export const quickQuery = (api: Api, ticket: string) => ({ ...reading('website.quickResult', api.website.quickResult.query)({ ticket }), ...whileUnderway })
export const auditListQuery = (api: Api, merchantId: string) => reading('website.list', api.website.list.query)({ merchantId })
export const comparisonQuery = (api: Api, auditId: string, withAuditId: string | null) => reading('website.compare', api.website.compare.query)({ auditId, withAuditId })
export const answersQuery = (api: Api, merchantId: string) => reading('website.answers', api.website.answers.query)({ merchantId })
