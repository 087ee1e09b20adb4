import { sql } from 'drizzle-orm'
import { boolean, check, customType, index, integer, text, uuid } from 'drizzle-orm/pg-core'
import { doubleHour, visitActor, visitPlace, visitSide, visitState } from '@digitallotsen/domain/visit/visit.schemas.ts'
import { known, moment, updatedAt, word } from '../columns.ts'
import { cityReference, walledTable } from '../wall.ts'
import { guides } from './guides.table.ts'
import { mentorships } from './mentorships.table.ts'
import { merchants } from './merchants.table.ts'
import { people } from './people.table.ts'

const instantRange = customType<{ data: string }>({ dataType: () => 'tstzrange' })

/**
 * An appointment of a guide and a business. What the clocks of the zone show (`starts_local`) is what was agreed; the instants are worked
 * out from it, anew where the rules of the zone change. What is confirmed never overlaps, for the guide as for the business: the
 * migration adds both constraints over `slot`. `offer_by` says whose offer of times (visit_slots) waits for the other side's answer.
 */
export const visits = walledTable(
  'visits',
  {
    mentorshipId: uuid('mentorship_id').notNull(),
    merchantId: uuid('merchant_id').notNull(),
    guideId: uuid('guide_id').notNull(),
    state: word('state', visitState.options).notNull().default('proposed'),
    place: word('place', visitPlace.options).notNull().default('shop'),
    placeNote: text('place_note'),
    purpose: text('purpose').notNull(),
    zone: text('zone').notNull(),
    startsLocal: text('starts_local'),
    minutes: integer('minutes'),
    doubleHour: word('double_hour', doubleHour.options),
    startsAt: moment('starts_at'),
    endsAt: moment('ends_at'),
    slot: instantRange('slot').generatedAlwaysAs(sql`case when starts_at is null or ends_at is null then null else tstzrange(starts_at, ends_at, '[)') end`),
    offerBy: word('offer_by', visitSide.options),
    offerNote: text('offer_note'),
    offeredAt: moment('offered_at'),
    /** Of the calendar file: goes up with each change that calendars must take over. */
    sequence: integer('sequence').notNull().default(0),
    createdBy: uuid('created_by'),
    confirmedAt: moment('confirmed_at'),
    cancelledAt: moment('cancelled_at'),
    cancelledBy: word('cancelled_by', visitActor.options),
    cancelReason: text('cancel_reason'),
    shortNotice: boolean('short_notice').notNull().default(false),
    remindedAt: moment('reminded_at'),
    closedAt: moment('closed_at'),
    /** The log that says it took place; the trace outlives a log that is taken back. */
    logId: uuid('log_id'),
    sample: boolean('sample').notNull().default(false),
    updatedAt: updatedAt(),
  },
  t => [
    cityReference('visits_mentorship_fk', t, t.mentorshipId, mentorships).onDelete('cascade'),
    cityReference('visits_merchant_fk', t, t.merchantId, merchants).onDelete('cascade'),
    cityReference('visits_guide_fk', t, t.guideId, guides),
    cityReference('visits_created_by_fk', t, t.createdBy, people),
    known('visits_state_known', t.state, visitState.options),
    known('visits_place_known', t.place, visitPlace.options),
    known('visits_double_hour_known', t.doubleHour, doubleHour.options),
    known('visits_offer_by_known', t.offerBy, visitSide.options),
    known('visits_cancelled_by_known', t.cancelledBy, visitActor.options),
    check('visits_agreed_has_time', sql`${t.state} in ('proposed', 'cancelled') or (${t.startsAt} is not null and ${t.endsAt} is not null and ${t.startsLocal} is not null and ${t.minutes} is not null)`),
    check('visits_time_order', sql`${t.startsAt} < ${t.endsAt}`),
    index('visits_mentorship').on(t.tenantId, t.mentorshipId, t.startsAt),
    index('visits_guide').on(t.tenantId, t.guideId, t.startsAt),
    index('visits_merchant').on(t.tenantId, t.merchantId, t.startsAt),
    index('visits_due').on(t.tenantId, t.state, t.startsAt, t.id),
    index('visits_created_by').on(t.tenantId, t.createdBy),
  ],
)
