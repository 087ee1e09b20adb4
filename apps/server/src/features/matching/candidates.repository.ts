import { and, eq, gte, inArray, isNotNull, ne } from 'drizzle-orm'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { blockedTimes } from '@digitallotsen/db/schema/blocked-times.table.ts'
import { guideConflicts } from '@digitallotsen/db/schema/guide-conflicts.table.ts'
import { guideModules } from '@digitallotsen/db/schema/guide-modules.table.ts'
import { guides } from '@digitallotsen/db/schema/guides.table.ts'
import { mentorshipGuides } from '@digitallotsen/db/schema/mentorship-guides.table.ts'
import { people } from '@digitallotsen/db/schema/people.table.ts'
import type { Workday } from '@digitallotsen/domain/guide/application.words.ts'
import type { MeansOfTravel } from '@digitallotsen/domain/guide/guide.schemas.ts'

const g = guides

type Row = Pick<typeof g.$inferSelect, 'id' | 'semesterId' | 'state' | 'languages' | 'districts' | 'trades' | 'fields' | 'capacity' | 'commitmentSignedAt' | 'releasedAt'> & { name: string | null; email: string; travel: MeansOfTravel[]; days: Workday[] }

/** Guides who have not ended, with the name people know them by. */
export const listGuides = async (tx: TenantTx): Promise<Row[]> => {
  const rows = await tx
    .select({
      id: g.id, name: people.displayName, email: people.email, semesterId: g.semesterId, state: g.state, languages: g.languages, districts: g.districts, trades: g.trades, fields: g.fields,
      travel: g.travel, days: g.days, capacity: g.capacity, commitmentSignedAt: g.commitmentSignedAt, releasedAt: g.releasedAt,
    })
    .from(g)
    .innerJoin(people, and(eq(people.tenantId, g.tenantId), eq(people.id, g.personId)))
    .where(and(eq(g.tenantId, tx.tenantId), ne(g.state, 'ended')))
  return rows as Row[]
}

export const listPassedModules = (tx: TenantTx) =>
  tx.select({ guideId: guideModules.guideId, moduleId: guideModules.moduleId }).from(guideModules).where(and(eq(guideModules.tenantId, tx.tenantId), eq(guideModules.state, 'passed')))

export const listConflicts = (tx: TenantTx) =>
  tx
    .select({ guideId: guideConflicts.guideId, kind: guideConflicts.kind, business: guideConflicts.business, merchantId: guideConflicts.merchantId, trade: guideConflicts.trade })
    .from(guideConflicts)
    .where(eq(guideConflicts.tenantId, tx.tenantId))

export const listBlockedOfGuides = (tx: TenantTx, from: string) =>
  tx
    .select({ guideId: blockedTimes.guideId, from: blockedTimes.startsOn, to: blockedTimes.endsOn })
    .from(blockedTimes)
    .where(and(eq(blockedTimes.tenantId, tx.tenantId), isNotNull(blockedTimes.guideId), gte(blockedTimes.endsOn, from)))

/** Cases that are led, and those for which somebody was asked and has not answered. */
export const listRunning = (tx: TenantTx) =>
  tx
    .select({ guideId: mentorshipGuides.guideId, state: mentorshipGuides.state })
    .from(mentorshipGuides)
    .where(and(eq(mentorshipGuides.tenantId, tx.tenantId), eq(mentorshipGuides.duty, 'lead'), inArray(mentorshipGuides.state, ['accepted', 'proposed'])))

/** Two proposals for the same guide wait for each other here, so that both count her places. */
export const lockGuide = async (tx: TenantTx, guideId: string): Promise<void> => {
  await tx.select({ id: g.id }).from(g).where(and(eq(g.tenantId, tx.tenantId), eq(g.id, guideId))).for('update')
}
