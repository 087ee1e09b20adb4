import { findSqlState } from '@digitallotsen/db/lane-errors.ts'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { DomainError, type ErrorCode } from '@digitallotsen/domain/errors.ts'
import { resolveSlots } from '@digitallotsen/domain/visit/slot.rules.ts'
import { germanZone } from '@digitallotsen/domain/listing/zone.rules.ts'
import { canCancel, canConfirm, canHold, canMiss, canOffer, isShortNotice, sideOf, type VisitStanding } from '@digitallotsen/domain/visit/visit.rules.ts'
import type { VisitContent, VisitSlot, WantedSlot } from '@digitallotsen/domain/visit/visit.schemas.ts'
import { once } from '../../trpc/idempotency.ts'
import { recordCaseEvent, touchContact } from '../mentorship/mentorship.service.ts'
import { toStoredSlot } from './slot-row.rules.ts'
import { getWorkableCase, lockWorkable, type Asking, type VisitDoer } from './visit-access.service.ts'
import { tellAgreed, tellCancelled, tellOffer } from './visit-letters.service.ts'
import { endVisitLinks } from './visit-link.repository.ts'
import { agree, clearOffer, findStoredVisit, insertVisit, listSlots, listVisitsOfCase, lockCalendars, lockVisit, replaceOffer, setCancelled, setClosed } from './visit.repository.ts'
import type { StoredVisit } from './visit.types.ts'

const mostOpen = 10

/** Appointments are in the zone of the city. */
export const cityZone = germanZone

export const standingOf = ({ state, agreed, offerBy }: StoredVisit): VisitStanding => ({ state, offerBy, startsAt: agreed && new Date(agreed.startsAt) })

const ensure = (outcome: { ok: true } | { ok: false; code: ErrorCode }): void => {
  if (!outcome.ok) throw new DomainError(outcome.code)
}

const getVisit = async (tx: TenantTx, id: string): Promise<StoredVisit> => {
  const visit = await findStoredVisit(tx, id)
  if (!visit) throw new DomainError('visit.not_found')
  return visit
}

const slotsFrom = (wanted: readonly WantedSlot[], zone: string, now: Date): VisitSlot[] => {
  const outcome = resolveSlots(wanted, zone, now)
  if (!outcome.ok) throw new DomainError(outcome.code, outcome.details)
  return outcome.slots
}

const note = (tx: TenantTx, { personId, actor, now }: VisitDoer, { id, mentorshipId, agreed, purpose }: StoredVisit, kind: `visit.${string}`, more: Record<string, string | boolean> = {}) =>
  recordCaseEvent(tx, { mentorshipId, kind, actor: { personId, role: actor }, details: { visitId: id, purpose, ...(agreed && { startsAt: agreed.startsAt }), ...more }, now })

export type Proposal = { mentorshipId: string; content: VisitContent; slots: readonly WantedSlot[]; note: string | null; idempotencyKey: string }

/** The first offer of times for a new visit, by either side; the other is told by mail. */
export const proposeVisit = async (tx: TenantTx, asking: Asking, { mentorshipId, content, slots: wanted, note: text, idempotencyKey: key }: Proposal): Promise<string> => {
  const { kase, doer } = await getWorkableCase(tx, asking, mentorshipId)
  const { id } = await once(tx, { key, procedure: 'visit.propose', subject: doer.personId }, async () => {
    const { guideId } = kase
    if (kase.isEnded || guideId === null) throw new DomainError('visit.no_guide')
    const open = (await listVisitsOfCase(tx, mentorshipId)).filter(({ state }) => state === 'proposed' || state === 'confirmed')
    if (open.filter(({ agreed }) => agreed === null || new Date(agreed.startsAt) > doer.now).length >= mostOpen) throw new DomainError('visit.too_many_open')
    const slots = slotsFrom(wanted, cityZone, doer.now)
    const id = await insertVisit(tx, { ...content, mentorshipId, merchantId: kase.merchantId, guideId, zone: cityZone, createdBy: doer.personId, sample: kase.sample, now: doer.now })
    await offerSlots(tx, doer, await getVisit(tx, id), slots, text)
    return { id }
  })
  return id
}

const offerSlots = async (tx: TenantTx, doer: VisitDoer, visit: StoredVisit, slots: readonly VisitSlot[], text: string | null): Promise<void> => {
  const by = sideOf(doer.actor)
  await replaceOffer(tx, visit.id, { by, note: text, slots: slots.map(toStoredSlot), now: doer.now })
  await endVisitLinks(tx, visit.id, doer.now)
  await note(tx, doer, visit, 'visit.proposed')
  await tellOffer(tx, doer, visit, { to: by === 'guide' ? 'merchant' : 'guide', slots, note: text })
}

