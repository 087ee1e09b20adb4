import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator'
import { lockSetup, withAdminSession, type AdminSession } from './admin-session.ts'
import { ensureJobsSchema } from './jobs-schema.ts'
import { hasPendingMigrations, migrationsFolder } from './migrations.ts'
import { roleNames } from './role-names.ts'

export interface MigrateOptions {
  /** An administrator's address of the very database to migrate; its roles exist. */
  readonly adminUrl: string
  /** Told in German what is being done. */
  readonly log: (message: string) => void
  readonly folder?: string
}

/**
 * Brings a database forward to this version: its tables as dl_owner, all pending migrations in one transaction, and the
 * job queue's schema as dl_jobs. One process at a time; there is no way back. Does nothing when nothing is pending.
 */
export function migrate(options: MigrateOptions): Promise<void> {
  return withAdminSession(options.adminUrl, async session => {
    await lockSetup(session)
    await migrateTables(session, options)
    await ensureJobsSchema(session, options)
  })
}

async function migrateTables(session: AdminSession, { log, folder = migrationsFolder }: MigrateOptions): Promise<void> {
  if (!(await hasPendingMigrations(session.query, folder))) return
  log('Die Datenbank wird auf den neuen Stand gebracht.')
  await session.query(`set role ${roleNames.owner}`)
  await applyMigrations(session.database, { migrationsFolder: folder })
  await session.query('reset role')
}
