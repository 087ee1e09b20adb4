import { and, eq, isNull } from 'drizzle-orm'
import type { TenantReading } from '@digitallotsen/db/tenant-reading.ts'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { memberships } from '@digitallotsen/db/schema/memberships.table.ts'
import { merchants } from '@digitallotsen/db/schema/merchants.table.ts'
import { people } from '@digitallotsen/db/schema/people.table.ts'
import { ofCity, readAhead, writeQuery, type Given } from '@digitallotsen/db/written-query.ts'
import type { Band } from '@digitallotsen/domain/check/result.schemas.ts'
import type { MerchantId } from '@digitallotsen/domain/ids.schemas.ts'
import type { MerchantState, MerchantSummary } from '@digitallotsen/domain/merchant/merchant.schemas.ts'
import { summaryColumns, toSummary } from './merchant-summary.repository.ts'

const isIt = (tx: TenantTx, id: string) => and(eq(merchants.tenantId, tx.tenantId), eq(merchants.id, id))

const summaryById = writeQuery(summaryColumns, (select, given: Given<'id'>) =>
  select.from(merchants).where(and(eq(merchants.tenantId, ofCity), eq(merchants.id, given('id')))),
)

export const summaryRead = (id: string) => readAhead(summaryById, { id })

export const findSummary = async (tx: TenantReading, id: string): Promise<MerchantSummary | undefined> => {
  const [row] = await tx.read(summaryById, { id })
  return row && toSummary(row)
}

export type Particulars = { name: string; postcode: string | null; districtId: string | null; phone: string | null; trade: string | null }
export type Stored = Particulars & { state: MerchantState }

/** Locked: who changes a business, or starts something for it, waits for the other. */
export const lockMerchant = async (tx: TenantTx, id: string): Promise<Stored | undefined> => {
  const { name, postcode, districtId, phone, trade, state } = merchants
  const [row] = await tx.select({ name, postcode, districtId, phone, trade, state }).from(merchants).where(isIt(tx, id)).for('update')
  return row
}

export type NewMerchant = Pick<Particulars, 'name' | 'postcode' | 'districtId'> & { search: string; sample: boolean; createdAt: Date }

export const insertMerchant = async (tx: TenantTx, values: NewMerchant): Promise<MerchantId> => {
  const [row] = await tx.insert(merchants).values({ tenantId: tx.tenantId, ...values, updatedAt: values.createdAt }).returning({ id: merchants.id })
  if (!row) throw new Error('merchant was not stored')
  return row.id as MerchantId
}

export const insertOwner = async (tx: TenantTx, merchantId: string, personId: string): Promise<void> => {
  await tx.insert(memberships).values({ tenantId: tx.tenantId, personId, role: 'merchant', merchantId, position: 'owner' })
}

export const setParticulars = async (tx: TenantTx, id: string, values: Particulars & { search: string; updatedAt: Date }): Promise<void> => {
  await tx.update(merchants).set(values).where(isIt(tx, id))
}

export type LatestCheck = { latestAssessmentId: string; score: number | null; band: Band | null; openMusts: number; checkedAt: Date; updatedAt: Date }

export const setSummary = async (tx: TenantTx, id: string, values: LatestCheck): Promise<void> => {
  await tx.update(merchants).set(values).where(isIt(tx, id))
}

export const findOwnerEmail = async (tx: TenantTx, merchantId: string): Promise<string | undefined> => {
  const [row] = await tx
    .select({ email: people.email })
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
  return row?.email
}
