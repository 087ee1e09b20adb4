import { boolean, date, index, jsonb, text, uuid } from 'drizzle-orm/pg-core'
import { profileChannel, profileResult, type ProfileCheckInput } from '@digitallotsen/domain/listing/profile.schemas.ts'
import { known, word } from '../columns.ts'
import { cityReference, walledTable } from '../wall.ts'
import { listingHands } from './listing-versions.table.ts'
import { merchants } from './merchants.table.ts'

/** What somebody saw when they looked how a business stands elsewhere; the newest of a channel counts, the earlier ones are its history. */
export const profileChecks = walledTable(
  'profile_checks',
  {
    merchantId: uuid('merchant_id').notNull(),
    channel: word('channel', profileChannel.options).notNull(),
    present: boolean('present').notNull(),
    url: text('url'),
    findings: jsonb('findings').$type<ProfileCheckInput['findings']>().notNull(),
    result: word('result', profileResult.options).notNull(),
    checkedOn: date('checked_on', { mode: 'string' }).notNull(),
    byRole: word('by_role', listingHands).notNull(),
    personId: uuid('person_id'),
  },
  t => [
    cityReference('profile_checks_merchant_fk', t, t.merchantId, merchants),
    known('profile_checks_channel_known', t.channel, profileChannel.options),
    known('profile_checks_result_known', t.result, profileResult.options),
    known('profile_checks_by_role_known', t.byRole, listingHands),
    index('profile_checks_merchant').on(t.tenantId, t.merchantId, t.channel, t.createdAt),
  ],
)
