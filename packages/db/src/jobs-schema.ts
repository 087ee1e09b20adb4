import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AdminSession } from './admin-session.ts'
import { roleNames } from './role-names.ts'

export interface JobsSchemaOptions {
  /** An administrator's address of the database that `session` is in. */
  readonly adminUrl: string
  readonly log: (message: string) => void
}

/**
 * Promises the job queue's own schema in the version of the installed graphile-worker, owned by dl_jobs. The version stands
 * in the schema's comment, so that a start with nothing to do need not load the library.
 */
export async function ensureJobsSchema({ query }: AdminSession, { adminUrl, log }: JobsSchemaOptions): Promise<void> {
  const wanted = `graphile-worker ${installedVersion()}`
  const [schema] = await query(`select to_regnamespace('graphile_worker') is not null as there, obj_description(to_regnamespace('graphile_worker'), 'pg_namespace') as version`)
  if (schema?.['version'] === wanted) return
  log('Die Warteschlange für Aufträge wird eingerichtet.')
  const [database] = await query('select quote_ident(current_database()) as name')
  if (!schema?.['there']) await query(`grant create on database ${database?.['name']} to ${roleNames.jobs}`)
  try {
    const { runMigrations } = await import('graphile-worker')
    await runMigrations({ connectionString: actingAs(roleNames.jobs, adminUrl), maxPoolSize: 1 })
  } finally {
    await query(`revoke create on database ${database?.['name']} from ${roleNames.jobs}`)
  }
  await query(`set role ${roleNames.jobs}`)
  await query(`comment on schema graphile_worker is '${wanted}'`)
  await query('reset role')
}

/** The administrator's own address, with every session of it in that role. */
function actingAs(role: string, url: string): string {
  const address = new URL(url)
  address.searchParams.set('options', `-c role=${role}`)
  return address.href
}

function installedVersion(): string {
  const main = createRequire(import.meta.url).resolve('graphile-worker')
  const { version } = JSON.parse(readFileSync(new URL('../package.json', `file://${main}`), 'utf8')) as { version: string }
  return version
}
