import { z } from 'zod'
import { suggestion } from './nearest.ts'

const marks = {
  verify: z.boolean().optional().meta({ description: 'true: vor Go-live zu prüfen' }),
  source: z.string().max(500).optional().meta({ description: 'Woher die Angabe stammt' }),
}

/** A mapping of a pack file: the given keys and nothing else, besides `verify` and `source`, which any mapping may carry.
 *  Each unknown key gets a sentence of its own, one a line, which names the nearest known key. */
export const mapping = <Shape extends z.ZodRawShape>(shape: Shape) => {
  const known = [...Object.keys(shape), ...Object.keys(marks)]
  return z.strictObject(
    { ...marks, ...shape },
    { error: issue => (issue.code === 'unrecognized_keys' ? issue.keys.map(key => unknownKey(key, known)).join('\n') : undefined) },
  )
}

const unknownKey = (key: string, known: readonly string[]) => `„${key.slice(0, 60)}“ ist hier nicht bekannt. ${suggestion(key, known)}`

type PartOf<Shape extends z.ZodRawShape> = { [Key in Exclude<keyof Shape, 'id'>]: z.ZodExactOptional<Shape[Key]> }

/** A change to an entry: any of its keys but the id, none of them required. */
export const partialMapping = <Shape extends z.ZodRawShape>(shape: Shape) => {
  const parts = Object.entries(shape).filter(([key]) => key !== 'id')
  return mapping(Object.fromEntries(parts.map(([key, type]) => [key, z.exactOptional(type)])) as PartOf<Shape>)
}
