import * as z from 'zod/mini'
import { checkKind, checkMoment } from '@digitallotsen/domain/check/answer.schemas.ts'
import { measureId } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import { band } from '@digitallotsen/domain/check/result.schemas.ts'
import { assessmentId, merchantId, taskId } from '@digitallotsen/domain/ids.schemas.ts'
import { merchantSummary } from '@digitallotsen/domain/merchant/merchant.schemas.ts'
import { line, postcode } from '@digitallotsen/domain/text.schemas.ts'

export const historyEntry = z.strictObject({
  at: z.iso.datetime(),
  kind: z.enum([
    'check_submitted', 'plan_created', 'task_started', 'task_finished', 'task_dropped', 'task_reopened', 'task_activated', 'task_assigned',
    'task_scheduled', 'task_carried', 'evidence_added', 'evidence_removed', 'evidence_restored', 'finding_attached', 'finding_gone',
  ]),
  taskId: z.nullable(taskId),
  measureId: z.nullable(measureId),
  actor: z.enum(['self', 'office', 'guide', 'system']),
  details: z.record(z.string(), z.string()),
})

export const assessmentLine = z.strictObject({
  id: assessmentId,
  moment: checkMoment,
  kind: checkKind,
  state: z.enum(['open', 'submitted']),
  submittedAt: z.nullable(z.iso.datetime()),
  total: z.nullable(z.number()),
  band: z.nullable(band),
})

export const merchantRecord = z.strictObject({
  merchant: merchantSummary,
  history: z.array(historyEntry),
  assessments: z.array(assessmentLine),
  openAssessmentId: z.nullable(assessmentId),
})

export const merchantUpdate = z.strictObject({
  merchantId,
  name: z.optional(line),
  postcode: z.optional(z.nullable(postcode)),
  districtId: z.optional(z.nullable(z.string().check(z.maxLength(64)))),
  phone: z.optional(z.nullable(line)),
  trade: z.optional(z.nullable(line)),
})

export type HistoryEntry = z.output<typeof historyEntry>
export type AssessmentLine = z.output<typeof assessmentLine>
export type MerchantRecord = z.output<typeof merchantRecord>
export type MerchantUpdate = z.output<typeof merchantUpdate>
