import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import { can } from '@digitallotsen/domain/identity/roles.rules.ts'
import type { MerchantId } from '@digitallotsen/domain/ids.schemas.ts'
import type { CityEntry } from '../city/city-directory.ts'
import { mayReadMerchant } from '../merchant/merchant.service.ts'
import { findAudit, type StoredAudit } from './website.repository.ts'

/** Who asks, where and when. */
export type Asker = { identity: Identity; city: CityEntry; now: Date }

export const ensureOffered = ({ pack }: Pick<CityEntry, 'pack'>): void => {
  if (!pack.features.websiteCheck) throw new DomainError('website.not_offered')
}

export const ensureMayRead = ({ identity, city }: Asker, merchantId: MerchantId): void => {
  ensureOffered(city)
  if (!mayReadMerchant(identity, merchantId)) throw new DomainError('merchant.not_found')
}

/** Whose hand it is that checks this business: its own people's, or the office's. */
export const checkingHand = ({ identity, city }: Asker, merchantId: MerchantId): 'merchant' | 'office' => {
  ensureOffered(city)
  if (can(identity, 'website.check', { merchantId })) return 'merchant'
  if (can(identity, 'website.check_any')) return 'office'
  throw new DomainError('merchant.not_found')
}

export type MerchantAudit = StoredAudit & { merchantId: MerchantId }

const isOfMerchant = (audit: StoredAudit | undefined): audit is MerchantAudit => audit?.merchantId != null

/** An audit of a business, for somebody who may see that business; a visitor's audit is nobody's by its id. */
export const getReadableAudit = async (tx: TenantTx, { identity, city }: Asker, auditId: string): Promise<MerchantAudit> => {
  ensureOffered(city)
  const audit = await findAudit(tx, auditId)
  if (!isOfMerchant(audit) || !mayReadMerchant(identity, audit.merchantId)) throw new DomainError('website.audit_not_found')
  return audit
}
