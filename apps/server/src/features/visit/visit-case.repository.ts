import { and, asc, eq, gt, isNull, or } from 'drizzle-orm'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { blockedTimes } from '@digitallotsen/db/schema/blocked-times.table.ts'
import { memberships } from '@digitallotsen/db/schema/memberships.table.ts'
import { mentorships } from '@digitallotsen/db/schema/mentorships.table.ts'
import { people } from '@digitallotsen/db/schema/people.table.ts'
import type { BlockedDays } from '@digitallotsen/domain/visit/slot.rules.ts'
import type { VisitCase } from './visit.types.ts'

export const findVisitCase = async (tx: TenantTx, mentorshipId: string): Promise<VisitCase | undefined> => {
  const [row] = await tx
    .select({ mentorshipId: mentorships.id, merchantId: mentorships.merchantId, guideId: mentorships.guideId, state: mentorships.state, sample: mentorships.sample })
    .from(mentorships)
    .where(and(eq(mentorships.tenantId, tx.tenantId), eq(mentorships.id, mentorshipId)))
  if (!row) return undefined
  const { state, ...rest } = row
  return { ...rest, isEnded: state === 'ended' }
}

const isHeld = (now: Date) => and(isNull(memberships.endedAt), or(isNull(memberships.validUntil), gt(memberships.validUntil, now)))

/** The people of a business who are written to. */
export const listPeopleOf = (tx: TenantTx, merchantId: string, now: Date): Promise<{ personId: string; email: string }[]> =>
  tx
    .select({ personId: memberships.personId, email: people.email })
    .from(memberships)
    .innerJoin(people, and(eq(people.tenantId, memberships.tenantId), eq(people.id, memberships.personId), isNull(people.endedAt)))
    .where(and(eq(memberships.tenantId, tx.tenantId), eq(memberships.merchantId, merchantId), eq(memberships.role, 'merchant'), eq(memberships.position, 'owner'), isHeld(now)))
    .orderBy(asc(memberships.createdAt))
    .limit(5)

/** Businesses of which this person may know, as one of them or as their guide. */
export const listKnownMerchants = async (tx: TenantTx, personId: string, roles: readonly ('merchant' | 'guide' | 'ex-guide')[], now: Date): Promise<Set<string>> => {
  const rows = await tx
    .select({ merchantId: memberships.merchantId, role: memberships.role })
    .from(memberships)
    .innerJoin(people, and(eq(people.tenantId, memberships.tenantId), eq(people.id, memberships.personId), isNull(people.endedAt)))
    .where(and(eq(memberships.tenantId, tx.tenantId), eq(memberships.personId, personId), isHeld(now)))
  return new Set(rows.flatMap(({ merchantId, role }) => (merchantId !== null && roles.some(known => known === role) ? [merchantId] : [])))
}

export const listBlockedDays = async (tx: TenantTx, whose: { guideId: string } | { merchantId: string }): Promise<BlockedDays[]> => {
  const owner = 'guideId' in whose ? eq(blockedTimes.guideId, whose.guideId) : eq(blockedTimes.merchantId, whose.merchantId)
  return tx.select({ from: blockedTimes.startsOn, to: blockedTimes.endsOn }).from(blockedTimes).where(and(eq(blockedTimes.tenantId, tx.tenantId), owner)).limit(100)
}
