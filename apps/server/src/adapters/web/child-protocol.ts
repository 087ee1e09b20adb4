import * as z from 'zod'
import { renderOrderSchema, renderResultSchema } from './render/rendered.schemas.ts'
import { siteAuditResultSchema, yardstickSchema } from './site-audit.schemas.ts'
import { crawlProgressSchema, crawlResultSchema } from './snapshot.schemas.ts'
import { certificateResultSchema, contactSchema, mailResultSchema, webRequestSchema, webResultSchema } from './web.schemas.ts'

/** What the parent asks. Trial sites come this way and no other: the child has no environment to read them from. */
export const orderSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('begin'),
    trial: z.array(z.strictObject({ host: z.string(), port: z.number().int() })),
    limits: z.strictObject({ totalMs: z.number(), connectMs: z.number(), bodyBytes: z.number(), headerBytes: z.number(), hops: z.number() }),
    memoryMb: z.number(),
    canRender: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('fetch'), id: z.number().int(), request: webRequestSchema }),
  z.strictObject({ kind: z.literal('certificate'), id: z.number().int(), host: z.string().max(300) }),
  z.strictObject({ kind: z.literal('mailRecords'), id: z.number().int(), domain: z.string().max(300) }),
  z.strictObject({ kind: z.literal('crawl'), id: z.number().int(), entered: z.string().max(4_096), contact: contactSchema }),
  z.strictObject({ kind: z.literal('audit'), id: z.number().int(), entered: z.string().max(4_096), contact: contactSchema, yardstick: yardstickSchema }),
  z.strictObject({ kind: z.literal('cancel'), id: z.number().int() }),
  /** What a browser saw of the page that the child asked for; `id` is the child's own. */
  z.strictObject({ kind: z.literal('rendered'), id: z.number().int(), result: renderResultSchema }),
])

/** What the child answers. It has read hostile pages, so its word is parsed like a stranger's. */
export const answerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('fetch'), id: z.number().int(), result: webResultSchema }),
  z.object({ kind: z.literal('certificate'), id: z.number().int(), result: certificateResultSchema }),
  z.object({ kind: z.literal('mailRecords'), id: z.number().int(), result: mailResultSchema }),
  z.object({ kind: z.literal('crawl'), id: z.number().int(), result: crawlResultSchema }),
  z.object({ kind: z.literal('audit'), id: z.number().int(), result: siteAuditResultSchema }),
  /** The child starts no browser: it asks for one page to be looked at. */
  z.object({ kind: z.literal('render'), id: z.number().int(), order: renderOrderSchema }),
  z.object({ kind: z.literal('progress'), id: z.number().int(), progress: crawlProgressSchema }),
])

export type Order = z.input<typeof orderSchema>
export type Answer = z.output<typeof answerSchema>
export type FinalAnswer = Exclude<Answer, { kind: 'ready' | 'progress' | 'render' }>
export type Task = Exclude<Order, { kind: 'begin' | 'cancel' | 'rendered' }>
