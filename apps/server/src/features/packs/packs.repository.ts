import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import type { GlobalTx, TenantTx } from '@digitallotsen/db/lanes.ts'
import { frameworkReleases } from '@digitallotsen/db/schema/framework-releases.table.ts'
import { packRevisions } from '@digitallotsen/db/schema/pack-revisions.table.ts'
import { tenantHosts } from '@digitallotsen/db/schema/tenant-hosts.table.ts'
import { tenants } from '@digitallotsen/db/schema/tenants.table.ts'
import type { Folder } from '@digitallotsen/pack/folder.ts'
import type { Framework } from '@digitallotsen/pack/framework-base.ts'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'

/** A city's row as far as its pack decides it. */
export interface PackTenant {
  name: string
  ags: string | null
  state: 'draft' | 'live' | 'paused' | 'ended'
  frameworkVersion: string
}

export interface StoredRevision {
  revision: number
  hash: string
  content: unknown
}

export interface NewRevision {
  revision: number
  pack: ResolvedPack
  hash: string
  source: Folder
  appliedBy: string
}

export const findTenantId = async (tx: GlobalTx, slug: string): Promise<string | undefined> => {
  const [row] = await tx.select({ id: tenants.id }).from(tenants).where(eq(tenants.slug, slug))
  return row?.id
}

export const findTenant = async (tx: TenantTx): Promise<PackTenant | undefined> => {
  const { name, ags, state, frameworkVersion } = tenants
  const [row] = await tx.select({ name, ags, state, frameworkVersion }).from(tenants).where(eq(tenants.id, tx.tenantId))
  return row
}

/** Lets a second apply to the same city wait for the first. */
export const lockTenant = async (tx: TenantTx): Promise<void> => {
  await tx.select({ id: tenants.id }).from(tenants).where(eq(tenants.id, tx.tenantId)).for('update')
}

export const insertTenant = async (tx: TenantTx, slug: string, city: PackTenant): Promise<void> => {
  await tx.insert(tenants).values({ id: tx.tenantId, slug, ...city })
}

export const updateTenant = async (tx: TenantTx, city: PackTenant & { packRevision: number }): Promise<void> => {
  await tx.update(tenants).set({ ...city, updatedAt: sql`now()` }).where(eq(tenants.id, tx.tenantId))
}

/** Those of the hosts that another city has, with its slug. */
export const listForeignHosts = async (tx: TenantTx, hosts: readonly string[]): Promise<{ host: string; slug: string }[]> =>
  tx
    .select({ host: tenantHosts.host, slug: tenants.slug })
    .from(tenantHosts)
    .innerJoin(tenants, eq(tenants.id, tenantHosts.tenantId))
    .where(and(inArray(tenantHosts.host, [...hosts]), ne(tenantHosts.tenantId, tx.tenantId)))
    .orderBy(tenantHosts.host)

export const listHosts = async (tx: TenantTx): Promise<string[]> => {
  const rows = await tx.select({ host: tenantHosts.host }).from(tenantHosts).where(eq(tenantHosts.tenantId, tx.tenantId)).orderBy(tenantHosts.host)
  return rows.map(({ host }) => host)
}

export const insertHosts = async (tx: TenantTx, hosts: readonly string[]): Promise<void> => {
  if (hosts.length > 0) await tx.insert(tenantHosts).values(hosts.map(host => ({ host, tenantId: tx.tenantId })))
}

export const deleteHosts = async (tx: TenantTx, hosts: readonly string[]): Promise<void> => {
  if (hosts.length > 0) await tx.delete(tenantHosts).where(and(eq(tenantHosts.tenantId, tx.tenantId), inArray(tenantHosts.host, [...hosts])))
}

export const findFrameworkHash = async (tx: TenantTx, version: string): Promise<string | undefined> => {
  const [row] = await tx.select({ hash: frameworkReleases.hash }).from(frameworkReleases).where(eq(frameworkReleases.version, version))
  return row?.hash
}

/** Two cities may bring the same release at the same time: the first one stands. */
export const ensureFrameworkRelease = async (tx: TenantTx, { release, hash }: Framework): Promise<void> => {
  await tx.insert(frameworkReleases).values({ version: release.version, hash, content: release }).onConflictDoNothing()
}

export const findLatestRevision = async (tx: TenantTx): Promise<StoredRevision | undefined> => {
  const { revision, hash, content } = packRevisions
  const [row] = await tx.select({ revision, hash, content }).from(packRevisions).where(eq(packRevisions.tenantId, tx.tenantId)).orderBy(desc(revision)).limit(1)
  return row
}

export const insertRevision = async (tx: TenantTx, { revision, pack, hash, source, appliedBy }: NewRevision): Promise<void> => {
  await tx.insert(packRevisions).values({ tenantId: tx.tenantId, revision, frameworkVersion: pack.frameworkVersion, hash, content: pack, source, appliedBy })
}
