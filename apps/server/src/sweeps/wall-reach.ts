import { sql, type SQL } from 'drizzle-orm'
import type { Query } from '@digitallotsen/db/admin-session.ts'
import { findSqlState } from '@digitallotsen/db/lane-errors.ts'
import type { Lanes } from '@digitallotsen/db/lanes.ts'

/** The roles that requests run as. */
export type SessionRole = 'dl_app' | 'dl_operator'
type Right = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE'

const granted = `
  select role, to_jsonb(array_remove(array[
    case when has_any_column_privilege(role, $1, 'SELECT') then 'SELECT' end,
    case when has_any_column_privilege(role, $1, 'INSERT') then 'INSERT' end,
    case when has_any_column_privilege(role, $1, 'UPDATE') then 'UPDATE' end,
    case when has_table_privilege(role, $1, 'DELETE') then 'DELETE' end], null)) as rights
  from unnest(array['dl_app', 'dl_operator']) role`

/** Who may do anything at all with the table, and what. */
export const listRights = async (admin: Query, table: string): Promise<(readonly [SessionRole, readonly Right[]])[]> => {
  const rows = (await admin(granted, [table])) as unknown as { role: SessionRole; rights: Right[] }[]
  return rows.filter(({ rights }) => rights.length > 0).map(({ role, rights }) => [role, rights] as const)
}

/** What a session of one city can do beyond it, in words; and whether it has its own rows. */
export type Reach = { seesOwn: boolean; holes: string[] }

/** Carries what a statement did out of its transaction, which falls with it. */
class Undone extends Error {
  readonly rows: number
  constructor(rows: number) {
    super('undone')
    this.rows = rows
  }
}

/** True for a refusal by a policy; a missing right has the same code and says something else. */
const isRefusedByPolicy = (error: unknown): boolean => findSqlState(error) === '42501' && String(error).includes('row-level security')

/** How many rows a statement reaches, undone at once. One that fails for another reason than a policy has got past all of them. */
const countReached = (lanes: Lanes, tenantId: string, statement: SQL): Promise<number> =>
  lanes
    .withTenant(tenantId, async tx => {
      throw new Undone([...(await tx.execute(statement))].length)
    })
    .catch((error: unknown) => {
      if (error instanceof Undone) return error.rows
      return isRefusedByPolicy(error) ? 0 : 1
    })

type Place = { table: string; rights: readonly Right[]; own: string; foreign: string }

/** Every kind of statement by which rows of the other city could be seen, changed, taken away or added. */
const attempts = ({ table, own, foreign }: Place): { needs: Right; hole: string; statement: SQL }[] => {
  const name = sql.identifier(table)
  return [
    { needs: 'SELECT', hole: 'reads rows of the other', statement: sql`select 1 from ${name} where tenant_id = ${foreign}::uuid` },
    { needs: 'UPDATE', hole: 'changes rows of the other', statement: sql`update ${name} set created_at = created_at where tenant_id = ${foreign}::uuid returning 1` },
    { needs: 'DELETE', hole: 'deletes rows of the other', statement: sql`delete from ${name} where tenant_id = ${foreign}::uuid returning 1` },
    { needs: 'INSERT', hole: 'adds a row to the other', statement: sql`insert into ${name} (tenant_id) values (${foreign}::uuid)` },
    { needs: 'UPDATE', hole: 'gives a row of its own to the other', statement: sql`update ${name} set tenant_id = ${foreign}::uuid where tenant_id = ${own}::uuid returning 1` },
  ]
}

export const reachAs = async (lanes: Lanes, place: Place): Promise<Reach> => {
  const holes: string[] = []
  for (const { needs, hole, statement } of attempts(place)) {
    if (place.rights.includes(needs) && (await countReached(lanes, place.own, statement)) > 0) holes.push(hole)
  }
  const own = sql`select 1 from ${sql.identifier(place.table)} where tenant_id = ${place.own}::uuid`
  return { seesOwn: !place.rights.includes('SELECT') || (await countReached(lanes, place.own, own)) > 0, holes }
}
