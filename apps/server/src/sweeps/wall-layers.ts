import type { Query } from '@digitallotsen/db/admin-session.ts'
import { walledTables } from './planted-queries.ts'
import type { Ground } from './sweep-ground.ts'
import { layers, listPolicies, withoutLayer, type Layer, type Policy } from './wall-policies.ts'
import { listRights, reachAs, type Reach, type SessionRole } from './wall-reach.ts'

/** What of a table's wall does not hold by itself; `policy` is the one that should have. */
type Breach = { table: string; policy: string; says: string }

const expected = (layer: Layer, role: SessionRole): string => (layer === 'restrictive' ? 'tenant_wall' : `${role}_rows`)

const namesOf = (policies: readonly Policy[], layer: Layer, role: SessionRole): string[] =>
  policies.filter(policy => policy.layer === layer && (layer === 'restrictive' || policy.roles.includes(role))).map(({ name }) => name)

type Standing = { table: string; role: SessionRole; layer: Layer; policies: readonly Policy[]; reach: Reach }

/** The layer that stands alone has to keep the other city out, and the own rows have to be within reach. */
const findBreaches = ({ table, role, layer, policies, reach }: Standing): Breach[] => {
  const names = namesOf(policies, layer, role)
  const policy = names.join(', ') || expected(layer, role)
  const breach = (says: string): Breach => ({ table, policy, says: `${table}: ${policy} ${says}` })
  const state = names.length === 0 ? 'is missing' : 'does not hold alone'
  if (reach.holes.length > 0) return [breach(`${state}: ${role} of one city ${reach.holes.join(', ')}`)]
  const isOpened = layer === 'permissive' || namesOf(policies, 'permissive', role).length > 0
  return reach.seesOwn || !isOpened ? [] : [breach(`${state}: ${role} does not reach the rows of its own city`)]
}

const other: Record<Layer, Layer> = { restrictive: 'permissive', permissive: 'restrictive' }

/** Takes each layer of the table's wall away in turn, and looks whether the one that is left keeps the cities apart by itself. */
export const proveTable = async (ground: Ground, table: string): Promise<Breach[]> => {
  const { admin, cities: [own, foreign] } = ground
  const breaches: Breach[] = []
  for (const layer of layers) {
    const policies = await listPolicies(admin, table)
    await withoutLayer(admin, table, other[layer], async () => {
      for (const [role, rights] of await listRights(admin, table)) {
        const reach = await reachAs(role === 'dl_app' ? ground.app : ground.operator, { table, rights, own: own.id, foreign: foreign.id })
        breaches.push(...findBreaches({ table, role, layer, policies, reach }))
      }
    })
  }
  return (await hasRows(admin, table, foreign.id)) ? breaches : [...breaches, { table, policy: '', says: `${table}: the other city has no row to try` }]
}

const hasRows = async (admin: Query, table: string, tenantId: string): Promise<boolean> =>
  (await admin(`select 1 from ${table} where tenant_id = $1 limit 1`, [tenantId])).length > 0

/** Faults that leave one layer standing: to whom looks at the whole wall alone, nothing has changed. */
const layerFaults = [
  { policy: 'tenant_wall', plant: (table: string) => `drop policy tenant_wall on ${table}` },
  { policy: 'tenant_wall', plant: (table: string) => `alter policy tenant_wall on ${table} using (true) with check (true)` },
  { policy: 'dl_app_rows', plant: (table: string) => `drop policy dl_app_rows on ${table}` },
  { policy: 'dl_app_rows', plant: (table: string) => `alter policy dl_app_rows on ${table} using (true) with check (true)` },
] as const

/** Plants one fault, looks, and puts the table's policies back as they were. */
const findsFault = async (ground: Ground, table: string, { policy, plant }: (typeof layerFaults)[number]): Promise<boolean> =>
  withoutLayer(ground.admin, table, 'none', async () => {
    await ground.admin(plant(table))
    return (await proveTable(ground, table)).some(breach => breach.table === table && breach.policy === policy)
  })

export type LayerFigures = {
  tables: number
  /** In words, with table and policy. */
  breaches: readonly string[]
  /** One policy dropped or opened beforehand, in each table whose wall is whole. */
  planted: number
  found: number
  missed: readonly string[]
}

/** Each layer of each table alone, and a control per table and fault. Nothing here has to outlast a power failure, so no change of a policy waits for the disk. */
export const proveLayers = async (ground: Ground): Promise<LayerFigures> => {
  await ground.admin('set synchronous_commit = off')
  const breaches: string[] = []
  const missed: string[] = []
  let planted = 0
  for (const table of walledTables) {
    const here = await proveTable(ground, table)
    breaches.push(...here.map(({ says }) => says))
    if (here.length > 0) continue
    for (const fault of layerFaults) {
      planted++
      if (!(await findsFault(ground, table, fault))) missed.push(fault.plant(table))
    }
  }
  return { tables: walledTables.length, breaches, planted, found: planted - missed.length, missed }
}
