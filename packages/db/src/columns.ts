import { sql } from 'drizzle-orm'
import { check, customType, text, timestamp } from 'drizzle-orm/pg-core'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'

/** A point in time, stored with zone, read as Date. */
export const moment = (name: string) => timestamp(name, { withTimezone: true })

/** When the row came to be, by the database's clock. */
export const createdAt = () => moment('created_at').notNull().defaultNow()

/** When the row last changed; the writer sets it, no trigger does. */
export const updatedAt = () => moment('updated_at').notNull().defaultNow()

/** A text column that holds one of a closed list of words; `known` makes the database refuse any other. */
export const word = <T extends string>(name: string, _words: readonly T[]) => text(name).$type<T>()

/** The check that goes with `word`. */
export const known = (name: string, column: AnyPgColumn, words: readonly string[]) =>
  check(name, sql`${column} in (${sql.raw(words.map(quoted).join(', '))})`)

const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`

/** Raw bytes, at most what the caller's limit allows. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })
