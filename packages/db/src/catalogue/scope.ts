import { openTables } from './exemptions.ts'
import { literalRows } from './rule.ts'

/**
 * What all rules speak of. `session_role`: the roles that a request runs as. `guarded_role`: every role of ours with a login,
 * and the session's own login. `relation`: all outside PostgreSQL's own schemas. `touch`: who may do what with it, columns
 * included, read from the grants themselves. `walled`: tables with tenant_id that are not exempt.
 */
export const catalogueScope = `
  session_role (name, oid) as (
    select rolname, oid from pg_roles where rolname in ('dl_app', 'dl_operator')),
  guarded_role as (
    select * from pg_roles where rolname in ('dl_app', 'dl_operator', 'dl_jobs', 'dl_backup') or rolname = {login}),
  own_schema as (
    select oid, nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'),
  relation as (
    select c.*, format('%s.%s', s.nspname, c.relname) as name, s.nspname as schema,
      s.nspname not in ('graphile_worker', 'drizzle') as is_ours
    from pg_class c join own_schema s on s.oid = c.relnamespace),
  granted (relid, grantee, privilege) as (
    select r.oid, a.grantee, a.privilege_type from relation r,
      aclexplode(coalesce(r.relacl, acldefault(case r.relkind when 'S' then 's' else 'r' end::"char", r.relowner))) a
    union
    select r.oid, x.grantee, x.privilege_type from relation r
      join pg_attribute a on a.attrelid = r.oid and a.attacl is not null, aclexplode(a.attacl) x),
  touch (relid, role, privilege) as (
    select g.relid, s.name, g.privilege from granted g join session_role s on g.grantee in (0, s.oid)),
  open_table (name, role, privilege) as (values ${literalRows(openPrivileges())}),
  walled as (
    select r.*, a.attnum as tenant_attnum, a.attnotnull as tenant_notnull, a.atttypid as tenant_type
    from relation r join pg_attribute a on a.attrelid = r.oid and a.attname = 'tenant_id' and not a.attisdropped
    where r.relkind in ('r', 'p') and r.name not in (select name from open_table)),
  own_function as (
    select p.*, format('%s.%s(%s)', s.nspname, p.proname, pg_get_function_identity_arguments(p.oid)) as signature, s.nspname as schema
    from pg_proc p join own_schema s on s.oid = p.pronamespace)`

function openPrivileges(): string[][] {
  return openTables.flatMap(({ table, app, operator }) => [
    ...app.map(privilege => [table, 'dl_app', privilege]),
    ...operator.map(privilege => [table, 'dl_operator', privilege]),
  ])
}
