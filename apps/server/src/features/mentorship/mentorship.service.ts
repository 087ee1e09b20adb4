import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { MentorshipId, MerchantId } from '@digitallotsen/domain/ids.schemas.ts'
import type { Outcome, PauseReason, Phase, Wishes } from '@digitallotsen/domain/mentorship/mentorship.schemas.ts'
import { canEnd, canMove, type Move, type PhaseFacts } from '@digitallotsen/domain/mentorship/phase.rules.ts'
import { once } from '../../trpc/idempotency.ts'
import { record } from '../audit/audit.service.ts'
import { ensureActiveMerchant } from '../merchant/merchant.service.ts'
import { findPlan } from '../plan/plan.service.ts'
import { isActive } from '@digitallotsen/domain/plan/task.rules.ts'
import { listAssignments, updateAssignment } from './assignment.repository.ts'
import { closeAccess } from './case-access.service.ts'
import { listReleased } from './case-checks.repository.ts'
import { isOffice, isOwnerOf, lockCase } from './mentorship-access.service.ts'
import { findMentorship, findOpenMentorshipOf, insertCaseEvent, insertMentorship, listMentorshipsOfGuide, touchContact, updateMentorship, type CaseTrace } from './mentorship.repository.ts'
import type { CaseActor, CaseDoer, Mentorship } from './mentorship.types.ts'

export { closeAccess, openAccess } from './case-access.service.ts'
export { ensureCaseAccess, isOffice, isOwnerOf } from './mentorship-access.service.ts'
export { findGuideIdOf } from './assignment.repository.ts'
export { listOfficePeople, listOwners } from './people.repository.ts'
export { findMentorship, findOpenMentorshipOf, listMentorshipsOfGuide, touchContact }
export type { CaseActor, CaseDoer, CaseScope, Mentorship } from './mentorship.types.ts'

/** A line in the timeline of the case, in the transaction of what it tells. */
export const recordCaseEvent = (tx: TenantTx, trace: CaseTrace): Promise<void> => insertCaseEvent(tx, trace)

const trace = async (tx: TenantTx, kind: CaseTrace['kind'], { mentorship: { id, merchantId }, actor, now }: { mentorship: Pick<Mentorship, 'id' | 'merchantId'>; actor: CaseActor; now: Date }, details: Record<string, string | number | null> = {}) => {
  await insertCaseEvent(tx, { mentorshipId: id, kind, actor, details, now })
  await record(tx, { actorPersonId: actor.personId, actorRole: actor.role, action: `mentorship.${kind}`, entity: 'mentorship', entityId: id, details: { merchantId }, at: now })
}

export type Request = { merchantId: MerchantId; wishes: Wishes; idempotencyKey: string }

/** A business asks to be accompanied, or the office for it; it has one mentorship that is not ended. */
export const requestMentorship = async (tx: TenantTx, { identity, now }: Pick<CaseDoer, 'identity' | 'now'>, { merchantId, wishes, idempotencyKey: key }: Request): Promise<{ mentorshipId: MentorshipId }> => {
  const office = isOffice(identity)
  if (!office && !isOwnerOf(identity, merchantId)) throw new DomainError('merchant.not_found')
  await ensureActiveMerchant(tx, merchantId)
  return once(tx, { key, procedure: 'mentorship.request', subject: identity.personId }, async () => {
    const mentorshipId = await insertMentorship(tx, { merchantId, wishes, requestedBy: identity.personId, contactPersonId: office ? identity.personId : null, now, sample: false })
    if (!mentorshipId) throw new DomainError('mentorship.already_open')
    await trace(tx, 'case.requested', { mentorship: { id: mentorshipId, merchantId }, actor: { personId: identity.personId, role: office ? 'office' : 'merchant' }, now })
    return { mentorshipId }
  })
}

/** All that the rules of the phases ask for. */
export const phaseFactsOf = async (tx: TenantTx, { id, merchantId, phase, state, guideId, goAt, closingReason }: Mentorship): Promise<PhaseFacts> => {
  const [released, plan] = [await listReleased(tx, id), await findPlan(tx, merchantId)]
  return {
    phase, state, closingReason, hasGuide: guideId !== null, hasGo: goAt !== null, hasPlan: plan !== undefined,
    hasReleasedT0: released.some(({ moment }) => moment === 'T0'), hasReleasedT1: released.some(({ moment }) => moment === 'T1'),
    activeMeasures: plan?.tasks.filter(task => isActive(task.state)).length ?? 0,
  }
}

const ensureMove = (move: Move): void => {
  if (!move.ok) throw new DomainError(move.code, 'missing' in move ? { missing: move.missing } : {})
}

export type PhaseMove = { mentorshipId: string; to: Phase; reason: string | null }

/** One step, by who works in the case; `reason` stands for T1 where the case goes on without it. */
export const movePhase = async (tx: TenantTx, { identity, now }: Pick<CaseDoer, 'identity' | 'now'>, { mentorshipId, to, reason }: PhaseMove): Promise<void> => {
  const { mentorship, actor } = await lockCase(tx, identity, mentorshipId, ['guide', 'office'])
  const closingReason = to === 'aftercare' ? (reason ?? mentorship.closingReason) : mentorship.closingReason
  ensureMove(canMove(await phaseFactsOf(tx, { ...mentorship, closingReason }), to))
  await updateMentorship(tx, mentorship.id, { phase: to, phaseSince: now, closingReason }, now)
  await trace(tx, 'phase.moved', { mentorship, actor, now }, { from: mentorship.phase, to })
}

