import { createTableRelationsHelpers, entityKind, extractTablesRelationalConfig } from 'drizzle-orm'
import type { ExtractTablesWithRelations, Logger } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import { PostgresJsSession, PostgresJsTransaction } from 'drizzle-orm/postgres-js'
import type { Sql, TransactionSql } from 'postgres'
import type { Scope } from './lease.ts'
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

  override transaction<T>(fn: (tx: this) => Promise<T>): Promise<T> {
    return this.#scope.savepoint(inner => fn(new LaneTransaction(inner, this.#setup, this.tenantId, this.nestedIndex + 1) as this))
  }
}
