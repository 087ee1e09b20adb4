import type { RenderedFacts } from '@digitallotsen/audit/site.types.ts'
import * as z from 'zod'

/** Pieces of a foreign page: half a sign at a cut, or a NUL, would be none for the database. */
const piece = (most: number) => z.string().transform(text => text.slice(0, most).toWellFormed().replaceAll('\0', ''))
const pixels = z.number().nonnegative().max(1_000_000)
const contrast = z.exactOptional(z.number().min(0).max(21))

const bannerSchema = z.object({
  selector: piece(200),
  buttons: z.array(z.object({ text: piece(200), element: z.enum(['button', 'link']), width: pixels, height: pixels, textContrast: contrast, groundContrast: contrast })).max(20),
})

export const axeSchema = z.array(z.object({
  rule: piece(100),
  impact: z.exactOptional(piece(50)),
  nodes: z.array(z.object({ selector: piece(400), html: piece(400) })).max(50),
})).max(20)

export const keptSchema = z.array(z.object({ key: piece(200), origin: piece(300) })).max(200)
export const cookieSchema = z.array(z.object({ name: piece(200), domain: piece(300) })).max(400)

/** What was seen of a page in the browser, as it crosses from process to process: parsed each time like a stranger's word. */
export const renderedFactsSchema = z.object({
  cookies: cookieSchema,
  storage: keptSchema,
  thirdPartyRequests: z.array(piece(2_000)).max(1_000),
  consoleErrors: z.array(piece(400)).max(20),
  viewportWidth: pixels,
  scrollWidth: pixels,
  baseFontPx: z.exactOptional(pixels),
  lcpMs: z.exactOptional(z.number().nonnegative()),
  transferredBytes: z.exactOptional(z.number().int().nonnegative()),
  pictures: z.exactOptional(z.array(z.object({ url: piece(2_000), bytes: z.number().int().nonnegative() })).max(20)),
  banner: z.exactOptional(bannerSchema),
  axe: z.exactOptional(axeSchema),
  keyboard: z.exactOptional(z.object({ menu: z.exactOptional(z.boolean()), form: z.exactOptional(z.boolean()) })),
  contactTopPx: z.exactOptional(pixels),
}) satisfies z.ZodType<RenderedFacts>

const nullable = <T extends z.ZodType>(schema: T) => schema.nullable()

/** What the scripts in the page tell at first sight. */
export const lookSchema = z.object({ viewportWidth: pixels, scrollWidth: pixels, baseFontPx: nullable(pixels), contactTopPx: nullable(pixels), banner: nullable(bannerSchema) })
export const focusSchema = z.object({ menu: z.boolean().nullable(), form: z.boolean().nullable() })
export const axeAnswerSchema = z.array(z.object({ rule: piece(100), impact: piece(50).nullable(), nodes: z.array(z.object({ selector: piece(400), html: piece(400) })).max(50) })).max(20)

/** `no_browser`: there is none, or it did not start · `failed`: the page did not come, or not in time. */
export const renderResultSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), facts: renderedFactsSchema }),
  z.object({ ok: z.literal(false), reason: z.enum(['no_browser', 'failed']) }),
])

export const renderOrderSchema = z.strictObject({
  url: z.string().max(4_096),
  contact: z.string().max(200),
  isCertificateIgnored: z.boolean(),
})

export type RenderResult = { ok: true; facts: RenderedFacts } | { ok: false; reason: 'no_browser' | 'failed' }
export type RenderOrder = z.output<typeof renderOrderSchema>
