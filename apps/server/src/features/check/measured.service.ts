import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import type { Level } from '@digitallotsen/domain/check/answer.schemas.ts'
import { getSummary } from '../merchant/merchant.service.ts'
import { listLevels, saveMeasured } from './answers.repository.ts'

export type Measured = { itemId: string; level: Level }

export const listMeasured = async (tx: TenantTx, assessmentId: string): Promise<Measured[]> =>
  (await listLevels(tx, assessmentId)).filter(({ source }) => source === 'auto').map(({ itemId, level }) => ({ itemId, level }))

const latestOf = async (tx: TenantTx, merchantId: string): Promise<string | null> => (await getSummary(tx, merchantId)).latestAssessmentId

/** What was measured about a business stands beside the answers of its latest check; without a check it stands in the audit alone. */
export const recordMeasured = async (tx: TenantTx, merchantId: string, levels: readonly Measured[], now: Date): Promise<void> => {
  const assessmentId = await latestOf(tx, merchantId)
  if (assessmentId) await saveMeasured(tx, assessmentId, levels, now)
}

/** A new check begins with what was measured last: the website did not change by being asked about. */
export const keepMeasured = async (tx: TenantTx, merchantId: string, assessmentId: string, now: Date): Promise<void> => {
  const before = await latestOf(tx, merchantId)
  if (before && before !== assessmentId) await saveMeasured(tx, assessmentId, await listMeasured(tx, before), now)
}

export type Said = { self: Level | null; guide: Level | null }

/** What people said of each item in the latest check. */
export const listSaid = async (tx: TenantTx, merchantId: string): Promise<(itemId: string) => Said> => {
  const assessmentId = await latestOf(tx, merchantId)
  const levels = assessmentId ? await listLevels(tx, assessmentId) : []
  const find = (itemId: string, source: 'self' | 'guide') => levels.find(entry => entry.itemId === itemId && entry.source === source)?.level ?? null
  return itemId => ({ self: find(itemId, 'self'), guide: find(itemId, 'guide') })
}
