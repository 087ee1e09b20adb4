import { randomUUID } from 'node:crypto'
import { findSqlState } from '@digitallotsen/db/lane-errors.ts'
import type { Lanes, TenantTx } from '@digitallotsen/db/lanes.ts'
import type { Folder } from '@digitallotsen/pack/folder.ts'
import type { Framework } from '@digitallotsen/pack/framework-base.ts'
import { planChanges, type Change } from '@digitallotsen/pack/plan-changes.ts'
import { resolvedPack, type ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import {
  deleteHosts,
  ensureFrameworkRelease,
  findFrameworkHash,
  findLatestRevision,
  findTenant,
  findTenantId,
  insertHosts,
  insertRevision,
  insertTenant,
  listForeignHosts,
  listHosts,
  lockTenant,
  updateTenant,
  type PackTenant,
  type StoredRevision,
} from './packs.repository.ts'

/** A pack that passed `loadPack`, with the files it came from. */
export interface LoadedPack {
  pack: ResolvedPack
  hash: string
  source: Folder
  framework: Framework
}

/** What stands between a pack and its city, each a German sentence; nothing is written where there is one. */
export interface Refusal {
  kind: 'refused'
  reasons: string[]
}

export interface PackPlan {
  kind: 'planned'
  /** The revision that is live; null where the city is new. */
  revision: number | null
  /** Differences to it; may be empty although `unchanged` is false, where only the stored form moves. */
  changes: Change[]
  unchanged: boolean
}

export interface Applied {
  kind: 'applied' | 'unchanged'
  tenantId: string
  revision: number
  changes: Change[]
}

type OperatorLanes = Pick<Lanes, 'withTenant' | 'withoutTenant'>

/** What applying the pack would change; writes nothing. */
export const planPack = async (lanes: OperatorLanes, loaded: LoadedPack): Promise<PackPlan | Refusal> => {
  const tenantId = await findOrChooseId(lanes, loaded.pack.slug)
  return lanes.withTenant(tenantId, tx => examine(tx, loaded), { readOnly: true })
}

/** Applies the pack in one transaction: city, hosts, framework release and a new revision. Changes nothing where all is as the pack says. */
export const applyPack = async (lanes: OperatorLanes, loaded: LoadedPack, appliedBy: string): Promise<Applied | Refusal> => {
  const tenantId = await findOrChooseId(lanes, loaded.pack.slug)
  return lanes.withTenant(tenantId, tx => apply(tx, loaded, appliedBy)).catch(refuseRace)
}

const findOrChooseId = async (lanes: OperatorLanes, slug: string): Promise<string> =>
  (await lanes.withoutTenant(tx => findTenantId(tx, slug), { readOnly: true })) ?? randomUUID()

const apply = async (tx: TenantTx, loaded: LoadedPack, appliedBy: string): Promise<Applied | Refusal> => {
  await lockTenant(tx)
  const plan = await examine(tx, loaded)
  if (plan.kind === 'refused') return plan
  const { tenantId } = tx
  if (plan.unchanged && plan.revision !== null) return { kind: 'unchanged', tenantId, revision: plan.revision, changes: [] }
  const revision = (plan.revision ?? 0) + 1
  await write(tx, loaded, { revision, appliedBy })
  return { kind: 'applied', tenantId, revision, changes: plan.changes }
}

const write = async (tx: TenantTx, { pack, hash, source, framework }: LoadedPack, { revision, appliedBy }: { revision: number; appliedBy: string }) => {
  const city = tenantOf(pack)
  if (!(await findTenant(tx))) await insertTenant(tx, pack.slug, city)
  const hosts = await listHosts(tx)
  await deleteHosts(tx, hosts.filter(host => !pack.hosts.includes(host)))
  await insertHosts(tx, pack.hosts.filter(host => !hosts.includes(host)))
  await ensureFrameworkRelease(tx, framework)
  await insertRevision(tx, { revision, pack, hash, source, appliedBy })
  await updateTenant(tx, { ...city, packRevision: revision })
}

const examine = async (tx: TenantTx, loaded: LoadedPack): Promise<PackPlan | Refusal> => {
  const city = await findTenant(tx)
  const reasons = [...endedReasons(city), ...(await hostReasons(tx, loaded.pack)), ...(await frameworkReasons(tx, loaded.framework))]
  if (reasons.length > 0) return { kind: 'refused', reasons }
  const latest = await findLatestRevision(tx)
  const unchanged = latest?.hash === loaded.hash && city !== undefined && isAsPacked(city, await listHosts(tx), loaded.pack)
  return { kind: 'planned', revision: latest?.revision ?? null, changes: changesSince(latest, loaded.pack), unchanged }
}

/** A revision in a form of long ago cannot be compared; then everything counts as new. */
const changesSince = (latest: StoredRevision | undefined, pack: ResolvedPack): Change[] => planChanges(resolvedPack.safeParse(latest?.content).data, pack)

const endedReasons = (city: PackTenant | undefined) =>
  city?.state === 'ended' ? ['Diese Stadt ist beendet. Bitte legen Sie sie unter einem anderen Namen neu an.'] : []

const hostReasons = async (tx: TenantTx, { hosts }: ResolvedPack) => {
  const taken = await listForeignHosts(tx, hosts)
  return taken.map(({ host, slug }) => `Der Rechnername „${host}“ gehört schon zu „${slug}“. Bitte ändern Sie „hosts“ in pack.yaml.`)
}

const frameworkReasons = async (tx: TenantTx, { release, hash }: Framework) => {
  const released = await findFrameworkHash(tx, release.version)
  if (released === undefined || released === hash) return []
  return [`Der Handlungsrahmen ${release.version} ist mit anderem Inhalt veröffentlicht. Bitte erhöhen Sie „version“ in framework.yaml.`]
}

const tenantOf = ({ name, ags, state, frameworkVersion }: ResolvedPack): PackTenant => ({ name, ags, state, frameworkVersion })

const isAsPacked = (city: PackTenant, hosts: readonly string[], pack: ResolvedPack) => {
  const packed = tenantOf(pack)
  const sameCity = city.name === packed.name && city.ags === packed.ags && city.state === packed.state && city.frameworkVersion === packed.frameworkVersion
  return sameCity && hosts.length === pack.hosts.length && pack.hosts.every(host => hosts.includes(host))
}

/** Slug, host and revision are unique: who comes second at the same moment is told to try again. */
const refuseRace = (error: unknown): Refusal => {
  if (findSqlState(error) !== '23505') throw error
  return { kind: 'refused', reasons: ['Jemand hat zur selben Zeit etwas angewendet. Bitte versuchen Sie es noch einmal.'] }
}
