import fc from 'fast-check'
import type { JsonSchema, Step } from './procedures.ts'

const letters = [...'abcdefghijklmnopqrstuvwxyzäöüß']
const words = (least: number, most: number) => fc.string({ unit: fc.constantFrom(...letters), minLength: least, maxLength: Math.max(least, most) })

const formats: Record<string, fc.Arbitrary<string>> = {
  uuid: fc.uuid({ version: 4 }),
  email: fc.stringMatching(/^[a-z]{3,12}@[a-z]{3,12}\.example$/),
  date: fc.date({ min: new Date('2027-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }).map(day => day.toISOString().slice(0, 10)),
  'date-time': fc.date({ min: new Date('2026-01-01'), max: new Date('2026-06-01'), noInvalidDate: true }).map(day => day.toISOString()),
}

const text = ({ format, pattern, minLength, maxLength }: JsonSchema): fc.Arbitrary<string> => {
  const known = format === undefined ? undefined : formats[format]
  if (known) return known
  return pattern === undefined ? words(minLength ?? 1, Math.min(maxLength ?? 40, 40)) : fc.stringMatching(new RegExp(pattern))
}

const number = ({ type, minimum = 0, maximum = 1000 }: JsonSchema): fc.Arbitrary<number> =>
  type === 'integer' ? fc.integer({ min: minimum, max: Math.min(maximum, minimum + 1000) }) : fc.double({ min: minimum, max: maximum, noNaN: true })

const object = ({ properties = {}, required = [] }: JsonSchema): fc.Arbitrary<unknown> => {
  const fields = Object.fromEntries(Object.entries(properties).map(([key, inner]) => [key, arbitraryOf(inner as JsonSchema)]))
  return fc.record(fields, { requiredKeys: required, noNullPrototype: true })
}

const array = ({ items, minItems = 0, maxItems = 3 }: JsonSchema): fc.Arbitrary<unknown> =>
  fc.array(arbitraryOf(typeof items === 'object' ? (items as JsonSchema) : {}), { minLength: minItems, maxLength: Math.max(minItems, Math.min(maxItems, 3)) })

const made = new WeakMap<JsonSchema, fc.Arbitrary<unknown>>()

/** Values that a schema takes, as far as JSON Schema can say; a refinement of ours may still refuse one. */
export const arbitraryOf = (schema: JsonSchema): fc.Arbitrary<unknown> => {
  const known = made.get(schema) ?? makeArbitrary(schema)
  made.set(schema, known)
  return known
}

const makeArbitrary = (schema: JsonSchema): fc.Arbitrary<unknown> => {
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...(schema.enum as unknown[]))
  const variants = (schema.anyOf ?? schema.oneOf) as JsonSchema[] | undefined
  if (variants) return fc.oneof(...variants.map(arbitraryOf))
  if (Array.isArray(schema.type)) return fc.oneof(...schema.type.map(type => arbitraryOf({ ...schema, type })))
  switch (schema.type) {
    case 'object': return object(schema)
    case 'array': return array(schema)
    case 'string': return text(schema)
    case 'number':
    case 'integer': return number(schema)
    case 'boolean': return fc.boolean()
    case 'null': return fc.constant(null)
    default: throw new Error(`no sweep knows how to fill ${JSON.stringify(schema)}`)
  }
}

export type Input = Record<string, unknown>

const isInput = (value: unknown): value is Input => typeof value === 'object' && value !== null && !Array.isArray(value)

export const validInput = (schema: JsonSchema, seed: number): Input => {
  const [input] = fc.sample(arbitraryOf(schema), { seed, numRuns: 1 })
  if (!isInput(input)) throw new Error('an input is an object')
  return input
}

/** The input with another value at the path; what lies on the way is made where it is missing. */
export const withValueAt = (input: unknown, path: readonly Step[], value: unknown, seed: number): unknown => {
  const [step, ...rest] = path
  if (step === undefined) return value
  if (typeof step === 'object') {
    const [filled] = rest.length === 0 ? [undefined] : fc.sample(arbitraryOf(step.variant), { seed, numRuns: 1 })
    return withValueAt(filled, rest, value, seed)
  }
  if (step === 0) return [withValueAt(Array.isArray(input) ? input[0] : undefined, rest, value, seed)]
  const known = isInput(input) ? input : {}
  return { ...known, [step]: withValueAt(known[step], rest, value, seed) }
}
