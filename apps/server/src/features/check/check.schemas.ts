import * as z from 'zod/mini'
import { answer, checkKind, checkMoment, level, timedAnswer } from '@digitallotsen/domain/check/answer.schemas.ts'
import { itemId } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import { checkResult, comparison, ranking } from '@digitallotsen/domain/check/result.schemas.ts'
import { assessmentId, idempotencyKey, merchantId } from '@digitallotsen/domain/ids.schemas.ts'
import { locale } from '@digitallotsen/domain/text.schemas.ts'

/** The key of a check that belongs to no business yet: 256 bits, url-safe. */
const checkKey = z.string().check(z.regex(/^[\w-]{32,64}$/))
const opened = { assessmentId, key: z.optional(checkKey) }

export const startInput = z.strictObject({ kind: checkKind, locale, idempotencyKey })
export const openInput = z.strictObject(opened)
export const saveInput = z.strictObject({ ...opened, answers: z.array(timedAnswer).check(z.minLength(1), z.maxLength(30)), position: z.optional(itemId) })
export const extendInput = z.strictObject({ ...opened, idempotencyKey })
export const followUpInput = z.strictObject({ merchantId, idempotencyKey })

export const started = z.strictObject({ assessmentId, key: z.string() })
export const followUpStarted = z.strictObject({ assessmentId })

export const openCheck = z.strictObject({
  id: assessmentId,
  kind: checkKind,
  moment: checkMoment,
  state: z.enum(['open', 'submitted']),
  merchantId: z.nullable(merchantId),
  position: z.nullable(itemId),
  answers: z.array(timedAnswer),
})
export const saved = z.strictObject({ saved: z.array(itemId), stale: z.array(timedAnswer) })
export const outcome = z.strictObject({ result: checkResult, ranking })
export const submittedCheck = z.strictObject({
  id: assessmentId,
  kind: checkKind,
  moment: checkMoment,
  submittedAt: z.iso.datetime(),
  merchantId: z.nullable(merchantId),
  result: checkResult,
  ranking,
  comparison: z.nullable(comparison),
  before: z.nullable(checkResult),
  answers: z.array(answer),
  /** The highest level that the website audit allows, by item; it is shown beside what was said and changes no score. */
  measured: z.array(z.strictObject({ itemId, level })),
})

export type OpenCheck = z.output<typeof openCheck>
export type SubmittedCheck = z.output<typeof submittedCheck>
export type OpenInput = z.output<typeof openInput>
export type SaveInput = z.output<typeof saveInput>
export type StartInput = z.output<typeof startInput>
export type ExtendInput = z.output<typeof extendInput>
export type FollowUpInput = z.output<typeof followUpInput>
export type Saved = z.output<typeof saved>
export type Started = z.output<typeof started>
