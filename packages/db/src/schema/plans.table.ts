import { index, jsonb, unique, uuid } from 'drizzle-orm/pg-core'
import { known, word } from '../columns.ts'
import { cityReference, walledTable } from '../wall.ts'
import { assessments } from './assessments.table.ts'
import { merchants } from './merchants.table.ts'

export const planStates = ['active', 'closed'] as const

/** The Maßnahmenplan made from one submitted check; `selection` keeps what the ranking waived. */
export const plans = walledTable(
  'plans',
  {
    merchantId: uuid('merchant_id').notNull(),
    assessmentId: uuid('assessment_id').notNull(),
    state: word('state', planStates).notNull().default('active'),
    selection: jsonb('selection').notNull(),
  },
  t => [
    unique('plans_assessment_key').on(t.tenantId, t.assessmentId),
    cityReference('plans_merchant_fk', t, t.merchantId, merchants),
    cityReference('plans_assessment_fk', t, t.assessmentId, assessments),
    known('plans_state_known', t.state, planStates),
    index('plans_merchant').on(t.tenantId, t.merchantId, t.state, t.createdAt),
  ],
)
