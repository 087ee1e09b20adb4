import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import { findLatestVersion, insertRelease, listSubmittedChecks } from './case-checks.repository.ts'
import { lockCase } from './mentorship-access.service.ts'
import { insertCaseEvent } from './mentorship.repository.ts'
import type { CaseDoer } from './mentorship.types.ts'

export type ReleaseInput = { mentorshipId: string; assessmentId: string; reason: string | null }

/** Releases a submitted check of the business after it was talked through. It then stands; another of the same moment is the next version, with its reason. */
export const releaseCheck = async (tx: TenantTx, { identity, now }: Pick<CaseDoer, 'identity' | 'now'>, { mentorshipId, assessmentId, reason }: ReleaseInput): Promise<void> => {
  const { mentorship, actor } = await lockCase(tx, identity, mentorshipId, ['guide', 'office'])
  const check = (await listSubmittedChecks(tx, mentorship.merchantId)).find(one => one.assessmentId === assessmentId)
  if (!check) throw new DomainError('assessment.not_found')
  if (mentorship.state !== 'active') throw new DomainError('mentorship.state_conflict')
  const { moment } = check
  const version = (await findLatestVersion(tx, mentorshipId, moment)) + 1
  if (version > 1 && !reason) throw new DomainError('mentorship.check_released')
  const isNew = await insertRelease(tx, { mentorshipId, assessmentId, moment, version, reason, startedBy: identity.personId, releasedAt: now, releasedBy: identity.personId })
  if (!isNew) throw new DomainError('mentorship.check_released')
  await insertCaseEvent(tx, { mentorshipId, kind: 'check.released', actor, details: { moment, version, assessmentId }, now })
}
