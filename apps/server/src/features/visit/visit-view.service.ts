import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { GuideId, MentorshipId, MerchantId, VisitId } from '@digitallotsen/domain/ids.schemas.ts'
import { resolveLocal, weeksLater } from '@digitallotsen/domain/visit/local-time.rules.ts'
import { resolveSlots, weighSlot } from '@digitallotsen/domain/visit/slot.rules.ts'
import { listSteps } from '@digitallotsen/domain/visit/visit.rules.ts'
import type { Visit, VisitSlot, WantedSlot, WeighedSlot } from '@digitallotsen/domain/visit/visit.schemas.ts'
import { holidaysFor } from '../listing/holidays.rules.ts'
import { toSlot } from './slot-row.rules.ts'
import { findActor, getOwnGuideId, getReadableCase, getWorkableCase, type Actor, type Asking } from './visit-access.service.ts'
import { listBlockedDays, listKnownMerchants } from './visit-case.repository.ts'
import { findStoredVisit, listBetween, listBusy, listSlots, listVisitsOfCase, listVisitsOfGuide } from './visit.repository.ts'
import { cityZone, standingOf } from './visit.service.ts'
import type { StoredVisit, VisitCase } from './visit.types.ts'

const dayMs = 86_400_000

export const toView = (visit: StoredVisit, slots: readonly VisitSlot[], actor: Actor | undefined, now: Date): Visit => ({
  visitId: visit.id as VisitId,
  mentorshipId: visit.mentorshipId as MentorshipId,
  merchantId: visit.merchantId as MerchantId,
  merchantName: visit.merchantName,
  guideId: visit.guideId as GuideId,
  guideName: visit.guideName,
  state: visit.state,
  place: visit.place,
  placeNote: visit.placeNote,
  purpose: visit.purpose,
  zone: visit.zone,
  agreed: visit.agreed,
  offer: visit.offerBy && { by: visit.offerBy, note: visit.offerNote, slots: [...slots] },
  cancelledBy: visit.cancelledBy,
  cancelReason: visit.cancelReason,
  shortNotice: visit.shortNotice,
  may: actor ? listSteps(standingOf(visit), actor, now) : [],
})

const viewAll = async (tx: TenantTx, { identity, now }: Asking, visits: readonly StoredVisit[]): Promise<Visit[]> => {
  const slots = await listSlots(tx, visits.filter(({ offerBy }) => offerBy !== null).map(({ id }) => id))
  return visits.map(visit => toView(visit, slots.filter(({ visitId }) => visitId === visit.id).map(toSlot), findActor(identity, visit.merchantId), now))
}

export const listCaseVisits = async (tx: TenantTx, asking: Asking, mentorshipId: string): Promise<Visit[]> => {
  await getReadableCase(tx, asking, mentorshipId)
  return viewAll(tx, asking, await listVisitsOfCase(tx, mentorshipId))
}

export const getVisitView = async (tx: TenantTx, asking: Asking, visitId: string): Promise<Visit> => {
  const visit = await findStoredVisit(tx, visitId)
  const [view] = visit ? await viewAll(tx, asking, [visit]) : []
  if (!view) throw new DomainError('visit.not_found')
  return view
}

/** The next that is agreed and has not ended, or else the one that waits for an answer; for whoever was let into the case. */
export const findNextVisit = async (tx: TenantTx, mentorshipId: string, now: Date): Promise<StoredVisit | undefined> => {
  const visits = await listVisitsOfCase(tx, mentorshipId)
  const ahead = visits.find(({ state, agreed }) => state === 'confirmed' && agreed !== null && new Date(agreed.endsAt) > now)
  return ahead ?? visits.find(({ state }) => state === 'proposed')
}

const surroundingsOf = async (tx: TenantTx, { city, now }: Asking, kase: VisitCase, except: string | null) => {
  const span = { from: now, to: new Date(now.getTime() + 122 * dayMs) }
  const side = async (whose: { guideId: string } | { merchantId: string }) => ({ busy: await listBusy(tx, whose, span, except), blocked: await listBlockedDays(tx, whose) })
  return {
    holidays: holidaysFor(city.pack, now),
    guide: kase.guideId === null ? { busy: [], blocked: [] } : await side({ guideId: kase.guideId }),
    merchant: await side({ merchantId: kase.merchantId }),
  }
}

/** What is to be known of times before they are offered; refuses those that cannot be. A business is not told why its guide has no time. */
export const weighTimes = async (tx: TenantTx, asking: Asking, { mentorshipId, slots }: { mentorshipId: string; slots: readonly WantedSlot[] }): Promise<WeighedSlot[]> => {
  const { kase } = await getWorkableCase(tx, asking, mentorshipId)
  const outcome = resolveSlots(slots, cityZone, asking.now)
  if (!outcome.ok) throw new DomainError(outcome.code, outcome.details)
  const around = await surroundingsOf(tx, asking, kase, null)
  return outcome.slots.map(slot => weighSlot(slot, around))
}

const midnight = (date: string): Date => {
  const found = resolveLocal({ date, time: '00:00' }, cityZone, 'earlier')
  return found.ok ? found.instant : new Date(`${date}T00:00:00Z`)
}

export type Agenda = { from: string; to: string; visits: Visit[]; waiting: Visit[] }

/** A guide's week from a Monday on, and what waits for an answer. Businesses that are no longer hers are left out. */
export const readAgenda = async (tx: TenantTx, asking: Asking, monday: string): Promise<Agenda> => {
  const guideId = await getOwnGuideId(tx, asking)
  const to = weeksLater({ date: monday, time: '00:00' }, 1).date
  const known = await listKnownMerchants(tx, asking.identity.personId, ['guide', 'ex-guide'], asking.now)
  const isKnown = ({ merchantId }: StoredVisit) => known.has(merchantId)
  const visits = await listBetween(tx, { guideId }, { from: midnight(monday), to: midnight(to) })
  const waiting = await listVisitsOfGuide(tx, guideId)
  return { from: monday, to, visits: await viewAll(tx, asking, visits.filter(isKnown)), waiting: await viewAll(tx, asking, waiting.filter(isKnown)) }
}
