import { and, asc, eq, gt, inArray, lt, ne, type SQL } from 'drizzle-orm'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { guides } from '@digitallotsen/db/schema/guides.table.ts'
import { merchants } from '@digitallotsen/db/schema/merchants.table.ts'
import { people } from '@digitallotsen/db/schema/people.table.ts'
import { visitSlots } from '@digitallotsen/db/schema/visit-slots.table.ts'
import { visits } from '@digitallotsen/db/schema/visits.table.ts'
import type { Busy } from '@digitallotsen/domain/visit/slot.rules.ts'
import type { VisitActor, VisitContent, VisitSide } from '@digitallotsen/domain/visit/visit.schemas.ts'
import { toSlot } from './slot-row.rules.ts'
import type { StoredSlot, StoredVisit } from './visit.types.ts'

const columns = {
  id: visits.id, mentorshipId: visits.mentorshipId, merchantId: visits.merchantId, merchantName: merchants.name, merchantStreet: merchants.street,
  guideId: visits.guideId, guidePersonId: guides.personId, guideName: people.displayName, guideEmail: people.email, state: visits.state, place: visits.place, placeNote: visits.placeNote,
  purpose: visits.purpose, zone: visits.zone, startsLocal: visits.startsLocal, minutes: visits.minutes, doubleHour: visits.doubleHour, startsAt: visits.startsAt,
  endsAt: visits.endsAt, offerBy: visits.offerBy, offerNote: visits.offerNote, sequence: visits.sequence, cancelledBy: visits.cancelledBy,
  cancelReason: visits.cancelReason, shortNotice: visits.shortNotice, sample: visits.sample, updatedAt: visits.updatedAt,
} as const

const select = (tx: TenantTx, where: SQL | undefined) =>
  tx
    .select(columns)
    .from(visits)
    .innerJoin(merchants, and(eq(merchants.tenantId, visits.tenantId), eq(merchants.id, visits.merchantId)))
    .innerJoin(guides, and(eq(guides.tenantId, visits.tenantId), eq(guides.id, visits.guideId)))
    .innerJoin(people, and(eq(people.tenantId, guides.tenantId), eq(people.id, guides.personId)))
    .where(and(eq(visits.tenantId, tx.tenantId), where))

type Row = Awaited<ReturnType<typeof select>>[number]

const toVisit = ({ startsLocal, minutes, doubleHour, startsAt, endsAt, ...row }: Row): StoredVisit => ({
  ...row,
  agreed: startsAt && endsAt && startsLocal && minutes ? toSlot({ startsAt, endsAt, startsLocal, minutes, doubleHour }) : null,
})

const isIt = (tx: TenantTx, id: string) => and(eq(visits.tenantId, tx.tenantId), eq(visits.id, id))

export const findStoredVisit = async (tx: TenantTx, id: string): Promise<StoredVisit | undefined> => {
  const [row] = await select(tx, eq(visits.id, id))
  return row && toVisit(row)
}

/** Whoever changes the visit waits for the other. */
export const lockVisit = async (tx: TenantTx, id: string): Promise<StoredVisit | undefined> => {
  const [row] = await tx.select({ id: visits.id }).from(visits).where(isIt(tx, id)).for('update')
  return row && findStoredVisit(tx, row.id)
}

const most = 200
const dayMs = 86_400_000

export const listVisitsOfCase = async (tx: TenantTx, mentorshipId: string): Promise<StoredVisit[]> =>
  (await select(tx, eq(visits.mentorshipId, mentorshipId)).orderBy(asc(visits.startsAt), asc(visits.id)).limit(most)).map(toVisit)

export const listVisitsOfGuide = async (tx: TenantTx, guideId: string): Promise<StoredVisit[]> =>
  (await select(tx, and(eq(visits.guideId, guideId), inArray(visits.state, ['proposed']))).orderBy(asc(visits.offeredAt), asc(visits.id)).limit(most)).map(toVisit)

export type Span = { from: Date; to: Date }

export const listBetween = async (tx: TenantTx, whose: { guideId: string } | { merchantId: string }, { from, to }: Span): Promise<StoredVisit[]> => {
  const owner = 'guideId' in whose ? eq(visits.guideId, whose.guideId) : eq(visits.merchantId, whose.merchantId)
  const rows = await select(tx, and(owner, gt(visits.endsAt, from), lt(visits.startsAt, to))).orderBy(asc(visits.startsAt), asc(visits.id)).limit(most * 3)
  return rows.map(toVisit)
}

