import { and, eq, isNull } from 'drizzle-orm'
import type { TenantReading } from '@digitallotsen/db/tenant-reading.ts'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { memberships } from '@digitallotsen/db/schema/memberships.table.ts'
import { merchants } from '@digitallotsen/db/schema/merchants.table.ts'
import { people } from '@digitallotsen/db/schema/people.table.ts'
import { writeInsert, writeUpdate } from '@digitallotsen/db/written-change.ts'
import { ofCity, readAhead, writeQuery, type Given } from '@digitallotsen/db/written-query.ts'
import type { Band } from '@digitallotsen/domain/check/result.schemas.ts'
import type { MerchantId } from '@digitallotsen/domain/ids.schemas.ts'
import type { MerchantState, MerchantSummary } from '@digitallotsen/domain/merchant/merchant.schemas.ts'
import { summaryColumns, toSummary } from './merchant-summary.repository.ts'

const isIt = (given: Given<'id'>) => eq(merchants.id, given('id'))

const summaryById = writeQuery(summaryColumns, (select, given: Given<'id'>) => select.from(merchants).where(and(eq(merchants.tenantId, ofCity), isIt(given))))

export const summaryRead = (id: string) => readAhead(summaryById, { id })

export const findSummary = async (tx: TenantReading, id: string): Promise<MerchantSummary | undefined> => {
  const [row] = await tx.read(summaryById, { id })
  return row && toSummary(row)
}

export type Particulars = { name: string; postcode: string | null; districtId: string | null; phone: string | null; trade: string | null }
export type Stored = Particulars & { state: MerchantState }

const { name, postcode, districtId, phone, trade, state } = merchants
const locked = writeQuery({ name, postcode, districtId, phone, trade, state }, (select, given: Given<'id'>) =>
  select.from(merchants).where(and(eq(merchants.tenantId, ofCity), isIt(given))).for('update'),
)

/** Locked: who changes a business, or starts something for it, waits for the other. */
export const lockMerchant = async (tx: TenantTx, id: string): Promise<Stored | undefined> => {
  const [row] = await tx.read(locked, { id })
  return row
}

export type NewMerchant = Pick<Particulars, 'name' | 'postcode' | 'districtId'> & { search: string; sample: boolean; createdAt: Date }

const newMerchant = writeInsert(merchants, ['name', 'postcode', 'districtId', 'search', 'sample', 'createdAt', 'updatedAt'], { returning: { id: merchants.id } })

export const insertMerchant = async (tx: TenantTx, { name, postcode, districtId, search, sample, createdAt }: NewMerchant): Promise<MerchantId> => {
  const [row] = await tx.write(newMerchant, { name, postcode, districtId, search, sample, createdAt, updatedAt: createdAt })
  if (!row) throw new Error('merchant was not stored')
  return row.id as MerchantId
}

export const insertOwner = async (tx: TenantTx, merchantId: string, personId: string): Promise<void> => {
  await tx.insert(memberships).values({ tenantId: tx.tenantId, personId, role: 'merchant', merchantId, position: 'owner' })
}

const particulars = writeUpdate(merchants, ['name', 'postcode', 'districtId', 'phone', 'trade', 'search', 'updatedAt'], isIt)

export const setParticulars = async (tx: TenantTx, id: string, values: Particulars & { search: string; updatedAt: Date }): Promise<void> => {
  const { name, postcode, districtId, phone, trade, search, updatedAt } = values
  tx.leave(particulars, { id, name, postcode, districtId, phone, trade, search, updatedAt })
}

export type LatestCheck = { latestAssessmentId: string; score: number | null; band: Band | null; openMusts: number; checkedAt: Date; updatedAt: Date }

const summary = writeUpdate(merchants, ['latestAssessmentId', 'score', 'band', 'openMusts', 'checkedAt', 'updatedAt'], isIt)

export const setSummary = async (tx: TenantTx, id: string, values: LatestCheck): Promise<void> => {
  const { latestAssessmentId, score, band, openMusts, checkedAt, updatedAt } = values
  tx.leave(summary, { id, latestAssessmentId, score, band, openMusts, checkedAt, updatedAt })
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
