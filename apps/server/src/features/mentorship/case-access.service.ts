import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { AssignmentId } from '@digitallotsen/domain/ids.schemas.ts'
import type { AssignmentReason, GuideDuty } from '@digitallotsen/domain/mentorship/mentorship.schemas.ts'
import { countRunning, endMembership, findCaseGuide, grantMembership, insertAssignment, listAssignments, updateAssignment } from './assignment.repository.ts'
import { lockMentorship, updateMentorship } from './mentorship.repository.ts'

export type Opening = { mentorshipId: string; guideId: string; duty: GuideDuty; now: Date }

/** Assignment, membership and lead of the case in one: nobody else moves a right in a case. Refuses a second lead. */
export const openAccess = async (tx: TenantTx, { mentorshipId, guideId, duty, now }: Opening): Promise<AssignmentId> => {
  const [mentorship, guide] = [await lockMentorship(tx, mentorshipId), await findCaseGuide(tx, guideId)]
  if (!mentorship || !guide) throw new DomainError('mentorship.not_found')
  if (mentorship.state === 'ended') throw new DomainError('mentorship.state_conflict')
  const assignments = await listAssignments(tx, mentorshipId)
  if (duty === 'lead' && assignments.some(one => one.duty === 'lead' && one.state === 'accepted')) throw new DomainError('mentorship.state_conflict')
  const asked = assignments.find(one => one.guideId === guideId && one.state === 'proposed' && one.duty === duty)
  const started = { state: 'accepted' as const, answeredAt: now, startsAt: now }
  const id = asked?.id ?? (await insertAssignment(tx, { mentorshipId, guideId, duty, proposedBy: null, proposedAt: now, updatedAt: now, ...started }))
  if (asked) await updateAssignment(tx, asked.id, started, now)
  const held = { personId: guide.personId, merchantId: mentorship.merchantId }
  await grantMembership(tx, { ...held, role: 'guide' }, null)
  await endMembership(tx, { ...held, role: 'ex-guide' }, now)
  if (duty === 'lead') {
    const isResting = mentorship.state === 'paused'
    await updateMentorship(tx, mentorshipId, { guideId: guide.id, ...(isResting ? {} : { state: 'active' as const }) }, now)
  }
  return id
}

export type Closing = { mentorshipId: string; guideId: string; reason: AssignmentReason; readDays: number; now: Date; asState?: 'ended' | 'rejected'; duty?: GuideDuty }

const dayMs = 86_400_000

/** Ends the duties of a guide in a case, and with the last of them her right; for `readDays` she may still read. A lead leaves the case waiting. */
export const closeAccess = async (tx: TenantTx, { mentorshipId, guideId, reason, readDays, now, asState = 'ended', duty }: Closing): Promise<void> => {
  const [mentorship, guide] = [await lockMentorship(tx, mentorshipId), await findCaseGuide(tx, guideId)]
  if (!mentorship || !guide) throw new DomainError('mentorship.not_found')
  const running = (await listAssignments(tx, mentorshipId)).filter(one => one.guideId === guideId && one.state === 'accepted' && (!duty || one.duty === duty))
  const readUntil = readDays > 0 ? new Date(now.getTime() + readDays * dayMs) : null
  for (const { id } of running) await updateAssignment(tx, id, { state: asState, reason, endsAt: now, readUntil }, now)
  const held = { personId: guide.personId, merchantId: mentorship.merchantId }
  if (running.length > 0 && (await countRunning(tx, guideId, mentorship.merchantId)) === 0) {
    await endMembership(tx, { ...held, role: 'guide' }, now)
    if (readUntil) await grantMembership(tx, { ...held, role: 'ex-guide' }, readUntil)
  }
  if (mentorship.guideId === guideId && running.some(one => one.duty === 'lead')) {
    const isUnderWay = mentorship.state === 'active'
    await updateMentorship(tx, mentorshipId, { guideId: null, ...(isUnderWay ? { state: 'waiting' as const } : {}) }, now)
  }
}
