import type { ErrorCode } from '../errors.ts'
import type { VisitActor, VisitSide, VisitState, VisitStep } from './visit.schemas.ts'

export type VisitStanding = { state: VisitState; startsAt: Date | null; offerBy: VisitSide | null }
type Outcome = { ok: true } | { ok: false; code: ErrorCode }

const shortNoticeMs = 24 * 3_600_000
const ok: Outcome = { ok: true }
const no = (code: ErrorCode): Outcome => ({ ok: false, code })

/** Whose side somebody is on: the office acts for the guide's. */
export const sideOf = (actor: Exclude<VisitActor, 'system'>): VisitSide => (actor === 'merchant' ? 'merchant' : 'guide')

const isOver = ({ startsAt }: VisitStanding, now: Date): boolean => startsAt !== null && startsAt <= now
const isOpen = ({ state }: VisitStanding): boolean => state === 'proposed' || state === 'confirmed'

/** An offer is answered by the other side; refuses where none stands, and an answer to one's own. */
export const canConfirm = (visit: VisitStanding, actor: Exclude<VisitActor, 'system'>, now: Date): Outcome => {
  if (!isOpen(visit) || visit.offerBy === null) return no('visit.state_conflict')
  if (visit.state === 'confirmed' && isOver(visit, now)) return no('visit.begun')
  return visit.offerBy === sideOf(actor) ? no('visit.own_offer') : ok
}

/** Other times may be offered by either side until it begins; what is agreed stands until they are taken. */
export const canOffer = (visit: VisitStanding, now: Date): Outcome => {
  if (!isOpen(visit)) return no('visit.state_conflict')
  return visit.state === 'confirmed' && isOver(visit, now) ? no('visit.begun') : ok
}

/** Either side may cancel until it begins. */
export const canCancel = (visit: VisitStanding, now: Date): Outcome => canOffer(visit, now)

/** Nobody was there: said by the guide's side, of what was confirmed and has begun. */
export const canMiss = (visit: VisitStanding, actor: Exclude<VisitActor, 'system'>, now: Date): Outcome => {
  if (sideOf(actor) !== 'guide') return no('role.forbidden')
  return visit.state === 'confirmed' && isOver(visit, now) ? ok : no('visit.state_conflict')
}

/** What was confirmed, or by mistake taken for missed, can have taken place. */
export const canHold = (visit: VisitStanding): Outcome => (visit.state === 'confirmed' || visit.state === 'missed' ? ok : no('visit.state_conflict'))

/** Cancelled less than a day before it begins. */
export const isShortNotice = ({ state, startsAt }: VisitStanding, now: Date): boolean =>
  state === 'confirmed' && startsAt !== null && startsAt.getTime() - now.getTime() < shortNoticeMs

/** All that this actor may do with it now. */
export const listSteps = (visit: VisitStanding, actor: Exclude<VisitActor, 'system'>, now: Date): VisitStep[] => {
  const asked: [VisitStep, Outcome][] = [
    ['confirm', canConfirm(visit, actor, now)], ['offer', canOffer(visit, now)], ['cancel', canCancel(visit, now)], ['miss', canMiss(visit, actor, now)],
  ]
  return asked.filter(([, outcome]) => outcome.ok).map(([step]) => step)
}
