import * as z from 'zod/mini'

/** Stable ids of the framework: fields HF1–HF5, items 1.1–5.6, measures M-1.1–M-5.6; a city may add its own. */
export const fieldId = z.string().check(z.regex(/^[A-Z][A-Z0-9-]{1,15}$/))
export const itemId = z.string().check(z.regex(/^[A-Za-z0-9]{1,8}\.[A-Za-z0-9]{1,8}$/))
export const measureId = z.string().check(z.regex(/^[A-Z]{1,4}-[A-Za-z0-9.]{1,12}$/))

export const checkItem = z.strictObject({
  id: itemId,
  title: z.string(),
  question: z.string(),
  /** 1–3, the share in the field's score (domain.md §2.2). */
  weight: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  must: z.boolean(),
  notApplicable: z.boolean(),
  /** Behaviour anchors of level 0 to 4, cumulative. */
  levels: z.array(z.string()).check(z.length(5)),
  measureId,
  webChecks: z.array(z.string()),
})

export const actionField = z.strictObject({
  id: fieldId,
  title: z.string(),
  /** The field's name where space is short: two words at most. */
  short: z.string(),
  mission: z.string(),
  /** Level to reach unless agreed otherwise: 2, in the findability field 3. */
  target: z.int().check(z.gte(1), z.lte(4)),
  /** True for the fields of which one measure is always among the active ones (HF1, HF2). */
  lead: z.boolean(),
  items: z.array(checkItem).check(z.minLength(1)),
})

export const measure = z.strictObject({
  id: measureId,
  title: z.string(),
  /** What is done, in a sentence or two. */
  what: z.string(),
  /** Why it pays off for the shop. */
  why: z.string(),
  /** The steps, in order. */
  how: z.array(z.string()),
  /** What shows that it is done. */
  proof: z.string(),
  /** How to go on once the target is reached. */
  next: z.string(),
  /** Hours of the merchant's own time. */
  merchantHours: z.number().check(z.positive()),
  guideHours: z.number().check(z.nonnegative()),
  weeks: z.int().check(z.positive()),
  cost: z.string(),
  modules: z.array(z.string()),
})

export const checkCatalogue = z.strictObject({
  /** e.g. DLC-1.0; results compare only within one major version. */
  edition: z.string(),
  fields: z.array(actionField),
  measures: z.array(measure),
})

export type CheckItem = z.output<typeof checkItem>
export type ActionField = z.output<typeof actionField>
export type Measure = z.output<typeof measure>
export type CheckCatalogue = z.output<typeof checkCatalogue>
