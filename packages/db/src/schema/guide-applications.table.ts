import { sql } from 'drizzle-orm'
import { boolean, index, integer, jsonb, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { applicationReason, applicationState, workday } from '@digitallotsen/domain/guide/application.words.ts'
import type { Conflict } from '@digitallotsen/domain/guide/conflict.schemas.ts'
import { meansOfTravel, recognition } from '@digitallotsen/domain/guide/guide.schemas.ts'
import { known, moment, updatedAt, word } from '../columns.ts'
import { cityReference, walledTable } from '../wall.ts'
import { guides } from './guides.table.ts'
import { people } from './people.table.ts'

/**
 * Somebody who wants to become a Digitallotse, from the form to the decision. It belongs to nobody with an account: whoever holds the link of
 * the mail reads and withdraws it. Universities, semesters, districts and trades are ids of the pack.
 */
export const guideApplications = walledTable(
  'guide_applications',
  {
    tokenHash: text('token_hash').notNull(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    phone: text('phone'),
    locale: text('locale').notNull().default('de'),
    state: word('state', applicationState.options).notNull().default('unconfirmed'),
    universityId: text('university_id'),
    subject: text('subject'),
    studySemester: integer('study_semester'),
    /** The semester in which it is to begin. */
    semesterId: text('semester_id'),
    recognition: word('recognition', recognition.options).notNull(),
    languages: text('languages').array().notNull(),
    days: word('days', workday.options).array().notNull(),
    hoursPerWeek: integer('hours_per_week').notNull(),
    districts: text('districts').array().notNull(),
    travel: word('travel', meansOfTravel.options).array().notNull(),
    trades: text('trades').array().notNull(),
    motivation: text('motivation').notNull(),
    conflicts: jsonb('conflicts').$type<Conflict[]>().notNull().default([]),
    consentVersion: text('consent_version').notNull(),
    confirmedAt: moment('confirmed_at'),
    interviewAt: moment('interview_at'),
    interviewPlace: text('interview_place'),
    reason: word('reason', applicationReason.options),
    /** What the office wrote to the applicant. */
    message: text('message'),
    /** For the office alone. */
    note: text('note'),
    decidedAt: moment('decided_at'),
    decidedBy: uuid('decided_by'),
    guideId: uuid('guide_id'),
    sample: boolean('sample').notNull().default(false),
    updatedAt: updatedAt(),
  },
  t => [
    unique('guide_applications_token_key').on(t.tenantId, t.tokenHash),
    uniqueIndex('guide_applications_one_open').on(t.tenantId, t.email).where(sql`${t.state} in ('received', 'interview', 'waiting_list')`),
    cityReference('guide_applications_decided_by_fk', t, t.decidedBy, people),
    cityReference('guide_applications_guide_fk', t, t.guideId, guides),
    known('guide_applications_state_known', t.state, applicationState.options),
    known('guide_applications_recognition_known', t.recognition, recognition.options),
    known('guide_applications_reason_known', t.reason, applicationReason.options),
    index('guide_applications_by_state').on(t.tenantId, t.state, t.createdAt, t.id),
    index('guide_applications_by_decision').on(t.tenantId, t.state, t.decidedAt),
    index('guide_applications_decided_by').on(t.tenantId, t.decidedBy),
    index('guide_applications_guide').on(t.tenantId, t.guideId),
  ],
)
