import { sql } from 'drizzle-orm'
import { boolean, date, index, jsonb, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { mentorshipState, outcome, pauseReason, phase, type Wishes } from '@digitallotsen/domain/mentorship/mentorship.schemas.ts'
import { known, moment, updatedAt, word } from '../columns.ts'
import { cityReference, walledTable } from '../wall.ts'
import { guides } from './guides.table.ts'
import { merchants } from './merchants.table.ts'
import { people } from './people.table.ts'

/**
 * A Patenschaft: one business on its way through the phases, from the wish to the last visit. A business has one that is not ended.
 * `guide_id` is who leads it now and `contact_person_id` who is named while nobody does; how that came about stands in mentorship_guides.
 */
export const mentorships = walledTable(
  'mentorships',
  {
    merchantId: uuid('merchant_id').notNull(),
    guideId: uuid('guide_id'),
    contactPersonId: uuid('contact_person_id'),
    phase: word('phase', phase.options).notNull().default('interest'),
    state: word('state', mentorshipState.options).notNull().default('waiting'),
    wishes: jsonb('wishes').$type<Wishes>().notNull(),
    requestedBy: uuid('requested_by'),
    requestedAt: moment('requested_at').notNull().defaultNow(),
    phaseSince: moment('phase_since').notNull().defaultNow(),
    lastContactAt: moment('last_contact_at'),
    nextStep: text('next_step'),
    goAt: moment('go_at'),
    pauseReason: word('pause_reason', pauseReason.options),
    pauseNote: text('pause_note'),
    resumeOn: date('resume_on', { mode: 'string' }),
    outcome: word('outcome', outcome.options),
    /** Why it closed without T1. */
    closingReason: text('closing_reason'),
    endedAt: moment('ended_at'),
    sample: boolean('sample').notNull().default(false),
    updatedAt: updatedAt(),
  },
  t => [
    uniqueIndex('mentorships_one_open').on(t.tenantId, t.merchantId).where(sql`${t.state} <> 'ended'`),
    cityReference('mentorships_merchant_fk', t, t.merchantId, merchants),
    cityReference('mentorships_guide_fk', t, t.guideId, guides),
    cityReference('mentorships_contact_person_fk', t, t.contactPersonId, people),
    cityReference('mentorships_requested_by_fk', t, t.requestedBy, people),
    known('mentorships_phase_known', t.phase, phase.options),
    known('mentorships_state_known', t.state, mentorshipState.options),
    known('mentorships_pause_reason_known', t.pauseReason, pauseReason.options),
    known('mentorships_outcome_known', t.outcome, outcome.options),
    index('mentorships_merchant').on(t.tenantId, t.merchantId, t.requestedAt),
    index('mentorships_guide').on(t.tenantId, t.guideId, t.state),
    index('mentorships_by_state').on(t.tenantId, t.state, t.requestedAt, t.id),
    index('mentorships_by_contact').on(t.tenantId, t.state, t.lastContactAt, t.id),
    index('mentorships_contact_person').on(t.tenantId, t.contactPersonId),
    index('mentorships_requested_by').on(t.tenantId, t.requestedBy),
  ],
)