/** Confirmed times that lie in the span, another visit's than this one. */
export const listBusy = (tx: TenantTx, whose: { guideId: string } | { merchantId: string }, { from, to }: Span, except: string | null): Promise<Busy[]> => {
  const owner = 'guideId' in whose ? eq(visits.guideId, whose.guideId) : eq(visits.merchantId, whose.merchantId)
  const own = except === null ? undefined : ne(visits.id, except)
  return tx
    .select({ startsAt: visits.startsAt, endsAt: visits.endsAt })
    .from(visits)
    .where(and(eq(visits.tenantId, tx.tenantId), owner, own, eq(visits.state, 'confirmed'), gt(visits.endsAt, from), lt(visits.startsAt, to)))
    .limit(most)
    .then(rows => rows.flatMap(({ startsAt, endsAt }) => (startsAt && endsAt ? [{ startsAt, endsAt }] : [])))
}

export type NewVisit = VisitContent & {
  mentorshipId: string; merchantId: string; guideId: string; zone: string; createdBy: string; sample: boolean; now: Date
}

export const insertVisit = async (tx: TenantTx, { now, ...visit }: NewVisit): Promise<string> => {
  const [row] = await tx.insert(visits).values({ tenantId: tx.tenantId, ...visit, createdAt: now, updatedAt: now }).returning({ id: visits.id })
  if (!row) throw new Error('visit was not stored')
  return row.id
}

export const listSlots = async (tx: TenantTx, ids: readonly string[]): Promise<(StoredSlot & { visitId: string })[]> =>
  ids.length === 0
    ? []
    : tx
        .select({ visitId: visitSlots.visitId, startsAt: visitSlots.startsAt, endsAt: visitSlots.endsAt, startsLocal: visitSlots.startsLocal, minutes: visitSlots.minutes, doubleHour: visitSlots.doubleHour })
        .from(visitSlots)
        .where(and(eq(visitSlots.tenantId, tx.tenantId), inArray(visitSlots.visitId, [...ids])))
        .orderBy(asc(visitSlots.startsAt))

export const clearOffer = async (tx: TenantTx, id: string, now: Date): Promise<void> => {
  await tx.delete(visitSlots).where(and(eq(visitSlots.tenantId, tx.tenantId), eq(visitSlots.visitId, id)))
  await tx.update(visits).set({ offerBy: null, offerNote: null, offeredAt: null, updatedAt: now }).where(isIt(tx, id))
}

export type Offer = { by: VisitSide; note: string | null; slots: readonly StoredSlot[]; now: Date }

/** Takes the place of the offer that stood. */
export const replaceOffer = async (tx: TenantTx, id: string, { by, note, slots, now }: Offer): Promise<void> => {
  await clearOffer(tx, id, now)
  await tx.insert(visitSlots).values(slots.map(slot => ({ tenantId: tx.tenantId, visitId: id, ...slot })))
  await tx.update(visits).set({ offerBy: by, offerNote: note, offeredAt: now, updatedAt: now }).where(isIt(tx, id))
}

/**
 * Bookings of one guide, or of one business, wait for each other here. The constraint alone would be right as well, but two that meet in it
 * wait for one another until PostgreSQL breaks the deadlock, a second each time.
 */
export const lockCalendars = async (tx: TenantTx, { guideId, merchantId }: { guideId: string; merchantId: string }): Promise<void> => {
  await tx.select({ id: guides.id }).from(guides).where(and(eq(guides.tenantId, tx.tenantId), eq(guides.id, guideId))).for('no key update')
  await tx.select({ id: merchants.id }).from(merchants).where(and(eq(merchants.tenantId, tx.tenantId), eq(merchants.id, merchantId))).for('no key update')
}

/** Needs no reminder where it is less than a day ahead. Fails with 23P01 where the guide or the business has another visit at that time. */
export const agree = async (tx: TenantTx, id: string, { slot, sequence, now }: { slot: StoredSlot; sequence: number; now: Date }): Promise<void> => {
  await tx.update(visits).set({ ...slot, state: 'confirmed', sequence, confirmedAt: now, remindedAt: slot.startsAt.getTime() - now.getTime() < dayMs ? now : null, updatedAt: now }).where(isIt(tx, id))
}

export type Cancellation = { by: VisitActor; reason: string | null; shortNotice: boolean; sequence: number; now: Date }

export const setCancelled = async (tx: TenantTx, id: string, { by, reason, shortNotice, sequence, now }: Cancellation): Promise<void> => {
  await tx
    .update(visits)
    .set({ state: 'cancelled', cancelledAt: now, cancelledBy: by, cancelReason: reason, shortNotice, sequence, updatedAt: now })
    .where(isIt(tx, id))
}

export const setClosed = async (tx: TenantTx, id: string, { state, logId, now }: { state: 'held' | 'missed'; logId: string | null; now: Date }): Promise<void> => {
  await tx.update(visits).set({ state, logId, closedAt: now, updatedAt: now }).where(isIt(tx, id))
}
