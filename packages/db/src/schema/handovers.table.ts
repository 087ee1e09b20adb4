import { sql } from 'drizzle-orm'
import { boolean, date, index, jsonb, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { handoverDecision, handoverKind, handoverState, type HandoverSheet } from '@digitallotsen/domain/handover/handover.schemas.ts'
import { known, moment, updatedAt, word } from '../columns.ts'
import { cityReference, walledTable } from '../wall.ts'
import { guides } from './guides.table.ts'
import { mentorships } from './mentorships.table.ts'
import { people } from './people.table.ts'

/** A case on its way from one guide to the next, with its sheet D-13. A case has one open at a time; what became of it stays. */
export const handovers = walledTable(
  'handovers',
  {
    mentorshipId: uuid('mentorship_id').notNull(),
    fromGuideId: uuid('from_guide_id').notNull(),
    toGuideId: uuid('to_guide_id'),
    kind: word('kind', handoverKind.options).notNull(),
    state: word('state', handoverState.options).notNull().default('open'),
    decision: word('decision', handoverDecision.options),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    /** Why it came at once, or why the case is to end. */
    reason: text('reason'),
    sheet: jsonb('sheet').$type<HandoverSheet>().notNull(),
    sheetCompletedAt: moment('sheet_completed_at'),
    /** What the matching said for the one who was named. */
    reasons: jsonb('reasons'),
    warmOn: date('warm_on', { mode: 'string' }),
    warmNote: text('warm_note'),
    informedAt: moment('informed_at'),
    agreedAt: moment('agreed_at'),
    objectedAt: moment('objected_at'),
    objection: text('objection'),
    settledAt: moment('settled_at'),
    startedBy: uuid('started_by'),
    completedAt: moment('completed_at'),
    sample: boolean('sample').notNull().default(false),
    updatedAt: updatedAt(),
  },
  t => [
    uniqueIndex('handovers_one_open').on(t.tenantId, t.mentorshipId).where(sql`${t.state} = 'open'`),
    cityReference('handovers_mentorship_fk', t, t.mentorshipId, mentorships).onDelete('cascade'),
    cityReference('handovers_from_guide_fk', t, t.fromGuideId, guides),
    cityReference('handovers_to_guide_fk', t, t.toGuideId, guides),
    cityReference('handovers_started_by_fk', t, t.startedBy, people),
    known('handovers_kind_known', t.kind, handoverKind.options),
    known('handovers_state_known', t.state, handoverState.options),
    known('handovers_decision_known', t.decision, handoverDecision.options),
    index('handovers_mentorship').on(t.tenantId, t.mentorshipId, t.createdAt),
    index('handovers_by_date').on(t.tenantId, t.state, t.dueOn, t.id),
    index('handovers_from_guide').on(t.tenantId, t.fromGuideId, t.state),
    index('handovers_to_guide').on(t.tenantId, t.toGuideId, t.state),
    index('handovers_started_by').on(t.tenantId, t.startedBy),
  ],
)
