import { allowedExtensions, definerFunctions } from './exemptions.ts'
import { literal, literalRows, type CatalogueRule } from './rule.ts'

const definers = literalRows(definerFunctions.map(({ signature, owner, bodyHash }) => [signature, owner, bodyHash]))
const extensions = literalRows(allowedExtensions.map(({ name }) => [name]))
const PINNED_PATH = 'search_path=pg_catalog, pg_temp'
const TENANT_BODY = `RETURN (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid`

/** R11–R14, R16, R21, R24–R26, R31: views, functions, sequences, rules and triggers that could lead round the wall. */
export const waysRoundRules: readonly CatalogueRule[] = [
  {
    id: 'R11',
    claim: 'views read with the rights of who asks',
    sql: `
      select distinct r.name, 'the view reads with its owner''s rights' from relation r join touch t on t.relid = r.oid
        where r.relkind = 'v' and not exists (
          select from pg_options_to_table(r.reloptions) o where o.option_name = 'security_invoker' and o.option_value::boolean)`,
  },
  {
    id: 'R12',
    claim: 'no copy of rows stands outside the wall',
    sql: `
      select distinct r.name, case r.relkind when 'm' then 'a materialised view has no policies' else 'a foreign table has no policies' end
        from relation r join touch t on t.relid = r.oid where r.relkind in ('m', 'f')`,
  },
  {
    id: 'R13',
    claim: 'functions that run with the rights of their owner are callable only from the allow-list',
    sql: `
      select f.signature, s.name || ' may call a function that runs with the rights of ' || pg_get_userbyid(f.proowner) from own_function f, session_role s
        where f.prosecdef and has_function_privilege(s.oid, f.oid, 'execute')
          and (f.signature, pg_get_userbyid(f.proowner)::text) not in (select signature, owner from (values ${definers}) d (signature, owner, hash))`,
  },
  {
    id: 'R14',
    claim: 'functions that run with the rights of their owner have a fixed search_path',
    sql: `
      select signature, 'the search_path is not pinned to pg_catalog, pg_temp' from own_function
        where prosecdef and not coalesce(${literal(PINNED_PATH)} = any (proconfig), false)`,
  },
  {
    id: 'R16',
    claim: 'sequences, which count across cities, are out of reach',
    sql: `select r.name, t.role || ' may use a sequence' from touch t join relation r on r.oid = t.relid where r.relkind = 'S'`,
  },
  {
    id: 'R21',
    claim: 'current_tenant() and the allowed definer functions are word for word what we wrote',
    sql: `
      select 'public.current_tenant()', 'the tenant function is not the one we wrote' where not exists (
        select from own_function where signature = 'public.current_tenant()' and pg_get_function_sqlbody(oid) = ${literal(TENANT_BODY)}
          and provolatile = 's' and not prosecdef and prorettype = 'uuid'::regtype and proowner = to_regrole('dl_owner') and proconfig is null)
      union all select signature, 'another function has the tenant function''s name' from own_function
        where proname = 'current_tenant' and signature <> 'public.current_tenant()'
      union all select d.signature, 'the function''s body is not the one we wrote' from (values ${definers}) d (signature, owner, hash)
        join own_function f on f.signature = d.signature where encode(sha256(convert_to(f.prosrc, 'UTF8')), 'hex') <> d.hash`,
  },
  {
    id: 'R24',
    claim: 'only extensions from the allow-list are installed',
    sql: `select extname::text, 'the extension is not on the allow-list' from pg_extension where extname not in (values ${extensions})`,
  },
  {
    id: 'R25',
    claim: 'no rule rewrites a statement',
    sql: `
      select r.name, 'the rule ' || w.rulename || ' rewrites statements' from pg_rewrite w join relation r on r.oid = w.ev_class
        where w.rulename <> '_RETURN'`,
  },
  {
    id: 'R26',
    claim: 'no trigger runs with the rights of someone else',
    sql: `
      select r.name, 'the trigger ' || t.tgname || ' runs with the rights of ' || pg_get_userbyid(f.proowner) from pg_trigger t
        join relation r on r.oid = t.tgrelid join pg_proc f on f.oid = t.tgfoid where not t.tgisinternal and f.prosecdef`,
  },
  {
    id: 'R31',
    claim: 'no function claims to be leakproof, and so runs before the wall has chosen the rows',
    sql: `select signature, 'the function claims to be leakproof' from own_function where proleakproof`,
  },
]
