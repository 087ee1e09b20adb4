import { and, asc, count, desc, eq, gt, isNotNull, like, sql, type SQL } from 'drizzle-orm'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { merchants } from '@digitallotsen/db/schema/merchants.table.ts'
import { plans } from '@digitallotsen/db/schema/plans.table.ts'
import { tasks } from '@digitallotsen/db/schema/tasks.table.ts'
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

const given = <T>(value: T | undefined, condition: (value: T) => SQL | undefined): SQL | undefined => (value === undefined ? undefined : condition(value))

const matching = (tx: TenantTx, { districtId, band, state, openMusts, patterns }: Filters) =>
  and(
    eq(merchants.tenantId, tx.tenantId),
    given(state, value => eq(merchants.state, value)),
    given(districtId, value => eq(merchants.districtId, value)),
    given(band, value => eq(merchants.band, value)),
    given(openMusts, wanted => (wanted ? gt(merchants.openMusts, 0) : sql`coalesce(${merchants.openMusts}, 0) = 0`)),
    ...patterns.map(pattern => like(merchants.search, pattern)),
  )

/** What has no value yet comes last in either direction; equals follow each other by name, then by id, so that no page repeats a row. */
const ordered = ({ sort, direction }: Pick<MerchantQuery, 'sort' | 'direction'>): SQL[] => {
  const column = sortColumns[sort]
  const first = direction === 'asc' ? sql`${column} asc nulls last` : sql`${column} desc nulls last`
  return [first, asc(merchants.search), asc(merchants.id)]
}

export const listMerchants = async (tx: TenantTx, filters: Filters, { page, pageSize, ...order }: Pick<MerchantQuery, 'page' | 'pageSize' | 'sort' | 'direction'>): Promise<MerchantSummary[]> => {
  const rows = await tx
    .select(summaryColumns)
    .from(merchants)
    .where(matching(tx, filters))
    .orderBy(...ordered(order))
    .limit(pageSize)
    .offset((page - 1) * pageSize)
  return rows.map(toSummary)
}

export const countMerchants = (tx: TenantTx, filters: Filters): Promise<number> => tx.$count(merchants, matching(tx, filters))

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
