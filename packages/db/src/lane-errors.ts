import { DrizzleQueryError } from 'drizzle-orm'
import postgres from 'postgres'

/**
 * What a transaction can end with besides a domain error or an error of PostgreSQL:
 * - `LOST`: the connection is gone, nothing was committed; the whole may be tried again.
 * - `UNKNOWN`: the connection went away during COMMIT, the outcome is not known; try again only under an idempotency key.
 * - `CLOSED`: a statement after the end of its transaction, or one that belongs to the door alone (COMMIT, SET, …).
 * - `DEADLINE`: the transaction took too long, nothing was committed.
 * - `ABORTED`: COMMIT was answered with ROLLBACK, because a failed statement had been swallowed.
 * - `BUSY`: no lane became free in time, nothing has run.
 */
export type LaneErrorCode = 'LOST' | 'UNKNOWN' | 'CLOSED' | 'DEADLINE' | 'ABORTED' | 'BUSY'

export class LaneError extends Error {
  readonly code: LaneErrorCode

  constructor(code: LaneErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'LaneError'
    this.code = code
  }
}

/** Finds the SQLSTATE (such as 23505) that PostgreSQL gave, however deep other errors wrap it; undefined when it gave none. */
export function findSqlState(error: unknown): string | undefined {
  for (let e = error; e instanceof Error; e = e.cause) if (e instanceof postgres.PostgresError) return e.code
  return undefined
}

/** True for what PostgreSQL says to every statement behind one that failed. */
export function isAfterFailure(error: unknown): boolean {
  return findSqlState(error) === '25P02'
}

/**
 * Takes off drizzle's wrapping, whose message repeats the parameters and so would carry personal data into the logs;
 * any other error is handed through as it is.
 */
export function unwrapQueryError(error: unknown): unknown {
  return error instanceof DrizzleQueryError && error.cause ? error.cause : error
}

/** True for an error that PostgreSQL answered with while the session stays usable. */
export function isStatementError(error: unknown): error is postgres.PostgresError {
  return error instanceof postgres.PostgresError && error.severity !== 'FATAL' && error.severity !== 'PANIC'
}
