import { and, asc, eq, inArray, isNotNull, isNull, lte, ne, sql } from 'drizzle-orm'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { guides } from '@digitallotsen/db/schema/guides.table.ts'
import { handovers } from '@digitallotsen/db/schema/handovers.table.ts'
import { mentorships } from '@digitallotsen/db/schema/mentorships.table.ts'
import { merchants } from '@digitallotsen/db/schema/merchants.table.ts'
import { people } from '@digitallotsen/db/schema/people.table.ts'
import type { GuideId, HandoverId, MentorshipId } from '@digitallotsen/domain/ids.schemas.ts'
import type { CandidateFacts } from './candidates.rules.ts'
import type { Handover } from './handover.types.ts'

type Row = typeof handovers.$inferSelect
const toHandover = ({ tenantId: _city, createdAt: _made, updatedAt: _changed, reasons: _reasons, startedBy: _by, sample: _sample, ...row }: Row): Handover => row as Handover

const isIt = (tx: TenantTx, id: string) => and(eq(handovers.tenantId, tx.tenantId), eq(handovers.id, id))

export const findHandover = async (tx: TenantTx, handoverId: string): Promise<Handover | undefined> => {
  const [row] = await tx.select().from(handovers).where(isIt(tx, handoverId))
  return row && toHandover(row)
}

/** All that changes a handover waits for each other here. */
export const lockHandover = async (tx: TenantTx, handoverId: string): Promise<Handover | undefined> => {
  const [row] = await tx.select().from(handovers).where(isIt(tx, handoverId)).for('update')
  return row && toHandover(row)
}

export type NewHandover = Pick<Handover, 'mentorshipId' | 'fromGuideId' | 'kind' | 'dueOn' | 'sheet'> & Partial<Pick<Handover, 'decision' | 'reason'>> & { startedBy: string | null; now: Date }

/** Undefined where the case has an open one already; of two at once, one is made. */
export const insertHandover = async (tx: TenantTx, { now, ...values }: NewHandover): Promise<HandoverId | undefined> => {
  const [row] = await tx.insert(handovers).values({ tenantId: tx.tenantId, ...values, createdAt: now, updatedAt: now }).onConflictDoNothing().returning({ id: handovers.id })
  return row?.id as HandoverId | undefined
}

export type HandoverPatch = Partial<Omit<Handover, 'id' | 'mentorshipId' | 'fromGuideId' | 'kind'>> & { reasons?: unknown }

export const updateHandover = async (tx: TenantTx, handoverId: string, patch: HandoverPatch, now: Date): Promise<void> => {
  await tx.update(handovers).set({ ...patch, updatedAt: now }).where(isIt(tx, handoverId))
}

export type HandoverLine = { handover: Handover; business: string; from: string | null }

const lines = (tx: TenantTx) =>
  tx
    .select({ handover: handovers, business: merchants.name, from: people.displayName })
    .from(handovers)
    .innerJoin(mentorships, and(eq(mentorships.tenantId, handovers.tenantId), eq(mentorships.id, handovers.mentorshipId)))
    .innerJoin(merchants, and(eq(merchants.tenantId, mentorships.tenantId), eq(merchants.id, mentorships.merchantId)))
    .innerJoin(guides, and(eq(guides.tenantId, handovers.tenantId), eq(guides.id, handovers.fromGuideId)))
    .innerJoin(people, and(eq(people.tenantId, guides.tenantId), eq(people.id, guides.personId)))

/** The open ones by their date; `fromGuideId` narrows to those of one guide. */
export const listOpenHandovers = async (tx: TenantTx, fromGuideId?: string): Promise<HandoverLine[]> => {
  const rows = await lines(tx)
    .where(and(eq(handovers.tenantId, tx.tenantId), eq(handovers.state, 'open'), ...(fromGuideId ? [eq(handovers.fromGuideId, fromGuideId)] : [])))
    .orderBy(asc(handovers.dueOn), asc(handovers.id))
    .limit(500)
  return rows.map(({ handover, ...names }) => ({ ...names, handover: toHandover(handover) }))
}

