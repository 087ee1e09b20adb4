import { date, index, integer, text, uuid } from 'drizzle-orm/pg-core'
import { moduleState } from '@digitallotsen/domain/guide/module.words.ts'
import { known, updatedAt, word } from '../columns.ts'
import { cityReference, keyedWalledTable } from '../wall.ts'
import { guides } from './guides.table.ts'
import { people } from './people.table.ts'

/** How far a guide is on the way through the modules of the framework; what has no row is open. */
export const guideModules = keyedWalledTable(
  'guide_modules',
  ['guideId', 'moduleId'],
  {
    guideId: uuid('guide_id').notNull(),
    moduleId: text('module_id').notNull(),
    state: word('state', moduleState.options).notNull(),
    passedOn: date('passed_on', { mode: 'string' }),
    /** In percent, where the exam has a score. */
    score: integer('score'),
    note: text('note'),
    decidedBy: uuid('decided_by'),
    updatedAt: updatedAt(),
  },
  t => [
    cityReference('guide_modules_guide_fk', t, t.guideId, guides).onDelete('cascade'),
    cityReference('guide_modules_decided_by_fk', t, t.decidedBy, people),
    known('guide_modules_state_known', t.state, moduleState.options),
    index('guide_modules_decided_by').on(t.tenantId, t.decidedBy),
  ],
)
