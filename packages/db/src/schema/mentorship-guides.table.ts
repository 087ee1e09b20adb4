import { sql } from 'drizzle-orm'
import { index, jsonb, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { assignmentReason, assignmentState, guideDuty } from '@digitallotsen/domain/mentorship/mentorship.schemas.ts'
import { known, moment, updatedAt, word } from '../columns.ts'
import { cityReference, walledTable } from '../wall.ts'
import { guides } from './guides.table.ts'
import { mentorships } from './mentorships.table.ts'
import { people } from './people.table.ts'

/**
 * Who was asked for which case, and what became of it. The right itself is a row of memberships (guide, or ex-guide with its end), moved in
 * the same transaction; `reasons` keeps what the matching said, `override_reason` why the coordinator chose otherwise.
 */
export const mentorshipGuides = walledTable(
  'mentorship_guides',
  {
    mentorshipId: uuid('mentorship_id').notNull(),
    guideId: uuid('guide_id').notNull(),
    duty: word('duty', guideDuty.options).notNull().default('lead'),
    state: word('state', assignmentState.options).notNull().default('proposed'),
    proposedBy: uuid('proposed_by'),
    proposedAt: moment('proposed_at').notNull().defaultNow(),
    answerBy: moment('answer_by'),
    remindedAt: moment('reminded_at'),
    answeredAt: moment('answered_at'),
    reason: word('reason', assignmentReason.options),
    note: text('note'),
    overrideReason: text('override_reason'),
    reasons: jsonb('reasons'),
    startsAt: moment('starts_at'),
    endsAt: moment('ends_at'),
    readUntil: moment('read_until'),
    updatedAt: updatedAt(),
  },
  t => [
    uniqueIndex('mentorship_guides_one_lead').on(t.tenantId, t.mentorshipId).where(sql`${t.state} = 'accepted' and ${t.duty} = 'lead'`),
    uniqueIndex('mentorship_guides_one_asked').on(t.tenantId, t.mentorshipId).where(sql`${t.state} = 'proposed' and ${t.duty} = 'lead'`),
    cityReference('mentorship_guides_mentorship_fk', t, t.mentorshipId, mentorships).onDelete('cascade'),
    cityReference('mentorship_guides_guide_fk', t, t.guideId, guides),
    cityReference('mentorship_guides_proposed_by_fk', t, t.proposedBy, people),
    known('mentorship_guides_duty_known', t.duty, guideDuty.options),
    known('mentorship_guides_state_known', t.state, assignmentState.options),
    known('mentorship_guides_reason_known', t.reason, assignmentReason.options),
    index('mentorship_guides_mentorship').on(t.tenantId, t.mentorshipId, t.proposedAt),
    index('mentorship_guides_guide').on(t.tenantId, t.guideId, t.state),
    index('mentorship_guides_unanswered').on(t.tenantId, t.state, t.answerBy),
    index('mentorship_guides_proposed_by').on(t.tenantId, t.proposedBy),
  ],
)