export const findOpenHandoverOf = async (tx: TenantTx, mentorshipId: string): Promise<Handover | undefined> => {
  const [row] = await tx.select().from(handovers).where(and(eq(handovers.tenantId, tx.tenantId), eq(handovers.mentorshipId, mentorshipId), eq(handovers.state, 'open')))
  return row && toHandover(row)
}

export const listDue = async (tx: TenantTx, today: string): Promise<HandoverId[]> => {
  const rows = await tx.select({ id: handovers.id }).from(handovers).where(and(eq(handovers.tenantId, tx.tenantId), eq(handovers.state, 'open'), lte(handovers.dueOn, today)))
  return rows.map(({ id }) => id as HandoverId)
}

export type LeavingCase = { mentorshipId: MentorshipId; guideId: GuideId; personId: string; semesterId: string | null; endsOn: string | null }

/** Every case that has a lead and no open handover, with what tells when that lead leaves. */
export const listLedCases = async (tx: TenantTx): Promise<LeavingCase[]> => {
  const rows = await tx
    .select({ mentorshipId: mentorships.id, guideId: guides.id, personId: guides.personId, semesterId: guides.semesterId, endsOn: guides.endsOn })
    .from(mentorships)
    .innerJoin(guides, and(eq(guides.tenantId, mentorships.tenantId), eq(guides.id, mentorships.guideId)))
    .leftJoin(handovers, and(eq(handovers.tenantId, mentorships.tenantId), eq(handovers.mentorshipId, mentorships.id), eq(handovers.state, 'open')))
    .where(and(eq(mentorships.tenantId, tx.tenantId), ne(mentorships.state, 'ended'), isNull(handovers.id)))
  return rows as LeavingCase[]
}

export type NamedGuide = { guideId: GuideId; personId: string; name: string | null; state: string; releasedAt: Date | null }

export const listNamedGuides = async (tx: TenantTx, guideIds: readonly string[]): Promise<NamedGuide[]> => {
  if (guideIds.length === 0) return []
  const rows = await tx
    .select({ guideId: guides.id, personId: guides.personId, name: people.displayName, state: guides.state, releasedAt: guides.releasedAt })
    .from(guides)
    .innerJoin(people, and(eq(people.tenantId, guides.tenantId), eq(people.id, guides.personId)))
    .where(and(eq(guides.tenantId, tx.tenantId), inArray(guides.id, [...guideIds])))
  return rows as NamedGuide[]
}

export const findBusinessName = async (tx: TenantTx, merchantId: string): Promise<string | undefined> => {
  const [row] = await tx.select({ name: merchants.name }).from(merchants).where(and(eq(merchants.tenantId, tx.tenantId), eq(merchants.id, merchantId)))
  return row?.name
}

/** Every guide who may take cases, with how many she leads now. */
export const listReadyGuides = async (tx: TenantTx): Promise<CandidateFacts[]> => {
  const load = sql<number>`(select count(*)::int from ${mentorships} where ${mentorships.tenantId} = ${guides.tenantId} and ${mentorships.guideId} = ${guides.id} and ${mentorships.state} <> 'ended')`
  return tx
    .select({ guideId: guides.id, name: people.displayName, languages: guides.languages, districts: guides.districts, capacity: guides.capacity, load, endsOn: guides.endsOn })
    .from(guides)
    .innerJoin(people, and(eq(people.tenantId, guides.tenantId), eq(people.id, guides.personId)))
    .where(and(eq(guides.tenantId, tx.tenantId), eq(guides.state, 'active'), isNotNull(guides.releasedAt)))
    .orderBy(asc(guides.id))
    .limit(500)
}

export const findDistrict = async (tx: TenantTx, merchantId: string): Promise<string | null> => {
  const [row] = await tx.select({ districtId: merchants.districtId }).from(merchants).where(and(eq(merchants.tenantId, tx.tenantId), eq(merchants.id, merchantId)))
  return row?.districtId ?? null
}
