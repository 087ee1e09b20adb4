import { and, eq, isNull } from 'drizzle-orm'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { memberships } from '@digitallotsen/db/schema/memberships.table.ts'
import { merchants } from '@digitallotsen/db/schema/merchants.table.ts'
import { people } from '@digitallotsen/db/schema/people.table.ts'

export type Particulars = {
  name: string; postcode: string | null; districtId: string | null; phone: string | null; trade: string | null; street: string | null; sample: boolean
}

export const findParticulars = async (tx: TenantTx, id: string): Promise<Particulars | undefined> => {
  const { name, postcode, districtId, phone, trade, street, sample } = merchants
  const [row] = await tx.select({ name, postcode, districtId, phone, trade, street, sample }).from(merchants).where(and(eq(merchants.tenantId, tx.tenantId), eq(merchants.id, id)))
  return row
}

/** The first owner who is still there. */
export const findOwner = async (tx: TenantTx, merchantId: string): Promise<{ personId: string; email: string; locale: string } | undefined> => {
  const [row] = await tx
    .select({ personId: people.id, email: people.email, locale: people.locale })
    .from(memberships)
    .innerJoin(people, and(eq(people.tenantId, memberships.tenantId), eq(people.id, memberships.personId)))
    .where(
      and(
        eq(memberships.tenantId, tx.tenantId), eq(memberships.merchantId, merchantId), eq(memberships.role, 'merchant'),
        eq(memberships.position, 'owner'), isNull(memberships.endedAt), isNull(people.endedAt),
      ),
    )
    .orderBy(memberships.createdAt)
    .limit(1)
  return row
}
