import { createHash } from 'node:crypto'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { christmasTrades } from '@digitallotsen/domain/guide/blocked-time.rules.ts'
import { addDays, germanZone, wallTimeAt } from '@digitallotsen/domain/listing/zone.rules.ts'
import type { MatchingProblem, WaitingCase } from '@digitallotsen/domain/matching/matching.types.ts'
import type { Wishes } from '@digitallotsen/domain/mentorship/mentorship.schemas.ts'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import { listCandidates } from './candidates.service.ts'
import { tradesOf } from './trades.rules.ts'
import { listBlockedOfMerchants, listOpenItems, listRefusals, listWaiting } from './waiting.repository.ts'

export type Scene = {
  problem: MatchingProblem
  /** Changes with everything that a proposal rests on. */
  state: string
  /** What people are called, and what nothing is computed from. */
  names: ReadonlyMap<string, string>
  wishes: ReadonlyMap<string, Wishes>
}

const dayOf = (at: Date): string => wallTimeAt(at, germanZone).date

const fieldOfItem = (pack: ResolvedPack): Map<string, string> =>
  new Map(Object.values(pack.catalogues)[0]?.fields.flatMap(({ id, items }) => items.map(item => [item.id, id] as const)) ?? [])

const listCases = async (tx: TenantTx, pack: ResolvedPack, today: string): Promise<{ waiting: WaitingCase[]; wishes: Map<string, Wishes> }> => {
  const rows = await listWaiting(tx)
  const merchantIds = rows.map(({ merchantId }) => merchantId)
  const [refusals, items, blocked] = await Promise.all([listRefusals(tx, merchantIds), listOpenItems(tx, merchantIds), listBlockedOfMerchants(tx, today)])
  const of = { refusals: Map.groupBy(refusals, row => row.merchantId), items: Map.groupBy(items, row => row.merchantId), blocked: Map.groupBy(blocked, row => row.merchantId) }
  const fields = fieldOfItem(pack)
  const seasons = christmasTrades({ from: today, to: addDays(today, 365) })
  const waiting = rows.map(({ id, merchantId, business, districtId, wishes, requestedAt, ...row }): WaitingCase => ({
    id, merchantId, business, districtId,
    trades: tradesOf(row, pack.categories),
    wishes: { languages: wishes.languages, days: wishes.days },
    openFields: [...new Set((of.items.get(merchantId) ?? []).flatMap(({ itemId }) => fields.get(itemId) ?? []))].toSorted(),
    waitingSince: dayOf(requestedAt),
    refused: (of.refusals.get(merchantId) ?? []).map(({ guideId, state, answeredAt, proposedAt }) => ({ guideId, by: state === 'rejected' ? 'business' : 'guide', on: dayOf(answeredAt ?? proposedAt) })),
    blocked: [...(of.blocked.get(merchantId) ?? []), ...seasons].map(({ from, to }) => ({ from, to })),
  }))
  return { waiting, wishes: new Map(rows.map(({ id, wishes }) => [id, wishes])) }
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1)

/** Equal problems have equal states, whatever order the rows came in. */
const stateOf = (tenantId: string, problem: MatchingProblem): string =>
  createHash('sha256').update(JSON.stringify([tenantId, { ...problem, guides: problem.guides.toSorted(byId), waiting: problem.waiting.toSorted(byId) }])).digest('hex').slice(0, 24)

/** Everything that a proposal rests on, as it is at this moment. */
export const loadScene = async (tx: TenantTx, pack: ResolvedPack, now: Date): Promise<Scene> => {
  const today = dayOf(now)
  const [candidates, { waiting, wishes }] = await Promise.all([listCandidates(tx, pack, today), listCases(tx, pack, today)])
  const districts = pack.city.districts.map(({ id, lat, lon }) => ({ id, lat, lon }))
  const guides = candidates.map(({ name: _name, ...guide }) => guide)
  const problem: MatchingProblem = { today, rules: pack.matching, districts, guides, waiting }
  const names = new Map<string, string>([...candidates.map(({ id, name }) => [id, name] as const), ...waiting.map(({ id, business }) => [id, business] as const)])
  return { problem, state: stateOf(tx.tenantId, problem), names, wishes }
}
