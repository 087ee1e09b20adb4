import type { Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import { can } from '@digitallotsen/domain/identity/roles.rules.ts'
import type { Assessment } from './check.repository.ts'

/** Who asks for a check: somebody signed in, somebody with its key, or both. */
export type Asker = { identity: Identity | null; keyHash: string | null }
export type Access = 'key' | 'member' | 'office'

/**
 * The way by which a check is open to the asker. The key goes on opening what it opened before the check got a business:
 * it was given to whoever answered the questions, and a submitted check no longer changes.
 */
export const findReadAccess = (assessment: Assessment, asker: Asker): Access | undefined => {
  const { identity } = asker
  const merchantId = assessment.merchantId ?? undefined
  if (identity && merchantId && can(identity, 'assessment.read_own', { merchantId })) return 'member'
  if (identity && merchantId && can(identity, 'assessment.read')) return 'office'
  return hasKey(assessment, asker) ? 'key' : undefined
}

/** Answers are written by the key until the check has a business, from then on by its people. */
export const findWriteAccess = (assessment: Assessment, asker: Asker): Access | undefined => {
  if (assessment.merchantId === null) return hasKey(assessment, asker) ? 'key' : undefined
  const { identity } = asker
  return identity && can(identity, 'assessment.start_own', { merchantId: assessment.merchantId }) ? 'member' : undefined
}

const hasKey = ({ keyHash }: Assessment, asker: Asker): boolean => keyHash !== null && keyHash === asker.keyHash
