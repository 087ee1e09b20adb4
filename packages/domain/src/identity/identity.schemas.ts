import * as z from 'zod/mini'
import { merchantId, personId, sessionId } from '../ids.schemas.ts'

/**
 * Roles within a city; `operator` lives apart on the console host (DECISIONS: identity). A guide has one membership without a business and one
 * for each business whose case is hers; `ex-guide` is what is left of such a one for 14 days after a handover: reading, no more.
 */
export const role = z.enum(['merchant', 'guide', 'ex-guide', 'university', 'office', 'auditor'])

export const membership = z.strictObject({
  role,
  merchantId: z.nullable(merchantId),
  merchantName: z.nullable(z.string()),
  position: z.nullable(z.enum(['owner', 'staff'])),
  universityId: z.nullable(z.string()),
})

export const identity = z.strictObject({
  personId,
  email: z.string(),
  displayName: z.nullable(z.string()),
  memberships: z.array(membership),
})

export const device = z.strictObject({
  id: sessionId,
  label: z.string(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  current: z.boolean(),
})

/** Six digits, blanks allowed as typed from a mail. */
export const signInCode = z.string().check(z.trim(), z.regex(/^\d{3}\s?\d{3}$/))

export type Role = z.output<typeof role>
export type Membership = z.output<typeof membership>
export type Identity = z.output<typeof identity>
export type Device = z.output<typeof device>
