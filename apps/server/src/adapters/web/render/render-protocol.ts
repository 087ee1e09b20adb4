import * as z from 'zod'
import { renderOrderSchema, renderResultSchema } from './rendered.schemas.ts'

/** What the browser's keeper is told: one page, and then it ends. */
export const renderTaskSchema = z.strictObject({
  order: renderOrderSchema,
  trial: z.array(z.strictObject({ host: z.string(), port: z.number().int() })),
  connectMs: z.number(),
  browser: z.strictObject({ executable: z.string(), account: z.exactOptional(z.strictObject({ uid: z.number().int(), gid: z.number().int() })), isSandboxNeeded: z.boolean() }),
  profile: z.string(),
  pace: z.strictObject({ loadMs: z.number(), restMs: z.number(), quietMs: z.number(), patienceMs: z.number(), axeMs: z.number() }),
})

export const renderAnswerSchema = z.object({ result: renderResultSchema })

export type RenderTask = z.output<typeof renderTaskSchema>
