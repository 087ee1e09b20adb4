import { and, asc, eq, gte, inArray, isNotNull, notInArray } from 'drizzle-orm'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { blockedTimes } from '@digitallotsen/db/schema/blocked-times.table.ts'
import { listings } from '@digitallotsen/db/schema/listings.table.ts'
import { mentorshipGuides } from '@digitallotsen/db/schema/mentorship-guides.table.ts'
import { mentorships } from '@digitallotsen/db/schema/mentorships.table.ts'
import { merchants } from '@digitallotsen/db/schema/merchants.table.ts'
import { plans } from '@digitallotsen/db/schema/plans.table.ts'
import { tasks } from '@digitallotsen/db/schema/tasks.table.ts'
import type { GuideId, MentorshipId, MerchantId } from '@digitallotsen/domain/ids.schemas.ts'
import type { Wishes } from '@digitallotsen/domain/mentorship/mentorship.schemas.ts'

const w = mentorships

export type WaitingRow = { id: MentorshipId; merchantId: MerchantId; business: string; districtId: string | null; trade: string | null; categoryIds: string[] | null; wishes: Wishes; requestedAt: Date }

/** Cases that wait for a guide, of businesses that take part, the longest first. */
export const listWaiting = async (tx: TenantTx): Promise<WaitingRow[]> => {
  const rows = await tx
    .select({
      id: w.id, merchantId: w.merchantId, business: merchants.name, districtId: merchants.districtId, trade: merchants.trade, categoryIds: listings.categoryIds, wishes: w.wishes, requestedAt: w.requestedAt,
    })
    .from(w)
    .innerJoin(merchants, and(eq(merchants.tenantId, w.tenantId), eq(merchants.id, w.merchantId)))
    .leftJoin(listings, and(eq(listings.tenantId, w.tenantId), eq(listings.merchantId, w.merchantId)))
    .where(and(eq(w.tenantId, tx.tenantId), eq(w.state, 'waiting'), eq(merchants.state, 'active')))
    .orderBy(asc(w.requestedAt), asc(w.id))
  return rows as WaitingRow[]
}

export type RefusalRow = { merchantId: string; guideId: GuideId; state: string; answeredAt: Date | null; proposedAt: Date }

/** Whoever said no in any case of these businesses: the guide, or the business. */
export const listRefusals = async (tx: TenantTx, merchantIds: readonly string[]): Promise<RefusalRow[]> => {
  if (merchantIds.length === 0) return []
  const a = mentorshipGuides
  const rows = await tx
    .select({ merchantId: w.merchantId, guideId: a.guideId, state: a.state, answeredAt: a.answeredAt, proposedAt: a.proposedAt })
    .from(a)
    .innerJoin(w, and(eq(w.tenantId, a.tenantId), eq(w.id, a.mentorshipId)))
    .where(and(eq(a.tenantId, tx.tenantId), inArray(w.merchantId, [...merchantIds]), inArray(a.state, ['declined', 'rejected'])))
  return rows as RefusalRow[]
}

/** Questions of the check behind what is still to be done in the plan. */
export const listOpenItems = async (tx: TenantTx, merchantIds: readonly string[]): Promise<{ merchantId: string; itemId: string }[]> =>
  merchantIds.length === 0
    ? []
    : tx
        .selectDistinct({ merchantId: tasks.merchantId, itemId: tasks.itemId })
        .from(tasks)
        .innerJoin(plans, and(eq(plans.tenantId, tasks.tenantId), eq(plans.id, tasks.planId), eq(plans.state, 'active')))
        .where(and(eq(tasks.tenantId, tx.tenantId), inArray(tasks.merchantId, [...merchantIds]), notInArray(tasks.state, ['done', 'dropped'])))

export const listBlockedOfMerchants = async (tx: TenantTx, from: string): Promise<{ merchantId: string | null; from: string; to: string }[]> =>
  tx
    .select({ merchantId: blockedTimes.merchantId, from: blockedTimes.startsOn, to: blockedTimes.endsOn })
    .from(blockedTimes)
    .where(and(eq(blockedTimes.tenantId, tx.tenantId), isNotNull(blockedTimes.merchantId), gte(blockedTimes.endsOn, from)))
