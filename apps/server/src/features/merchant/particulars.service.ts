import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import { findOwner, findParticulars, type Particulars } from './particulars.repository.ts'

/** What the business told of itself when it joined. */
export const getParticulars = async (tx: TenantTx, merchantId: string): Promise<Particulars> => {
  const merchant = await findParticulars(tx, merchantId)
  if (!merchant) throw new DomainError('merchant.not_found')
  return merchant
}

/** Whom the business is written to, and in which language; undefined where it has nobody (any more). */
export const findContact = async (tx: TenantTx, merchantId: string): Promise<{ personId: string; email: string; locale: Locale } | undefined> => {
  const owner = await findOwner(tx, merchantId)
  return owner && { personId: owner.personId, email: owner.email, locale: owner.locale === 'en' ? 'en' : 'de' }
}
