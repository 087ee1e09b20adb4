/**
 * Every table, gathered for drizzle-kit. Code imports the table it needs from its own file.
 *
 * A new table: its file under schema/ (by `walledTable`), a line here, `npm run generate`, and in a migration of its own
 * `dl.build_wall(…)` with what the app may do. Then a row of it in testing/full-city.builder.ts, so that the sweep covers it.
 */
export { answers } from './schema/answers.table.ts'
export { assessments } from './schema/assessments.table.ts'
export { auditEvents } from './schema/audit-events.table.ts'
export { evidence } from './schema/evidence.table.ts'
export { files } from './schema/files.table.ts'
export { frameworkReleases } from './schema/framework-releases.table.ts'
export { idempotencyKeys } from './schema/idempotency-keys.table.ts'
export { mails } from './schema/mails.table.ts'
export { memberships } from './schema/memberships.table.ts'
export { merchants } from './schema/merchants.table.ts'
export { operatorSessions } from './schema/operator-sessions.table.ts'
export { operatorSignInCodes } from './schema/operator-sign-in-codes.table.ts'
export { operators } from './schema/operators.table.ts'
export { packRevisions } from './schema/pack-revisions.table.ts'
export { people } from './schema/people.table.ts'
export { plans } from './schema/plans.table.ts'
export { rateCounters } from './schema/rate-counters.table.ts'
export { sessions } from './schema/sessions.table.ts'
export { signInCodes } from './schema/sign-in-codes.table.ts'
export { taskEvents } from './schema/task-events.table.ts'
export { tasks } from './schema/tasks.table.ts'
export { tenantFigures } from './schema/tenant-figures.table.ts'
export { tenantHosts } from './schema/tenant-hosts.table.ts'
export { tenants } from './schema/tenants.table.ts'
