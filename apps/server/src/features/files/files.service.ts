import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import { mayReadMerchant } from '../merchant/merchant.service.ts'
import { findData, findShowing } from './files.repository.ts'

/** The bytes of a picture, for those who may see the business it belongs to; absent, foreign or not theirs is one answer. */
export const getPicture = async (tx: TenantTx, identity: Identity, fileId: string): Promise<Uint8Array> => {
  const merchantId = await findShowing(tx, fileId)
  const data = merchantId && mayReadMerchant(identity, merchantId) ? await findData(tx, fileId) : undefined
  if (!data) throw new DomainError('file.not_found')
  return data
}
