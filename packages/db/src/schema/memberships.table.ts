import { index, text, unique, uuid } from 'drizzle-orm/pg-core'
import { role } from '@digitallotsen/domain/identity/identity.schemas.ts'
import { known, moment, word } from '../columns.ts'
import { cityReference, walledTable } from '../wall.ts'
import { merchants } from './merchants.table.ts'
import { people } from './people.table.ts'

export const positions = ['owner', 'staff'] as const

/** What a person may do in the city, read anew at each request. A role without a business has no merchant_id. */
export const memberships = walledTable(
  'memberships',
  {
    personId: uuid('person_id').notNull(),
    role: word('role', role.options).notNull(),
    merchantId: uuid('merchant_id'),
    position: word('position', positions),
    universityId: text('university_id'),
    validUntil: moment('valid_until'),
    endedAt: moment('ended_at'),
  },
  t => [
    unique('memberships_role_key').on(t.tenantId, t.personId, t.role, t.merchantId).nullsNotDistinct(),
    cityReference('memberships_person_fk', t, t.personId, people).onDelete('cascade'),
    cityReference('memberships_merchant_fk', t, t.merchantId, merchants),
    known('memberships_role_known', t.role, role.options),
    known('memberships_position_known', t.position, positions),
    index('memberships_merchant').on(t.tenantId, t.merchantId),
    index('memberships_by_role').on(t.tenantId, t.role),
  ],
)
