import { index, integer, jsonb, text, unique, uuid } from 'drizzle-orm/pg-core'
import { checkKind, checkMoment } from '@digitallotsen/domain/check/answer.schemas.ts'
import { known, moment, word } from '../columns.ts'
import { cityReference, walledTable } from '../wall.ts'
import { merchants } from './merchants.table.ts'

export const assessmentPerspectives = ['self', 'guide'] as const
export const assessmentStates = ['open', 'submitted'] as const

/** One run of the Digital-Check. Before it belongs to a business, whoever holds the key (kept as a hash) may go on with it. */
export const assessments = walledTable(
  'assessments',
  {
    merchantId: uuid('merchant_id'),
    edition: text('edition').notNull(),
    kind: word('kind', checkKind.options).notNull(),
    moment: word('moment', checkMoment.options).notNull(),
    perspective: word('perspective', assessmentPerspectives).notNull(),
    state: word('state', assessmentStates).notNull().default('open'),
    keyHash: text('key_hash'),
    claimedAt: moment('claimed_at'),
    submittedAt: moment('submitted_at'),
    frameworkVersion: text('framework_version').notNull(),
    packRevision: integer('pack_revision').notNull(),
    result: jsonb('result'),
    position: text('position'),
    locale: text('locale').notNull().default('de'),
  },
  t => [
    unique('assessments_key_key').on(t.tenantId, t.keyHash),
    cityReference('assessments_merchant_fk', t, t.merchantId, merchants),
    known('assessments_kind_known', t.kind, checkKind.options),
    known('assessments_moment_known', t.moment, checkMoment.options),
    known('assessments_perspective_known', t.perspective, assessmentPerspectives),
    known('assessments_state_known', t.state, assessmentStates),
    index('assessments_merchant').on(t.tenantId, t.merchantId, t.submittedAt),
    index('assessments_by_state').on(t.tenantId, t.state, t.createdAt),
  ],
)
