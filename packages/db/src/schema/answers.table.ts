import { sql } from 'drizzle-orm'
import { check, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { relevance } from '@digitallotsen/domain/check/answer.schemas.ts'
import type { Level } from '@digitallotsen/domain/check/answer.schemas.ts'
import { known, moment, updatedAt, word } from '../columns.ts'
import { cityReference, keyedWalledTable } from '../wall.ts'
import { assessments } from './assessments.table.ts'

export const answerSources = ['self', 'guide', 'auto'] as const
export const answerKinds = ['level', 'unknown', 'not_applicable'] as const

/** The latest answer per item and source; `answered_at` is the device's clock, bounded by the server. */
export const answers = keyedWalledTable(
  'answers',
  ['assessmentId', 'itemId', 'source'],
  {
    assessmentId: uuid('assessment_id').notNull(),
    itemId: text('item_id').notNull(),
    source: word('source', answerSources).notNull(),
    kind: word('kind', answerKinds).notNull(),
    level: smallint('level').$type<Level>(),
    relevance: word('relevance', relevance.options).notNull().default('normal'),
    answeredAt: moment('answered_at').notNull(),
    updatedAt: updatedAt(),
  },
  t => [
    cityReference('answers_assessment_fk', t, t.assessmentId, assessments).onDelete('cascade'),
    known('answers_source_known', t.source, answerSources),
    known('answers_kind_known', t.kind, answerKinds),
    known('answers_relevance_known', t.relevance, relevance.options),
    check('answers_level_range', sql`${t.level} between 0 and 4`),
    check('answers_level_given', sql`(${t.kind} = 'level') = (${t.level} is not null)`),
  ],
)