export type Counter = { slots: readonly WantedSlot[]; note: string | null }

/** Other times, by either side; what was agreed stands until the other side takes one. */
export const offerOtherTimes = async (tx: TenantTx, doer: VisitDoer, visit: StoredVisit, { slots, note: text }: Counter): Promise<void> => {
  ensure(canOffer(standingOf(visit), doer.now))
  await offerSlots(tx, doer, visit, slotsFrom(slots, visit.zone, doer.now), text)
}

const isTaken = (error: unknown): boolean => findSqlState(error) === '23P01'

/** Takes one of the offered times. Two at once is refused by the database, so that of many who ask together one gets it. */
export const confirmVisit = async (tx: TenantTx, doer: VisitDoer, visit: StoredVisit, startsAt: string): Promise<void> => {
  ensure(canConfirm(standingOf(visit), doer.actor, doer.now))
  const slot = (await listSlots(tx, [visit.id])).find(each => each.startsAt.toISOString() === new Date(startsAt).toISOString())
  if (!slot) throw new DomainError('visit.slot_gone')
  if (slot.startsAt <= doer.now) throw new DomainError('visit.past')
  const isMove = visit.state === 'confirmed'
  await lockCalendars(tx, visit)
  try {
    const { startsAt: begins, endsAt, startsLocal, minutes, doubleHour } = slot
    await agree(tx, visit.id, { slot: { startsAt: begins, endsAt, startsLocal, minutes, doubleHour }, sequence: isMove ? visit.sequence + 1 : visit.sequence, now: doer.now })
  } catch (error) {
    if (isTaken(error)) throw new DomainError('visit.slot_taken', {}, { cause: error })
    throw error
  }
  await clearOffer(tx, visit.id, doer.now)
  await endVisitLinks(tx, visit.id, doer.now)
  const agreed = await getVisit(tx, visit.id)
  await note(tx, doer, agreed, isMove ? 'visit.rescheduled' : 'visit.confirmed', isMove && visit.agreed ? { before: visit.agreed.startsAt } : {})
  await tellAgreed(tx, doer, agreed, isMove)
}

export const cancelVisit = async (tx: TenantTx, doer: VisitDoer, visit: StoredVisit, reason: string | null): Promise<void> => {
  ensure(canCancel(standingOf(visit), doer.now))
  const shortNotice = isShortNotice(standingOf(visit), doer.now)
  await setCancelled(tx, visit.id, { by: doer.actor, reason, shortNotice, sequence: visit.sequence + 1, now: doer.now })
  await clearOffer(tx, visit.id, doer.now)
  await endVisitLinks(tx, visit.id, doer.now)
  const cancelled = await getVisit(tx, visit.id)
  await note(tx, doer, cancelled, 'visit.cancelled', { shortNotice })
  await tellCancelled(tx, doer, cancelled, reason)
}

export const missVisit = async (tx: TenantTx, doer: VisitDoer, visit: StoredVisit): Promise<void> => {
  ensure(canMiss(standingOf(visit), doer.actor, doer.now))
  await setClosed(tx, visit.id, { state: 'missed', logId: null, now: doer.now })
  await note(tx, doer, visit, 'visit.missed')
}

/** It took place, as a log says: the contact counts. Refuses what was never confirmed. For the visit's log alone. */
export const markHeld = async (tx: TenantTx, visitId: string, logId: string, { personId, now }: { personId: string; now: Date }): Promise<void> => {
  const visit = await lockVisit(tx, visitId)
  if (!visit) throw new DomainError('visit.not_found')
  if (visit.state === 'held') return
  ensure(canHold(standingOf(visit)))
  await setClosed(tx, visitId, { state: 'held', logId, now })
  await recordCaseEvent(tx, { mentorshipId: visit.mentorshipId, kind: 'visit.held', actor: { personId, role: 'guide' }, details: { visitId, purpose: visit.purpose }, now })
  await touchContact(tx, visit.mentorshipId, visit.agreed && new Date(visit.agreed.endsAt) < now ? new Date(visit.agreed.endsAt) : now)
}

type Act = (tx: TenantTx, doer: VisitDoer, visit: StoredVisit) => Promise<void>

/** One change by somebody signed in, on a visit that is held meanwhile. */
export const changeVisit = async (tx: TenantTx, asking: Asking, visitId: string, act: Act): Promise<string> => {
  const { visit, doer } = await lockWorkable(tx, asking, visitId)
  await act(tx, doer, visit)
  return visit.id
}
