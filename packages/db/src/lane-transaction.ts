import { createTableRelationsHelpers, entityKind, extractTablesRelationalConfig } from 'drizzle-orm'
import type { ExtractTablesWithRelations, Logger } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import { PostgresJsSession, PostgresJsTransaction } from 'drizzle-orm/postgres-js'
import type { Sql, TransactionSql } from 'postgres'
import type { Scope } from './lease.ts'
import { ensureTaken, type WrittenChange } from './written-change.ts'
import { parametersOf, toRows, type WrittenQuery } from './written-query.ts'

type Tables = Record<string, unknown>

/** What every transaction of a set of lanes shares: how drizzle writes SQL, and which tables it knows. */
export interface DrizzleSetup<TSchema extends Tables> {
  readonly dialect: PgDialect
  readonly logger: Logger | undefined
  readonly relational: { fullSchema: TSchema; schema: ExtractTablesWithRelations<TSchema>; tableNamesMap: Record<string, string> } | undefined
}

/** Prepares drizzle once, since reading the relations takes a while. */
export function createDrizzleSetup<TSchema extends Tables>(schema: TSchema | undefined, logger: Logger | undefined): DrizzleSetup<TSchema> {
  const tables = schema && extractTablesRelationalConfig<ExtractTablesWithRelations<TSchema>>(schema, createTableRelationsHelpers)
  const relational = schema && tables && { fullSchema: schema, schema: tables.tables, tableNamesMap: tables.tableNamesMap }
  return { dialect: new PgDialect(), logger, relational }
}

/**
 * drizzle's query builder over a lease. Its statements are refused once the transaction is over;
 * `transaction()` opens a savepoint, which has an object of its own.
 */
export class LaneTransaction<TSchema extends Tables> extends PostgresJsTransaction<TSchema, ExtractTablesWithRelations<TSchema>> {
  static override readonly [entityKind]: string = 'LaneTransaction'
  /** The city this transaction belongs to; undefined where it belongs to none. */
  readonly tenantId: string | undefined
  readonly #scope: Scope
  readonly #setup: DrizzleSetup<TSchema>

  constructor(scope: Scope, setup: DrizzleSetup<TSchema>, tenantId: string | undefined, nestedIndex = 0) {
    const client = scope as unknown as TransactionSql & Sql // drizzle calls unsafe(), values() and options, nothing else
    const session = new PostgresJsSession<TransactionSql & Sql, TSchema, ExtractTablesWithRelations<TSchema>>(
      client, setup.dialect, setup.relational, setup.logger ? { logger: setup.logger } : {},
    )
    super(setup.dialect, session, setup.relational, nestedIndex)
    this.#scope = scope
    this.#setup = setup
    this.tenantId = tenantId
  }

  /** Reads a query that was written beforehand; its city is that of this transaction, whatever `values` says. */
  async read<Row, Names extends string>(query: WrittenQuery<Row, Names>, values: Readonly<Record<Names, unknown>>): Promise<Row[]> {
    const parameters = parametersOf(query, { ...values, tenantId: this.tenantId })
    return toRows(query, (await this.#scope.unsafe(query.text, parameters).values()) as unknown as unknown[][])
  }

  /** Makes a change that was written beforehand, in the city of this transaction; refuses to take another city, or too few or too many values. */
  async write<Values extends object, Row>(change: WrittenChange<Values, Row>, values: NoInfer<Values>): Promise<Row[]> {
    const rows = (await this.#scope.unsafe(change.text, this.#take(change, values)).values()) as unknown as unknown[][]
    return change.fields.length === 0 ? [] : toRows<Row>(change, rows)
  }

  /**
   * As `write`, for a change whose outcome nobody needs to know: it leaves at once, and what follows it, COMMIT as well, does not wait
   * for its answer. Its failure is that of the whole transaction, or of the savepoint it was sent in.
   */
  leave<Values extends object>(change: WrittenChange<Values, never>, values: NoInfer<Values>): void {
    this.#scope.leave(change.text, this.#take(change, values))
  }

  #take(change: WrittenChange<never, unknown>, values: object): unknown[] {
    ensureTaken(change, values)
    return parametersOf(change, { ...values, tenantId: this.tenantId })
  }

  override transaction<T>(fn: (tx: this) => Promise<T>): Promise<T> {
    return this.#scope.savepoint(inner => fn(new LaneTransaction(inner, this.#setup, this.tenantId, this.nestedIndex + 1) as this))
  }
}
