import { index, uuid } from 'drizzle-orm/pg-core'
import { moment } from '../columns.ts'
import { cityReference, keyedWalledTable } from '../wall.ts'
import { merchants } from './merchants.table.ts'
import { offers } from './offers.table.ts'

/** Who takes part in an offer, its own business included; who was asked and has not said yes has no accepted_at. */
export const offerMerchants = keyedWalledTable(
  'offer_merchants',
  ['offerId', 'merchantId'],
  { offerId: uuid('offer_id').notNull(), merchantId: uuid('merchant_id').notNull(), acceptedAt: moment('accepted_at') },
  t => [
    cityReference('offer_merchants_offer_fk', t, t.offerId, offers).onDelete('cascade'),
    cityReference('offer_merchants_merchant_fk', t, t.merchantId, merchants),
    index('offer_merchants_merchant').on(t.tenantId, t.merchantId, t.offerId),
  ],
)
