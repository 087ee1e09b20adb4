import type { Query } from '@digitallotsen/db/admin-session.ts'

/** The wall of a table is twofold: policies that restrict, and policies that permit no more than the own city. Each has to do alone. */
export type Layer = 'restrictive' | 'permissive'
export const layers: readonly Layer[] = ['restrictive', 'permissive']

export type Policy = { name: string; layer: Layer; roles: readonly string[]; command: string; seen: string | null; written: string | null }

const stored = `
  select policyname::text as name, lower(permissive) as layer, to_jsonb(roles::text[]) as roles, cmd as command, qual as seen, with_check as written
  from pg_policies where schemaname = 'public' and tablename = $1 order by 1`

export const listPolicies = async (admin: Query, table: string): Promise<Policy[]> => (await admin(stored, [table])).map(row => row as Policy)

const clause = (word: string, expression: string | null) => (expression === null ? '' : ` ${word} (${expression})`)

const toCreate = (table: string, { name, layer, roles, command, seen, written }: Policy): string =>
  `create policy ${name} on ${table} as ${layer} for ${command} to ${roles.join(', ')}${clause('using', seen)}${clause('with check', written)}`

/** Open for everything it is about: what then still keeps rows back is another policy. */
const toOpen = (table: string, { name, command }: Policy): string =>
  `alter policy ${name} on ${table}${command === 'INSERT' ? '' : ' using (true)'}${command === 'SELECT' || command === 'DELETE' ? '' : ' with check (true)'}`

/** A restrictive policy is taken away by dropping it; a permissive one by opening it, since without any nobody reaches a row. */
const toTakeAway = (table: string, policy: Policy): string => (policy.layer === 'restrictive' ? `drop policy ${policy.name} on ${table}` : toOpen(table, policy))

/** Runs with one layer of the table's wall away, or with both as they are, and puts every policy back as it was. */
export const withoutLayer = async <T>(admin: Query, table: string, layer: Layer | 'none', act: () => Promise<T>): Promise<T> => {
  const before = await listPolicies(admin, table)
  for (const policy of before) if (policy.layer === layer) await admin(toTakeAway(table, policy))
  try {
    return await act()
  } finally {
    for (const { name } of await listPolicies(admin, table)) await admin(`drop policy ${name} on ${table}`)
    for (const policy of before) await admin(toCreate(table, policy))
  }
}
