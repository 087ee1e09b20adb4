import { appendOnlyTables, operatorTables } from './exemptions.ts'
import { literal, literalRows, TENANT_RULE, type CatalogueRule } from './rule.ts'

const operatorRights = literalRows(operatorTables.flatMap(({ table, may }) => may.map(privilege => [table, privilege])))
const appendOnly = literalRows(appendOnlyTables.map(({ table }) => [table]))
const rule = literal(TENANT_RULE)

/** How a policy's expression reads, whatever the search_path of the session. */
const textOf = (expression: string) => `replace(pg_get_expr(${expression}, p.polrelid), 'public.current_tenant', 'current_tenant')`

/** The tenant rule alone, or and-ed at the outermost level with something narrower. */
const isBound = (expression: string) => `(${expression} = ${rule} or ${expression} like ${literal(`(${TENANT_RULE} AND %`)})`

/** R04–R10, R15, R18, R19, R22, R27, R28: tables, their walls, keys and grants. */
export const tableRules: readonly CatalogueRule[] = [
  {
    id: 'R04',
    claim: 'each table a session can touch has tenant_id, or is exempt with exactly these rights',
    sql: `
      select r.name, t.role || ' may ' || t.privilege || ' a table without a wall' from touch t join relation r on r.oid = t.relid
        where r.relkind in ('r', 'p') and r.oid not in (select oid from walled) and (r.name, t.role, t.privilege) not in (select * from open_table)`,
  },
  { id: 'R05', claim: 'row-level security is on', sql: `select name, 'row-level security is off' from walled where not relrowsecurity` },
  { id: 'R06', claim: 'row-level security binds the owner too', sql: `select name, 'row-level security is not forced' from walled where not relforcerowsecurity` },
  {
    id: 'R07',
    claim: 'tenant_id is a uuid and never null',
    sql: `
      select name, 'tenant_id may be null' from walled where not tenant_notnull
      union all select name, 'tenant_id is no uuid' from walled where tenant_type <> 'uuid'::regtype`,
  },
  {
    id: 'R08',
    claim: 'a restrictive policy for all commands and everyone holds exactly the tenant rule',
    sql: `
      select name, 'there is no restrictive policy for everyone with the tenant rule' from walled w where not exists (
        select from pg_policy p where p.polrelid = w.oid and not p.polpermissive and p.polcmd = '*' and p.polroles = '{0}'
          and ${textOf('p.polqual')} = ${rule} and ${textOf('p.polwithcheck')} = ${rule})`,
  },
  {
    id: 'R09',
    claim: 'no reference leaves the city',
    sql: `
      select c.conname::text, 'a reference between cities is possible: tenant_id does not stand at the same place on both sides'
        from pg_constraint c join walled f on f.oid = c.conrelid join walled t on t.oid = c.confrelid
        where c.contype = 'f' and not exists (select from unnest(c.conkey, c.confkey) k (f, t) where k.f = f.tenant_attnum and k.t = t.tenant_attnum)
      union all select c.conname::text, 'a table without a wall refers to one behind it'
        from pg_constraint c join walled t on t.oid = c.confrelid where c.contype = 'f' and c.conrelid not in (select oid from walled)`,
  },
  {
    id: 'R10',
    claim: 'tenant_id leads every key and index',
    sql: `
      select i.indexrelid::regclass::text, case when i.indisunique or i.indisexclusion
          then 'the key does not begin with tenant_id: it tells of rows of other cities' else 'the index does not begin with tenant_id' end
        from pg_index i join walled w on w.oid = i.indrelid where i.indkey[0] <> w.tenant_attnum`,
  },
  {
    id: 'R15',
    claim: 'a session may read and write rows, and do nothing else to a table',
    sql: `
      select r.name, t.role || ' may ' || t.privilege from touch t join relation r on r.oid = t.relid
        where r.relkind in ('r', 'p', 'v') and t.privilege not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')`,
  },
  {
    id: 'R18',
    claim: 'each permissive policy is for one of the session roles and carries the tenant rule itself',
    sql: `
      select w.name, 'the policy ' || p.polname || ' opens the table without the tenant rule' from walled w
        join pg_policy p on p.polrelid = w.oid and p.polpermissive
        cross join lateral (select ${textOf('p.polqual')} as seen, ${textOf('p.polwithcheck')} as written) e
        where (e.seen is null and e.written is null) or not coalesce(${isBound('e.seen')}, true) or not coalesce(${isBound('e.written')}, true)
      union all select w.name, 'the policy ' || p.polname || ' is for someone else than one session role' from walled w
        join pg_policy p on p.polrelid = w.oid and p.polpermissive
        where cardinality(p.polroles) <> 1 or p.polroles[1] not in (select oid from session_role)`,
  },
  {
    id: 'R19',
    claim: 'no table has children, whose own policies would count when they are read directly',
    sql: `
      select c.name, 'is a child or partition of ' || p.name from pg_inherits i
        join relation c on c.oid = i.inhrelid join relation p on p.oid = i.inhparent
        where c.relkind in ('r', 'p', 'f') and (c.is_ours or p.is_ours)`,
  },
  {
    id: 'R22',
    claim: 'constraints hold for all rows, and nothing switches them off',
    sql: `
      select c.conname::text, 'the constraint was never checked against the rows there are' from pg_constraint c join relation r on r.oid = c.conrelid
        where r.is_ours and not c.convalidated
      union all select c.conname::text, 'the constraint is not enforced' from pg_constraint c join relation r on r.oid = c.conrelid
        where r.is_ours and to_jsonb(c) ->> 'conenforced' = 'false'
      union all select i.indexrelid::regclass::text, 'the index is not valid' from pg_index i join relation r on r.oid = i.indrelid
        where r.is_ours and not i.indisvalid
      union all select r.name, 'the trigger ' || t.tgname || ' is switched off' from pg_trigger t join relation r on r.oid = t.tgrelid
        where r.is_ours and t.tgenabled <> 'O'`,
  },
  {
    id: 'R27',
    claim: 'traces are written once',
    sql: `
      select r.name, t.role || ' may ' || t.privilege || ' what is append-only' from touch t join relation r on r.oid = t.relid
        where r.name in (values ${appendOnly}) and t.privilege not in ('SELECT', 'INSERT')`,
  },
  {
    id: 'R28',
    claim: 'the operator touches no case: no walled table but those listed',
    sql: `
      select w.name, 'dl_operator may ' || t.privilege from touch t join walled w on w.oid = t.relid
        where t.role = 'dl_operator' and (w.name, t.privilege) not in (values ${operatorRights})`,
  },
]
