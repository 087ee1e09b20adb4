import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { AssignmentId } from '@digitallotsen/domain/ids.schemas.ts'
import type { AssignmentReason } from '@digitallotsen/domain/mentorship/mentorship.schemas.ts'
import { writeMail } from '../mail/mail.service.ts'
import { getParticulars } from '../merchant/particulars.service.ts'
import { answerDeadline } from './answer-time.rules.ts'
import { findAssignment, findCaseGuide, findGuideIdOf, insertAssignment, listAssignments, updateAssignment } from './assignment.repository.ts'
import { closeAccess, openAccess } from './case-access.service.ts'
import { caseGuideNamedMail, caseProposedMail, caseWaitingAgainMail, type CaseWaitingAgain } from './mentorship.mail.ts'
import { lockCase } from './mentorship-access.service.ts'
import { insertCaseEvent, lockMentorship, updateMentorship } from './mentorship.repository.ts'
import type { CaseActor, CaseDoer, CaseScope, Mentorship } from './mentorship.types.ts'
import { findGuideCard, listOfficePeople, listOwners } from './people.repository.ts'

const berlinDay = new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', dateStyle: 'long' })

export type Proposal = CaseScope & { mentorshipId: string; guideId: string; by: string; reasons: unknown; overrideReason: string | null }

/** Asks a guide for a waiting case, five working days for the answer; refuses one who takes no cases, and whom the business did not want. */
export const proposeGuide = async (tx: TenantTx, { mentorshipId, guideId, by, reasons, overrideReason, city, origin, now }: Proposal): Promise<AssignmentId> => {
  const [mentorship, guide] = [await lockMentorship(tx, mentorshipId), await findCaseGuide(tx, guideId)]
  if (!mentorship) throw new DomainError('mentorship.not_found')
  if (mentorship.state !== 'waiting') throw new DomainError('mentorship.state_conflict')
  const before = await listAssignments(tx, mentorshipId)
  const isUnwanted = before.some(one => one.guideId === guideId && one.state === 'rejected')
  if (!guide || guide.state !== 'active' || isUnwanted) throw new DomainError('mentorship.guide_unavailable')
  const answerBy = answerDeadline(city, now)
  const id = await insertAssignment(tx, { mentorshipId, guideId, duty: 'lead', state: 'proposed', proposedBy: by, proposedAt: now, answerBy, reasons, overrideReason, updatedAt: now })
  const moved = mentorship.phase === 'interest' ? { phase: 'accepted' as const, phaseSince: now } : {}
  await updateMentorship(tx, mentorshipId, { state: 'offered', contactPersonId: mentorship.contactPersonId ?? (by as Mentorship['contactPersonId']), ...moved }, now)
  await insertCaseEvent(tx, { mentorshipId, kind: 'guide.proposed', actor: { personId: by, role: 'office' }, details: { guideId }, now })
  const { name } = await getParticulars(tx, mentorship.merchantId)
  await writeMail(tx, caseProposedMail, { to: { personId: guide.personId }, city, origin, now, goodUntil: answerBy, input: { business: name, answerBy: berlinDay.format(answerBy), again: false } })
  return id
}

const tellOffice = async (tx: TenantTx, { city, origin, now }: CaseScope, mentorship: Mentorship, cause: CaseWaitingAgain['cause']): Promise<void> => {
  const { name } = await getParticulars(tx, mentorship.merchantId)
  for (const personId of await listOfficePeople(tx, now)) {
    await writeMail(tx, caseWaitingAgainMail, { to: { personId }, city, origin, now, input: { business: name, cause, mentorshipId: mentorship.id } })
  }
}

const languageNames = new Intl.DisplayNames('de', { type: 'language' })

const tellBusiness = async (tx: TenantTx, { city, origin, now }: CaseScope, { merchantId }: Mentorship, guideId: string): Promise<void> => {
  const card = await findGuideCard(tx, guideId)
  const input = { guide: card?.name ?? city.pack.programme, languages: (card?.languages ?? []).map(tag => languageNames.of(tag) ?? tag).join(', ') || 'Deutsch', merchantId }
  for (const personId of await listOwners(tx, merchantId, now)) await writeMail(tx, caseGuideNamedMail, { to: { personId }, city, origin, now, input })
}

type Asked = { mentorship: Mentorship; assignmentId: string; guideId: string }

const lockAsked = async (tx: TenantTx, assignmentId: string): Promise<Asked & { isOpen: boolean }> => {
  const known = await findAssignment(tx, assignmentId)
  const mentorship = known && (await lockMentorship(tx, known.mentorshipId))
  const assignment = mentorship && (await findAssignment(tx, assignmentId))
  if (!mentorship || !assignment) throw new DomainError('assignment.not_found')
  return { mentorship, assignmentId, guideId: assignment.guideId, isOpen: assignment.state === 'proposed' }
}

