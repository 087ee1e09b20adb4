import { merchants } from '@digitallotsen/db/schema/merchants.table.ts'
import type { AssessmentId, MerchantId } from '@digitallotsen/domain/ids.schemas.ts'
import type { MerchantSummary } from '@digitallotsen/domain/merchant/merchant.schemas.ts'

/** The columns of a summary, for every query that shows one. */
export const summaryColumns = {
  id: merchants.id,
  name: merchants.name,
  districtId: merchants.districtId,
  postcode: merchants.postcode,
  state: merchants.state,
  sample: merchants.sample,
  score: merchants.score,
  band: merchants.band,
  openMusts: merchants.openMusts,
  checkedAt: merchants.checkedAt,
  latestAssessmentId: merchants.latestAssessmentId,
  createdAt: merchants.createdAt,
} as const

type SummaryRow = Pick<typeof merchants.$inferSelect, keyof typeof summaryColumns>

export const toSummary = (row: SummaryRow): MerchantSummary => ({
  ...row,
  id: row.id as MerchantId,
  latestAssessmentId: row.latestAssessmentId as AssessmentId | null,
  checkedAt: row.checkedAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
})
