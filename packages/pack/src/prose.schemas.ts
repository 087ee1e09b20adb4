import { z } from 'zod'

/** The only links a page of a pack may carry. */
const proseHref = z
  .string()
  .max(500)
  .regex(/^(https?:\/\/|mailto:|tel:)/i)

/** A run of text, a link or a line break: everything a line of prose may hold. */
const proseSpan = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string().max(10_000), mark: z.enum(['strong', 'emphasis']).nullable() }),
  z.strictObject({ kind: z.literal('link'), text: z.string().max(1_000), href: proseHref }),
  z.strictObject({ kind: z.literal('break') }),
])

const spans = z.array(proseSpan).min(1).max(500)

/** Headings, paragraphs and flat lists; never HTML. The page's title is level 1, so headings start at 2. */
const proseBlock = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), level: z.union([z.literal(2), z.literal(3), z.literal(4)]), content: spans }),
  z.strictObject({ kind: z.literal('paragraph'), content: spans }),
  z.strictObject({ kind: z.literal('list'), ordered: z.boolean(), items: z.array(spans).min(1).max(200) }),
])

export const prosePage = z.strictObject({
  title: z.string().max(200),
  /** Day the text was last checked, YYYY-MM-DD, as far as given. */
  asOf: z.string().max(10).nullable(),
  /** True until somebody responsible has looked at it. */
  verify: z.boolean(),
  blocks: z.array(proseBlock).max(500),
})

export type ProseSpan = z.output<typeof proseSpan>
export type ProseBlock = z.output<typeof proseBlock>
export type ProsePage = z.output<typeof prosePage>
