import * as z from 'zod/mini'
import { assessmentId } from '@digitallotsen/domain/ids.schemas.ts'
import { line, locale, postcode } from '@digitallotsen/domain/text.schemas.ts'

export const business = z.strictObject({ name: line, postcode, districtId: z.nullable(z.string().check(z.maxLength(64))) })

/** What the code that was mailed will complete: the business, and the check that moves along. */
export const pendingRegistration = z.strictObject({ assessmentId, keyHash: z.string(), business, locale, acceptedPrivacyAt: z.iso.datetime() })

export type Business = z.output<typeof business>
export type PendingRegistration = z.output<typeof pendingRegistration>
