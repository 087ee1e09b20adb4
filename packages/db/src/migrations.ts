import { join } from 'node:path'
import { readMigrationFiles, type MigrationMeta } from 'drizzle-orm/migrator'
import type { Query } from './admin-session.ts'

/** Where drizzle-kit writes the migrations, and where they are read from. */
export const migrationsFolder = join(import.meta.dirname, '..', 'migrations')

/** Thrown when a migration that was applied no longer reads as it did: migrations are only ever added. */
export class MigrationChangedError extends Error {
  constructor(migration: MigrationMeta) {
    super(`the migration of ${new Date(migration.folderMillis).toISOString()} was changed after it had been applied`)
    this.name = 'MigrationChangedError'
  }
}

/**
 * Tells whether the database lacks a migration of this version of the software. Migrations it has beyond these are no
 * matter: the previous version keeps working on the next schema. Refuses a migration that was changed after it was applied.
 */
export async function hasPendingMigrations(query: Query, folder: string = migrationsFolder): Promise<boolean> {
  const applied = await listApplied(query)
  const known = readMigrationFiles({ migrationsFolder: folder })
  const changed = known.find(({ folderMillis, hash }) => (applied.get(folderMillis) ?? hash) !== hash)
  if (changed) throw new MigrationChangedError(changed)
  return known.some(({ folderMillis }) => !applied.has(folderMillis))
}

/** When each applied migration was made, and the hash of its text. */
async function listApplied(query: Query): Promise<Map<number, string>> {
  const [table] = await query(`select to_regclass('drizzle.__drizzle_migrations') is not null as there`)
  if (table?.['there'] !== true) return new Map()
  const rows = await query('select created_at, hash from drizzle.__drizzle_migrations')
  return new Map(rows.map(row => [Number(row['created_at']), String(row['hash'])]))
}
