import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { Identity, Role } from '@digitallotsen/domain/identity/identity.schemas.ts'
import { hasAssignment } from './assignment.repository.ts'
import { findMentorship, lockMentorship } from './mentorship.repository.ts'
import type { CaseActor, Mentorship } from './mentorship.types.ts'

export type CaseAccess = 'read' | 'work'
export type CasePart = 'office' | 'guide' | 'ex-guide' | 'merchant'

const holds = ({ memberships }: Identity, role: Role, merchantId: string): boolean => memberships.some(held => held.role === role && held.merchantId === merchantId)

export const isOffice = ({ memberships }: Identity): boolean => memberships.some(({ role }) => role === 'office')

export const isOwnerOf = ({ memberships }: Identity, merchantId: string): boolean =>
  memberships.some(held => held.role === 'merchant' && held.merchantId === merchantId && held.position === 'owner')

/** As what somebody stands in this case; a guide needs both the right for the business, read for this request, and the duty in this very case. */
export const findPart = async (tx: TenantTx, identity: Identity, { id, merchantId }: Pick<Mentorship, 'id' | 'merchantId'>): Promise<CasePart | undefined> => {
  if (holds(identity, 'guide', merchantId) && (await hasAssignment(tx, id, identity.personId, ['accepted']))) return 'guide'
  if (isOffice(identity)) return 'office'
  if (holds(identity, 'merchant', merchantId)) return 'merchant'
  if (holds(identity, 'ex-guide', merchantId) && (await hasAssignment(tx, id, identity.personId, ['ended']))) return 'ex-guide'
  return undefined
}

const partsFor: Readonly<Record<CaseAccess, readonly CasePart[]>> = { read: ['office', 'guide', 'ex-guide', 'merchant'], work: ['office', 'guide'] }

const notFound = () => new DomainError('mentorship.not_found')

/** The case, for somebody who may; absent, of another city, not theirs or no longer theirs is one answer. */
export const ensureCaseAccess = async (tx: TenantTx, identity: Identity, mentorshipId: string, access: CaseAccess): Promise<Mentorship> =>
  (await getCaseWithPart(tx, identity, mentorshipId, partsFor[access])).mentorship

export const getCaseWithPart = async (tx: TenantTx, identity: Identity, mentorshipId: string, parts: readonly CasePart[] = partsFor.read): Promise<{ mentorship: Mentorship; part: CasePart }> => {
  const mentorship = await findMentorship(tx, mentorshipId)
  const part = mentorship && (await findPart(tx, identity, mentorship))
  if (!mentorship || !part || !parts.includes(part)) throw notFound()
  return { mentorship, part }
}

/** The same, held until the transaction ends. */
export const lockCase = async (tx: TenantTx, identity: Identity, mentorshipId: string, parts: readonly CasePart[]): Promise<{ mentorship: Mentorship; actor: CaseActor }> => {
  const mentorship = await lockMentorship(tx, mentorshipId)
  const part = mentorship && (await findPart(tx, identity, mentorship))
  if (!mentorship || !part || part === 'ex-guide' || !parts.includes(part)) throw notFound()
  return { mentorship, actor: { personId: identity.personId, role: part } }
}
