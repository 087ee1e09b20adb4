import type { CatalogueRule } from './rule.ts'

const override: CatalogueRule['sql'] = `
  select coalesce(pg_get_userbyid(nullif(setrole, 0)), 'database'), 'has the setting ' || setting from pg_db_role_setting, unnest(setconfig) setting
    where setdatabase in (0, (select oid from pg_database where datname = current_database()))
      and setting ~* '^(synchronous_commit|session_replication_role|row_security)=' and setting !~* '=(on|remote_apply|origin)$'
  union all select name, 'is ' || setting from pg_settings where (name, setting) in (('session_replication_role', 'replica'), ('session_replication_role', 'local'), ('row_security', 'off'))`

const serverWide: CatalogueRule['sql'] = `
  select name, 'is ' || setting from pg_settings
    where (name in ('fsync', 'full_page_writes') and setting <> 'on') or (name = 'synchronous_commit' and setting not in ('on', 'remote_apply'))`

/** R20: what was acknowledged stays. A disposable server (tests) may run without fsync, but nothing may switch it off on top. */
export const settingRules = (disposable: boolean): readonly CatalogueRule[] => [
  { id: 'R20', claim: 'nothing that was acknowledged can be lost', sql: disposable ? override : `${override} union all ${serverWide}` },
]
