import * as z from 'zod/mini'
import { level, relevance } from './answer.schemas.ts'
import { fieldId, itemId, measureId } from './catalogue.schemas.ts'

/** start 0–24 · build 25–49 · secure 50–74 · model 75–100 (Start, Aufbau, Sicher, Vorbild); the exact limits are 25, 50 and 75 (`bandOf`). */
export const band = z.enum(['start', 'build', 'secure', 'model'])

/** 0–100, unrounded, or null where no item of it was answered with a level. */
const score = z.nullable(z.number().check(z.gte(0), z.lte(100)))

export const fieldResult = z.strictObject({
  fieldId,
  score,
  band: z.nullable(band),
  /** Items answered with a level, of those asked that apply. */
  answered: z.int(),
  asked: z.int(),
  notApplicable: z.int(),
  gaps: z.array(itemId),
})

export const checkResult = z.strictObject({
  edition: z.string(),
  kind: z.enum(['quick', 'full']),
  fields: z.array(fieldResult),
  total: score,
  band: z.nullable(band),
  /** True when an open must-item holds the band at "build". */
  cappedByMust: z.boolean(),
  openMusts: z.array(itemId),
  /** True when a field of the catalogue has no score yet: the total is provisional. */
  provisional: z.boolean(),
})

export const rankedMeasure = z.strictObject({
  measureId,
  itemId,
  fieldId,
  rank: z.int().check(z.positive()),
  active: z.boolean(),
  /** base: level 0–1, "Grund"; next: level 2 below target, "Weiter". */
  stage: z.enum(['base', 'next']),
  level,
  target: z.int(),
  relevance,
  priority: z.number(),
  must: z.boolean(),
  /** A must-item at level 0: comes first whatever its priority. */
  urgent: z.boolean(),
  quickWin: z.boolean(),
  /** Set when it is active because a rule asked for its kind, not by its rank alone. */
  pickedFor: z.nullable(z.enum(['lead_field', 'quick_win'])),
})

export const ranking = z.strictObject({
  measures: z.array(rankedMeasure),
  /** Rules that could not be kept because no candidate fits; said to the reader. */
  waived: z.array(z.enum(['lead_field', 'quick_win'])),
  /** Items at target with a next step: shown as outlook, never as a task. */
  outlook: z.array(z.strictObject({ itemId, measureId, level })),
  /** Items at level 3–4: "Als Tandem-Vorbild bereit?" */
  tandem: z.array(itemId),
  /** "Weiß ich nicht": to be cleared with the guide. */
  unclear: z.array(itemId),
})

export const fieldDifference = z.strictObject({ fieldId, before: score, after: score, difference: z.nullable(z.number()) })

export const comparison = z.strictObject({
  /** False when the major versions or the kinds differ: then no difference is given. */
  comparable: z.boolean(),
  fields: z.array(fieldDifference),
  total: z.strictObject({ before: score, after: score, difference: z.nullable(z.number()) }),
  mustsClosed: z.array(itemId),
  mustsOpened: z.array(itemId),
})

export type Band = z.output<typeof band>
export type FieldResult = z.output<typeof fieldResult>
export type CheckResult = z.output<typeof checkResult>
export type RankedMeasure = z.output<typeof rankedMeasure>
export type Ranking = z.output<typeof ranking>
export type Comparison = z.output<typeof comparison>
