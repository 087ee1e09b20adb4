/**
 * The roles of a server, see TRUST P1. `owner` owns every table and never logs in; `app` serves the cities behind the wall;
 * `operator` sees which cities there are and their figures; `jobs` sees the queue alone; `backup` reads everything, past the
 * wall, because a copy made behind it is empty and looks like a success.
 */
export const roleNames = { owner: 'dl_owner', app: 'dl_app', operator: 'dl_operator', jobs: 'dl_jobs', backup: 'dl_backup' } as const

export type LoginRole = 'app' | 'operator' | 'jobs' | 'backup'

export const loginRoles: readonly LoginRole[] = ['app', 'operator', 'jobs', 'backup']

export type RolePasswords = Readonly<Record<LoginRole, string>>
