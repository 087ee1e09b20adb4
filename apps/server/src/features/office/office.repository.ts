import { and, asc, count, desc, eq, gt, isNotNull, like, sql, type SQL } from 'drizzle-orm'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { merchants } from '@digitallotsen/db/schema/merchants.table.ts'
import { plans } from '@digitallotsen/db/schema/plans.table.ts'
import { tasks } from '@digitallotsen/db/schema/tasks.table.ts'
import { ofCity, writeQuery, type Given, type RowOf } from '@digitallotsen/db/written-query.ts'
import type { Band } from '@digitallotsen/domain/check/result.schemas.ts'
import type { MerchantSort, MerchantSummary } from '@digitallotsen/domain/merchant/merchant.schemas.ts'
import { summaryColumns, toSummary } from '../merchant/merchant-summary.repository.ts'
import type { MerchantQuery } from './office.schemas.ts'

type Filters = Pick<MerchantQuery, 'districtId' | 'band' | 'state' | 'openMusts'> & { patterns: readonly string[] }

const sortColumns = {
  name: merchants.search,
  score: merchants.score,
  open_musts: merchants.openMusts,
  checked_at: merchants.checkedAt,
  created_at: merchants.createdAt,
} as const satisfies Record<MerchantSort, unknown>

type Names = 'state' | 'districtId' | 'band' | 'limit' | 'offset' | `pattern${number}`
type Shape = { filters: Filters; order?: Pick<MerchantQuery, 'sort' | 'direction'> }

const mustsOpen = (wanted: boolean) => (wanted ? gt(merchants.openMusts, 0) : sql`coalesce(${merchants.openMusts}, 0) = 0`)

const matching = ({ state, districtId, band, openMusts, patterns }: Filters, given: Given<Names>) =>
  and(
    eq(merchants.tenantId, ofCity),
    state && eq(merchants.state, given('state')),
    districtId === undefined ? undefined : eq(merchants.districtId, given('districtId')),
    band && eq(merchants.band, given('band')),
    openMusts === undefined ? undefined : mustsOpen(openMusts),
    ...patterns.map((_, i) => like(merchants.search, given(`pattern${i}`))),
  )

/** What has no value yet comes last in either direction; equals follow each other by name, then by id, so that no page repeats a row. */
const ordered = ({ sort, direction }: Pick<MerchantQuery, 'sort' | 'direction'>): SQL[] => {
  const column = sortColumns[sort]
  const first = direction === 'asc' ? sql`${column} asc nulls last` : sql`${column} desc nulls last`
  return [first, asc(merchants.search), asc(merchants.id)]
}

const writeList = ({ filters, order = { sort: 'name', direction: 'asc' } }: Shape) =>
  writeQuery(summaryColumns, (select, given: Given<Names>) =>
    select.from(merchants).where(matching(filters, given)).orderBy(...ordered(order)).limit(given('limit')).offset(given('offset')),
  )

const writeCount = ({ filters }: Shape) =>
  writeQuery({ total: count() }, (select, given: Given<Names>) => select.from(merchants).where(matching(filters, given)))

/** Which filters there are decides the text, their values do not: at most some two thousand texts, each written at its first use. */
const shapeOf = ({ filters: { state, districtId, band, openMusts, patterns }, order }: Shape): string =>
  [state !== undefined, districtId !== undefined, band !== undefined, openMusts, patterns.length, order?.sort, order?.direction].join(' ')

const writtenOnce = <Q>(write: (shape: Shape) => Q) => {
  const written = new Map<string, Q>()
  return (shape: Shape): Q => {
    const key = shapeOf(shape)
    const query = written.get(key) ?? write(shape)
    written.set(key, query)
    return query
  }
}

const listFor = writtenOnce(writeList)
const countFor = writtenOnce(writeCount)

const valuesOf = ({ state, districtId, band, patterns }: Filters) => ({ state, districtId, band, ...Object.fromEntries(patterns.map((pattern, i) => [`pattern${i}`, pattern])) })

export const listMerchants = async (tx: TenantTx, filters: Filters, { page, pageSize, ...order }: Pick<MerchantQuery, 'page' | 'pageSize' | 'sort' | 'direction'>): Promise<MerchantSummary[]> => {
  const rows = await tx.read<RowOf<ReturnType<typeof writeList>>, string>(listFor({ filters, order }), { ...valuesOf(filters), limit: pageSize, offset: (page - 1) * pageSize })
  return rows.map(toSummary)
}

export const countMerchants = async (tx: TenantTx, filters: Filters): Promise<number> => {
  const [row] = await tx.read<{ total: number }, string>(countFor({ filters }), valuesOf(filters))
  return row?.total ?? 0
}

export const countTaking = async (tx: TenantTx): Promise<{ merchants: number; checked: number; planned: number; tasksDone: number }> => {
  const ours = eq(merchants.tenantId, tx.tenantId)
  const [[planned], all, checked, tasksDone] = await Promise.all([
    tx
      .select({ merchants: sql<number>`count(distinct ${plans.merchantId})::int` })
      .from(plans)
      .where(and(eq(plans.tenantId, tx.tenantId), eq(plans.state, 'active'))),
    tx.$count(merchants, ours),
    tx.$count(merchants, and(ours, isNotNull(merchants.latestAssessmentId))),
    tx.$count(tasks, and(eq(tasks.tenantId, tx.tenantId), eq(tasks.state, 'done'))),
  ])
  return { merchants: all, checked, planned: planned?.merchants ?? 0, tasksDone }
}

export const countByBand = async (tx: TenantTx): Promise<{ band: Band; merchants: number }[]> => {
  const rows = await tx
    .select({ band: merchants.band, merchants: count() })
    .from(merchants)
    .where(and(eq(merchants.tenantId, tx.tenantId), isNotNull(merchants.band)))
    .groupBy(merchants.band)
  return rows.flatMap(({ band, merchants }) => (band === null ? [] : [{ band, merchants }]))
}

export const countByDistrict = async (tx: TenantTx): Promise<{ districtId: string; merchants: number }[]> => {
  const rows = await tx
    .select({ districtId: merchants.districtId, merchants: count() })
    .from(merchants)
    .where(and(eq(merchants.tenantId, tx.tenantId), isNotNull(merchants.districtId)))
    .groupBy(merchants.districtId)
    .orderBy(desc(count()), asc(merchants.districtId))
  return rows.flatMap(({ districtId, merchants }) => (districtId === null ? [] : [{ districtId, merchants }]))
}
