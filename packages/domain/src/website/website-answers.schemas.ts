import * as z from 'zod/mini'
import { line } from '../text.schemas.ts'

/** What only a person can tell about a business and its website; null where nobody has told it. */
export const websiteAnswers = z.strictObject({
  /** Null: the pages are looked at for a basket. */
  sellsOnline: z.nullable(z.boolean()),
  /** Null: the pages are looked at for binding bookings. */
  booksOnline: z.nullable(z.boolean()),
  /** Heads on 31 December of the year before (§ 36 VSBG, BFSG). */
  employees: z.nullable(z.int().check(z.gte(0), z.lte(100_000))),
  /** Turnover and balance-sheet total both above 2 million euros (BFSG). */
  aboveTwoMillion: z.nullable(z.boolean()),
  /** */
  accessibilityStatement: z.nullable(z.enum(['published', 'exemption_noted', 'missing'])),
  /** O-05: the words on the last button of the check-out, as they stand there. */
  orderButton: z.nullable(line),
})

/** `google_profile` is answered on „wo Sie überall stehen“ (listing.recordProfile, channel google), the others by `website.answer`. */
export const websiteQuestion = z.enum(['employees', 'accessibility_statement', 'order_button', 'google_profile'])

export const websiteAnswerSheet = z.strictObject({
  answers: websiteAnswers,
  /** Null where nothing was ever told. */
  savedAt: z.nullable(z.iso.datetime()),
})

export type WebsiteAnswers = z.output<typeof websiteAnswers>
export type WebsiteQuestion = z.output<typeof websiteQuestion>
export type WebsiteAnswerSheet = z.output<typeof websiteAnswerSheet>
