import * as z from 'zod'
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
  }),
  z.strictObject({ kind: z.literal('fetch'), id: z.number().int(), request: webRequestSchema }),
  z.strictObject({ kind: z.literal('certificate'), id: z.number().int(), host: z.string().max(300) }),
  z.strictObject({ kind: z.literal('mailRecords'), id: z.number().int(), domain: z.string().max(300) }),
  z.strictObject({ kind: z.literal('crawl'), id: z.number().int(), entered: z.string().max(4_096), contact: contactSchema }),
  z.strictObject({ kind: z.literal('audit'), id: z.number().int(), entered: z.string().max(4_096), contact: contactSchema, yardstick: yardstickSchema }),
  z.strictObject({ kind: z.literal('cancel'), id: z.number().int() }),
])

/** What the child answers. It has read hostile pages, so its word is parsed like a stranger's. */
export const answerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('fetch'), id: z.number().int(), result: webResultSchema }),
  z.object({ kind: z.literal('certificate'), id: z.number().int(), result: certificateResultSchema }),
  z.object({ kind: z.literal('mailRecords'), id: z.number().int(), result: mailResultSchema }),
  z.object({ kind: z.literal('crawl'), id: z.number().int(), result: crawlResultSchema }),
  z.object({ kind: z.literal('audit'), id: z.number().int(), result: siteAuditResultSchema }),
  z.object({ kind: z.literal('progress'), id: z.number().int(), progress: crawlProgressSchema }),
])

export type Order = z.input<typeof orderSchema>
export type Answer = z.output<typeof answerSchema>
export type FinalAnswer = Exclude<Answer, { kind: 'ready' | 'progress' }>
export type Task = Exclude<Order, { kind: 'begin' | 'cancel' }>
