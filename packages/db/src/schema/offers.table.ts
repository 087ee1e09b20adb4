import { boolean, date, index, text, uuid } from 'drizzle-orm/pg-core'
import { offerKind, offerState } from '@digitallotsen/domain/listing/offer.schemas.ts'
import { known, moment, updatedAt, word } from '../columns.ts'
import { cityReference, walledTable } from '../wall.ts'
import { merchants } from './merchants.table.ts'

/** Something on offer or going on, with the business it belongs to; who else takes part stands in offer_merchants. */
export const offers = walledTable(
  'offers',
  {
    merchantId: uuid('merchant_id').notNull(),
    kind: word('kind', offerKind.options).notNull(),
    state: word('state', offerState.options).notNull().default('draft'),
    title: text('title').notNull(),
    body: text('body').notNull(),
    startsOn: date('starts_on', { mode: 'string' }).notNull(),
    endsOn: date('ends_on', { mode: 'string' }).notNull(),
    startsAt: text('starts_at'),
    endsAt: text('ends_at'),
    priceText: text('price_text'),
    venue: text('venue'),
    officeReason: text('office_reason'),
    submittedAt: moment('submitted_at'),
    publishedAt: moment('published_at'),
    sample: boolean('sample').notNull().default(false),
    updatedAt: updatedAt(),
  },
  t => [
    cityReference('offers_merchant_fk', t, t.merchantId, merchants),
    known('offers_kind_known', t.kind, offerKind.options),
    known('offers_state_known', t.state, offerState.options),
    index('offers_current').on(t.tenantId, t.state, t.endsOn, t.startsOn, t.id),
    index('offers_merchant').on(t.tenantId, t.merchantId, t.endsOn),
    index('offers_submitted').on(t.tenantId, t.state, t.submittedAt, t.id),
  ],
)
