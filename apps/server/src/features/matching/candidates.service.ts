import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { christmasTrades, examsOf, within } from '@digitallotsen/domain/guide/blocked-time.rules.ts'
import { listMissing } from '@digitallotsen/domain/guide/gate.rules.ts'
import { addDays } from '@digitallotsen/domain/listing/zone.rules.ts'
import type { GuideId, MerchantId } from '@digitallotsen/domain/ids.schemas.ts'
import type { Candidate } from '@digitallotsen/domain/matching/matching.types.ts'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import { listBlockedOfGuides, listConflicts, listGuides, listPassedModules, listRunning } from './candidates.repository.ts'

export type NamedCandidate = Candidate & { name: string }

const groupBy = <T>(rows: readonly T[], key: (row: T) => string | null): Map<string | null, T[]> => Map.groupBy(rows, key)

/** Every guide who has not ended, with what she brings, what she carries, and what stands against a case. */
export const listCandidates = async (tx: TenantTx, pack: ResolvedPack, today: string): Promise<NamedCandidate[]> => {
  const ahead = { from: today, to: addDays(today, 365) }
  const [rows, modules, conflicts, blocked, running] = await Promise.all([listGuides(tx), listPassedModules(tx), listConflicts(tx), listBlockedOfGuides(tx, today), listRunning(tx)])
  const ofGuide = { modules: groupBy(modules, row => row.guideId), conflicts: groupBy(conflicts, row => row.guideId), blocked: groupBy(blocked, row => row.guideId), running: groupBy(running, row => row.guideId) }
  const seasons = christmasTrades(ahead)
  return rows.map(({ id, name, email, semesterId, commitmentSignedAt, releasedAt, ...row }) => {
    const cases = ofGuide.running.get(id) ?? []
    return {
      ...row,
      id: id as GuideId,
      name: name ?? email,
      load: cases.filter(({ state }) => state === 'accepted').length,
      asked: cases.filter(({ state }) => state === 'proposed').length,
      conflicts: (ofGuide.conflicts.get(id) ?? []).map(({ guideId: _guideId, merchantId, ...each }) => ({ ...each, merchantId: merchantId as MerchantId | null })),
      missing: listMissing({
        modules: pack.curriculum.guide, passed: new Set((ofGuide.modules.get(id) ?? []).map(({ moduleId }) => moduleId)), commitmentSigned: commitmentSignedAt !== null, released: releasedAt !== null,
      }),
      blocked: within([...(ofGuide.blocked.get(id) ?? []), ...examsOf(pack.semesters, semesterId), ...seasons].map(({ from, to }) => ({ from, to })), ahead),
    }
  })
}
