import { sql } from 'drizzle-orm'
import { check, date, index, text, uuid } from 'drizzle-orm/pg-core'
import { blockedKind } from '@digitallotsen/domain/guide/blocked-time.schemas.ts'
import { known, word } from '../columns.ts'
import { cityReference, walledTable } from '../wall.ts'
import { guides } from './guides.table.ts'
import { merchants } from './merchants.table.ts'

/** Days on which a guide or a business has no time, beside those that the semesters and the Christmas trade bring by themselves. */
export const blockedTimes = walledTable(
  'blocked_times',
  {
    guideId: uuid('guide_id'),
    merchantId: uuid('merchant_id'),
    kind: word('kind', blockedKind.options).notNull(),
    startsOn: date('starts_on', { mode: 'string' }).notNull(),
    endsOn: date('ends_on', { mode: 'string' }).notNull(),
    note: text('note'),
  },
  t => [
    cityReference('blocked_times_guide_fk', t, t.guideId, guides).onDelete('cascade'),
    cityReference('blocked_times_merchant_fk', t, t.merchantId, merchants),
    known('blocked_times_kind_known', t.kind, blockedKind.options),
    check('blocked_times_one_side', sql`num_nonnulls(${t.guideId}, ${t.merchantId}) = 1`),
    check('blocked_times_order', sql`${t.startsOn} <= ${t.endsOn}`),
    index('blocked_times_guide').on(t.tenantId, t.guideId, t.endsOn),
    index('blocked_times_merchant').on(t.tenantId, t.merchantId, t.endsOn),
  ],
)
