import { sql } from 'drizzle-orm'
import { boolean, index, integer, jsonb, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { auditFailure, auditState, auditStep, auditTrigger, type AuditScore } from '@digitallotsen/domain/website/website-audit.schemas.ts'
import { known, moment, updatedAt, word } from '../columns.ts'
import { cityReference, walledTable } from '../wall.ts'
import { merchants } from './merchants.table.ts'

export type ReadPage = { url: string; status: number | null }
export type ReadLimit = { page: string; reason: string }
export type MeasuredLevel = { itemId: string; level: 0 | 1 | 2 | 3 | 4; checkIds: string[] }

/**
 * One look at a website: of a business, or of a visitor who holds the ticket (kept as a hash). Whoever works on it holds it until
 * `lease_until`; a running one whose lease is over was left by a process that is no more. A business has one waiting or running at a time.
 */
export const websiteAudits = walledTable(
  'website_audits',
  {
    merchantId: uuid('merchant_id'),
    ticketHash: text('ticket_hash'),
    address: text('address').notNull(),
    host: text('host').notNull(),
    finalAddress: text('final_address'),
    state: word('state', auditState.options).notNull().default('queued'),
    trigger: word('trigger', auditTrigger.options).notNull(),
    step: word('step', auditStep.options),
    stepDone: integer('step_done').notNull().default(0),
    stepOf: integer('step_of').notNull().default(1),
    attempts: integer('attempts').notNull().default(0),
    leaseUntil: moment('lease_until'),
    startedAt: moment('started_at'),
    finishedAt: moment('finished_at'),
    failure: word('failure', auditFailure.options),
    rulesVersion: integer('rules_version'),
    frameworkVersion: text('framework_version'),
    score: jsonb('score').$type<AuditScore>(),
    levels: jsonb('levels').$type<MeasuredLevel[]>(),
    pages: jsonb('pages').$type<ReadPage[]>(),
    limits: jsonb('limits').$type<ReadLimit[]>(),
    startedBy: uuid('started_by'),
    sample: boolean('sample').notNull().default(false),
    updatedAt: updatedAt(),
  },
  t => [
    unique('website_audits_ticket_key').on(t.tenantId, t.ticketHash),
    uniqueIndex('website_audits_one_under_way').on(t.tenantId, t.merchantId).where(sql`${t.state} in ('queued', 'running')`),
    cityReference('website_audits_merchant_fk', t, t.merchantId, merchants),
    known('website_audits_state_known', t.state, auditState.options),
    known('website_audits_trigger_known', t.trigger, auditTrigger.options),
    known('website_audits_step_known', t.step, auditStep.options),
    known('website_audits_failure_known', t.failure, auditFailure.options),
    index('website_audits_merchant').on(t.tenantId, t.merchantId, t.createdAt, t.id),
    index('website_audits_by_state').on(t.tenantId, t.state, t.leaseUntil),
    index('website_audits_public_age').on(t.tenantId, t.trigger, t.createdAt),
  ],
)
