import type { AnyRouter } from '@trpc/server'
import * as z from 'zod/mini'
import { entityRegistry, type Entity } from '@digitallotsen/domain/entity-registry.ts'

export type JsonSchema = z.core.JSONSchema.BaseSchema

/** A step into an input: a key, the first element of an array (0), or one variant of a union. */
export type Step = string | 0 | { variant: JsonSchema }
/** A field with the form of an id; `entity` says what it points to, undefined where nobody marked it. */
export type IdField = { path: Step[]; entity: Entity | undefined }
export type Procedure = { name: string; type: 'query' | 'mutation'; schema: JsonSchema; ids: IdField[] }

type Inner = { _def: { type: string; inputs: unknown[] } }

const schemaOf = (inputs: readonly unknown[]): JsonSchema => {
  const [input] = inputs
  if (input === undefined) return { type: 'object', properties: {}, additionalProperties: false }
  return z.toJSONSchema(input as z.core.$ZodType, { metadata: entityRegistry, io: 'input' })
}

const variantsOf = (schema: JsonSchema): JsonSchema[] => (schema.anyOf ?? schema.oneOf ?? []) as JsonSchema[]

const idsIn = (schema: JsonSchema, path: Step[] = []): IdField[] => {
  if (schema.type === 'string' && (schema.format === 'uuid' || 'entity' in schema)) return [{ path, entity: schema['entity'] as Entity | undefined }]
  const below = Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => idsIn(inner as JsonSchema, [...path, key]))
  const items = typeof schema.items === 'object' ? idsIn(schema.items as JsonSchema, [...path, 0]) : []
  return [...below, ...items, ...variantsOf(schema).flatMap(variant => idsIn(variant, [...path, { variant }]))]
}

/** Every procedure of a router with the ids its input has, found by the mark that each id schema carries. */
export const listProcedures = (router: AnyRouter): Procedure[] =>
  Object.entries(router._def.procedures as Record<string, Inner>).map(([name, { _def }]) => {
    const { type } = _def
    if (type !== 'query' && type !== 'mutation') throw new Error(`${name} is a ${type}, which no sweep knows yet`)
    const schema = schemaOf(_def.inputs)
    return { name, type, schema, ids: idsIn(schema) }
  })

export const pathText = (path: readonly Step[]): string => path.filter(step => typeof step !== 'object').join('.')

/** Fields that look like an id and do not say of what: no sweep could put a foreign one there. */
export const listUnmarked = (procedures: readonly Procedure[]): string[] =>
  procedures.flatMap(({ name, ids }) => ids.filter(id => id.entity === undefined).map(id => `${name}: ${pathText(id.path)}`))
