import { and, eq, Placeholder, Param, sql, type SQL } from 'drizzle-orm'
import { PgDialect, PgInsertBuilder, PgUpdateBuilder } from 'drizzle-orm/pg-core'
import type { AnyPgColumn, PgSession, PgTable, SelectedFieldsFlat } from 'drizzle-orm/pg-core'
import type { SelectResultFields } from 'drizzle-orm/query-builders/select.types'
import { ofCity, toFields, type Given, type WrittenText } from './written-query.ts'

type CityTable = PgTable & { readonly tenantId: AnyPgColumn }
type Settable<T extends CityTable> = Exclude<keyof T['$inferInsert'] & string, 'tenantId'>
type ValuesOf<T extends CityTable, C extends Settable<T>> = { readonly [K in C]-?: Exclude<T['$inferInsert'][K], undefined> }
type RowOf<R extends SelectedFieldsFlat> = [R] extends [never] ? never : SelectResultFields<R>
type Finished = { toSQL(): { sql: string; params: unknown[] } }

declare const given: unique symbol
declare const row: unique symbol

/** An insert, an update or a call whose text is worked out once, at the start; only its values change. */
export interface WrittenChange<Values, Row = never> extends WrittenText {
  /** The values it takes, all of them each time. */
  readonly names: ReadonlySet<string>
  readonly [given]?: (values: Values) => void
  readonly [row]?: Row
}

interface Returning<R extends SelectedFieldsFlat> {
  readonly returning?: R
}

interface InsertOptions<T extends CityTable, R extends SelectedFieldsFlat> extends Returning<R> {
  /** Columns that the database works out. */
  readonly fixed?: { readonly [K in Settable<T>]?: SQL }
  /** A row that is there already stays as it is, and none is returned. */
  readonly onConflict?: 'do nothing'
}

const dialect = new PgDialect()
const noSession = undefined as unknown as PgSession // a builder that is only asked for its text sends nothing

/**
 * Writes the insert of one row into a city's table; what is not named is left to the database. Its city is that of the transaction:
 * refuses to take it from a caller.
 */
export function writeInsert<T extends CityTable, C extends Settable<T>, R extends SelectedFieldsFlat = never>(
  table: T,
  columns: readonly C[],
  { fixed = {}, onConflict, returning }: InsertOptions<T, R> = {},
): WrittenChange<ValuesOf<T, C>, RowOf<R>> {
  const values = { ...fixed, ...placeholdersFor(columns), tenantId: ofCity }
  const insert = new PgInsertBuilder(table, noSession, dialect).values(values as never)
  const whole = onConflict ? insert.onConflictDoNothing() : insert
  return toChange(returning ? whole.returning(returning) : whole, returning)
}

/**
 * Writes the update of those rows of the transaction's city that `where` names, and of no other city's, whatever it says.
 * Refuses a value for `where` that has the name of a column to be set.
 */
export function writeUpdate<T extends CityTable, C extends Settable<T>, N extends string = never, R extends SelectedFieldsFlat = never>(
  table: T,
  columns: readonly C[],
  where: (given: Given<N>) => SQL | undefined,
  { returning }: Returning<R> = {},
): WrittenChange<ValuesOf<T, C> & Readonly<Record<N, unknown>>, RowOf<R>> {
  const condition = and(eq(table.tenantId, ofCity), where(name => sql.placeholder(ensureFree(name, columns))))
  const update = new PgUpdateBuilder(table, noSession, dialect).set(placeholdersFor(columns) as never).where(condition)
  return toChange(returning ? update.returning(returning as never) as unknown as Finished : update, returning)
}

/** Writes the call of a function of the database, for what it does and not for what it gives. */
export function writeCall<N extends string>(call: (given: Given<N>) => SQL): WrittenChange<Readonly<Record<N, unknown>>> {
  const query = dialect.sqlToQuery(call(name => sql.placeholder(name)))
  return toChange({ toSQL: () => query })
}

function placeholdersFor(columns: readonly string[]): Record<string, Placeholder> {
  return Object.fromEntries(columns.map(column => [ensureFree(column, [ofCity.name]), sql.placeholder(column)]))
}

function ensureFree(name: string, taken: readonly string[]): string {
  if (taken.includes(name)) throw new TypeError(`${name} is given already`)
  return name
}

function toChange<Values, Row>(statement: Finished, returning: SelectedFieldsFlat = {}): WrittenChange<Values, Row> {
  const { sql: text, params } = statement.toSQL()
  const names = new Set(params.map(nameOf).filter(name => name !== undefined && name !== ofCity.name)) as ReadonlySet<string>
  return { text, parameters: params, fields: toFields(returning), names }
}

function nameOf(parameter: unknown): string | undefined {
  const value = parameter instanceof Param ? parameter.value : parameter
  return value instanceof Placeholder ? value.name : undefined
}

/** Refuses a value that the change does not take, such as a city. */
export function ensureTaken({ names }: WrittenChange<never, unknown>, values: object): void {
  for (const name of Object.keys(values)) if (!names.has(name)) throw new TypeError(`the change does not take its ${name} from a caller`)
}
