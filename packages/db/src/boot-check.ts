import { sql } from 'drizzle-orm'
import type { Query } from './admin-session.ts'
import { listViolations, type CatalogueOptions, type Violation } from './catalogue-proof.ts'
import type { Lanes } from './lanes.ts'
import { hasPendingMigrations } from './migrations.ts'

/** Thrown at a server's start: the database is not as it must be, each reason in a line of its own. */
export class WallBreachError extends Error {
  readonly violations: readonly Violation[]

  constructor(violations: readonly Violation[]) {
    const lines = violations.map(({ rule, object, message }) => `  ${rule}  ${object}: ${message}`)
    super(`the database is not as it must be, the server does not start:\n${lines.join('\n')}`)
    this.name = 'WallBreachError'
    this.violations = violations
  }
}

/**
 * Passes when every table stands behind its wall, this login has no power over it, and no migration is pending; throws a
 * WallBreachError otherwise. It runs through the lanes that will serve the requests, read-only: the catalogue is open to
 * every role, and so it is this very login that is judged, not one that a second setting names.
 */
export function ensureWalls(lanes: Lanes, options: Pick<CatalogueOptions, 'disposable'> = {}): Promise<void> {
  return lanes.withoutTenant(
    async tx => {
      const query: Query = text => tx.execute<Record<string, unknown>>(sql.raw(text))
      const pending = (await hasPendingMigrations(query)) ? [pendingMigrations] : []
      const violations = [...pending, ...(await listViolations(query, { ...options, ownLogin: true }))]
      if (violations.length > 0) throw new WallBreachError(violations)
    },
    { readOnly: true },
  )
}

const pendingMigrations: Violation = { rule: 'migrations', object: 'database', message: 'a migration is pending; start with an administrator’s address, or run the set-up' }
