import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { parseConnection } from './lane-options.ts'
import { createSingleUseSocket } from './lane-socket.ts'
import { toWireValues } from './statement-guard.ts'

const CONNECT_MS = 10_000

/** One row of an answer, by column name. */
export type Row = Readonly<Record<string, unknown>>

/** Runs one statement and gives its rows. */
export type Query = (text: string, parameters?: readonly unknown[]) => Promise<readonly Row[]>

/** A session for setting up: it passes no wall of its own, and no request of a person ever runs in it. */
export interface AdminSession {
  readonly query: Query
  /** The same session, for drizzle's migrator. */
  readonly database: PostgresJsDatabase
}

/** Gives `work` one database session (see `openAdminSession`) and ends it afterwards. */
export async function withAdminSession<T>(url: string, work: (session: AdminSession) => Promise<T>): Promise<T> {
  const session = openAdminSession(url)
  try {
    return await work(session)
  } finally {
    await session.end()
  }
}

/**
 * Opens one database session at its first statement. It never connects again: when it breaks, everything that follows is
 * refused, so that no half of a set-up runs outside its role, lock or transaction.
 */
export function openAdminSession(url: string): AdminSession & { end(): Promise<void> } {
  const connection = parseConnection(url)
  const options = {
    ...connection,
    max: 1,
    fetch_types: false,
    connection: { application_name: 'digitallotsen set-up' },
    onnotice: () => {},
    socket: createSingleUseSocket(connection, CONNECT_MS).dial, // not in the driver's types
  }
  const client = postgres(options)
  return {
    query: async (text, parameters = []) => client.unsafe(text, toWireValues(parameters) as postgres.ParameterOrJSON<never>[]),
    database: drizzle(client),
    end: () => client.end({ timeout: 2 }),
  }
}

/** Runs `work` in a transaction of the session: commits when it resolves, rolls back when it rejects. */
export async function inTransaction<T>({ query }: AdminSession, work: () => Promise<T>): Promise<T> {
  await query('begin')
  try {
    const result = await work()
    await query('commit')
    return result
  } catch (error) {
    await query('rollback')
    throw error
  }
}

/** Waits until no other process sets this database up, and holds the right to do so until the session ends. */
export async function lockSetup({ query }: AdminSession): Promise<void> {
  await query('select pg_advisory_lock($1)', [SETUP_LOCK])
}

/** Any number will do, as long as nobody else takes the same. */
const SETUP_LOCK = 717_283_901
