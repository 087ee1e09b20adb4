import { jsonb, uuid } from 'drizzle-orm/pg-core'
import type { WebsiteAnswers } from '@digitallotsen/domain/website/website-answers.schemas.ts'
import { known, updatedAt, word } from '../columns.ts'
import { cityReference, keyedWalledTable } from '../wall.ts'
import { listingHands } from './listing-versions.table.ts'
import { merchants } from './merchants.table.ts'

/** What people have told about a business and its website, because no reader can see it; the latest answers. */
export const websiteAnswers = keyedWalledTable(
  'website_answers',
  ['merchantId'],
  {
    merchantId: uuid('merchant_id').notNull(),
    answers: jsonb('answers').$type<WebsiteAnswers>().notNull(),
    byRole: word('by_role', listingHands).notNull(),
    personId: uuid('person_id'),
    updatedAt: updatedAt(),
  },
  t => [cityReference('website_answers_merchant_fk', t, t.merchantId, merchants), known('website_answers_by_role_known', t.byRole, listingHands)],
)
