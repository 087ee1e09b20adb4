import { boolean, date, index, integer, text, unique, uuid } from 'drizzle-orm/pg-core'
import { workday } from '@digitallotsen/domain/guide/application.words.ts'
import { guideStage, guideState, meansOfTravel, recognition } from '@digitallotsen/domain/guide/guide.schemas.ts'
import { known, moment, updatedAt, word } from '../columns.ts'
import { cityReference, walledTable } from '../wall.ts'
import { files } from './files.table.ts'
import { people } from './people.table.ts'

/**
 * A Digitallotse, with what the matching asks for. University, semester, districts, trades and action fields are ids of the pack and the
 * framework; languages are tags such as "tr". Cases are taken only with the commitment (D-16) signed and the coordinator's release.
 */
export const guides = walledTable(
  'guides',
  {
    personId: uuid('person_id').notNull(),
    universityId: text('university_id'),
    semesterId: text('semester_id'),
    stage: word('stage', guideStage.options).notNull().default('guide'),
    state: word('state', guideState.options).notNull().default('training'),
    recognition: word('recognition', recognition.options).notNull(),
    subject: text('subject'),
    languages: text('languages').array().notNull().default([]),
    districts: text('districts').array().notNull().default([]),
    trades: text('trades').array().notNull().default([]),
    fields: text('fields').array().notNull().default([]),
    travel: word('travel', meansOfTravel.options).array().notNull().default([]),
    days: word('days', workday.options).array().notNull().default([]),
    hoursPerWeek: integer('hours_per_week'),
    capacity: integer('capacity').notNull().default(5),
    intro: text('intro'),
    photoFileId: uuid('photo_file_id'),
    photoAlt: text('photo_alt'),
    commitmentVersion: text('commitment_version'),
    commitmentSignedAt: moment('commitment_signed_at'),
    commitmentName: text('commitment_name'),
    /** Workshops led, as the coordinator counts them; seniors have led one. */
    workshopsLed: integer('workshops_led').notNull().default(0),
    releasedAt: moment('released_at'),
    releasedBy: uuid('released_by'),
    endsOn: date('ends_on', { mode: 'string' }),
    sample: boolean('sample').notNull().default(false),
    updatedAt: updatedAt(),
  },
  t => [
    unique('guides_person_key').on(t.tenantId, t.personId),
    cityReference('guides_person_fk', t, t.personId, people),
    cityReference('guides_photo_fk', t, t.photoFileId, files),
    cityReference('guides_released_by_fk', t, t.releasedBy, people),
    known('guides_stage_known', t.stage, guideStage.options),
    known('guides_state_known', t.state, guideState.options),
    known('guides_recognition_known', t.recognition, recognition.options),
    index('guides_by_state').on(t.tenantId, t.state, t.id),
    index('guides_by_university').on(t.tenantId, t.universityId, t.state, t.id),
    index('guides_photo').on(t.tenantId, t.photoFileId),
    index('guides_released_by').on(t.tenantId, t.releasedBy),
  ],
)
