import * as z from 'zod/mini'
import { band } from '../check/result.schemas.ts'
import { assessmentId, merchantId } from '../ids.schemas.ts'

export const merchantState = z.enum(['active', 'paused', 'withdrawn', 'closed'])

export const merchantSummary = z.strictObject({
  id: merchantId,
  name: z.string(),
  districtId: z.nullable(z.string()),
  postcode: z.nullable(z.string()),
  state: merchantState,
  sample: z.boolean(),
  score: z.nullable(z.number()),
  band: z.nullable(band),
  openMusts: z.nullable(z.int()),
  checkedAt: z.nullable(z.iso.datetime()),
  latestAssessmentId: z.nullable(assessmentId),
  createdAt: z.iso.datetime(),
})

export const merchantSort = z.enum(['name', 'score', 'open_musts', 'checked_at', 'created_at'])
export const sortDirection = z.enum(['asc', 'desc'])

export type MerchantState = z.output<typeof merchantState>
export type MerchantSummary = z.output<typeof merchantSummary>
export type MerchantSort = z.output<typeof merchantSort>
