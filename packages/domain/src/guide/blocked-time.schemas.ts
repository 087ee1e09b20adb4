import * as z from 'zod/mini'
import { calendarDate, line } from '../text.schemas.ts'

/** Why somebody has no time; the first four are a guide's, the next two a business's. */
export const blockedKind = z.enum(['exams', 'vacation', 'internship', 'illness', 'christmas_trade', 'stocktaking', 'other'])

/** Days without appointments, first and last included. */
export const blockedSpan = z
  .strictObject({ kind: blockedKind, from: calendarDate, to: calendarDate, note: z.nullable(line) })
  .check(z.refine(({ from, to }) => from <= to, { error: 'date.order', path: ['to'] }))

export type BlockedKind = z.output<typeof blockedKind>
export type BlockedSpan = z.output<typeof blockedSpan>
