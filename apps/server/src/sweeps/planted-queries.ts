import { getTableName, is, sql } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import * as z from 'zod/mini'
import { appendOnlyTables, openTables } from '@digitallotsen/db/catalogue/exemptions.ts'
import * as schema from '@digitallotsen/db/schema.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import { roleProcedure } from '../trpc/procedures.ts'

/** Queries that forget the city, one per walled table: harmless as long as a policy stands, and so the proof that one does. */

const open = new Set(openTables.map(({ table }) => table))
const tables = Object.values(schema).filter(table => is(table, PgTable)).filter(table => !open.has(`public.${getTableName(table)}`))

export const walledTables: readonly string[] = tables.map(getTableName).sort()

const office = roleProcedure('office')

const naiveRead = (table: PgTable) =>
  office.input(z.strictObject({})).query(async ({ ctx }) => {
    const rows = await ctx.tx.select().from(table)
    if (rows.length === 0) throw new DomainError('page.not_found')
    return rows
  })

/** A change of every row there is, as far as the wall lets it: `created_at` is in each table, and nobody reads it here. */
const naiveWrite = (table: PgTable) =>
  office.input(z.strictObject({})).mutation(async ({ ctx }) => {
    await ctx.tx.execute(sql`update ${table} set created_at = created_at + interval '1 second'`)
    return true
  })

/** Traces are never changed and the pack is not the app's: there the right to write is missing before the wall is reached. */
const readOnly = new Set(appendOnlyTables.map(({ table }) => table.replace('public.', '')))

export const readOf = (table: string) => `reads_${table}`
export const writeOf = (table: string): string | undefined => (readOnly.has(table) ? undefined : `writes_${table}`)

export const plantedQueries = {
  ...Object.fromEntries(tables.map(table => [readOf(getTableName(table)), naiveRead(table)])),
  ...Object.fromEntries(tables.filter(table => !readOnly.has(getTableName(table))).map(table => [`writes_${getTableName(table)}`, naiveWrite(table)])),
}
