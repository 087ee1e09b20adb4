/** A hole, and the rule that has to find it. */
export interface Fault {
  readonly rule: string
  readonly plant: readonly string[]
}

/** Which walled table, and which other one, the faults of a round are planted in. */
export interface Scene {
  readonly table: string
  readonly other: string
  readonly role: 'dl_app' | 'dl_operator'
  readonly database: string
}

const WALL = 'tenant_id = current_tenant()'
const definer = (name: string, path = 'set search_path = pg_catalog, pg_temp') =>
  `create function ${name}() returns bigint language sql security definer ${path} as 'select 1::bigint'`

/** Faults in what the roles are and carry with them. */
const roleFaults = ({ table, role, database }: Scene): Fault[] => [
  { rule: 'R01', plant: [`alter role ${role} superuser`] },
  { rule: 'R01', plant: [`alter role ${role} bypassrls`] },
  { rule: 'R01', plant: [`alter role ${role} createrole`] },
  { rule: 'R01', plant: [`alter role ${role} createdb`] },
  { rule: 'R01', plant: [`alter role ${role} replication`] },
  { rule: 'R01', plant: ['alter role dl_jobs bypassrls'] },
  { rule: 'R01', plant: ['alter role dl_owner login'] },
  { rule: 'R01', plant: ['alter role dl_owner superuser'] },
  { rule: 'R01', plant: ['alter role dl_backup nobypassrls'] },
  { rule: 'R01', plant: [`alter role ${role} rename to dl_other`] },
  { rule: 'R02', plant: [`grant dl_owner to ${role}`] },
  { rule: 'R02', plant: [`grant pg_read_all_data to ${role}`] },
  { rule: 'R02', plant: [`grant dl_backup to ${role}`] },
  { rule: 'R02', plant: ['grant pg_write_all_data to dl_owner'] },
  { rule: 'R03', plant: [`alter table ${table} owner to ${role}`] },
  { rule: 'R03', plant: [`alter schema dl owner to ${role}`] },
  { rule: 'R03', plant: [`alter database ${database} owner to ${role}`] },
  { rule: 'R03', plant: ['alter function publish_figures owner to dl_jobs'] },
  { rule: 'R03', plant: ['create table leftovers (id uuid primary key)'] },
  { rule: 'R17', plant: [`grant create on schema public to ${role}`] },
  { rule: 'R17', plant: ['grant create on schema public to public'] },
  { rule: 'R17', plant: [`grant create on database ${database} to ${role}`] },
  { rule: 'R17', plant: [`grant temporary on database ${database} to public`] },
  { rule: 'R23', plant: [`alter role ${role} set app.tenant_id = '00000000-0000-0000-0000-000000000001'`] },
  { rule: 'R23', plant: [`alter database ${database} set app.tenant_id = '00000000-0000-0000-0000-000000000001'`] },
  { rule: 'R23', plant: [`alter role ${role} in database ${database} set role = 'dl_owner'`] },
  { rule: 'R23', plant: [`set local app.tenant_id = '00000000-0000-0000-0000-000000000001'`] },
  { rule: 'R29', plant: [`alter default privileges for role dl_owner grant select on tables to ${role}`] },
  { rule: 'R29', plant: ['alter default privileges for role dl_owner in schema public grant execute on functions to public'] },
  { rule: 'R30', plant: [`grant select on ${table} to dl_jobs`] },
  { rule: 'R30', plant: [`grant delete on ${table} to dl_backup`] },
  { rule: 'R30', plant: ['revoke pg_read_all_data from dl_backup'] },
]

