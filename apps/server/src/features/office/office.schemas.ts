import * as z from 'zod/mini'
import { band, checkResult } from '@digitallotsen/domain/check/result.schemas.ts'
import { merchantSort, merchantState, merchantSummary, sortDirection } from '@digitallotsen/domain/merchant/merchant.schemas.ts'
import { plan } from '@digitallotsen/domain/plan/task.schemas.ts'
import { merchantRecord } from '../merchant/merchant-record.schemas.ts'

const wellFormed = z.refine<string>(text => text.isWellFormed() && !text.includes('\0'), { error: 'text.malformed' })

export const merchantQuery = z.strictObject({
  search: z.optional(z.string().check(z.maxLength(120), wellFormed)),
  districtId: z.optional(z.string().check(z.maxLength(64), wellFormed)),
  band: z.optional(band),
  state: z.optional(merchantState),
  openMusts: z.optional(z.boolean()),
  sort: z._default(merchantSort, 'name'),
  direction: z._default(sortDirection, 'asc'),
  page: z._default(z.int().check(z.gte(1), z.lte(100_000)), 1),
  pageSize: z._default(z.int().check(z.gte(10), z.lte(100)), 25),
})

export const merchantPage = z.strictObject({ rows: z.array(merchantSummary), total: z.int(), page: z.int(), pageSize: z.int() })

export const officeMerchant = z.strictObject({
  merchant: merchantSummary,
  contactEmail: z.nullable(z.string()),
  history: merchantRecord.shape.history,
  assessments: merchantRecord.shape.assessments,
  plan: z.nullable(plan),
  result: z.nullable(checkResult),
})

export const officeFigures = z.strictObject({
  merchants: z.int(),
  checked: z.int(),
  planned: z.int(),
  tasksDone: z.int(),
  byBand: z.record(band, z.int()),
  byDistrict: z.array(z.strictObject({ districtId: z.string(), merchants: z.int() })),
})

export type MerchantQuery = z.output<typeof merchantQuery>
export type MerchantPage = z.output<typeof merchantPage>
export type OfficeMerchant = z.output<typeof officeMerchant>
export type OfficeFigures = z.output<typeof officeFigures>
