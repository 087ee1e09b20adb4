import { DomainError } from '../errors.ts'
import type { MerchantId, PersonId } from '../ids.schemas.ts'
import type { Identity, Membership, Role } from './identity.schemas.ts'

/** `self`: one's own account · `own_merchant`: a shop one belongs to · `city`: any shop of the city that the host stands for. */
type Scope = 'self' | 'own_merchant' | 'city'
type Holder = { role: Role; positions?: readonly NonNullable<Membership['position']>[] }
type Right = { scope: 'self' } | { scope: Exclude<Scope, 'self'>; holders: readonly Holder[] }

const shop: readonly Holder[] = [{ role: 'merchant' }]
const owner: readonly Holder[] = [{ role: 'merchant', positions: ['owner'] }]
const office: readonly Holder[] = [{ role: 'office' }]

/** Who accompanies the business holds a membership for it; `ex-guide` is left of that for two weeks. */
const shopAndGuide: readonly Holder[] = [...shop, { role: 'guide' }]
const shopAndReaders: readonly Holder[] = [...shopAndGuide, { role: 'ex-guide' }]

/** Who may do what in a city. What is not listed here is nobody's right: university and auditor have none yet. */
const rights = {
  'account.read_own': { scope: 'self' },
  'account.change_own': { scope: 'self' },
  'account.export_own': { scope: 'self' },
  'device.list_own': { scope: 'self' },
  'device.end_own': { scope: 'self' },

  'merchant.read_own': { scope: 'own_merchant', holders: shopAndReaders },
  'merchant.change_own': { scope: 'own_merchant', holders: owner },
  'merchant.withdraw_own': { scope: 'own_merchant', holders: owner },
  'assessment.read_own': { scope: 'own_merchant', holders: shopAndReaders },
  'assessment.start_own': { scope: 'own_merchant', holders: shop },
  'plan.read_own': { scope: 'own_merchant', holders: shopAndReaders },
  'task.change': { scope: 'own_merchant', holders: shopAndGuide },
  'evidence.add': { scope: 'own_merchant', holders: shopAndGuide },
  'evidence.remove': { scope: 'own_merchant', holders: shop },

  // A guide drafts, and no more: what goes to the office is submitted by the business.
  'listing.draft': { scope: 'own_merchant', holders: shopAndGuide },
  'listing.submit': { scope: 'own_merchant', holders: shop },
  'offer.manage': { scope: 'own_merchant', holders: shop },
  'profile.check': { scope: 'own_merchant', holders: shopAndGuide },
  'website.check': { scope: 'own_merchant', holders: shopAndGuide },

  'website.check_any': { scope: 'city', holders: office },
  'listing.moderate': { scope: 'city', holders: office },
  'merchant.list': { scope: 'city', holders: office },
  'merchant.read': { scope: 'city', holders: office },
  'assessment.read': { scope: 'city', holders: office },
  'plan.read': { scope: 'city', holders: office },
  'mentorship.match': { scope: 'city', holders: office },
} as const satisfies Record<string, Right>

export type Action = keyof typeof rights
/** What the action is done to: the person for rights on oneself, the merchant for rights in a shop; city-wide rights need neither. */
export type Subject = { personId?: PersonId; merchantId?: MerchantId }

const isHeldBy = (holder: Holder, membership: Membership): boolean => {
  if (holder.role !== membership.role) return false
  return holder.positions === undefined || (membership.position !== null && holder.positions.includes(membership.position))
}

/**
 * Whether this person may do that, from the memberships read for this request; a right in a shop asks for the shop, a right on oneself for
 * the person, and a subject that is missing is refused. The city is the tenant of the memberships: keeping cities apart is the wall's work.
 */
export const can = (identity: Identity, action: Action, subject: Subject = {}): boolean => {
  const right: Right = rights[action]
  if (right.scope === 'self') return subject.personId === identity.personId
  return identity.memberships.some(membership => {
    if (!right.holders.some(holder => isHeldBy(holder, membership))) return false
    return right.scope === 'city' || membership.merchantId === subject.merchantId
  })
}

/** Passes where `can` says yes, else throws `role.forbidden`. */
export const ensureCan = (identity: Identity, action: Action, subject: Subject = {}): void => {
  if (!can(identity, action, subject)) throw new DomainError('role.forbidden', { action })
}