/** The owner says yes to the plan; once said it stays. */
export const giveGo = async (tx: TenantTx, { identity, now }: Pick<CaseDoer, 'identity' | 'now'>, { mentorshipId }: { mentorshipId: string }): Promise<void> => {
  const { mentorship, actor } = await lockCase(tx, identity, mentorshipId, ['merchant'])
  if (!isOwnerOf(identity, mentorship.merchantId)) throw new DomainError('role.forbidden')
  if (mentorship.state !== 'active' || mentorship.phase !== 'plan') throw new DomainError('mentorship.state_conflict')
  if (mentorship.goAt) return
  ensureMove((await phaseFactsOf(tx, mentorship)).hasPlan ? { ok: true } : { ok: false, code: 'mentorship.phase_blocked', missing: ['plan'] })
  await updateMentorship(tx, mentorship.id, { goAt: now }, now)
  await trace(tx, 'go.given', { mentorship, actor, now })
}

export type Pause = { mentorshipId: string; reason: PauseReason; note: string | null; resumeOn: string }

/** Rests with its reason and the day on which somebody asks again. */
export const pauseCase = async (tx: TenantTx, { identity, now }: Pick<CaseDoer, 'identity' | 'now'>, { mentorshipId, reason, note, resumeOn }: Pause): Promise<void> => {
  const { mentorship, actor } = await lockCase(tx, identity, mentorshipId, ['guide', 'office', 'merchant'])
  if (mentorship.state !== 'active') throw new DomainError('mentorship.state_conflict')
  if (resumeOn <= now.toISOString().slice(0, 10)) throw new DomainError('date.order')
  await updateMentorship(tx, mentorship.id, { state: 'paused', pauseReason: reason, pauseNote: note, resumeOn }, now)
  await trace(tx, 'case.paused', { mentorship, actor, now }, { reason, resumeOn })
}

export const resumeCase = async (tx: TenantTx, { identity, now }: Pick<CaseDoer, 'identity' | 'now'>, { mentorshipId }: { mentorshipId: string }): Promise<void> => {
  const { mentorship, actor } = await lockCase(tx, identity, mentorshipId, ['guide', 'office', 'merchant'])
  if (mentorship.state !== 'paused') throw new DomainError('mentorship.state_conflict')
  const state = mentorship.guideId === null ? 'waiting' : 'active'
  await updateMentorship(tx, mentorship.id, { state, pauseReason: null, pauseNote: null, resumeOn: null }, now)
  // The days of the pause are nobody's silence: contact is counted from here.
  await touchContact(tx, mentorship.id, now)
  await trace(tx, 'case.resumed', { mentorship, actor, now })
}

export type End = { mentorshipId: string; outcome: Outcome; reason: string | null }
const readDaysAfterEnd = 14

/** Ends the case with an honest word, and with it every right in it but reading for two weeks. */
export const endCase = async (tx: TenantTx, { identity, now }: Pick<CaseDoer, 'identity' | 'now'>, { mentorshipId, outcome, reason }: End): Promise<void> => {
  const { mentorship, actor } = await lockCase(tx, identity, mentorshipId, ['guide', 'office'])
  const closingReason = reason ?? mentorship.closingReason
  ensureMove(canEnd(await phaseFactsOf(tx, { ...mentorship, closingReason }), outcome))
  for (const one of await listAssignments(tx, mentorship.id)) {
    if (one.state === 'accepted') await closeAccess(tx, { mentorshipId: mentorship.id, guideId: one.guideId, reason: 'case_closed', readDays: readDaysAfterEnd, now })
    if (one.state === 'proposed') await updateAssignment(tx, one.id, { state: 'withdrawn', reason: 'case_closed', answeredAt: now }, now)
  }
  await updateMentorship(tx, mentorship.id, { state: 'ended', outcome, closingReason, endedAt: now, pauseReason: null, pauseNote: null, resumeOn: null }, now)
  await trace(tx, 'case.ended', { mentorship, actor, now }, { outcome })
}

export const setNextStep = async (tx: TenantTx, { identity, now }: Pick<CaseDoer, 'identity' | 'now'>, { mentorshipId, nextStep }: { mentorshipId: string; nextStep: string | null }): Promise<void> => {
  const { mentorship } = await lockCase(tx, identity, mentorshipId, ['guide', 'office'])
  await updateMentorship(tx, mentorship.id, { nextStep }, now)
}

/** Who is named to the business while nobody leads. */
export const nameContact = (tx: TenantTx, { mentorshipId, personId, now }: { mentorshipId: string; personId: string; now: Date }): Promise<void> =>
  updateMentorship(tx, mentorshipId, { contactPersonId: personId as Mentorship['contactPersonId'] }, now)

/** There was contact today: a call, a mail, a word in passing. */
export const noteContact = async (tx: TenantTx, { identity, now }: Pick<CaseDoer, 'identity' | 'now'>, { mentorshipId }: { mentorshipId: string }): Promise<void> => {
  const { mentorship, actor } = await lockCase(tx, identity, mentorshipId, ['guide', 'office'])
  if (mentorship.state !== 'active') throw new DomainError('mentorship.state_conflict')
  await touchContact(tx, mentorship.id, now)
  await trace(tx, 'contact.noted', { mentorship, actor, now })
}

