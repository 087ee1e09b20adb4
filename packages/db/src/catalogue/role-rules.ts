import { definerFunctions } from './exemptions.ts'
import { literalRows, type CatalogueRule } from './rule.ts'

const ourRoles = literalRows([['dl_owner'], ['dl_app'], ['dl_operator'], ['dl_jobs'], ['dl_backup']])
const jobsFunctions = literalRows(definerFunctions.filter(({ owner }) => owner === 'dl_jobs').map(({ signature }) => [signature]))

/** R01–R03, R17, R23, R29, R30: what the roles are, belong to, own, may create and carry with them. */
export const roleRules: readonly CatalogueRule[] = [
  {
    id: 'R01',
    claim: 'our roles exist and have no power beyond their purpose',
    sql: `
      select rolname, 'the role is ' || word from guarded_role, lateral (values
        ('a superuser', rolsuper), ('allowed to create roles', rolcreaterole), ('allowed to create databases', rolcreatedb),
        ('allowed to replicate', rolreplication), ('allowed past row-level security', rolbypassrls and rolname <> 'dl_backup')) w (word, holds)
        where holds
      union all select rolname, 'the owner of the tables is ' || word from pg_roles, lateral (values
        ('a superuser', rolsuper), ('allowed past row-level security', rolbypassrls), ('allowed to log in', rolcanlogin)) w (word, holds)
        where rolname = 'dl_owner' and holds
      union all select rolname, 'the backup role would see no row: it is not allowed past row-level security' from pg_roles
        where rolname = 'dl_backup' and not rolbypassrls
      union all select name, 'the role is missing' from (values ${ourRoles}) o (name) where to_regrole(name) is null
      union all select rolname, 'the login is none of our roles' from guarded_role where rolname not in (values ${ourRoles})`,
  },
  {
    id: 'R02',
    claim: 'our roles belong to no other role, but for the two grants that roles.ts makes',
    sql: `
      select m.rolname, 'the role is a member of ' || r.rolname from pg_auth_members a
        join pg_roles m on m.oid = a.member join pg_roles r on r.oid = a.roleid
        where (m.oid in (select oid from guarded_role) or m.rolname = 'dl_owner')
          and (m.rolname, r.rolname) not in (('dl_backup', 'pg_read_all_data'), ('dl_owner', 'dl_jobs'))`,
  },
  {
    id: 'R03',
    claim: 'nobody who logs in owns anything but the queue; dl_owner owns the tables',
    sql: `
      select g.rolname, 'the role owns ' || pg_describe_object(d.classid, d.objid, d.objsubid) from pg_shdepend d
        join guarded_role g on g.oid = d.refobjid
        where d.deptype = 'o' and d.refclassid = 'pg_authid'::regclass
          and d.dbid in (0, (select oid from pg_database where datname = current_database()))
          and g.rolname <> 'dl_jobs'
      union all select name, 'the table belongs to ' || pg_get_userbyid(relowner) from relation
        where is_ours and relkind in ('r', 'p', 'v', 'm', 'f', 'S') and relowner is distinct from to_regrole('dl_owner')
      union all select signature, 'the function belongs to dl_jobs' from own_function
        where proowner = to_regrole('dl_jobs') and schema <> 'graphile_worker' and signature not in (values ${jobsFunctions})`,
  },
  {
    id: 'R17',
    claim: 'nobody who logs in may create anything, not even for the session',
    sql: `
      select g.rolname, 'the role may create in the schema ' || s.nspname from guarded_role g, own_schema s
        where has_schema_privilege(g.oid, s.oid, 'create') and not (g.rolname = 'dl_jobs' and s.nspname = 'graphile_worker')
      union all select g.rolname, 'the role has the right ' || p || ' on the database' from guarded_role g, unnest(array['create', 'temporary']) p
        where has_database_privilege(g.oid, current_database(), p)`,
  },
  {
    id: 'R23',
    claim: 'no session begins with a tenant, or as someone else',
    sql: `
      select coalesce(pg_get_userbyid(nullif(setrole, 0)), 'database'), 'has the preset ' || setting from pg_db_role_setting, unnest(setconfig) setting
        where setdatabase in (0, (select oid from pg_database where datname = current_database())) and setting ~* '^(app\\.|role=|session_authorization=)'
      union all select 'session', 'a tenant is set before anyone set it' where nullif(current_setting('app.tenant_id', true), '') is not null`,
  },
  {
    id: 'R29',
    claim: 'no default privilege opens tables to come',
    sql: `
      select coalesce(s.name, 'public'), 'will get ' || a.privilege_type || ' on what ' || pg_get_userbyid(d.defaclrole) || ' creates' from pg_default_acl d,
        aclexplode(d.defaclacl) a left join session_role s on s.oid = a.grantee where a.grantee = 0 or s.oid is not null`,
  },
  {
    id: 'R30',
    claim: 'queue and backup have no grant on our tables; the backup reads by pg_read_all_data',
    sql: `
      select r.name, g.rolname || ' may ' || t.privilege from granted t join relation r on r.oid = t.relid and r.is_ours
        join guarded_role g on g.oid = t.grantee where g.rolname in ('dl_jobs', 'dl_backup')
      union all select 'dl_backup', 'is not a member of pg_read_all_data: backups would lack tables'
        where to_regrole('dl_backup') is not null and not pg_has_role('dl_backup', 'pg_read_all_data', 'usage')`,
  },
]
