import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import type { Band } from '@digitallotsen/domain/check/result.schemas.ts'
import type { Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import { ensureCan } from '@digitallotsen/domain/identity/roles.rules.ts'
import type { MerchantId } from '@digitallotsen/domain/ids.schemas.ts'
import { findOutcome } from '../check/check.service.ts'
import { findContactEmail, getMerchantRecord } from '../merchant/merchant.service.ts'
import { likePatterns } from '../merchant/search-text.rules.ts'
import { findPlan } from '../plan/plan.service.ts'
import { countByBand, countByDistrict, countMerchants, countTaking, listMerchants } from './office.repository.ts'
import type { MerchantPage, MerchantQuery, OfficeFigures, OfficeMerchant } from './office.schemas.ts'

export const findMerchants = async (tx: TenantTx, identity: Identity, query: MerchantQuery): Promise<MerchantPage> => {
  ensureCan(identity, 'merchant.list')
  const { search, page, pageSize, sort, direction, ...filters } = query
  const wanted = { ...filters, patterns: likePatterns(search ?? '') }
  const [rows, total] = await Promise.all([listMerchants(tx, wanted, { page, pageSize, sort, direction }), countMerchants(tx, wanted)])
  return { rows, total, page, pageSize }
}

export const getOfficeMerchant = async (tx: TenantTx, identity: Identity, merchantId: MerchantId): Promise<OfficeMerchant> => {
  ensureCan(identity, 'merchant.read')
  const { merchant, history, assessments } = await getMerchantRecord(tx, identity, merchantId)
  const [latest, contactEmail, plan] = await Promise.all([
    merchant.latestAssessmentId === null ? undefined : findOutcome(tx, merchant.latestAssessmentId),
    findContactEmail(tx, merchantId),
    findPlan(tx, merchantId),
  ])
  return { merchant, history, assessments, contactEmail: contactEmail ?? null, plan: plan ?? null, result: latest?.result ?? null }
}

export const getFigures = async (tx: TenantTx, identity: Identity): Promise<OfficeFigures> => {
  ensureCan(identity, 'merchant.list')
  const [taking, bands, byDistrict] = await Promise.all([countTaking(tx), countByBand(tx), countByDistrict(tx)])
  const byBand: Record<Band, number> = { start: 0, build: 0, secure: 0, model: 0 }
  for (const { band, merchants } of bands) byBand[band] = merchants
  return { ...taking, byBand, byDistrict }
}