/** Faults in a table's wall, keys and grants. */
const tableFaults = ({ table, other, role }: Scene): Fault[] => [
  { rule: 'R04', plant: ['create table remarks (id uuid primary key, body text)', `grant select on remarks to ${role}`] },
  { rule: 'R04', plant: ['create table remarks (id uuid primary key, body text)', `grant update (body) on remarks to ${role}`] },
  { rule: 'R04', plant: ['create table remarks (id uuid primary key, body text)', 'grant select on remarks to public'] },
  { rule: 'R04', plant: ['grant insert on tenants to dl_app'] },
  { rule: 'R04', plant: ['grant select on operators to dl_app'] },
  { rule: 'R04', plant: ['grant update on tenant_figures to dl_operator'] },
  { rule: 'R05', plant: [`alter table ${table} disable row level security`] },
  { rule: 'R05', plant: ['create table remarks (tenant_id uuid not null, id uuid, primary key (tenant_id, id))'] },
  { rule: 'R06', plant: [`alter table ${table} no force row level security`] },
  { rule: 'R07', plant: ['create table remarks (tenant_id uuid, body text)', `select dl.build_wall('remarks', 'select')`] },
  { rule: 'R07', plant: [`alter table ${table} add column city text not null default ''`, `alter table ${table} rename column tenant_id to old_id`, `alter table ${table} rename column city to tenant_id`] },
  { rule: 'R08', plant: [`drop policy tenant_wall on ${table}`] },
  { rule: 'R08', plant: [`drop policy tenant_wall on ${table}`, `create policy tenant_wall on ${table} using (${WALL}) with check (${WALL})`] },
  { rule: 'R08', plant: [`drop policy tenant_wall on ${table}`, `create policy tenant_wall on ${table} as restrictive for select using (${WALL})`] },
  { rule: 'R08', plant: [`alter policy tenant_wall on ${table} to dl_app`] },
  { rule: 'R08', plant: [`alter policy tenant_wall on ${table} using (true)`] },
  { rule: 'R08', plant: [`alter policy tenant_wall on ${table} with check (true)`] },
  { rule: 'R08', plant: [`alter policy tenant_wall on ${table} using (${WALL} or current_tenant() is null)`] },
  { rule: 'R09', plant: [`alter table ${table} add column peer uuid`, 'create unique index people_alone on people (id)', `alter table ${table} add foreign key (peer) references people (id)`] },
  { rule: 'R09', plant: [`alter table ${table} add column peer uuid`, `alter table ${table} add foreign key (peer, tenant_id) references people (tenant_id, id)`] },
  { rule: 'R09', plant: ['create unique index people_alone on people (id)', 'alter table tenants add column founder uuid references people (id)'] },
  { rule: 'R10', plant: ['create unique index people_email_alone on people (email)'] },
  { rule: 'R10', plant: ['create unique index people_email_first on people (email, tenant_id)'] },
  { rule: 'R10', plant: ['alter table people add exclude using btree (email with =)'] },
  { rule: 'R10', plant: [`create index misplaced on ${table} (created_at)`] },
  { rule: 'R15', plant: [`grant truncate on ${table} to ${role}`] },
  { rule: 'R15', plant: [`grant references on ${table} to ${role}`] },
  { rule: 'R15', plant: [`grant trigger on ${table} to ${role}`] },
  { rule: 'R15', plant: [`grant all on ${table} to ${role}`] },
  { rule: 'R18', plant: [`create policy everything on ${table} to ${role} using (true)`] },
  { rule: 'R18', plant: [`create policy new_rows on ${table} for insert to ${role} with check (true)`] },
  { rule: 'R18', plant: [`create policy also on ${table} to ${role} using ((${WALL} and true) or created_at < now())`] },
  { rule: 'R18', plant: [`create policy own on ${table} using (${WALL})`] },
  { rule: 'R18', plant: [`create policy own on ${table} to dl_jobs using (${WALL})`] },
  { rule: 'R19', plant: [`create table part () inherits (${table})`] },
  { rule: 'R19', plant: ['create table years (tenant_id uuid not null) partition by hash (tenant_id)', 'create table years_0 partition of years for values with (modulus 1, remainder 0)'] },
  { rule: 'R22', plant: [`alter table ${table} add constraint later check (created_at is not null) not valid`] },
  { rule: 'R22', plant: [`alter table ${table} add constraint idle check (created_at is not null) not enforced`] },
  { rule: 'R22', plant: ['alter table merchants disable trigger all'] },
  { rule: 'R22', plant: [`update pg_index set indisvalid = false where indrelid = '${other}'::regclass and indisprimary`] },
  { rule: 'R27', plant: ['grant update on audit_events to dl_app'] },
  { rule: 'R27', plant: ['grant delete on task_events to dl_app'] },
  { rule: 'R27', plant: ['grant update (content) on pack_revisions to dl_operator'] },
  { rule: 'R28', plant: ['grant select on people to dl_operator'] },
  { rule: 'R28', plant: ['grant select (name) on merchants to dl_operator'] },
]

/** Faults that lead round the wall, or under it. */
const wayRoundFaults = ({ table, role, database }: Scene): Fault[] => [
  { rule: 'R11', plant: [`create view glance as select * from ${table}`, `grant select on glance to ${role}`] },
  { rule: 'R11', plant: [`create view glance with (security_invoker = off) as select * from ${table}`, `grant select on glance to ${role}`] },
  { rule: 'R12', plant: [`create materialized view copy as select * from ${table}`, `grant select on copy to ${role}`] },
  { rule: 'R12', plant: ['create foreign data wrapper abroad', 'create server there foreign data wrapper abroad', 'create foreign table far (id uuid) server there', `grant select on far to ${role}`] },
  { rule: 'R13', plant: [definer('count_all'), `grant execute on function count_all to ${role}`] },
  { rule: 'R13', plant: [definer('count_all'), 'grant execute on function count_all to public'] },
  { rule: 'R13', plant: ['alter function enqueue_job owner to dl_owner'] },
  { rule: 'R14', plant: [definer('count_all', '')] },
  { rule: 'R14', plant: ['alter function publish_figures set search_path = public'] },
  { rule: 'R16', plant: ['create sequence receipt', `grant usage on receipt to ${role}`] },
  { rule: 'R20', plant: [`alter role ${role} set synchronous_commit = off`] },
  { rule: 'R20', plant: [`alter database ${database} set synchronous_commit = local`] },
  { rule: 'R20', plant: ['set local session_replication_role = replica'] },
  { rule: 'R21', plant: [`create or replace function current_tenant() returns uuid language sql stable as 'select id from tenants limit 1'`] },
  { rule: 'R21', plant: [`create or replace function current_tenant() returns uuid language sql stable return current_setting('app.tenant', true)::uuid`] },
  { rule: 'R21', plant: ['alter function current_tenant() immutable'] },
  { rule: 'R21', plant: ['create schema before', 'create function before.current_tenant() returns uuid language sql return null::uuid'] },
  { rule: 'R21', plant: [`create or replace function publish_figures(merchants integer, assessments integer, plans integer, tasks_done integer) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as 'begin end'`] },
  { rule: 'R24', plant: ['create extension pg_trgm'] },
  { rule: 'R25', plant: [`create rule nothing as on delete to ${table} do instead nothing`] },
  { rule: 'R26', plant: [`create function copy_row() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as 'begin return new; end'`, `create trigger copied after insert on ${table} for each row execute function copy_row()`] },
  { rule: 'R31', plant: [`create function glimpse(text) returns boolean language sql leakproof as 'select true'`] },
]

/** Every fault, planted in this scene. */
export function listFaults(scene: Scene): Fault[] {
  return [...roleFaults(scene), ...tableFaults(scene), ...wayRoundFaults(scene)]
}
