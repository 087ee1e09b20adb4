import { index, text, uuid } from 'drizzle-orm/pg-core'
import { visitLinkPurpose } from '@digitallotsen/domain/visit/visit.schemas.ts'
import { known, moment, word } from '../columns.ts'
import { cityReference, keyedWalledTable } from '../wall.ts'
import { people } from './people.table.ts'
import { visits } from './visits.table.ts'

/** The link in a mail that answers for one person without a sign-in: for one visit and one purpose, once, until it expires. Only the token's hash is kept. */
export const visitLinks = keyedWalledTable(
  'visit_links',
  ['tokenHash'],
  {
    tokenHash: text('token_hash').notNull(),
    visitId: uuid('visit_id').notNull(),
    personId: uuid('person_id').notNull(),
    purpose: word('purpose', visitLinkPurpose.options).notNull(),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
  },
  t => [
    cityReference('visit_links_visit_fk', t, t.visitId, visits).onDelete('cascade'),
    cityReference('visit_links_person_fk', t, t.personId, people).onDelete('cascade'),
    known('visit_links_purpose_known', t.purpose, visitLinkPurpose.options),
    index('visit_links_visit').on(t.tenantId, t.visitId, t.personId),
    index('visit_links_person').on(t.tenantId, t.personId),
    index('visit_links_expiry').on(t.tenantId, t.expiresAt),
  ],
)
