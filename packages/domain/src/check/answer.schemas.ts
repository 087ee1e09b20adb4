import * as z from 'zod/mini'
import { itemId } from './catalogue.schemas.ts'

export const level = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
export const relevance = z.enum(['low', 'normal', 'high'])

/** "Weiß ich nicht" is an answer of its own; it counts like none and shows as a gap (DECISIONS: check and plan). */
export const answerValue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('level'), level }),
  z.strictObject({ kind: z.literal('unknown') }),
  z.strictObject({ kind: z.literal('not_applicable') }),
])

export const answer = z.strictObject({ itemId, value: answerValue, relevance })

/** An answer as a device sends it: the later `answeredAt` wins when two devices or tabs meet. */
export const timedAnswer = z.strictObject({ itemId, value: answerValue, relevance, answeredAt: z.iso.datetime() })

export const checkKind = z.enum(['quick', 'full'])
export const checkMoment = z.enum(['T0', 'T1', 'T2'])

export type Level = z.output<typeof level>
export type Relevance = z.output<typeof relevance>
export type AnswerValue = z.output<typeof answerValue>
export type Answer = z.output<typeof answer>
export type TimedAnswer = z.output<typeof timedAnswer>
export type CheckKind = z.output<typeof checkKind>
export type CheckMoment = z.output<typeof checkMoment>
