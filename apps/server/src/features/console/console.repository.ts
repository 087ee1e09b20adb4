import { asc, desc, eq, sql, type SQL } from 'drizzle-orm'
import type { GlobalTx, TenantTx } from '@digitallotsen/db/lanes.ts'
import { packRevisions } from '@digitallotsen/db/schema/pack-revisions.table.ts'
import { tenantFigures } from '@digitallotsen/db/schema/tenant-figures.table.ts'
import { tenantHosts } from '@digitallotsen/db/schema/tenant-hosts.table.ts'
import { tenants } from '@digitallotsen/db/schema/tenants.table.ts'
import type { OpenPoint } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import type { Theme } from '@digitallotsen/pack/theme/theme.schemas.ts'
import type { TenantId } from '@digitallotsen/domain/ids.schemas.ts'
import type { CityRevision, ConsoleCity } from './console.schemas.ts'

export type CityRow = Omit<ConsoleCity, 'openChecks'>
export type PackFindings = { checklist: OpenPoint[]; themeNotes: Theme['notes'] }

const shownRevisions = 50

/** Part of a document, read as the column of documents is. */
const json = <T>(part: SQL) => sql<T>`${part}`.mapWith((value: unknown) => packRevisions.content.mapFromDriverValue(value) as T)

const rows = (tx: GlobalTx) =>
  tx
    .select({
      id: tenants.id, slug: tenants.slug, name: tenants.name, ags: tenants.ags, state: tenants.state,
      frameworkVersion: tenants.frameworkVersion, packRevision: tenants.packRevision, sample: tenants.sample,
      hosts: json<string[]>(sql`coalesce((select jsonb_agg(${tenantHosts.host} order by ${tenantHosts.host}) from ${tenantHosts} where ${tenantHosts.tenantId} = ${tenants.id}), '[]')`),
      merchants: tenantFigures.merchants, assessments: tenantFigures.assessments, plans: tenantFigures.plans, tasksDone: tenantFigures.tasksDone,
      figuresAt: tenantFigures.updatedAt, updatedAt: tenants.updatedAt,
    })
    .from(tenants)
    .leftJoin(tenantFigures, eq(tenantFigures.tenantId, tenants.id))

type Row = Awaited<ReturnType<typeof rows>>[number]

const toCity = (row: Row): CityRow => ({
  ...row,
  id: row.id as TenantId,
  merchants: row.merchants ?? 0,
  assessments: row.assessments ?? 0,
  plans: row.plans ?? 0,
  tasksDone: row.tasksDone ?? 0,
  figuresAt: row.figuresAt?.toISOString() ?? null,
  updatedAt: row.updatedAt.toISOString(),
})

export const listCityRows = async (tx: GlobalTx): Promise<CityRow[]> => (await rows(tx).orderBy(asc(tenants.name), asc(tenants.id))).map(toCity)

export const findCityRow = async (tx: GlobalTx, tenantId: string): Promise<CityRow | undefined> => {
  const [row] = await rows(tx).where(eq(tenants.id, tenantId))
  return row && toCity(row)
}

/** How many points the latest pack leaves open; 0 where no pack was applied yet. */
export const countOpenPoints = async (tx: TenantTx): Promise<number> => {
  const [row] = await tx
    .select({ open: sql<number | null>`jsonb_array_length(${packRevisions.content} -> 'checklist')` })
    .from(packRevisions)
    .where(eq(packRevisions.tenantId, tx.tenantId))
    .orderBy(desc(packRevisions.revision))
    .limit(1)
  return row?.open ?? 0
}

export const findPackFindings = async (tx: TenantTx): Promise<PackFindings> => {
  const [row] = await tx
    .select({
      checklist: json<OpenPoint[] | null>(sql`${packRevisions.content} -> 'checklist'`),
      themeNotes: json<Theme['notes'] | null>(sql`${packRevisions.content} -> 'theme' -> 'notes'`),
    })
    .from(packRevisions)
    .where(eq(packRevisions.tenantId, tx.tenantId))
    .orderBy(desc(packRevisions.revision))
    .limit(1)
  return { checklist: row?.checklist ?? [], themeNotes: row?.themeNotes ?? [] }
}

export const listRevisions = async (tx: TenantTx): Promise<CityRevision[]> => {
  const { revision, frameworkVersion, hash, appliedAt, appliedBy } = packRevisions
  const found = await tx
    .select({ revision, frameworkVersion, hash, appliedAt, appliedBy })
    .from(packRevisions)
    .where(eq(packRevisions.tenantId, tx.tenantId))
    .orderBy(desc(revision))
    .limit(shownRevisions)
  return found.map(row => ({ ...row, appliedAt: row.appliedAt.toISOString() }))
}
