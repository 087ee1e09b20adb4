import { sql } from 'drizzle-orm'
import { index, integer, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { checkMoment } from '@digitallotsen/domain/check/answer.schemas.ts'
import { known, moment, word } from '../columns.ts'
import { cityReference, walledTable } from '../wall.ts'
import { assessments } from './assessments.table.ts'
import { mentorships } from './mentorships.table.ts'
import { people } from './people.table.ts'

/** The guide's checks of a case, a row per version: once released it stands as it is, and a correction is the next version with its reason. */
export const caseChecks = walledTable(
  'case_checks',
  {
    mentorshipId: uuid('mentorship_id').notNull(),
    assessmentId: uuid('assessment_id').notNull(),
    moment: word('moment', checkMoment.options).notNull(),
    version: integer('version').notNull().default(1),
    /** Why there is another version. */
    reason: text('reason'),
    startedBy: uuid('started_by').notNull(),
    releasedAt: moment('released_at'),
    releasedBy: uuid('released_by'),
  },
  t => [
    unique('case_checks_assessment_key').on(t.tenantId, t.assessmentId),
    unique('case_checks_version_key').on(t.tenantId, t.mentorshipId, t.moment, t.version),
    uniqueIndex('case_checks_one_open').on(t.tenantId, t.mentorshipId).where(sql`${t.releasedAt} is null`),
    cityReference('case_checks_mentorship_fk', t, t.mentorshipId, mentorships).onDelete('cascade'),
    cityReference('case_checks_assessment_fk', t, t.assessmentId, assessments),
    cityReference('case_checks_started_by_fk', t, t.startedBy, people),
    cityReference('case_checks_released_by_fk', t, t.releasedBy, people),
    known('case_checks_moment_known', t.moment, checkMoment.options),
    index('case_checks_started_by').on(t.tenantId, t.startedBy),
    index('case_checks_released_by').on(t.tenantId, t.releasedBy),
  ],
)
