import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import { can, type Action } from '@digitallotsen/domain/identity/roles.rules.ts'
import type { MerchantId } from '@digitallotsen/domain/ids.schemas.ts'
import type { CityEntry } from '../city/city-directory.ts'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import { record } from '../audit/audit.service.ts'
import type { Hand } from './listing.repository.ts'

/** Who does something to a listing, where and when; `origin` is what links in mails begin with. */
export type Doer = { identity: Identity; pack: ResolvedPack; now: Date; origin: string }
/** Who does what somebody is told of by mail, which a city sends. */
export type OfficeDoer = Doer & { city: CityEntry }

export const handOf = ({ identity }: Pick<Doer, 'identity'>, byRole: Hand['byRole']): Hand => ({ byRole, personId: identity.personId })

type OwnAction = Extract<Action, 'listing.draft' | 'listing.submit' | 'offer.manage' | 'profile.check'>

/** Whoever may not do this for the business gets the answer of an absent one. */
export const ensureOwn = (identity: Identity, action: OwnAction, merchantId: MerchantId): void => {
  if (!can(identity, action, { merchantId })) throw new DomainError('merchant.not_found')
}

type Trace = { action: string; entity: 'listing' | 'offer' | 'profile'; entityId: string; merchantId: string; role: Hand['byRole']; details?: Record<string, string | number | boolean> }

export const trace = (tx: TenantTx, { identity, now }: Pick<Doer, 'identity' | 'now'>, { action, entity, entityId, merchantId, role, details }: Trace): Promise<void> =>
  record(tx, { actorPersonId: identity.personId, actorRole: role, action, entity, entityId, details: { merchantId, ...details }, at: now })
