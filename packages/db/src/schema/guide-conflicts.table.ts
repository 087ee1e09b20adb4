import { index, text, uuid } from 'drizzle-orm/pg-core'
import { conflictKind } from '@digitallotsen/domain/guide/conflict.schemas.ts'
import { known, word } from '../columns.ts'
import { cityReference, walledTable } from '../wall.ts'
import { guides } from './guides.table.ts'
import { merchants } from './merchants.table.ts'

/** A business, named or known, or a whole trade that a guide should not accompany. */
export const guideConflicts = walledTable(
  'guide_conflicts',
  {
    guideId: uuid('guide_id').notNull(),
    kind: word('kind', conflictKind.options).notNull(),
    /** As the guide wrote it. */
    business: text('business'),
    /** The business of the city that is meant, where the name was found. */
    merchantId: uuid('merchant_id'),
    trade: text('trade'),
  },
  t => [
    cityReference('guide_conflicts_guide_fk', t, t.guideId, guides).onDelete('cascade'),
    cityReference('guide_conflicts_merchant_fk', t, t.merchantId, merchants),
    known('guide_conflicts_kind_known', t.kind, conflictKind.options),
    index('guide_conflicts_guide').on(t.tenantId, t.guideId),
    index('guide_conflicts_merchant').on(t.tenantId, t.merchantId),
  ],
)
