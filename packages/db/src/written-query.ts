import { Column, is, Param, Placeholder, SQL, sql } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import type { PgSelectBuilder, SelectedFields } from 'drizzle-orm/pg-core'

type Decoder = { mapFromDriverValue(value: unknown): unknown }
type Field = { readonly key: string; readonly decoder: Decoder }
type Values = Readonly<Record<string, unknown>>

/** What a finished select of drizzle's builder is, as far as this file is concerned. */
interface Select<Row> {
  readonly _: { readonly result: Row[] }
  toSQL(): { sql: string; params: unknown[] }
}

/** Stands for a value to come. It is written as it is: a text, a number, a Date, a list. */
export type Given<Names extends string> = (name: Names) => Placeholder

declare const row: unique symbol
declare const names: unique symbol

/** What was written once: a statement's text, its parameters in their order, and how its rows are read. */
export interface WrittenText {
  readonly text: string
  readonly parameters: readonly unknown[]
  readonly fields: readonly Field[]
}

/** A select whose text is worked out once, at the start; only its values change. */
export interface WrittenQuery<Row, Names extends string> extends WrittenText {
  readonly [row]?: Row
  readonly [names]?: Names
}

export type RowOf<Q> = Q extends WrittenQuery<infer Row, string> ? Row : never

/** A written query with its values, to be read in a transaction to come. */
export interface Ahead<Row> {
  readonly query: WrittenQuery<Row, string>
  readonly values: Readonly<Record<string, unknown>>
}

/** Names what will be read in a transaction to come, so that it can leave together with its BEGIN. Refuses values the query does not ask for. */
export function readAhead<Row, Names extends string>(query: WrittenQuery<Row, Names>, values: Readonly<Record<Names, unknown>>): Ahead<Row> {
  return { query, values }
}

/** The city of the transaction in which a written query is read; no caller can give another one. */
export const ofCity = sql.placeholder('tenantId')

/**
 * Writes a select once, since drizzle's builder takes longer for it than the database for its answer.
 * Refuses a selection that is not flat.
 */
export function writeQuery<Selection extends SelectedFields, Row, Names extends string = never>(
  selection: Selection,
  build: (select: PgSelectBuilder<Selection, 'qb'>, given: Given<Names>) => Select<Row>,
): WrittenQuery<Row, Names> {
  const { sql: text, params } = build(new QueryBuilder().select(selection), name => sql.placeholder(name)).toSQL()
  return { text, parameters: params, fields: toFields(selection) }
}

/** How the columns of a selection are read. Refuses one that is not flat. */
export function toFields(selection: Readonly<Record<string, unknown>>): Field[] {
  return Object.entries(selection).map(([key, field]) => ({ key, decoder: decoderOf(key, field) }))
}

function decoderOf(key: string, field: unknown): Decoder {
  if (is(field, Column)) return field
  const expression = is(field, SQL.Aliased) ? field.sql : field
  if (is(expression, SQL)) return (expression as unknown as { decoder: Decoder }).decoder
  throw new TypeError(`${key} is no plain column or expression`)
}

/** The parameters of one reading or change, in their order. Refuses one that leaves a value out. */
export function parametersOf({ parameters }: WrittenText, values: Values): unknown[] {
  return parameters.map(parameter => {
    if (parameter instanceof Placeholder) return valueOf(parameter, values)
    if (parameter instanceof Param && parameter.value instanceof Placeholder) return encoded(parameter, valueOf(parameter.value, values))
    return parameter
  })
}

/** As drizzle does it: no column has a say in how nothing is written. */
function encoded({ encoder }: Param, value: unknown): unknown {
  return value === null ? null : encoder.mapToDriverValue(value)
}

function valueOf({ name }: Placeholder, values: Values): unknown {
  const value = values[name]
  if (value === undefined) throw new TypeError(`the query was not given its ${name}`)
  return value
}

/** The rows of an answer as drizzle would give them. */
export function toRows<Row>({ fields }: WrittenText & { readonly [row]?: Row }, answer: readonly (readonly unknown[])[]): Row[] {
  return answer.map(values => {
    const made: Record<string, unknown> = {}
    let i = 0
    for (const { key, decoder } of fields) {
      const value = values[i++]
      made[key] = value === null ? null : decoder.mapFromDriverValue(value)
    }
    return made as Row
  })
}
