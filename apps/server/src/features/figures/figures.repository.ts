import { and, count, eq, sql } from 'drizzle-orm'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { assessments } from '@digitallotsen/db/schema/assessments.table.ts'
import { merchants } from '@digitallotsen/db/schema/merchants.table.ts'
import { plans } from '@digitallotsen/db/schema/plans.table.ts'
import { tasks } from '@digitallotsen/db/schema/tasks.table.ts'

export type Figures = { merchants: number; assessments: number; plans: number; tasksDone: number }

const first = ([row]: { count: number }[]): number => row?.count ?? 0

export const countFigures = async (tx: TenantTx): Promise<Figures> => {
  const { tenantId } = tx
  return {
    merchants: first(await tx.select({ count: count() }).from(merchants).where(and(eq(merchants.tenantId, tenantId), eq(merchants.state, 'active')))),
    assessments: first(await tx.select({ count: count() }).from(assessments).where(and(eq(assessments.tenantId, tenantId), eq(assessments.state, 'submitted')))),
    plans: first(await tx.select({ count: count() }).from(plans).where(and(eq(plans.tenantId, tenantId), eq(plans.state, 'active')))),
    tasksDone: first(await tx.select({ count: count() }).from(tasks).where(and(eq(tasks.tenantId, tenantId), eq(tasks.state, 'done')))),
  }
}

export const publishFigures = async (tx: TenantTx, { merchants, assessments, plans, tasksDone }: Figures): Promise<void> => {
  await tx.execute(sql`select publish_figures(${merchants}::integer, ${assessments}::integer, ${plans}::integer, ${tasksDone}::integer)`)
}
