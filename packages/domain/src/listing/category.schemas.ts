import * as z from 'zod/mini'

/** Stable ids of the trades a business may belong to, e.g. "florist", "shoe-shop"; the framework brings them, a city may add its own. */
export const categoryId = z.string().check(z.maxLength(64), z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/))

export const category = z.strictObject({
  id: categoryId,
  label: z.strictObject({ de: z.string(), en: z.string() }),
  /** A subtype of schema.org's LocalBusiness, or LocalBusiness itself. */
  schemaType: z.string(),
  /** The tag OpenStreetMap uses for it, e.g. { key: 'shop', value: 'florist' }. */
  osm: z.strictObject({ key: z.string(), value: z.string() }),
  /** What people type when they look for it. */
  synonyms: z.array(z.string()),
})

export type Category = z.output<typeof category>
