import * as z from 'zod/mini'
import { conflictKind } from '../guide/conflict.schemas.ts'
import { guideState } from '../guide/guide.schemas.ts'
import { guideId, mentorshipId } from '../ids.schemas.ts'

const word = z.string()
const words = z.array(word)
const count = z.int()
const missing = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('module'), moduleId: word }),
  z.strictObject({ kind: z.literal('commitment') }),
  z.strictObject({ kind: z.literal('release') }),
])

/** A rule that a pair breaks, with what it rests on. */
export const violation = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('gate'), missing: z.array(missing) }),
  z.strictObject({ code: z.literal('inactive'), state: guideState }),
  z.strictObject({ code: z.literal('capacity'), capacity: count, load: count, asked: count }),
  z.strictObject({ code: z.literal('conflict'), kind: conflictKind }),
  z.strictObject({ code: z.literal('same_trade'), trade: word }),
  z.strictObject({ code: z.literal('refused'), by: z.enum(['guide', 'business']), on: z.iso.date() }),
  z.strictObject({ code: z.literal('language'), wished: words, spoken: words }),
  z.strictObject({ code: z.literal('district'), district: word, nearest: z.nullable(word), km: z.nullable(z.number()), reachKm: z.number() }),
  z.strictObject({ code: z.literal('blocked'), days: count }),
])

const shape = { points: count, most: count }

/** One part of the sum: what it is for, what it brought and could have brought, and why. */
export const part = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('language'), ...shape, language: z.nullable(word), wish: z.enum(['first', 'other', 'none']) }),
  z.strictObject({ what: z.literal('district'), ...shape, district: z.nullable(word), nearest: z.nullable(word), km: z.nullable(z.number()) }),
  z.strictObject({ what: z.literal('trade'), ...shape, trade: z.nullable(word) }),
  z.strictObject({ what: z.literal('fields'), ...shape, fields: words, open: count }),
  z.strictObject({ what: z.literal('days'), ...shape, days: words }),
  z.strictObject({ what: z.literal('waiting'), ...shape, days: count }),
])

const sum = { parts: z.array(part), total: count }

/** What is said of a guide for a case: proposed, or exactly one reason why not. */
export const verdict = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('proposed'), ...sum }),
  z.strictObject({ kind: z.literal('excluded'), violations: z.array(violation) }),
  z.strictObject({ kind: z.literal('fewer'), ...sum, proposedTotal: count }),
  z.strictObject({ kind: z.literal('equal'), ...sum }),
  z.strictObject({ kind: z.literal('taken'), ...sum, by: z.array(mentorshipId) }),
])

export const guideVerdict = z.strictObject({ guideId, verdict })

/** What one guide more, or one place more, would change: computed by adding it and solving again. */
export const whatIf = z.strictObject({
  waiting: count,
  served: count,
  profiles: z.array(z.strictObject({ languages: words, district: z.nullable(word), fields: words, places: count, takes: count, more: count })),
  places: z.array(z.strictObject({ guideId, more: count })),
})

export type Violation = z.output<typeof violation>
export type ViolationCode = Violation['code']
export type Part = z.output<typeof part>
export type Verdict = z.output<typeof verdict>
export type GuideVerdict = z.output<typeof guideVerdict>
export type WhatIf = z.output<typeof whatIf>
