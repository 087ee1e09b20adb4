import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { Identity, Role } from '@digitallotsen/domain/identity/identity.schemas.ts'
import type { VisitActor } from '@digitallotsen/domain/visit/visit.schemas.ts'
import type { CityEntry } from '../city/city-directory.ts'
import { findGuideIdOf } from '../mentorship/mentorship.service.ts'
import { findVisitCase } from './visit-case.repository.ts'
import { findStoredVisit, lockVisit } from './visit.repository.ts'
import type { StoredVisit, VisitCase } from './visit.types.ts'

export type Actor = Exclude<VisitActor, 'system'>
export type VisitScope = { city: CityEntry; origin: string; now: Date }
export type Asking = VisitScope & { identity: Identity }
/** Who does something, and as what. */
export type VisitDoer = VisitScope & { personId: string; actor: Actor }

const holds = ({ memberships }: Identity, role: Role, merchantId: string | null): boolean =>
  memberships.some(membership => membership.role === role && membership.merchantId === merchantId)

/** As what somebody acts in a case of this business; undefined for who may not. Rights end with the membership, read for this request. */
export const findActor = (identity: Identity, merchantId: string): Actor | undefined => {
  if (holds(identity, 'guide', merchantId)) return 'guide'
  if (holds(identity, 'merchant', merchantId)) return 'merchant'
  return identity.memberships.some(({ role }) => role === 'office') ? 'office' : undefined
}

const mayRead = (identity: Identity, merchantId: string): boolean => findActor(identity, merchantId) !== undefined || holds(identity, 'ex-guide', merchantId)

export type Reader = { actor: Actor | undefined }

/** A case is not there for whoever may not know of it. */
export const getReadableCase = async (tx: TenantTx, { identity }: Asking, mentorshipId: string): Promise<VisitCase & Reader> => {
  const found = await findVisitCase(tx, mentorshipId)
  if (!found || !mayRead(identity, found.merchantId)) throw new DomainError('mentorship.not_found')
  return { ...found, actor: findActor(identity, found.merchantId) }
}

export const getWorkableCase = async (tx: TenantTx, asking: Asking, mentorshipId: string): Promise<{ kase: VisitCase; doer: VisitDoer }> => {
  const { actor, ...kase } = await getReadableCase(tx, asking, mentorshipId)
  if (actor === undefined) throw new DomainError('mentorship.not_found')
  return { kase, doer: toDoer(asking, actor) }
}

const toDoer = ({ identity, city, origin, now }: Asking, actor: Actor): VisitDoer => ({ city, origin, now, personId: identity.personId, actor })

/** Held for the change; a visit of a case that is none of theirs is not there. */
export const lockWorkable = async (tx: TenantTx, asking: Asking, visitId: string): Promise<{ visit: StoredVisit; doer: VisitDoer }> => {
  const known = await findStoredVisit(tx, visitId)
  const actor = known && findActor(asking.identity, known.merchantId)
  const visit = actor && (await lockVisit(tx, visitId))
  if (!visit || !actor) throw new DomainError('visit.not_found')
  return { visit, doer: toDoer(asking, actor) }
}

export const getOwnGuideId = async (tx: TenantTx, { identity }: Asking): Promise<string> => {
  const guideId = identity.memberships.some(({ role }) => role === 'guide') ? await findGuideIdOf(tx, identity.personId) : undefined
  if (guideId === undefined) throw new DomainError('role.forbidden')
  return guideId
}
