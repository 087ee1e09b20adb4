import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import type { Connection } from '../lane-options.ts'

/** A database of its own with one walled table, and an application role that owns nothing and passes no wall. */
export interface Ground {
  /** As the application role. */
  readonly connection: Connection
  readonly tenants: readonly string[]
  /** As superuser, for looking and for killing. */
  readonly admin: postgres.Sql
  drop(): Promise<void>
}

/** The table `notes`; a note whose body is `slow` takes 300 ms of COMMIT, one whose body is `refused` fails there. */
const TABLE = `
  create table notes (
    tenant_id uuid not null, id uuid not null default gen_random_uuid(), key text not null, body text not null default '',
    primary key (tenant_id, id));
  alter table notes enable row level security;
  alter table notes force row level security;
  create policy wall on notes as restrictive using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
  create policy own on notes using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
  create function dawdle() returns trigger language plpgsql as $$ begin perform pg_sleep(0.3); return null; end $$;
  create constraint trigger dawdle after insert on notes deferrable initially deferred
    for each row when (new.body = 'slow') execute function dawdle();
  create function refuse() returns trigger language plpgsql as $$ begin raise check_violation; end $$;
  create constraint trigger refuse after insert on notes deferrable initially deferred
    for each row when (new.body = 'refused') execute function refuse();
  create table places (name text primary key)`

/** Promises a fresh ground on the server at `adminUrl`, with three notes for each of so many tenants. */
export async function createGround(adminUrl: string, tenantCount: number): Promise<Ground> {
  const name = `ground_${randomBytes(6).toString('hex')}`
  const password = randomBytes(12).toString('hex')
  const server = connect(adminUrl)
  await server.unsafe(`create role ${name} login password '${password}'`)
  await server.unsafe(`create database ${name}`)
  const { hostname: host, port } = new URL(adminUrl)
  const admin = connect(adminUrl, name)
  await admin.unsafe(`${TABLE}; grant select, insert, update, delete on notes, places to ${name}`)
  const tenants = Array.from({ length: tenantCount }, () => randomUUID())
  await admin`insert into notes (tenant_id, key) select t, 'first ' || n from unnest(${tenants}::uuid[]) t, generate_series(1, 3) n`
  return {
    admin, tenants,
    connection: { host, port: Number(port), user: name, password, database: name },
    async drop() {
      await admin.end({ timeout: 1 })
      await server.unsafe(`drop database ${name} with (force)`)
      await server.unsafe(`drop role ${name}`)
      await server.end({ timeout: 1 })
    },
  }
}

/** Ends a backend as an administrator would, and waits until it is gone. */
export async function killBackend({ admin }: Ground, pid: number): Promise<void> {
  await admin`select pg_terminate_backend(${pid}, 5000)`
}

/** Waits until the server has ended a backend by itself. */
export async function untilBackendGone({ admin }: Ground, pid: number): Promise<void> {
  for (;;) {
    const [row] = await admin`select 1 from pg_stat_activity where pid = ${pid}`
    if (!row) return
    await sleep(5)
  }
}

function connect(url: string, database = 'postgres'): postgres.Sql {
  return postgres(url, { database, max: 2, onnotice: () => {} })
}