const backToWaiting = async (tx: TenantTx, { mentorship, assignmentId, guideId }: Asked, end: { state: 'declined' | 'expired' | 'withdrawn'; reason?: AssignmentReason | null; note?: string | null; actor: CaseActor }, now: Date) => {
  const { state, reason = null, note = null, actor } = end
  await updateAssignment(tx, assignmentId, { state, reason, note, answeredAt: now }, now)
  if (mentorship.state === 'offered') await updateMentorship(tx, mentorship.id, { state: 'waiting' }, now)
  await insertCaseEvent(tx, { mentorshipId: mentorship.id, kind: `guide.${state}`, actor, details: { guideId, ...(reason && { reason }) }, now })
}

export type Answer = { assignmentId: string; accept: boolean; reason: AssignmentReason | null; note: string | null }

/** The answer of the guide who was asked, and of nobody else; of two answers the first counts. Accepting gives her the right to the case. */
export const answerProposal = async (tx: TenantTx, doer: CaseDoer, { assignmentId, accept, reason, note }: Answer): Promise<void> => {
  const { identity, now } = doer
  const own = identity.memberships.some(({ role }) => role === 'guide') ? await findGuideIdOf(tx, identity.personId) : undefined
  const known = own && (await findAssignment(tx, assignmentId))
  if (!known || known.guideId !== own) throw new DomainError('assignment.not_found')
  const asked = await lockAsked(tx, assignmentId)
  if (!asked.isOpen || (known.answerBy && known.answerBy < now)) throw new DomainError('mentorship.state_conflict')
  const actor: CaseActor = { personId: identity.personId, role: 'guide' }
  const { mentorship, guideId } = asked
  if (!accept) {
    if (!reason) throw new DomainError('reason.required')
    await backToWaiting(tx, asked, { state: 'declined', reason, note, actor }, now)
    return tellOffice(tx, doer, mentorship, 'declined')
  }
  if ((await findCaseGuide(tx, guideId))?.state !== 'active') throw new DomainError('mentorship.guide_unavailable')
  await openAccess(tx, { mentorshipId: mentorship.id, guideId, duty: 'lead', now })
  if (mentorship.phase === 'accepted' || mentorship.phase === 'interest') await updateMentorship(tx, mentorship.id, { phase: 'first_talk', phaseSince: now }, now)
  await insertCaseEvent(tx, { mentorshipId: mentorship.id, kind: 'guide.accepted', actor, details: { guideId }, now })
  await tellBusiness(tx, doer, mentorship, guideId)
}

/** The office takes a question back before it is answered. */
export const withdrawProposal = async (tx: TenantTx, { identity, now }: Pick<CaseDoer, 'identity' | 'now'>, { assignmentId }: { assignmentId: string }): Promise<void> => {
  if (!identity.memberships.some(({ role }) => role === 'office')) throw new DomainError('assignment.not_found')
  const asked = await lockAsked(tx, assignmentId)
  if (!asked.isOpen) throw new DomainError('mentorship.state_conflict')
  await backToWaiting(tx, asked, { state: 'withdrawn', actor: { personId: identity.personId, role: 'office' } }, now)
}

/** The business asks for somebody else; nobody is told a reason, and this guide is not proposed to it again. */
export const rejectGuide = async (tx: TenantTx, doer: CaseDoer, { mentorshipId }: { mentorshipId: string }): Promise<void> => {
  const { now } = doer
  const { mentorship, actor } = await lockCase(tx, doer.identity, mentorshipId, ['merchant'])
  if (!mentorship.guideId || mentorship.state === 'ended') throw new DomainError('mentorship.state_conflict')
  const { guideId } = mentorship
  await closeAccess(tx, { mentorshipId, guideId, reason: 'personal', readDays: 0, asState: 'rejected', now })
  await insertCaseEvent(tx, { mentorshipId, kind: 'guide.rejected', actor, details: { guideId }, now })
  await tellOffice(tx, doer, mentorship, 'rejected')
}

/** What nobody answered in time goes back to the office. */
export const expireProposal = async (tx: TenantTx, scope: CaseScope, assignmentId: string): Promise<boolean> => {
  const asked = await lockAsked(tx, assignmentId)
  if (!asked.isOpen) return false
  await backToWaiting(tx, asked, { state: 'expired', actor: { personId: null, role: 'system' } }, scope.now)
  await tellOffice(tx, scope, asked.mentorship, 'expired')
  return true
}

/** Reminds the guide once. */
export const remindOfProposal = async (tx: TenantTx, { city, origin, now }: CaseScope, assignmentId: string, answerBy: Date): Promise<boolean> => {
  const { mentorship, guideId, isOpen } = await lockAsked(tx, assignmentId)
  const [guide, current] = [await findCaseGuide(tx, guideId), await findAssignment(tx, assignmentId)]
  if (!isOpen || !guide || current?.remindedAt !== null) return false
  await updateAssignment(tx, assignmentId, { remindedAt: now }, now)
  const { name } = await getParticulars(tx, mentorship.merchantId)
  await writeMail(tx, caseProposedMail, { to: { personId: guide.personId }, city, origin, now, goodUntil: answerBy, input: { business: name, answerBy: berlinDay.format(answerBy), again: true } })
  return true
}
