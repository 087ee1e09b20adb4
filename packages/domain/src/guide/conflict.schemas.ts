import * as z from 'zod/mini'
import { categoryId } from '../listing/category.schemas.ts'
import { line } from '../text.schemas.ts'

/** Why a guide should not accompany a business: works there, belongs to the family, has an own stake in the trade. */
export const conflictKind = z.enum(['employer', 'family', 'trade', 'other'])

/** One conflict as the guide tells it: a business by its name, or a whole trade. */
export const conflict = z
  .strictObject({ kind: conflictKind, business: z.nullable(line), trade: z.nullable(categoryId) })
  .check(z.refine(({ business, trade }) => business !== null || trade !== null, { error: 'input.invalid', path: ['business'] }))

export const conflicts = z.array(conflict).check(z.maxLength(10))

export type ConflictKind = z.output<typeof conflictKind>
export type Conflict = z.output<typeof conflict>
