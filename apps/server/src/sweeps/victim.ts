import type { Query } from '@digitallotsen/db/admin-session.ts'
import type { Case } from './case-scene.ts'
import type { CityScene } from './city-scene.ts'

/** The city whose data nobody of another may see or change, as it stood at the last look. */
export type Victim = { city: CityScene; cases: Case[]; ids: ReadonlySet<string>; fingerprint: string; committed: string }

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi

const statements = new Map<string, string>()

/** One text per table of a city, `tenants` itself included. */
const rowsOf = async (admin: Query, select: string): Promise<string> => {
  const known = statements.get(select)
  if (known) return known
  const tables = await admin(`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`)
  const parts = tables.map(({ name }) => `select '${String(name)}' as name, (select ${select} from ${String(name)} t where tenant_id = $1) as rows`)
  const statement = [...parts, `select 'tenants', (select ${select} from tenants t where id = $1)`].join(' union all ')
  statements.set(select, statement)
  return statement
}

/** Changes with any change of any row of the city. */
export const fingerprintOf = async (admin: Query, tenantId: string): Promise<string> => {
  const statement = await rowsOf(admin, `md5(coalesce(string_agg(t::text, '|' order by t::text), ''))`)
  const rows = await admin(statement, [tenantId])
  return rows.map(({ name, rows }) => `${String(name)}:${String(rows)}`).sort().join(' ')
}

/** What has been committed on this server: while it reads the same, no row of anybody has changed, and there is nothing to look for. */
export const committedOf = async (admin: Query): Promise<string> => String((await admin('select pg_current_snapshot()::text as seen'))[0]?.['seen'])

/** Every id that stands in a row of the city. */
const idsOf = async (admin: Query, tenantId: string): Promise<Set<string>> => {
  const statement = await rowsOf(admin, `string_agg(t::text, ' ')`)
  const rows = await admin(statement, [tenantId])
  return new Set(rows.flatMap(({ rows }) => String(rows ?? '').match(uuid) ?? []).map(id => id.toLowerCase()))
}

export const lookAt = async (admin: Query, city: CityScene, cases: Case[]): Promise<Victim> => ({
  city, cases, committed: await committedOf(admin), ids: await idsOf(admin, city.id), fingerprint: await fingerprintOf(admin, city.id),
})

/** What of the victim stands in a text, apart from what the asker has sent itself; undefined where nothing does. */
export const findTrace = (text: string, { city, ids }: Victim, sent: string): string | undefined => {
  const lower = text.toLowerCase()
  const asked = sent.toLowerCase()
  const mark = [city.mark, city.packMark].find(mark => lower.includes(mark.toLowerCase()))
  return mark ?? (lower.match(uuid) ?? []).find(id => ids.has(id) && !asked.includes(id))
}
