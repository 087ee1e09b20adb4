import type { TenantReading } from '@digitallotsen/db/tenant-reading.ts'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import type { CheckResult } from '@digitallotsen/domain/check/result.schemas.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import { can, ensureCan } from '@digitallotsen/domain/identity/roles.rules.ts'
import type { MerchantId } from '@digitallotsen/domain/ids.schemas.ts'
import type { MerchantSummary } from '@digitallotsen/domain/merchant/merchant.schemas.ts'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import { record } from '../audit/audit.service.ts'
import { historyReads, listAssessments, listPlansMade, listTaskEvents } from './history.repository.ts'
import type { AssessmentLine, HistoryEntry, MerchantRecord, MerchantUpdate } from './merchant-record.schemas.ts'
import { findOwnerEmail, findSummary, insertMerchant, insertOwner, lockMerchant, setParticulars, setSummary, summaryRead } from './merchant.repository.ts'
import { searchText } from './search-text.rules.ts'

type Place = { postcode: string | null; districtId: string | null }
const historyLength = 50

const ensureInCity = ({ city }: ResolvedPack, { postcode, districtId }: Place): void => {
  if (postcode !== null && !city.postcodes.includes(postcode)) throw new DomainError('postcode.foreign', { postcode })
  if (districtId !== null && !city.districts.some(district => district.id === districtId)) throw new DomainError('district.unknown')
}

export type MerchantDraft = Place & { pack: ResolvedPack; name: string; personId: string; now: Date; sample?: boolean }

/** A business of this city with its first owner; refuses a postcode or district that the city does not have. */
export const createMerchant = async (tx: TenantTx, { pack, name, postcode, districtId, personId, now, sample = false }: MerchantDraft): Promise<MerchantId> => {
  ensureInCity(pack, { postcode, districtId })
  const merchantId = await insertMerchant(tx, { name, postcode, districtId, sample, search: searchText(name, postcode), createdAt: now })
  await insertOwner(tx, merchantId, personId)
  return merchantId
}

/** Cut to two places and not rounded, so that the stored score never contradicts its band. */
const storedScore = (score: number | null): number | null => (score === null ? null : Math.floor(score * 100) / 100)

export const setLatestCheck = (tx: TenantTx, merchantId: string, check: { assessmentId: string; result: CheckResult; checkedAt: Date }): Promise<void> =>
  setSummary(tx, merchantId, {
    latestAssessmentId: check.assessmentId,
    score: storedScore(check.result.total),
    band: check.result.band,
    openMusts: check.result.openMusts.length,
    checkedAt: check.checkedAt,
    updatedAt: check.checkedAt,
  })

/** Passes for a business that takes part, and holds it until the transaction ends. */
export const ensureActiveMerchant = async (tx: TenantTx, merchantId: string): Promise<void> => {
  const merchant = await lockMerchant(tx, merchantId)
  if (!merchant) throw new DomainError('merchant.not_found')
  if (merchant.state !== 'active') throw new DomainError('merchant.not_active')
}

/** Whether somebody may see this business and what belongs to it. */
export const mayReadMerchant = (identity: Identity, merchantId: MerchantId): boolean =>
  can(identity, 'merchant.read_own', { merchantId }) || can(identity, 'merchant.read')

/** What `getMerchantRecord` will read, to be sent ahead of it. */
export const merchantRecordReads = (merchantId: MerchantId) => [summaryRead(merchantId), ...historyReads(merchantId, historyLength)]

export const getSummary = async (tx: TenantReading, merchantId: string): Promise<MerchantSummary> => {
  const merchant = await findSummary(tx, merchantId)
  if (!merchant) throw new DomainError('merchant.not_found')
  return merchant
}

const asEntry = ({ id, submittedAt, moment, kind }: AssessmentLine): HistoryEntry[] =>
  submittedAt === null
    ? []
    : [{ at: submittedAt, kind: 'check_submitted', taskId: null, measureId: null, actor: 'self', details: { assessmentId: id, moment, kind } }]

const newestFirst = (a: HistoryEntry, b: HistoryEntry) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)

/** The business with what happened, newest first. Whoever may not see it learns nothing: `merchant.not_found`. */
export const getMerchantRecord = async (tx: TenantReading, identity: Identity, merchantId: MerchantId): Promise<MerchantRecord> => {
  if (!mayReadMerchant(identity, merchantId)) throw new DomainError('merchant.not_found')
  const [merchant, assessments, taskEvents, plansMade] = await Promise.all([
    getSummary(tx, merchantId),
    listAssessments(tx, merchantId),
    listTaskEvents(tx, merchantId, historyLength),
    listPlansMade(tx, merchantId, historyLength),
  ])
  const happened = [...taskEvents, ...plansMade, ...assessments.flatMap(asEntry)]
  return {
    merchant,
    history: happened.toSorted(newestFirst).slice(0, historyLength),
    assessments,
    openAssessmentId: assessments.find(({ state }) => state === 'open')?.id ?? null,
  }
}

export const findContactEmail = (tx: TenantTx, merchantId: string): Promise<string | undefined> => findOwnerEmail(tx, merchantId)

type Context = { identity: Identity; pack: ResolvedPack; now: Date }

/** Changes what was named and leaves the rest; the owner's right alone. */
export const updateMerchant = async (tx: TenantTx, { identity, pack, now }: Context, { merchantId, ...change }: MerchantUpdate): Promise<MerchantSummary> => {
  if (!mayReadMerchant(identity, merchantId)) throw new DomainError('merchant.not_found')
  ensureCan(identity, 'merchant.change_own', { merchantId })
  const stored = await lockMerchant(tx, merchantId)
  if (!stored) throw new DomainError('merchant.not_found')
  const { state: _kept, ...particulars } = stored
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<typeof particulars>
  const next = { ...particulars, ...given }
  ensureInCity(pack, { postcode: given.postcode ?? null, districtId: given.districtId ?? null })
  await setParticulars(tx, merchantId, { ...next, search: searchText(next.name, next.postcode, next.trade), updatedAt: now })
  await record(tx, {
    actorPersonId: identity.personId, actorRole: 'merchant', action: 'merchant.changed', entity: 'merchant', entityId: merchantId,
    details: { fields: Object.keys(given).toSorted().join(' ') }, at: now,
  })
  return getSummary(tx, merchantId)
}
